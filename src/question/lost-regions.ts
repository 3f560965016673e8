/** Whether a region is spoken of as lost. */

import { isConditional } from "./clauses";
import type { Span } from "./spot";
import { isUnbroken, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { FORMS_OF_BE, NEGATIONS, PREPOSITIONS_OF_PLACE } from "./word-classes";

/** "Poland Central is lost", "if Doha goes down": what may mean the loss of a region does, said of one. */
export function isRegionLost(places: readonly Span[], losses: readonly Span[], tokens: readonly Token[]): boolean {
  const isLost = (place: Span) =>
    losses.some(({ start }) => start >= place.end && start - place.end <= BETWEEN_REGION_AND_LOSS) ||
    losses.some(({ end }) => end < place.start && isSharedWith(place, tokens.slice(end, place.start))) ||
    isNoMore(place, tokens) ||
    tokens[place.start - 1]?.word === "without";
  // "our VM in Doha is down" says it of the VM.
  const isSubject = ({ start }: Span) => !PREPOSITIONS_OF_PLACE.has(wordAt(start - 1, tokens));
  return places.some((place) => isSubject(place) && isLost(place));
}

/** "Does it go down together with Austria East", "gone with Doha": what is lost with a region. */
function isSharedWith({ start }: Span, between: readonly Token[]): boolean {
  const last = between.at(-1)?.word === "the" ? between.at(-2) : between.at(-1);
  const isOneThought = isUnbroken(between);
  return start > 0 && last?.word === "with" && isOneThought && between.length <= BETWEEN_LOSS_AND_REGION;
}

/** "go down together with". */
const BETWEEN_LOSS_AND_REGION = 4;

/** "if Auckland isn't", "once Milan is no more". */
function isNoMore(place: Span, tokens: readonly Token[]): boolean {
  const [verb, denial] = wordsBetween(place.end, place.end + 2, tokens);
  return (
    isConditional(place, tokens) && (verb === "isn" || (FORMS_OF_BE.has(verb ?? "") && NEGATIONS.has(denial ?? "")))
  );
}

/** "is", "would be". */
const BETWEEN_REGION_AND_LOSS = 2;
