/** What every step of the bot works with. */
import type { TurnContext } from "botbuilder-core";
import type { Log } from "../log";
import { scopeOf } from "../log-events";
import type { Responder } from "../responder";
import type { Incoming } from "./activity";
import { SendError } from "./send";
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

/** Does the step unless somebody did it before. A step whose reply surely never arrived may be done again. */
export async function once(options: BotOptions, turn: BotTurn, claim: string, step: Step): Promise<void> {
  if (!(await options.state.claim(claim))) return turn.log.info("already done, nothing sent");
  try {
    await step(options, turn);
  } catch (error) {
    if (error instanceof SendError && error.delivered === "later") await options.state.release(claim);
    throw error;
  }
}

/** Without an id nothing can be told from a second delivery, so each counts as new. */
export function claimOf(work: string, id: string, turn: BotTurn): string {
  return JSON.stringify([work, turn.activity.conversation.id, id === "" ? turn.id : id]);
}
