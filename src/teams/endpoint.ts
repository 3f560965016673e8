/** POST /api/messages: from the request to the turn and back to a status. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { InvokeResponse } from "botbuilder-core";
import type { Config } from "../config";
import type { Log } from "../log";
import type { Telemetry } from "../telemetry/telemetry";
import { type AnyActivity, parseActivity } from "./activity";
import type { TeamsAdapter } from "./adapter";
import { checkDeclaredBody, readJson } from "./body";
import { activityType, type Bot } from "./bot";
import { checkAddress, checkBearer, checkLocal, checkTenant } from "./guards";
import { Refusal } from "./refusal";
import { respond, respondAndClose } from "./respond";
import { SendError } from "./send";

export type EndpointOptions = {
  readonly config: Config;
  readonly adapter: TeamsAdapter;
  readonly bot: Bot;
  readonly log: Log;
  readonly telemetry: Telemetry;
};

export type Endpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Makes the endpoint.
 * @returns a handler that always answers and never rejects
 */
export function createEndpoint(options: EndpointOptions): Endpoint {
  return (request, response) => {
    const turn = randomUUID();
    return options.telemetry.turn(turn, () => handle(options, request, response, turn));
  };
}

/** @returns the status that the caller got */
async function handle(
  options: EndpointOptions,
  request: IncomingMessage,
  response: ServerResponse,
  turn: string,
): Promise<number> {
  const log = options.log.child({ turn });
  try {
    const result = await receive(options, request, turn, log);
    const status = result?.status ?? 200;
    respond(response, status, result?.body);
    return status;
  } catch (error) {
    const status = statusOf(error, log);
    if (request.complete) respond(response, status);
    else respondAndClose(request, response, status);
    return status;
  }
}

/** Cheap checks first, so that nobody without a token makes the bot work. */
async function receive(
  options: EndpointOptions,
  request: IncomingMessage,
  turn: string,
  log: Log,
): Promise<InvokeResponse | undefined> {
  const { config, adapter, bot, telemetry } = options;
  checkDeclaredBody(request);
  checkLocal(request.headers, config);
  const header = checkBearer(request.headers.authorization, config);
  await adapter.checkToken(header);
  const parsed = parseActivity(await readJson(request));
  if (parsed.kind === "fault") throw new Refusal(400, `not an activity: ${parsed.faults.join(", ")}`);
  checkAddress(parsed.activity, config);
  const sender = await adapter.authenticate(parsed.activity, header);
  checkTenant(parsed.activity, config);
  telemetry.received(activityType(parsed.activity));
  if (parsed.kind === "unhandled") return nothingToDo(parsed.activity, log);
  const { activity } = parsed;
  return adapter.run(sender, activity, (context) => bot({ id: turn, activity, context, log }));
}

function nothingToDo(activity: AnyActivity, log: Log): undefined {
  log.info({ type: activity.type.slice(0, 64) }, "nothing to do for this type");
}

/**
 * What the caller is told; the reason stays in the log. A reply that failed is no reason to have the activity
 * delivered again, unless the reply surely did not arrive and may at the next try.
 */
function statusOf(error: unknown, log: Log): number {
  if (error instanceof Refusal) {
    log.warn({ status: error.status, reason: error.message, cause: messageOf(error.cause) }, "turned away");
    return error.status;
  }
  if (error instanceof SendError) {
    log.error({ err: error, delivered: error.delivered }, "the reply was not sent");
    return error.delivered === "later" ? 503 : 200;
  }
  log.error({ err: error }, "the turn failed");
  return 500;
}

function messageOf(cause: unknown): string | undefined {
  return cause instanceof Error ? cause.message : undefined;
}
