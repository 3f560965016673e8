/** Regions that a message says it does not mean: "not Austria, Belgium!". */

import { isConditional, startOfClause } from "./clauses";
import { isBeforeDenial, isBehindDenial } from "./denial-places";
import type { Lexicon } from "./lexicon";
import type { NameSpan } from "./name-span";
import { isRefused } from "./refused";
import type { Span } from "./spot";
import { beginsThought, endsThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, DETERMINERS, NEGATIVE_CONJUNCTIONS, NEGATIVE_WORDS, PREPOSITIONS_OF_PLACE } from "./word-classes";

/** "Not Austria, Belgium!", "Milan, not Madrid"; but "Milan is not paired with Madrid" is about both. */
export function withoutDeniedRegions(
  chosen: readonly NameSpan[],
  denials: readonly Span[],
  tokens: readonly Token[],
): readonly NameSpan[] {
  const opens = ({ start }: Span) => beginsThought(start, tokens) || tokens[start - 1]?.word === "no";
  const openings = [...denials.filter(opens), ...denials.filter((denial) => isBetweenPlaces(denial, chosen, tokens))];
  const isNext = (end: number, start: number) =>
    start >= end && tokens.slice(end, start + 1).every((token, i, { length }) => isOfARegion(token, i === length - 1));
  const rest = chosen.filter(({ start }) => !openings.some(({ end }) => isNext(end, start)));
  return rest.length > 0 ? rest : chosen;
}

/** "Region is Poland Central not Sweden"; but "is Poland not Sweden's pair" asks about both. */
function isBetweenPlaces({ start, end }: Span, chosen: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const before = chosen.find((span) => span.end === start && span.name.kind === "region");
  const next = tokens[end]?.word === "in" ? end + 1 : end;
  const denied = chosen.find((span) => span.start === next && span.name.kind === "region");
  // "New Zealand North instead of Australia East" compares.
  const isNot = tokens[start]?.word === "not";
  return isNot && before !== undefined && denied !== undefined && endsThought(denied.end, tokens);
}

/** "not in the Warsaw": of a denial and a region, what stands between and the region itself. */
function isOfARegion({ word, breakBefore }: Token, isRegion: boolean): boolean {
  return !breakBefore && (isRegion || BEFORE_A_REGION.has(word));
}

const BEFORE_A_REGION = anyOf(PREPOSITIONS_OF_PLACE, DETERMINERS, "for");

/** "Not in Milan"; but "without Milan" and "if Milan isn't" tell of its loss. */
export function isRegionDenied(
  span: NameSpan,
  before: readonly Span[],
  behind: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  // "Or not in Doha?" asks about it; "no pair in Milan" denies the pair.
  const denials = ofRegions(before, tokens).filter(
    ({ start }) => tokens[start]?.word !== "without" && tokens[start - 1]?.word !== "or",
  );
  const isItsOwn = ({ end }: Span) => tokens.slice(end, span.start).every((token) => isOfARegion(token, false));
  if (isBehindDenial(span, denials.filter(isItsOwn), tokens, lexicon)) return true;
  if (isRefused(span, tokens) || isLeftFor(span, tokens)) return true;
  return !isConditional(span, tokens) && isBeforeDenial(span, behind, tokens, lexicon);
}

/** "Coming from Denmark East" and "neither Milan nor Doha is paired" ask about these; "we moved from Milan" does not. */
export function ofRegions(denials: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  const isNeither = denials.some(({ start }) => tokens[start]?.word === "neither");
  return denials.filter(({ start, end }) => {
    const [first, last] = [tokens[start], tokens[end - 1]];
    const isOnItsWay = last?.word === "from" && /ing$/.test(first?.plain ?? "");
    return !isOnItsWay && !(isNeither && NEGATIVE_CONJUNCTIONS.has(first?.word ?? ""));
  });
}

/** "It no longer ends in London but in Doha". */
function isLeftFor({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const clause = tokens.slice(startOfClause(start, tokens), start);
  const but = tokens.findIndex(({ word }, i) => i >= end && !ANY_MORE.has(word));
  const isBut = tokens[but]?.word === "but" && BEFORE_A_REGION.has(wordAt(but + 1, tokens));
  return isBut && but - end < BEFORE_BUT && clause.some(({ word }) => NEGATIVE_WORDS.has(word));
}

/** "any more". */
const BEFORE_BUT = 3;
const ANY_MORE: ReadonlySet<string> = new Set(["any", "more", "anymore"]);
