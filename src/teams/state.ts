/** What outlives a turn. Asynchronous, so that a store shared by several instances can take memory's place. */
import { LRUCache } from "lru-cache";
import type { Context } from "../responder";

export type State = {
  /**
   * Takes a piece of work, once.
   * @param key names the work: an activity's id in its conversation, a welcome
   * @returns true for the first who asks, false for all after
   */
  claim(key: string): Promise<boolean>;
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

/**
 * How much memory keeps, and for how long. Teams delivers again within a minute or so; an hour covers what hangs.
 * A follow-up may refer back for half an hour (the responder checks that too).
 */
const LIMITS = {
  claims: { max: 100_000, ttl: 60 * MINUTE },
  contexts: { max: 10_000, ttl: 30 * MINUTE },
} as const;

/** State of one process: gone when it ends, and of no use to a second instance. */
export function memoryState(): State {
  const claims = new LRUCache<string, true>(LIMITS.claims);
  const contexts = new LRUCache<string, Context>(LIMITS.contexts);
  return {
    async claim(key) {
      if (claims.has(key)) return false;
      claims.set(key, true);
      return true;
    },
    async release(key) {
      claims.delete(key);
    },
    recall: async (conversation) => contexts.get(conversation),
    async remember(conversation, context) {
      if (context === undefined) contexts.delete(conversation);
      else contexts.set(conversation, context);
    },
    ready: async () => true,
  };
}
