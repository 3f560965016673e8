/** What the bot does in a turn: a question gets exactly one reply, an install one welcome, everything else none. */
import { ActivityTypes } from "botbuilder-core";
import { answerExecute, answerMessage, answerSearch } from "./answer";
import { takeFeedback } from "./feedback";
import { onInstallation, onMembers } from "./presence";
import type { BotOptions, BotTurn, Step } from "./turn";

export type Bot = (turn: BotTurn) => Promise<void>;

/** Maps, since both names are foreign and may be "constructor". */
const HANDLERS: ReadonlyMap<string, Step> = new Map([
  ["message", answerMessage],
  ["invoke", onInvoke],
  ["installationUpdate", onInstallation],
  ["conversationUpdate", onMembers],
]);

type Invoked = (options: BotOptions, turn: BotTurn) => object | Promise<object>;

const INVOKES: ReadonlyMap<unknown, Invoked> = new Map<unknown, Invoked>([
  ["adaptiveCard/action", answerExecute],
  ["composeExtension/query", answerSearch],
  ["message/submitAction", onFeedback],
]);

/**
 * Makes the bot.
 * @returns a function that runs one turn; it throws SendError where a reply could not be sent
 */
export function createBot(options: BotOptions): Bot {
  return async (turn) => HANDLERS.get(turn.activity.type)?.(options, turn);
}

/** @returns what an activity asks for, one of a few: foreign names must not become names of figures */
export function activityType({ type, name }: { readonly type: string; readonly name?: unknown }): string {
  if (type !== "invoke") return HANDLERS.has(type) ? type : "other";
  return typeof name === "string" && INVOKES.has(name) ? name : "other";
}

/** An invoke is answered in the HTTP response, so a second delivery is answered again: the first response is lost. */
async function onInvoke(options: BotOptions, turn: BotTurn): Promise<void> {
  const body = (await INVOKES.get(turn.activity.name)?.(options, turn)) ?? {};
  await turn.context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

/** Teams takes nothing but an empty object. */
async function onFeedback(options: BotOptions, turn: BotTurn): Promise<object> {
  await takeFeedback(options, turn);
  return {};
}
