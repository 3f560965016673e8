/** Names of what was decided against: "we chose Web PubSub over SignalR", "the move to Cosmos DB is cancelled". */

import { startOfClause } from "./clauses";
import type { Lexicon } from "./lexicon";
import type { NameSpan } from "./name-span";
import type { SpansOf } from "./spans";
import type { Span } from "./spot";
import { endsThought, isUnbroken, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, DETERMINERS, PASSIVE_AUXILIARIES, UNSETTLED_OPENINGS } from "./word-classes";

/** "hence we use": so many words may stand between such a phrase and the name that it leads to. */
const BEFORE_A_NAME = 2;

/** @param chosen the names of the message, in order */
export function passedOver(
  chosen: readonly NameSpan[],
  cues: SpansOf,
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const things = chosen.filter(({ name }) => name.kind !== "region");
  const [chosenCues, moves, ends] = [cues("chosen"), cues("moving"), cues("abandoned")];
  // "What about both" asks about what was told in the past too.
  const present = cues("both").length > 0 ? [] : presentOf(things, cues("consequence"), cues("in-use"), tokens);
  const tried = cues("tried");
  return things.filter(
    (span) =>
      isChosenAgainst(span, things, chosenCues, tokens, lexicon) ||
      isCalledOff(span, moves, ends, tokens, lexicon) ||
      isFormer(span, present, tried, tokens),
  );
}

/** "We chose Web PubSub over SignalR", but not "should we choose Web PubSub over SignalR". */
function isChosenAgainst(
  span: NameSpan,
  things: readonly NameSpan[],
  choices: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  if (choices.length === 0 || !OVER.has(wordBefore(span, tokens, lexicon))) return false;
  const clause = startOfClause(span.start, tokens);
  // "We chose AKS over Container Apps, and PostgreSQL over MySQL"
  const start = tokens[clause]?.word === "and" ? startOfClause(clause - 1, tokens) : clause;
  const isBefore = (other: Span) => other.start >= start && other.end < span.start;
  return choices.some(isBefore) && things.some(isBefore) && !UNSETTLED_OPENINGS.has(wordAt(start, tokens));
}

const OVER: ReadonlySet<string> = new Set(["over", "to", "above", "against"]);

/** "The move to Cosmos DB has been cancelled", "we stopped the move to it"; but not "we move to it when AKS is dead". */
function isCalledOff(
  span: NameSpan,
  moves: readonly Span[],
  ends: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  if (ends.length === 0 || wordBefore(span, tokens, lexicon) !== "to") return false;
  const start = startOfClause(span.start, tokens);
  const planned = moves.filter((move) => move.start > start && move.end < span.start && isNoun(move, tokens));
  if (planned.length === 0 || UNSETTLED_OPENINGS.has(wordAt(start, tokens))) return false;
  const isEndBefore = ({ start: at, end }: Span) =>
    at >= start && planned.some((plan) => plan.start >= end && plan.start - end <= BETWEEN_END_AND_PLAN);
  return ends.some((it) => isEndBefore(it) || isSaidOf(span, it, tokens));
}

/** "The move", "our plan". */
function isNoun({ start }: Span, tokens: readonly Token[]): boolean {
  return DETERMINERS.has(wordAt(start - 1, tokens));
}

/** "has been cancelled", "is off". */
function isSaidOf({ end }: Span, predicate: Span, tokens: readonly Token[]): boolean {
  const between = tokens.slice(end, predicate.start);
  const isOneThought = isUnbroken(between) && !tokens[predicate.start]?.breakBefore;
  return predicate.start >= end && isOneThought && between.every(({ word }) => AUXILIARIES.has(word));
}

const AUXILIARIES = anyOf(PASSIVE_AUXILIARIES, "again finally now");
/** "cancelled the". */
const BETWEEN_END_AND_PLAN = 1;

/**
 * "Front Door could not be afforded, hence Traffic Manager", "we tried NetApp Files and ended up with Elastic SAN": what
 * went before what is used now is told in the past.
 */
function isFormer(
  span: NameSpan,
  present: readonly NameSpan[],
  tried: readonly Span[],
  tokens: readonly Token[],
): boolean {
  const isAfter = present.some(({ start }) => start >= span.end);
  return isAfter && !present.includes(span) && (isToldInThePast(span, tokens) || tried.some((it) => leadsTo(it, span)));
}

/** "Front Door was too much"; but "Front Door was deployed in Milan" says where it is. */
function isToldInThePast({ end }: Span, tokens: readonly Token[]): boolean {
  const [verb, next] = tokens.slice(end, end + 2);
  if (!verb || verb.breakBefore || !PAST.has(verb.word)) return false;
  return !IN_USE.has(next?.word ?? "");
}

const PAST: ReadonlySet<string> = new Set(
  "was were got had did didn could couldn would wouldn proved turned failed became seemed felt kept died came never".split(
    " ",
  ),
);
const IN_USE: ReadonlySet<string> = new Set(
  "moved built deployed set created installed put added migrated planned provisioned chosen bought hosted enabled".split(
    " ",
  ),
);

/** "…, hence Traffic Manager", "App Service it remains": the names of what is used now. */
function presentOf(
  things: readonly NameSpan[],
  before: readonly Span[],
  behind: readonly Span[],
  tokens: readonly Token[],
): readonly NameSpan[] {
  const closing = behind.filter(({ end }) => endsThought(end, tokens));
  return things.filter(
    (span) => before.some((it) => leadsTo(it, span)) || closing.some(({ start }) => start === span.end),
  );
}

function leadsTo({ end }: Span, name: Span): boolean {
  return name.start >= end && name.start - end <= BEFORE_A_NAME;
}

/** The word before a name, what may belong to the name left out. */
function wordBefore({ start }: Span, tokens: readonly Token[], lexicon: Lexicon): string {
  let at = start;
  while (at > 0 && !tokens[at]?.breakBefore && lexicon.isFiller(wordAt(at - 1, tokens))) at -= 1;
  return at > 0 && !tokens[at]?.breakBefore ? wordAt(at - 1, tokens) : "";
}
