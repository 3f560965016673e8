/** Which cues a message gives: a denial turns some into their contrary, and some count in their place only. */
import { fold } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import { isEnglish } from "./english";
import type { Lexicon } from "./lexicon";
import { isWithin, withKind } from "./spans";
import type { Span } from "./spot";
import type { Token } from "./tokens";

type SpansOf = (...cues: readonly Cue[]) => Span[];

/**
 * @param spans what the message says, names left out
 * @param places where regions are named
 * @returns its cues; "nothing" too where services are asked about that lack a way to survive
 */
export function cuesOf(
  spans: readonly Span[],
  places: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): ReadonlySet<Cue> {
  const all = withKind(spans, "cue");
  const spansOf: SpansOf = (...cues) => all.filter(({ meaning }) => cues.includes(meaning.cue)).map(({ span }) => span);
  const denials = denialsOf(spansOf);
  const counting = all.filter(
    ({ span, meaning: { cue } }) => isInPlace(cue, span, tokens, lexicon) && !isPartOfAPhrase(cue, span, spansOf),
  );
  const isDenied = (span: Span) => denials.some((denial) => comesSoonAfter(denial, span, tokens, lexicon, OF_A_PAIR));
  const isInside = (span: Span) =>
    spansOf("nonpaired").some(({ start, end }) => start < span.start && span.start < end);
  const isUnneeded = (span: Span) => spansOf("services", "kind").length > 0 && isNotNeeded(span, denials, spansOf);
  const lacks = [...denials, ...spansOf("cannot")];
  const isWorthless = (span: Span) => lacks.some((lack) => comesSoonAfter(lack, span, tokens, lexicon));
  const cues = new Set(
    counting.map(({ span, meaning: { cue } }): Cue => {
      if (cue === "works") return isWorthless(span) ? "worthless" : cue;
      if (isOnPairs(cue) && isCondition(span, tokens)) return "needs";
      return isOnPairs(cue) && (isDenied(span) || isInside(span) || isUnneeded(span)) ? "nonpaired" : cue;
    }),
  );
  if (asksWhether(tokens) && !cues.has("list")) cues.add("reason");
  const isLacking = (span: Span) => lacks.some((lack) => isLackOf(lack, span, tokens, lexicon));
  if (cues.has("services") && waysToSurvive(spans, spansOf).some(isLacking)) cues.add("nothing");
  if (isRegionLost(places, spansOf("perhaps-region-loss", "said-of-a-region"), tokens)) cues.add("region-loss");
  return cues;
}

/** "Poland Central is lost", "if Doha goes down": what may mean the loss of a region does, said of one. */
function isRegionLost(places: readonly Span[], losses: readonly Span[], tokens: readonly Token[]): boolean {
  const isLost = (place: Span) =>
    losses.some(({ start }) => start >= place.end && start - place.end <= BETWEEN_REGION_AND_LOSS);
  // "our VM in Doha is down" says it of the VM.
  const isSubject = ({ start }: Span) => !BEFORE_A_PLACE.has(tokens[start - 1]?.word ?? "");
  return places.some((place) => isSubject(place) && isLost(place));
}

/** "is", "would be". */
const BETWEEN_REGION_AND_LOSS = 2;
const BEFORE_A_PLACE: ReadonlySet<string> = new Set(["in", "from", "to", "at", "into", "for"]);

/** "I don't know what pairs are" denies no pair. */
function denialsOf(spansOf: SpansOf): Span[] {
  const asking = spansOf("define", "anew");
  return spansOf("not", "lacks").filter((denial) => !asking.some((phrase) => isWithin(denial, phrase)));
}

/** Denied, these say the contrary: "no pair" is no pair, "do not need a pair" no need of one. */
function isOnPairs(cue: Cue): boolean {
  return cue === "needs" || cue === "paired";
}

/** "I mean" asks for no meaning, "nothing to do with pairs" is not nothing. */
function isPartOfAPhrase(cue: Cue, span: Span, spansOf: SpansOf): boolean {
  const isPartOf = (...cues: readonly Cue[]) =>
    spansOf(...cues).some((other) => isWithin(span, other) && span.end - span.start < other.end - other.start);
  if (cue === "nothing") return isPartOf("nonpaired");
  return (cue === "define" || cue === "reason") && isPartOf("correction");
}

/** "Don't replicate unless the region has a pair". */
function isCondition({ start }: Span, tokens: readonly Token[]): boolean {
  return tokens.slice(Math.max(0, start - BETWEEN_CONDITION_AND_PAIR), start).some(({ word }) => word === "unless");
}

const BETWEEN_CONDITION_AND_PAIR = 5;

