/**
 * The kinds of reply that learnt weights tell apart. An answer and a plan are one: how many services are meant is for
 * the rules on names; a decline is one of two.
 */
export const REPLY_KINDS = [
  "services",
  "region",
  "catalog",
  "concept",
  "disambiguate",
  "other-topic",
  "no-match",
  "help",
] as const;

export type ReplyKind = (typeof REPLY_KINDS)[number];

/** What a message says for each kind, in their order, before the conversation is looked at; and how many names it has. */
export type Leaning = { readonly sums: readonly number[]; readonly counts: string };
