/** Each piece of work is done once, however often Teams delivers the activity that asks for it. */
import type { Activity } from "botbuilder-core";
import { SendError } from "./send";
import type { BotOptions, BotTurn } from "./turn";

/** Works out what to send. */
export type Work = () => Promise<Partial<Activity>>;

/**
 * Does the work and sends what it made, unless somebody did so before. Work whose reply surely never arrived may be
 * done again.
 * @returns the id of the message that was sent, where the connector gave one
 */
export async function once(options: BotOptions, turn: BotTurn, claim: string, work: Work): Promise<string | undefined> {
  if (!(await options.state.claim(claim))) {
    turn.log.info("already done, nothing sent");
    return undefined;
  }
  try {
    const sent = await turn.context.sendActivity(await work());
    return sent?.id;
  } catch (error) {
    if (error instanceof SendError && error.delivered === "later") await options.state.release(claim);
    throw error;
  }
}

/** Without an id nothing can be told from a second delivery, so each counts as new. */
export function claimOf(work: string, id: string, turn: BotTurn): string {
  return JSON.stringify([work, turn.activity.conversation.id, id === "" ? turn.id : id]);
}
