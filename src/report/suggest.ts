/** What to add to the knowledge, or mend in it, first. */
import { type Counts, compareText } from "./counts";
import type { Group } from "./likeness";
import type { Tally } from "./tally";

export type Suggestion = {
  readonly kind: "unknown" | "matter" | "unclear" | "disliked";
  /** The question, the service, or the services between which the bot asked back. */
  readonly subject: string;
  /** How often it occurred. */
  readonly count: number;
};

/**
 * A wrong answer harms most, then one that we don't have, then a question back (the order of harm in the product's
 * description), so each counts for so many.
 */
const HARM = { disliked: 3, unknown: 2, matter: 2, unclear: 1 } as const;

/** Once is chance: anybody may ask anything of a bot. */
const LEAST = 2;

/**
 * @param groups unanswered questions by likeness; none where their words are not in the log
 * @param top the most suggestions
 * @returns the most harmful first
 */
export function suggest(tally: Tally, groups: readonly Group[], top: number): Suggestion[] {
  const all = [
    ...groups.filter(isUnknown).map(({ question, count }) => ({ kind: "unknown", subject: question, count }) as const),
    ...named("matter", tally.otherTopics),
    ...named("unclear", tally.askedBack),
    ...disliked(tally),
  ];
  const harm = ({ kind, count }: Suggestion) => HARM[kind] * count;
  return all
    .filter(({ count }) => count >= LEAST)
    .sort((a, b) => harm(b) - harm(a) || compareText(a.kind, b.kind) || compareText(a.subject, b.subject))
    .slice(0, top);
}

/** Questions on a matter of a service that we know are counted with that service. */
function isUnknown({ reasons, count }: Group): boolean {
  return 2 * (reasons.get("no-match") ?? 0) > count;
}

function named(kind: "matter" | "unclear", counts: Counts): Suggestion[] {
  return [...counts].map(([subject, count]) => ({ kind, subject, count }));
}

function disliked(tally: Tally): Suggestion[] {
  return [...tally.feedback]
    .filter(([service]) => service !== "")
    .map(([subject, { dislikes }]) => ({ kind: "disliked", subject, count: dislikes }));
}
