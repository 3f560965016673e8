/** What this process has answered it knows by itself: a store that cannot be asked must not have it answer twice. */
import { memoryState, type State } from "./state";

/**
 * @param store shared by all instances; it may grant claims that it could not check
 * @param own of this process alone
 * @returns the store, asked only for work that this process has not done, and is not at, itself
 */
export function withOwnClaims(store: State, own: State = memoryState()): State {
  return {
    ...store,
    async claim(key) {
      const mine = await own.claim(key);
      if (mine.kind !== "mine") return mine;
      const shared = await store.claim(key);
      if (shared.kind === "mine") return { kind: "mine", ticket: `${mine.ticket} ${shared.ticket}` };
      if (shared.kind === "done") await own.commit(key, mine.ticket);
      else await own.release(key);
      return shared;
    },
    async commit(key, ticket) {
      // The store's ticket may hold anything, this process's holds no blank.
      const [mine = "", ...shared] = ticket.split(" ");
      if (!(await own.commit(key, mine))) return false;
      const isDone = await store.commit(key, shared.join(" "));
      if (!isDone) await own.release(key);
      return isDone;
    },
    async release(key) {
      await own.release(key);
      await store.release(key);
    },
  };
}
