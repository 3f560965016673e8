/** Teams' side of the wire: a connector on loopback that collects what the bot sends. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Server as NetServer } from "node:net";

export type Activity = {
  id?: unknown;
  serviceUrl?: unknown;
  text?: unknown;
  conversation?: unknown;
  attachments?: unknown;
  [field: string]: unknown;
};

export type Sent = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: Activity;
};

/** What to do with the next message: answer so (`after` so many milliseconds), never, break off before or within. */
export type Behaviour =
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
      readonly after?: number;
    }
  | "hang"
  | "break"
  | "break within";

export type Connector = {
  readonly url: string;
  /** Everything that came, whatever was answered. */
  readonly sent: Sent[];
  /** Behaviours of the next messages, in order; then 201 with an id. */
  readonly script: Behaviour[];
  readonly stop: () => Promise<void>;
};

export async function startConnector(): Promise<Connector> {
  const sent: Sent[] = [];
  const script: Behaviour[] = [];
  const server = createServer((request, response) => {
    readAll(request).then((body) => {
      const { url: path = "", headers } = request;
      sent.push({ path, authorization: headers.authorization, activity: JSON.parse(body) });
      behave(script.shift() ?? { status: 201, body: JSON.stringify({ id: `sent-${sent.length}` }) }, request, response);
    });
  });
  const url = await listen(server);
  return { url, sent, script, stop: () => close(server) };
}

function behave(behaviour: Behaviour, request: IncomingMessage, response: ServerResponse): void {
  if (behaviour === "hang") return;
  if (behaviour === "break") return void request.socket.destroy();
  if (behaviour === "break within") {
    response.writeHead(201, { "content-length": "100" });
    return void response.write("{", () => request.socket.destroy());
  }
  const { status, headers, body = "{}", after = 0 } = behaviour;
  setTimeout(() => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body);
  }, after);
}

export async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

export type HttpServer = ReturnType<typeof createServer>;

export function listen(server: NetServer): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${(address as AddressInfo).port}`);
    });
  });
}

export function close(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
