/** The HTTP server, built apart from listening, so that tests go through the front door on a port of their own. */
import type { Server as HttpServer, IncomingMessage, ServerResponse } from "node:http";
import type { ServiceClientCredentialsFactory } from "botframework-connector";
import { LRUCache } from "lru-cache";
import { createServer as createRestifyServer, type Next, type Request, type Response, type Server } from "restify";
import type { Config } from "../config";
import type { Log } from "../log";
import type { Responder } from "../responder";
import { measuredResponder } from "../telemetry/measured";
import { NO_TELEMETRY, type Telemetry } from "../telemetry/telemetry";
import { TeamsAdapter } from "./adapter";
import { createBot } from "./bot";
import { createEndpoint, type Endpoint } from "./endpoint";
import { HTTP_LIMITS, type HttpLimits, holdToLimits } from "./http-limits";
import { measuredSender } from "./measured-sender";
import { withOwnClaims } from "./own-claims";
import { respond } from "./respond";
import { createSender, SEND_LIMITS, type SendLimits } from "./send";
import { memoryState, type State } from "./state";
import { steadyState } from "./steady-state";
import { withinTime } from "./within-time";

/** Milliseconds for turns, as sending, the longest part of one, has; stop.ts has 10 s for all. */
const STOP_LIMIT = 9_000;

/** Milliseconds that an answer on readiness holds; health checks come every 15 s or so. */
const READY_FOR = 2_000;

export type ServerOptions = {
  readonly config: Config;
  readonly responder: Responder;
  readonly log: Log;
  /** Default: this process's memory. */
  readonly state?: State | undefined;
  /** Default: the SDK's, for the identity in config. */
  readonly credentials?: ServiceClientCredentialsFactory;
  readonly sendLimits?: SendLimits;
  readonly httpLimits?: HttpLimits;
  /** Milliseconds that running turns have when the server stops. */
  readonly stopLimit?: number;
  /** Default: nothing is measured. */
  readonly telemetry?: Telemetry;
  readonly now?: () => number;
};

export type BotServer = {
  /**
   * Starts listening where config says.
   * @returns the address, with the port that was taken where config says 0
   * @throws Error with code EADDRINUSE where the port is taken
   */
  listen(): Promise<string>;
  /** Answers 503 to whatever is new, lets running turns finish, for at most 9 s, and closes within half a second more. */
  stop(): Promise<void>;
};

/** Puts the bot together; nothing listens yet. */
export function createServer(options: ServerOptions): BotServer {
  const state = options.state ? sharedState(options.state, options) : memoryState();
  const turns = trackedTurns(createMessages(options, state));
  const server = createRestifyServer({ name: "" });
  addRoutes(server, turns.endpoint, readiness(state, turns));
  const http: HttpServer = server.server;
  holdToLimits(http, options.httpLimits ?? HTTP_LIMITS);
  const { config, log, stopLimit = STOP_LIMIT } = options;
  return { listen: () => listen(server, config), stop: () => stop(http, turns, stopLimit, log) };
}

function sharedState(state: State, { log, telemetry = NO_TELEMETRY }: ServerOptions): State {
  return withOwnClaims(steadyState(state, log, telemetry.stateFailed));
}

/** Anybody may ask; the store is asked once in a while, however many do. */
function readiness(state: State, turns: Turns): () => Promise<boolean> {
  const answers = new LRUCache({ max: 1, ttl: READY_FOR, fetchMethod: () => state.ready() });
  return async () => !turns.stopping() && (await answers.fetch("state")) === true;
}