/** "Services, a pair is not needed". */
function isNotNeeded({ end }: Span, denials: readonly Span[], spansOf: SpansOf): boolean {
  const needs = spansOf("must");
  return denials.some(
    (denial) =>
      denial.start >= end &&
      denial.start - end <= BETWEEN_PAIR_AND_DENIAL &&
      needs.some(({ start }) => start === denial.end),
  );
}

/** "is", "is really". */
const BETWEEN_PAIR_AND_DENIAL = 2;

/** What a service may have, or lack: "DR" and "failover", but not the region or the pair. */
function waysToSurvive(spans: readonly Span[], spansOf: SpansOf): Span[] {
  const topics = withKind(spans, "topic").filter(({ meaning }) => meaning.topic !== "recovery-objectives");
  const places = spansOf("regions", "paired", "nonpaired");
  const isPlace = (span: Span) => places.some(({ start, end }) => start === span.start && end === span.end);
  return [...topics.map(({ span }) => span), ...spansOf("built-in", "region-loss").filter((span) => !isPlace(span))];
}

/** "cannot fail over", "no DR of their own"; but not "without losing resilience". */
function isLackOf(lack: Span, span: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const between = tokens.slice(lack.end, span.start);
  return comesSoonAfter(lack, span, tokens, lexicon) && between.every(({ word }) => lexicon.isStopWord(word));
}

/** "Are nonpaired regions worse" asks for a reason, "are there any" for a list. */
function asksWhether(tokens: readonly Token[]): boolean {
  return tokens.slice(0, 2).some(({ word, breakBefore }, i) => WHETHER.has(word) && (i === 0 || breakBefore));
}

const WHETHER: ReadonlySet<string> = new Set(
  ["is", "are", "do", "does", "can", "could", "will", "would", "should", "must", "may"].map(fold),
);

/**
 * "and" makes a follow-up at the start of a message only ("and Cosmos DB?"), not between two names; "there" is a place
 * at the end of a clause ("Cosmos DB there"), not in "is there a way".
 */
function isInPlace(cue: Cue, span: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  if (cue === "follow") return opens(span, tokens, lexicon);
  if (cue === "correction" && tokens[span.start]?.word === "no" && span.end - span.start === 1) {
    return opens(span, tokens, lexicon) && tokens[span.end]?.breakBefore === true;
  }
  if (cue === "zones") return !isExam(span, tokens);
  if (cue === "paired") return !isPairOfThings(span, tokens, lexicon);
  if (cue !== "same-place") return true;
  const after = tokens[span.end];
  return (!after || after.breakBefore) && !EXISTS.has(tokens[span.start - 1]?.word ?? "");
}

/** "A pair of black gloves". */
function isPairOfThings({ end }: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const [of, ...things] = tokens.slice(end, end + 1 + WORDS_OF_THINGS);
  if (of?.word !== "of" || of.breakBefore) return false;
  const isThing = ({ word, canonical }: Token) =>
    isEnglish(word) && !lexicon.isKnown(canonical) && !lexicon.isStopWord(word);
  return things.some(isThing);
}

const WORDS_OF_THINGS = 2;

/** "AZ-305" is an exam, "AZ 2" a zone. */
function isExam({ start, end }: Span, tokens: readonly Token[]): boolean {
  return tokens[start]?.word === "az" && EXAM_NUMBER.test(tokens[end]?.word ?? "");
}

const EXAM_NUMBER = /^\d{3}$/;

const EXISTS: ReadonlySet<string> = new Set(["is", "are", "was", "isn", "aren"]);

/** At the start, or after words that say nothing: "I see. And the disks?" */
function opens({ start }: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  return (
    start <= 1 || (start <= LONGEST_OPENING && tokens.slice(0, start).every(({ word }) => lexicon.isStopWord(word)))
  );
}

const LONGEST_OPENING = 4;

/** "lacking any such pair": so many words may stand between a denial and what is denied. */
const AFTER_A_DENIAL = 2;

/** "Without its region having a pair": what stands around a pair and says no more. */
const OF_A_PAIR: ReadonlySet<string> = new Set([
  "its",
  "region",
  "having",
  "being",
  "in",
  "part",
  "has",
  "kind",
  "sort",
]);
const NONE: ReadonlySet<string> = new Set();

function comesSoonAfter(
  denial: Span,
  span: Span,
  tokens: readonly Token[],
  lexicon: Lexicon,
  passing: ReadonlySet<string> = NONE,
): boolean {
  if (span.start < denial.end) return false;
  const isPassed = ({ word, canonical }: Token) => lexicon.isFiller(word) || passing.has(canonical);
  const between = tokens.slice(denial.end, span.start).filter((token) => !isPassed(token)).length;
  const isOneThought = !tokens.slice(denial.end, span.start + 1).some(({ breakBefore }) => breakBefore);
  return between <= AFTER_A_DENIAL && isOneThought;
}
