/** A state that never costs an answer: what the store cannot do in time is done without, and logged. */
import type { Log } from "../log";
import { outageLog } from "./outage";
import type { State } from "./state";
import { TooLate, withinTime } from "./within-time";

/** Milliseconds. A store in the same region takes 2 to 3; a turn asks it four times within 15 s. */
export const STORE_LIMIT = 1_000;

/** The ticket of a claim that was granted without asking anybody; it commits whatever the store holds. */
export const UNCHECKED = "unchecked";

/** Milliseconds without the store after it hung, so that one turn waits for it and not all, nor one turn five times. */
const REST = 5_000;

/**
 * Wraps a store.
 * @param state any store; it may throw or hang
 * @returns a state whose work always goes on: a claim that cannot be checked is granted, since a doubled answer does
 * less harm than none, and a context that cannot be read is unknown
 * @param onFailure told of each thing that the store could not do
 */
export function steadyState(state: State, log: Log, onFailure: () => void = () => {}): State {
  const outage = outageLog(log);
  let restUntil = 0;

  async function attempt<T>(work: () => Promise<T>, instead: T, what: string): Promise<T> {
    try {
      const result = await withinTime(work(), STORE_LIMIT, "the store");
      outage.worked();
      return result;
    } catch (error) {
      // By the error: a timer of a second may fire a little before the clock says so.
      if (error instanceof TooLate) restUntil = performance.now() + REST;
      outage.failed(error, what);
      onFailure();
      return instead;
    }
  }

  function unlessResting<T>(work: () => Promise<T>, instead: T, what: string): Promise<T> {
    return performance.now() < restUntil ? Promise.resolve(instead) : attempt(work, instead, what);
  }

  /** Tried again in a moment: until then the work counts as done, though it was not. */
  async function release(key: string): Promise<void> {
    const work = () => state.release(key).then(() => true);
    if (await attempt(work, false, "release")) return;
    setTimeout(() => void attempt(work, false, "release"), STORE_LIMIT).unref();
  }

  return {
    claim: (key) => unlessResting(() => state.claim(key), { kind: "mine", ticket: UNCHECKED }, "claim"),
    // Asked even then: a claim that stays open would be answered again.
    commit: (key, ticket) => attempt(() => state.commit(key, ticket), true, "commit"),
    release,
    recall: (conversation) => unlessResting(() => state.recall(conversation), undefined, "recall"),
    remember: (conversation, context) =>
      unlessResting(() => state.remember(conversation, context), undefined, "remember"),
    ready: () => attempt(() => state.ready(), false, "ready"),
  };
}
