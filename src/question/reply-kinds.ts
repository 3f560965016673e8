/** The kinds of reply that learnt weights tell apart: those of an answer, a decline as one of two. */
export const REPLY_KINDS = [
  "answer",
  "plan",
  "region",
  "catalog",
  "concept",
  "disambiguate",
  "other-topic",
  "no-match",
  "help",
] as const;

export type ReplyKind = (typeof REPLY_KINDS)[number];

/** Answer or plan is first of all one kind: something on services. */
export type LikelyKind = Exclude<ReplyKind, "answer" | "plan"> | "services";
