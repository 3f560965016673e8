/** What the bot does in a turn: a message gets exactly one reply, an install one welcome, everything else none. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Activity, ActivityTypes, type TurnContext } from "botbuilder-core";
import type { Log } from "../log";
import type { Decision, Message, Reply, Responder } from "../responder";
import { type Incoming, toMessage } from "./activity";
import { apology, toActivity, toExecuteResponse } from "./reply";
import { SendError } from "./send";
import type { Claim, State } from "./state";

/** One activity on its way through: its trace id, what came, how to reply, where to log. */
export type BotTurn = {
  readonly id: string;
  readonly activity: Incoming;
  readonly context: TurnContext;
  readonly log: Log;
};

export type Bot = (turn: BotTurn) => Promise<void>;

export type BotOptions = {
  readonly responder: Responder;
  readonly state: State;
  /** Whether the words of a question may be logged. */
  readonly logQuestions: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/**
 * Makes the bot.
 * @returns a function that runs one turn; it throws SendError where a reply could not be sent
 */
export function createBot(options: BotOptions): Bot {
  const handlers = new Map<string, Bot>([
    ["message", (turn) => once(options, turn, claimOf("answer", turn.activity.id ?? "", turn), answer)],
    ["invoke", (turn) => answerInvoke(options, turn)],
    ["installationUpdate", (turn) => onInstallation(options, turn)],
    ["conversationUpdate", (turn) => onMembers(options, turn)],
  ]);
  return async (turn) => handlers.get(turn.activity.type)?.(turn);
}

/** Works out what to send. */
type Step = (options: BotOptions, turn: BotTurn) => Promise<Partial<Activity>>;

/**
 * Does the step and sends what it made, unless somebody did so before. The claim is committed right before sending:
 * an instance that ends earlier leaves the work to the next delivery, one that ends later may have sent it.
 */
async function once(options: BotOptions, turn: BotTurn, work: string, step: Step): Promise<void> {
  const { state } = options;
  const claim = await claimInTurn(state, work);
  if (claim.kind === "done") return turn.log.info("already done, nothing sent");
  let sending = false;
  try {
    const activity = await step(options, turn);
    if (!(await state.commit(work, claim.ticket))) return turn.log.warn("taken over meanwhile, nothing sent");
    sending = true;
    await turn.context.sendActivity(activity);
  } catch (error) {
    // What surely did not arrive may be sent at the next delivery; anything else may have arrived.
    if (!sending || (error instanceof SendError && error.delivered === "later")) await state.release(work);
    throw error;
  }
}

/** Milliseconds; doubled from the first to the longest. */
const LOOK_AGAIN = { first: 50, longest: 1_000, limit: 8_000 };

/** Asks until it is clear who does the work: whoever is at it finishes within seconds, or is gone. */
async function claimInTurn(state: State, work: string): Promise<Exclude<Claim, { kind: "busy" }>> {
  const until = performance.now() + LOOK_AGAIN.limit;
  for (let wait = LOOK_AGAIN.first; performance.now() < until; wait = Math.min(wait * 2, LOOK_AGAIN.longest)) {
    const claim = await state.claim(work);
    if (claim.kind !== "busy") return claim;
    await sleep(wait);
  }
  throw new SendError("another turn is at the same message", "later");
}

/** Without an id nothing can be told from a second delivery, so each counts as new. */
function claimOf(work: string, id: string, turn: BotTurn): string {
  return JSON.stringify([work, turn.activity.conversation.id, id === "" ? turn.id : id]);
}

async function answer(options: BotOptions, turn: BotTurn): Promise<Partial<Activity>> {
  const reply = await respond(options, turn);
  return reply ? toActivity(reply) : apology();
}

/** Asks the responder. It never throws, by contract; should it all the same, the person still gets a sentence. */
async function respond(options: BotOptions, turn: BotTurn): Promise<Reply | undefined> {
  const started = performance.now();
  const conversation = turn.activity.conversation.id;
  const before = await options.state.recall(conversation);
  try {
    const message = toMessage(turn.activity);
    const { reply, context } = options.responder.respond(message, before, options.now());
    // Kept before it is sent: a person, or a script, may refer to an answer as soon as it shows.
    await options.state.remember(conversation, context);
    turn.log.info(described(options, turn, message, reply.decision, started), "answered");
    return reply;
  } catch (error) {
    turn.log.error({ err: error }, "the responder failed");
    return undefined;
  }
}

function described(options: BotOptions, turn: BotTurn, message: Message, decision: Decision, started: number) {
  const { kind, services, regions, confidence, reason } = decision;
  return {
    kind,
    services: services.join(" ") || undefined,
    regions: regions.join(" ") || undefined,
    confidence: Math.round(confidence * 100) / 100,
    reason,
    scope: turn.activity.conversation.conversationType ?? undefined,
    ms: Math.round((performance.now() - started) * 10) / 10,
    question: options.logQuestions && message.kind === "text" ? message.text : undefined,
  };
}

/** An invoke is answered in the HTTP response, so a second delivery is answered again: the first response is lost. */
async function answerInvoke(options: BotOptions, turn: BotTurn): Promise<void> {
  const body = turn.activity.name === "adaptiveCard/action" ? await executed(options, turn) : {};
  await turn.context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

async function executed(options: BotOptions, turn: BotTurn): Promise<object> {
  const reply = await respond(options, turn);
  if (reply) return toExecuteResponse(reply);
  return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: apology().text };
}

async function onInstallation(options: BotOptions, turn: BotTurn): Promise<void> {
  const { action } = turn.activity;
  if (action === "remove") return options.state.release(claimOf("welcome", "welcome", turn));
  if (action === "add") await welcomeOnce(options, turn);
}

/** People who join later are not greeted: in a channel that would write to everybody. */
async function onMembers(options: BotOptions, turn: BotTurn): Promise<void> {
  const { membersAdded, recipient } = turn.activity;
  if (membersAdded?.some((member) => member.id === recipient.id)) await welcomeOnce(options, turn);
}

/** Both kinds of update tell of an install, and either may come twice: one welcome for a conversation. */
function welcomeOnce(options: BotOptions, turn: BotTurn): Promise<void> {
  return once(options, turn, claimOf("welcome", "welcome", turn), async () => {
    turn.log.info("welcomed");
    return toActivity(options.responder.welcome());
  });
}
