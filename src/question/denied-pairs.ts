/** What a message says of pairs where it denies something: none, no need of one, or another region than the pair. */
import { wordSet } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import { startOfClause } from "./clauses";
import type { Lexicon } from "./lexicon";
import { isWithin, type SpansOf } from "./spans";
import { isAnsweredWithNo, isNeverGiven, isNobodysWorry } from "./spared-pairs";
import type { Span } from "./spot";
import { isUnbroken, restOfThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  CONDITIONALS,
  DETERMINERS,
  NEGATED_AUXILIARIES,
  NEGATIONS,
  NEGATIVE_CONJUNCTIONS,
  PREPOSITIONS_OF_BELONGING,
  RESTRICTIVE_ADVERBS,
} from "./word-classes";

/** Cue by cue, what is said of pairs by it. */
export type OfPairs = {
  /** "no pair", "do not need a pair" say the contrary of what they deny; "unless paired" is a need. */
  readonly turned: (cue: Cue, span: Span) => Cue;
  /** "a region that isn't my partner" */
  readonly isOther: (span: Span) => boolean;
};

/** @param denials what denies something in the message */
export function ofPairs(
  denials: readonly Span[],
  spansOf: SpansOf,
  tokens: readonly Token[],
  lexicon: Lexicon,
): OfPairs {
  const nonpaired = spansOf("nonpaired");
  const isOfServices = spansOf("services", "kind").length > 0;
  // "A field 'paired region': the regions where it stays blank"
  const isAnsweredNo = spansOf("regions").length > 0 && spansOf("answered-no").some((span) => isAnAnswer(span, tokens));
  const isInside = (span: Span) => nonpaired.some(({ start, end }) => start < span.start && span.start < end);
  // "Never updates both partners at once"
  const isOfBoth = ({ start }: Span) => tokens[start - 1]?.word === "both";
  const isDenied = (span: Span) =>
    denials.some((denial) => !isOfBoth(span) && comesSoonAfter(denial, span, tokens, lexicon, OF_A_PAIR)) ||
    isInside(span) ||
    isLeftEmpty(span, tokens) ||
    isAnsweredNo ||
    isNeverGiven(span, tokens) ||
    (isOfServices && (isNobodysWorry(span, tokens) || isAnsweredWithNo(span, tokens))) ||
    spansOf("regardless").some((phrase) => comesSoonAfter(phrase, span, tokens, lexicon, OF_A_PAIR)) ||
    // "Services except those that need a pair"
    (isOfServices && spansOf("rather-than").some((but) => comesSoonAfter(but, span, tokens, lexicon, OF_A_PAIR))) ||
    (isOfServices && isNotNeeded(span, denials, spansOf("must"), tokens));
  const needsOf = (span: Span) =>
    isOfServices ? spansOf("requires").filter((verb) => comesSoonAfter(verb, span, tokens, lexicon, OF_A_PAIR)) : [];
  // "I never want to depend on pairs"
  const isNoNeed = (verb: Span) => denials.some((denial) => comesSoonAfter(denial, verb, tokens, lexicon));
  const takenBack = isOfServices ? [] : nonpaired.filter((span) => isTakenBack(span, tokens));
  const isOfAPhrase = (denial: Span) => nonpaired.some((phrase) => isWithin(denial, phrase));
  const isNotForIt = (span: Span) =>
    isNotWithout(span, tokens) || denials.some((denial) => !isOfAPhrase(denial) && isRightBefore(denial, span, tokens));
  return {
    turned: (cue, span) => {
      if (isAPair(cue) && takenBack.some(({ start, end }) => start <= span.start && span.end <= end)) return "paired";
      if (cue === "nonpaired") return isNotForIt(span) ? "needs" : cue;
      if (!isOnPairs(cue) || isALimit(cue, span, tokens)) return cue;
      if (isCondition(span, tokens)) return "needs";
      if (isDenied(span)) return "nonpaired";
      if (isOfServices && isOnlyIf(span.start, tokens)) return "needs";
      const needs = needsOf(span);
      return needs.length === 0 ? cue : needs.every(isNoNeed) ? "nonpaired" : "needs";
    },
    isOther: (span) => isOtherThanThePair(span, denials, tokens),
  };
}

/** "Where the answer is no"; but "is no longer", "true or false". */
function isAnAnswer({ start, end }: Span, tokens: readonly Token[]): boolean {
  const next = tokens[end];
  const isWhole = !next || next.breakBefore || BEHIND_AN_ANSWER.has(next.word);
  return isWhole && tokens[start - 1]?.word !== "or";
}

const BEHIND_AN_ANSWER: ReadonlySet<string> = new Set(["for", "in", "under", "at", "when", "and"]);

/** "Where the paired region column is empty". */
function isLeftEmpty({ end }: Span, tokens: readonly Token[]): boolean {
  const behind = tokens.slice(end, end + BEFORE_EMPTY);
  const empty = behind.findIndex(
    ({ word }, i) => EMPTY.has(word) || (NEGATIONS.has(word) && THERE.has(behind[i + 1]?.word ?? "")),
  );
  return empty >= 0 && isUnbroken(behind.slice(0, empty + 1));
}

/** "column comes back empty". */
const BEFORE_EMPTY = 4;
const EMPTY = wordSet("empty blank null missing");

const THERE = wordSet("exist there available given present defined assigned");

/** Services that "don't do much without a pair", "won't fail over without one" need it. */
function isNotWithout({ start }: Span, tokens: readonly Token[]): boolean {
  if (tokens[start]?.word !== "without" || tokens[start]?.breakBefore) return false;
  let i = start - 1;
  while (i >= 0 && start - i <= BEFORE_WITHOUT && isDone(i, tokens) && !tokens[i]?.breakBefore) i -= 1;
  return NEGATIONS.has(wordAt(i, tokens));
}