function createMessages(options: ServerOptions, state: State): Endpoint {
  const { config, log, credentials, telemetry = NO_TELEMETRY } = options;
  const responder = measuredResponder(options.responder, telemetry);
  const resent = (waited: number) => {
    log.warn({ waited }, "the connector asked to wait, sending again");
    telemetry.resent();
  };
  const httpClient = measuredSender(createSender(options.sendLimits ?? SEND_LIMITS, resent), telemetry);
  const { identity, tokens, logQuestions } = config;
  const adapter = new TeamsAdapter({ identity, tokens, credentials, httpClient });
  // Without an identity it is the local client that talks to us, and that shows no prompt starters.
  const startersShow = identity !== undefined;
  const bot = createBot({ responder, state, logQuestions, startersShow, now: options.now ?? Date.now });
  return createEndpoint({ config, adapter, bot, log, telemetry });
}

type Turns = {
  readonly endpoint: Endpoint;
  readonly stopping: () => boolean;
  /** Refuses new turns and waits for those that run. */
  readonly finish: () => Promise<unknown>;
};

function trackedTurns(endpoint: Endpoint): Turns {
  const running = new Map<Promise<void>, () => void>();
  let stopping = false;
  return {
    stopping: () => stopping,
    async endpoint(request, response) {
      if (stopping) return turnAwayWhileStopping(response);
      const turn = endpoint(request, response);
      running.set(turn, () => dropIfIncomplete(request, response));
      await turn.finally(() => running.delete(turn));
    },
    finish() {
      stopping = true;
      for (const drop of running.values()) drop();
      return Promise.all(running.keys());
    },
  };
}

/** What is still being said when the bot stops may never end; nobody has worked on it yet. */
function dropIfIncomplete(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  response.once("finish", () => request.destroy());
  turnAwayWhileStopping(response);
}

/** The connection goes too, so that its next request opens one to another instance. */
function turnAwayWhileStopping(response: ServerResponse): void {
  response.setHeader("Connection", "close");
  respond(response, 503);
}

/** restify takes a handler only where it has exactly two parameters and is async. */
function addRoutes(server: Server, messages: Endpoint, isReady: () => Promise<boolean>): void {
  server.pre(turnAwayUnknown);
  server.post("/api/messages", async (request: Request, response: Response) => messages(request, response));
  server.get("/healthz", async (_: Request, response: Response) => respond(response, 200, { status: "alive" }));
  server.get("/readyz", async (_: Request, response: Response) => {
    const ready = await isReady();
    respond(response, ready ? 200 : 503, { status: ready ? "ready" : "not ready" });
  });
}

/** What there is: path and method. */
const ROUTES: ReadonlyMap<string | undefined, string> = new Map([
  ["/api/messages", "POST"],
  ["/healthz", "GET"],
  ["/readyz", "GET"],
]);

/** Before restify's own router, whose errors repeat the caller's words. */
function turnAwayUnknown(request: Request, response: Response, next: Next): void {
  const path = request.url?.split("?")[0];
  const method = ROUTES.get(path);
  const isKnown = method === request.method && isWhereRestifyLooks(request, path);
  if (!isKnown) {
    const isOtherMethod = method !== undefined && method !== request.method;
    if (isOtherMethod) response.setHeader("Allow", method);
    respond(response, isOtherMethod ? 405 : 404);
  }
  next(isKnown ? undefined : false);
}

/** Its router takes the path from the Host header and the address together: a host of "x/y?" would lead elsewhere. */
function isWhereRestifyLooks({ url, headers }: Request, path: string | undefined): boolean {
  const address = `http://${headers.host || "localhost"}${url}`;
  return URL.canParse(address) && new URL(address).pathname === path;
}

function listen(server: Server, config: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, () => {
      const { port } = server.address();
      resolve(`http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`);
    });
  });
}

/** Listens until the last turn is done: a load balancer that is told 503 goes elsewhere, a refused one may not. */
async function stop(http: HttpServer, turns: Turns, limit: number, log: Log): Promise<void> {
  try {
    await withinTime(turns.finish(), limit, "a running turn");
  } catch (error) {
    log.warn({ err: error }, "not every turn ended in time");
  }
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  // What is being said right now may still be said; nobody holds the process longer than that.
  await withinTime(closed, 500, "a connection").catch(() => http.closeAllConnections());
}
