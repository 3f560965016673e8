/** What every step of the bot works with. */
import type { TurnContext } from "botbuilder-core";
import type { Log } from "../log";
import { scopeOf } from "../log-events";
import type { Responder } from "../responder";
import type { Incoming } from "./activity";
import type { State } from "./state";

/** One activity on its way through: its trace id, what came, how to reply, where to log. */
export type BotTurn = {
  readonly id: string;
  readonly activity: Incoming;
  readonly context: TurnContext;
  readonly log: Log;
};

export type BotOptions = {
  readonly responder: Responder;
  readonly state: State;
  /** Whether the words of a question may be logged. */
  readonly logQuestions: boolean;
  /** Whether the client shows the manifest's prompt starters in an empty personal chat. */
  readonly startersShow: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export type Step = (options: BotOptions, turn: BotTurn) => Promise<void>;

export function scopeOfTurn({ activity }: BotTurn) {
  return scopeOf(activity.conversation.conversationType);
}
