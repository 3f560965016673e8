/** HTTP responses: the same headers on each, and never a word about what went wrong inside. */
import type { IncomingMessage, ServerResponse } from "node:http";

const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
} as const;

const REASONS: Readonly<Record<number, string>> = {
  400: "The request is not an activity of Bot Framework.",
  401: "A token of Bot Framework is needed.",
  403: "Not allowed.",
  404: "Not found.",
  405: "Method not allowed.",
  413: "The request is too long.",
  500: "Something went wrong.",
  503: "Not available at the moment.",
};

/**
 * Ends a response.
 * @param body JSON to send; a status of 400 and up without one says its reason in general words
 */
export function respond(response: ServerResponse, status: number, body?: unknown): void {
  if (response.headersSent) return;
  response.end(begin(response, status, body));
}

/** Milliseconds that a caller has to read its answer while it is still sending. */
const LINGER = 1_000;

/**
 * Answers a request whose body nobody reads, and ends its connection. Not at once: a caller that is cut off while it
 * sends gets to see no answer.
 */
export function respondAndClose(request: IncomingMessage, response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.setHeader("Connection", "close");
  response.write(begin(response, status, undefined));
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LINGER);
  request.once("end", end).once("close", end).resume();
}

/** @returns the body, which remains to be written */
function begin(response: ServerResponse, status: number, body: unknown): string {
  const content = body ?? (status >= 400 ? { error: REASONS[status] ?? "The request failed." } : undefined);
  const text = content === undefined ? "" : JSON.stringify(content);
  response.writeHead(status, {
    "Content-Length": Buffer.byteLength(text),
    ...HEADERS,
    ...(text === "" ? {} : { "Content-Type": "application/json; charset=utf-8" }),
    ...(status === 401 ? { "WWW-Authenticate": "Bearer" } : {}),
    ...(status === 503 ? { "Retry-After": "2" } : {}),
  });
  return text;
}
