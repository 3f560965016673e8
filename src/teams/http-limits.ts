/** How long a connection may keep the server waiting, and that none may take it for another protocol. */
import type { Server } from "node:http";

/** Milliseconds. */
export type HttpLimits = {
  /** Until the headers are there. */
  readonly headers: number;
  /** Until the whole request is there. */
  readonly request: number;
  /** Between two looks for connections that are beyond a limit. */
  readonly look: number;
  /** That a connection may stay without a request. */
  readonly idle: number;
};

/** A caller that sends its request drop by drop holds no socket for long; Node's own limits are minutes. */
export const HTTP_LIMITS: HttpLimits = {
  headers: 10_000,
  request: 15_000,
  look: 1_000,
  // Longer than the load balancers before it keep a connection, so that they never meet a closing one.
  idle: 75_000,
};

/**
 * Holds a server to the limits.
 * @param http not listening yet: Node takes up the time between two looks as it starts to listen
 */
export function holdToLimits(http: Server, { headers, request, look, idle }: HttpLimits): void {
  http.headersTimeout = headers;
  http.requestTimeout = request;
  http.keepAliveTimeout = idle;
  // An option of Node's createServer, which restify calls without options; Node keeps it under this name.
  Object.assign(http, { connectionsCheckingInterval: look });
  // restify listens and does nothing, which Node takes for somebody looking after the socket: it would stay for ever.
  http.removeAllListeners("upgrade");
}
