/**
 * Why somebody pressed thumbs down. Teams' own form takes free words and no choices, so the reasons that one can act
 * on are read out of the words; the words themselves may name people and stay out of the log.
 */
export const FEEDBACK_REASONS = ["link-broken", "wrong-service", "out-of-date", "not-clear"] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

/** In this order: "the link is out of date" is about the link. */
const SIGNS: Readonly<Record<FeedbackReason, RegExp>> = {
  "link-broken":
    /\b(link|url|page|button)s?\b.{0,40}\b(broken|dead|404|missing|gone|not found|wrong|out of date|(does|do|did|is)(n.?t| not) (work|open|load|exist|there))|\b(broken|dead) (link|url|page)|\b404\b/i,
  "wrong-service":
    /\bwrong (service|product|one|region)\b|\b(other|another|different) (service|product)\b|\bi (meant|asked)\b|\bnot what i\b/i,
  "out-of-date":
    /\bout.?of.?date\b|\boutdated\b|\bobsolete\b|\bstale\b|\bold\b|\bno longer\b|\bnot current\b|\bretired\b/i,
  "not-clear":
    /\bnot clear\b|\bunclear\b|\bconfus|\b(do|did)(n.?t| not) understand\b|\bhard to (read|understand|follow)\b|\btoo (long|much|short|vague)\b/i,
};

/** @returns the reason that the words give, or null where they give none of ours */
export function feedbackReason(words: string): FeedbackReason | null {
  return FEEDBACK_REASONS.find((reason) => SIGNS[reason].test(words)) ?? null;
}
