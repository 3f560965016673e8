/** What the second reading says of a message. */
import type { Topic } from "../knowledge/schema";
import type { Catalog } from "./catalogs";
import type { LikelyKind } from "./reply-kinds";

/** The likeliest of several. */
export type Guess<T extends string> = { readonly id: T; readonly isSure: boolean };

/** What a message is likely about, of each sort; null where nothing of the sort can be told. */
export type Subject = {
  readonly concept: Guess<string> | null;
  readonly list: Guess<Catalog> | null;
  readonly topic: Guess<Topic> | null;
};

/** What a message says by itself, before the conversation is looked at. */
export type Leaning = {
  /** For each kind, in their order. */
  readonly sums: readonly number[];
  /** How many names it has. */
  readonly counts: string;
  /** Whether the rules take more services than one for meant, and how likely they are right on the names, 0 to 1. */
  readonly meant: { readonly many: boolean; readonly share: number };
  readonly subject: Subject;
};

/** What the weights are sure of; null where they are not. */
export type Likely = {
  readonly kind: LikelyKind | null;
  /** Nothing of ours, perhaps: enough to doubt an answer. */
  readonly outside: "other-topic" | "no-match" | null;
  /** Of several services that are named, others may be meant than the rules took. */
  readonly isMeantInDoubt: boolean;
  readonly subject: Subject;
};

export const NOTHING_LIKELY: Likely = {
  kind: null,
  outside: null,
  isMeantInDoubt: false,
  subject: { concept: null, list: null, topic: null },
};
