/** Each piece of work is done once, however often Teams delivers the activity that asks for it, on whichever instance. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Activity } from "botbuilder-core";
import { SendError } from "./send";
import type { Claim, State } from "./state";
import type { BotOptions, BotTurn } from "./turn";

/** Works out what to send. */
export type Work = () => Promise<Partial<Activity>>;

/**
 * Does the work and sends what it made, unless somebody did so before. The claim is committed right before sending: an
 * instance that ends earlier leaves the work to the next delivery, one that ends later may have sent it.
 * @returns the id of the message that was sent, where the connector gave one
 */
export async function once(options: BotOptions, turn: BotTurn, key: string, work: Work): Promise<string | undefined> {
  const { state } = options;
  const claim = await claimInTurn(state, key);
  if (claim.kind === "done") return nothingSent(turn, "already done, nothing sent");
  let sending = false;
  try {
    const activity = await work();
    if (!(await state.commit(key, claim.ticket))) return nothingSent(turn, "taken over meanwhile, nothing sent");
    sending = true;
    return (await turn.context.sendActivity(activity))?.id;
  } catch (error) {
    // What surely did not arrive may be sent at the next delivery; anything else may have arrived.
    if (!sending || (error instanceof SendError && error.delivered === "later")) await state.release(key);
    throw error;
  }
}

function nothingSent(turn: BotTurn, why: string): undefined {
  turn.log.info(why);
}

/**
 * Work that nobody hears of: done with the claim.
 * @returns true for the first who asks
 */
export async function isFirst(state: State, key: string): Promise<boolean> {
  const claim = await state.claim(key);
  return claim.kind === "mine" && state.commit(key, claim.ticket);
}

/** Milliseconds; doubled from the first to the longest. */
const LOOK_AGAIN = { first: 50, longest: 1_000, limit: 8_000 };

/** Asks until it is clear who does the work: whoever is at it finishes within seconds, or is gone. */
async function claimInTurn(state: State, key: string): Promise<Exclude<Claim, { kind: "busy" }>> {
  const until = performance.now() + LOOK_AGAIN.limit;
  for (let wait = LOOK_AGAIN.first; performance.now() < until; wait = Math.min(wait * 2, LOOK_AGAIN.longest)) {
    const claim = await state.claim(key);
    if (claim.kind !== "busy") return claim;
    await sleep(wait);
  }
  throw new SendError("another turn is at the same message", "later");
}

/** Without an id nothing can be told from a second delivery, so each counts as new. */
export function claimOf(work: string, id: string, turn: BotTurn): string {
  return JSON.stringify([work, turn.activity.conversation.id, id === "" ? turn.id : id]);
}
