/**
 * The HTTP client under the SDK's connector client: a time limit on every request, and a second try after 429 only.
 * Anything else may have been delivered, so that sending it again could show a person the same answer twice. The
 * SDK's own policy tries four times after a refusal, a 429 or a 500; it leaves alone what is thrown here, since it
 * looks at its own kind of error only.
 */
import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import type { HttpClient, HttpOperationResponse, WebResourceLike } from "botbuilder-stdlib/lib/azureCoreHttpCompat";
import { HttpHeaders } from "botbuilder-stdlib/lib/azureCoreHttpCompat";

/** Milliseconds. Teams gives a turn 15 s, of which sending may have most. */
export type SendLimits = { readonly attempt: number; readonly total: number };
export const SEND_LIMITS: SendLimits = { attempt: 5_000, total: 9_000 };

/** Milliseconds that the last try must have: one that is cut short may have arrived, so the answer could be lost. */
const LAST_TRY = 2_000;

/** Whether the person may have the message all the same. `later` says that another try later may work. */
export type Delivery = "no" | "later" | "maybe";

/** A message that was not sent, or not as far as is known. */
export class SendError extends Error {
  override readonly name = "SendError";
  constructor(
    message: string,
    readonly delivered: Delivery,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

type Answer = { readonly status: number; readonly retryAfter: string | undefined; readonly body: string };

/** Idle connections go before the other side closes them, or a message could meet a closing one and be lost. */
const IDLE = 20_000;
const AGENTS = {
  "http:": new HttpAgent({ keepAlive: true, timeout: IDLE, maxFreeSockets: 64 }),
  "https:": new HttpsAgent({ keepAlive: true, timeout: IDLE, maxFreeSockets: 64 }),
} as const;
/** A connector answers with an id; more than this is not a connector. */
const LONGEST_ANSWER = 65_536;

/**
 * Makes the client.
 * @param limits how long one request and all tries together may take
 * @param resent called before each second try, for the log
 * @throws (from sendRequest) SendError on anything but a 2xx answer
 */
export function createSender(limits: SendLimits, resent: (waited: number) => void): HttpClient {
  return {
    async sendRequest(request) {
      const deadline = Date.now() + limits.total;
      for (let tries = 0; ; tries++) {
        const answer = await attempt(request, Math.min(limits.attempt, deadline - Date.now()));
        if (answer.status >= 200 && answer.status < 300) return toResponse(request, answer);
        if (answer.status !== 429) throw refused(answer.status);
        const wait = waitAfter429(answer.retryAfter, tries, Math.random());
        if (Date.now() + wait + Math.min(limits.attempt, LAST_TRY) > deadline)
          throw new SendError("the connector answered 429 for too long", "later");
        resent(wait);
        await sleep(wait);
      }
    },
  };
}

/**
 * How long to wait after a 429.
 * @param retryAfter the header: seconds, or a date; without it a second, doubled each time
 * @param tries how many second tries there were before
 * @param chance 0 to 1; up to a quarter and 100 ms more, so that not all come back at once
 * @returns milliseconds, never less than the connector asked for
 */
export function waitAfter429(retryAfter: string | undefined, tries: number, chance: number): number {
  const asked = retryAfter === undefined ? Number.NaN : secondsOf(retryAfter) * 1_000;
  const wait = Number.isFinite(asked) ? Math.max(asked, 0) : 1_000 * 2 ** tries;
  return Math.ceil(wait + chance * (wait / 4 + 100));
}

/** HTTP's two forms; Date.parse alone would read "-5" as a month. */
function secondsOf(retryAfter: string): number {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter);
  return /^[A-Z][a-z]+, /.test(retryAfter) ? (Date.parse(retryAfter) - Date.now()) / 1_000 : Number.NaN;
}

function refused(status: number): SendError {
  return new SendError(`the connector answered ${status}`, status >= 500 || status === 408 ? "maybe" : "no");
}

/** One request, ended after the limit whatever it is doing. */
function attempt(request: WebResourceLike, limit: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const url = new URL(request.url);
    const secure = url.protocol === "https:";
    const send = secure ? httpsRequest : httpRequest;
    const options = { method: request.method, headers: headersOf(request), agent: AGENTS[secure ? "https:" : "http:"] };
    const fail = (error: Error) => reject(interrupted(error, isConnected()));
    const outgoing = send(url, options, (incoming) => readAnswer(incoming).then(resolve, fail));
    const isConnected = connection(outgoing, secure);
    const timer = setTimeout(() => outgoing.destroy(new Error(`no answer in ${limit} ms`)), Math.max(limit, 1));
    outgoing.on("error", fail);
    outgoing.on("close", () => clearTimeout(timer));
    outgoing.end(request.body);
  });
}

/**
 * Watches for the moment from which a message may have left this machine: not before the connection stands, over https
 * not before both sides have agreed on its keys. Whatever fails earlier (no address, no route, no free socket, a
 * certificate that is not trusted) surely delivered nothing.
 * @returns whether that moment is past
 */
function connection(outgoing: ClientRequest, secure: boolean): () => boolean {
  let connected = false;
  outgoing.once("socket", (socket) => {
    if (outgoing.reusedSocket) return;
    socket.once(secure ? "secureConnect" : "connect", () => {
      connected = true;
    });
  });
  return () => connected || outgoing.reusedSocket;
}

function headersOf(request: WebResourceLike): Record<string, string> {
  // The SDK asks for compressed answers; a connector's answer is a few bytes, and this client would not unpack it.
  const { "accept-encoding": _, ...headers } = request.headers.toJson();
  return headers;
}

function interrupted(error: Error, connected: boolean): SendError {
  if (error instanceof SendError) return error;
  const code = "code" in error ? error.code : undefined;
  const delivered = connected ? "maybe" : "later";
  return new SendError(`the connector could not be reached: ${code ?? error.message}`, delivered, { cause: error });
}

async function readAnswer(incoming: IncomingMessage): Promise<Answer> {
  let body = "";
  incoming.setEncoding("utf8");
  for await (const chunk of incoming) {
    body += chunk;
    if (body.length > LONGEST_ANSWER) throw new SendError("the connector's answer is too long", "maybe");
  }
  return { status: incoming.statusCode ?? 0, retryAfter: incoming.headers["retry-after"], body };
}

function toResponse(request: WebResourceLike, answer: Answer): HttpOperationResponse {
  // A connector may answer 200 with nothing; the SDK wants JSON.
  return { request, status: answer.status, headers: JSON_HEADERS, bodyAsText: answer.body || "{}" };
}

const JSON_HEADERS = new HttpHeaders({ "content-type": "application/json" });
