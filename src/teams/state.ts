/** What outlives a turn. Asynchronous, so that a store shared by several instances can take memory's place. */
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Context } from "../responder";

/**
 * What came of asking for a piece of work. `mine` until committed; `busy` where somebody took it a moment ago and has
 * not committed, so that it may still be done or its instance may be gone; `done` for ever after.
 */
export type Claim =
  | { readonly kind: "mine"; readonly ticket: string }
  | { readonly kind: "busy" }
  | { readonly kind: "done" };

export type State = {
  /**
   * Takes a piece of work, which only one may have.
   * @param key names the work: an activity's id in its conversation, a welcome
   */
  claim(key: string): Promise<Claim>;
  /**
   * Right before the step that cannot be taken back: from now on the work counts as done.
   * @param ticket of the claim
   * @returns false where somebody else took the work meanwhile and this one must not go on
   */
  commit(key: string, ticket: string): Promise<boolean>;
  /** Gives a claim back: the work was not done, and whoever asks next may do it. */
  release(key: string): Promise<void>;
  /** What the turn before left for this conversation, if it is still known. */
  recall(conversation: string): Promise<Context | undefined>;
  /** Keeps what the next turn of this conversation may refer to; undefined forgets it. */
  remember(conversation: string, context: Context | undefined): Promise<void>;
  /** Whether the store answers. */
  ready(): Promise<boolean>;
};

const MINUTE = 60_000;

/** Milliseconds that things are kept, the same in every store. */
export type Kept = { readonly claim: number; readonly context: number; readonly taken: number };
export const KEPT: Kept = {
  /** Teams delivers again within a minute or so; an hour covers what hangs. */
  claim: 60 * MINUTE,
  /** A follow-up may refer back for half an hour (the responder checks that too). */
  context: 30 * MINUTE,
  /**
   * Whoever took work and has not committed by then is gone. Before the commit a turn reads the context, answers and
   * keeps the context: milliseconds, and at most 2 s where the store hangs.
   */
  taken: 5_000,
};

/** Bounds memory where somebody floods the bot. By size: by number, lru-cache takes the room for all of them at once. */
const atMost = (count: number) => ({ maxSize: count, sizeCalculation: () => 1 });

/** The ticket of who took the work, and when; or that it is done, as one object for all of them. */
type Taken = { readonly ticket: string | undefined; readonly at: number };
const DONE: Taken = { ticket: undefined, at: 0 };

/** The keys of an hour are most of the memory that a busy bot holds, and a digest of 32 bytes is a quarter of one. */
function digestOf(key: string): string {
  return createHash("sha256").update(key).digest("binary");
}

/** State of one process: gone when it ends, and of no use to a second instance. */
export function memoryState(kept: Kept = KEPT): State {
  const claims = new LRUCache<string, Taken>({ ...atMost(100_000), ttl: kept.claim });
  const contexts = new LRUCache<string, Context>({ ...atMost(10_000), ttl: kept.context });
  let tickets = 0;
  return {
    async claim(work) {
      const key = digestOf(work);
      const known = claims.get(key);
      if (known && known.ticket === undefined) return { kind: "done" };
      if (known && performance.now() - known.at < kept.taken) return { kind: "busy" };
      const ticket = String(++tickets);
      claims.set(key, { ticket, at: performance.now() });
      return { kind: "mine", ticket };
    },
    async commit(work, ticket) {
      const key = digestOf(work);
      const known = claims.get(key);
      if (known && known.ticket !== ticket) return false;
      claims.set(key, DONE);
      return true;
    },
    async release(work) {
      claims.delete(digestOf(work));
    },
    recall: async (conversation) => contexts.get(conversation),
    async remember(conversation, context) {
      if (context === undefined) contexts.delete(conversation);
      else contexts.set(conversation, context);
    },
    ready: async () => true,
  };
}
