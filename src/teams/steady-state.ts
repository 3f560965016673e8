/** A state that never costs an answer: what the store cannot do in time is done without, and logged. */
import type { Log } from "../log";
import type { State } from "./state";
import { withinTime } from "./within-time";

/** Milliseconds. A store in the same region takes 2 to 3; a turn asks it four times within 15 s. */
export const STORE_LIMIT = 1_000;

/** The ticket of a claim that was granted without asking anybody; it commits whatever the store holds. */
export const UNCHECKED = "unchecked";

/**
 * Wraps a store.
 * @param state any store; it may throw or hang
 * @returns a state whose work always goes on: a claim that cannot be checked is granted, since a doubled answer does
 * less harm than none, and a context that cannot be read is unknown
 */
export function steadyState(state: State, log: Log): State {
  async function attempt<T>(work: () => Promise<T>, instead: T, what: string): Promise<T> {
    try {
      return await withinTime(work(), STORE_LIMIT, "the store");
    } catch (error) {
      log.warn({ err: error }, `state: ${what} failed, going on without`);
      return instead;
    }
  }
  return {
    claim: (key) => attempt(() => state.claim(key), { kind: "mine", ticket: UNCHECKED }, "claim"),
    commit: (key, ticket) => attempt(() => state.commit(key, ticket), true, "commit"),
    release: (key) => attempt(() => state.release(key), undefined, "release"),
    recall: (conversation) => attempt(() => state.recall(conversation), undefined, "recall"),
    remember: (conversation, context) => attempt(() => state.remember(conversation, context), undefined, "remember"),
    ready: () => attempt(() => state.ready(), false, "ready"),
  };
}