/** Services "for paired regions but not for nonpaired ones". */
function isRightBefore(denial: Span, { start }: Span, tokens: readonly Token[]): boolean {
  const between = tokens.slice(denial.end, start);
  const isDenied = UNPAIRED.has(wordAt(start, tokens)) && !NEGATIVE_CONJUNCTIONS.has(wordAt(denial.start, tokens));
  return isDenied && start >= denial.end && between.every(({ word, breakBefore }) => FOR.has(word) && !breakBefore);
}

const UNPAIRED: ReadonlySet<string> = new Set(["nonpaired", "unpaired", "non", "pairless"]);
const FOR = anyOf(DETERMINERS, PREPOSITIONS_OF_BELONGING, "with");

/** "Regions that aren't without a pair", "that don't lack one" */
function isTakenBack({ start }: Span, tokens: readonly Token[]): boolean {
  return NEGATIONS.has(wordAt(start - 1, tokens)) && tokens[start]?.breakBefore !== true;
}

/** "Don't fail over without a pair", but not "don't fail without a pair". */
function isDone(at: number, tokens: readonly Token[]): boolean {
  const word = wordAt(at, tokens);
  return DONE.has(word) || (word === "fail" && tokens[at + 1]?.word === "over");
}

/** "not really do anything". */
const BEFORE_WITHOUT = 4;
/** What services do: what they "do not need" is another matter. */
const DONE = wordSet(
  "work function operate run over failover replicate do much anything offer really survive recover go help properly",
);

/** What "won't replicate outside its pair" needs it. */
function isALimit(cue: Cue, { start }: Span, tokens: readonly Token[]): boolean {
  return cue === "needs" && LIMITS.has(wordAt(start, tokens));
}

const LIMITS: ReadonlySet<string> = new Set(["outside", "beyond", "other", "anywhere", "elsewhere", "except"]);

function isAPair(cue: Cue): boolean {
  return cue === "nonpaired" || cue === "paired";
}

function isOnPairs(cue: Cue): boolean {
  return cue === "needs" || cue === "paired";
}

/** "A region that isn't my partner" may have a partner of its own; "a region that has no partner" has none. */
function isOtherThanThePair({ start, end }: Span, denials: readonly Span[], tokens: readonly Token[]): boolean {
  const denial = denials.find(
    (span) => span.start <= start + 1 && start - span.end <= BEFORE_THE_PAIR && span.start < end,
  );
  // "Not the paired ones": of these there are many.
  if (!denial || tokens[end]?.plain === "ones") return false;
  const between = tokens.slice(denial.end, end);
  const isOfIt = IS_NOT.has(wordAt(denial.start, tokens)) || between.some(({ word }) => LIKED.has(word));
  const isOneThought = isUnbroken(between);
  const said = [...between, ...restOfThought(end, tokens, 2)];
  return isOfIt && isOneThought && said.some(({ word }) => THE_ONE.has(word));
}

/** "my region's" */
const BEFORE_THE_PAIR = 3;
/** "I don't like my pair" */
const LIKED: ReadonlySet<string> = new Set(["like", "want", "trust", "prefer", "use"]);
const IS_NOT = anyOf(NEGATED_AUXILIARIES, "not");
const THE_ONE = anyOf(DETERMINERS, "mine ours yours official");

/** "Don't replicate unless the region has a pair". */
function isCondition({ start }: Span, tokens: readonly Token[]): boolean {
  return tokens.slice(Math.max(0, start - BETWEEN_CONDITION_AND_PAIR), start).some(({ word }) => word === "unless");
}

const BETWEEN_CONDITION_AND_PAIR = 5;

/** Services that "would only manage that if there were a pair" */
export function isOnlyIf(start: number, tokens: readonly Token[]): boolean {
  const before = tokens.slice(Math.max(startOfClause(start, tokens), start - BETWEEN_ONLY_AND_PAIR), start);
  const only = before.findIndex(({ word }) => RESTRICTIVE_ADVERBS.has(word));
  return only >= 0 && before.slice(only + 1).some(({ word }) => CONDITIONALS.has(word));
}

const BETWEEN_ONLY_AND_PAIR = 8;

/** "Services, a pair is not needed". */
function isNotNeeded(
  { end }: Span,
  denials: readonly Span[],
  needs: readonly Span[],
  tokens: readonly Token[],
): boolean {
  const at = (denial: Span) => (tokens[denial.end]?.word === "be" ? denial.end + 1 : denial.end);
  return denials.some(
    (denial) =>
      denial.start >= end &&
      denial.start - end <= BETWEEN_PAIR_AND_DENIAL &&
      needs.some(({ start }) => start === at(denial)),
  );
}

/** "is", "is really". */
const BETWEEN_PAIR_AND_DENIAL = 2;

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
  "geo",
  "dr",
  "regional",
  "official",
  "fixed",
  "azure",
]);
const NONE: ReadonlySet<string> = new Set();

/** Whether both stand in one thought, with hardly a word between. */
export function comesSoonAfter(
  denial: Span,
  span: Span,
  tokens: readonly Token[],
  lexicon: Lexicon,
  passing: ReadonlySet<string> = NONE,
): boolean {
  if (span.start < denial.end) return false;
  const isPassed = ({ word, canonical }: Token) => lexicon.isFiller(word) || passing.has(canonical);
  const between = tokens.slice(denial.end, span.start).filter((token) => !isPassed(token)).length;
  const isOneThought = isUnbroken(tokens.slice(denial.end, span.start + 1));
  return between <= AFTER_A_DENIAL && isOneThought;
}
