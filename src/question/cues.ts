/** Which cues a message gives: a denial turns some into their contrary, and some count in their place only. */
import { wordSet } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import { counts } from "./cue-places";
import { comesSoonAfter, type OfPairs, ofPairs } from "./denied-pairs";
import type { Lexicon } from "./lexicon";
import { type Said, withListCues } from "./list-cues";
import { isRegionLost } from "./lost-regions";
import { isNonpairedPlace, isPairedPlace } from "./paired-places";
import { cuesIn, isWithin, type SpansOf, withKind } from "./spans";
import type { Span } from "./spot";
import { isUnbroken, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { AUXILIARY_VERBS, RESTRICTIVE_ADVERBS } from "./word-classes";

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
  const spansOf = cuesIn(spans);
  const denials = denialsOf(spansOf);
  const nonpaired = spansOf("nonpaired");
  // The "not" of "not needing a pair" says nothing of what stands behind it.
  const isOfThePair = (lack: Span) => nonpaired.some((phrase) => isWithin(lack, phrase));
  const lacks = [...denials, ...spansOf("cannot")].filter((lack) => !isOfThePair(lack) && !isNoNeed(lack, tokens));
  const message = { spans, spansOf, denials, lacks, tokens, lexicon };
  const { turned, isOther } = ofPairs(denials, spansOf, tokens, lexicon);
  const cues = withListCues(new Set(inTheirPlaces(message, turned)), message);
  if (cues.has("nonpaired") && spansOf("paired").some(isOther)) cues.add("other-than-the-pair");
  if (cues.has("nonpaired") && places.some((place) => isBelieved(place, spansOf("list"), tokens))) cues.add("besides");
  if (cues.has("paired") && isPairedPlace(spansOf, tokens)) cues.add("in-a-pair");
  if (cues.has("nonpaired") && isNonpairedPlace(spansOf, tokens)) cues.add("in-no-pair");
  if (cues.has("nonpaired") && spansOf("zones").some((zones) => isJoined(zones, denials, tokens))) cues.add("zoneless");
  if (asksWhether(tokens) && !cues.has("list")) cues.add("reason");
  if (isRegionLost(places, spansOf("perhaps-region-loss", "said-of-a-region"), tokens)) cues.add("region-loss");
  return cues;
}

/** "Without a pair or zones", "no pair and no zones": what is denied of the one is of the other. */
function isJoined({ start }: Span, denials: readonly Span[], tokens: readonly Token[]): boolean {
  const [first, second] = [wordAt(start - 2, tokens), wordAt(start - 1, tokens)];
  const isAlternative = second === "or" || second === "nor" || (first === "or" && second === "availability");
  const before = wordsBetween(Math.max(0, start - PAIR_BEFORE), start, tokens);
  const isDenied = denials.some(({ end }) => end <= start && start - end <= PAIR_BEFORE);
  return isAlternative && isDenied && before.includes("pair");
}

/** "a pair or availability". */
const PAIR_BEFORE = 4;

/** "A pair is not required for DR" lacks no DR. */
function isNoNeed({ start, end }: Span, tokens: readonly Token[]): boolean {
  return end - start > 1 && tokens[end - 1]?.canonical === "need";
}

/** "He thinks it is just Qatar. List all regions without a pair": that one is but an example. */
function isBelieved({ start, end }: Span, lists: readonly Span[], tokens: readonly Token[]): boolean {
  // "Italy is the only region that has no pair, he says"
  const around = [...tokens.slice(Math.max(0, start - BEFORE_THE_ONLY), start), ...tokens.slice(end + 1, end + 3)];
  const isOnly = around.some(({ word }) => RESTRICTIVE_ADVERBS.has(word));
  const isPassed = (list: Span) => !isUnbroken(tokens.slice(end, list.start + 1));
  return isOnly && lists.some((list) => list.start >= end && isPassed(list));
}

/** "only in". */
const BEFORE_THE_ONLY = 2;

/** The cues that count where they stand; what is denied says the contrary. */
function inTheirPlaces({ spans, spansOf, denials, lacks, tokens, lexicon }: Said, turned: OfPairs["turned"]): Cue[] {
  const isNotWorthless = ({ start }: Span) => denials.some(({ end }) => end <= start && start - end <= 1);
  // "Don't refuse to work" denies the refusal.
  const isTakenBack = (lack: Span) => spansOf("worthless").some(({ start }) => start === lack.end);
  const isWorthless = (span: Span) =>
    lacks.some((lack) => comesSoonAfter(lack, span, tokens, lexicon) && !isTakenBack(lack));
  return withKind(spans, "cue")
    .filter(({ span, meaning: { cue } }) => counts(cue, span, spansOf, tokens, lexicon))
    .map(({ span, meaning: { cue } }) => {
      // "Not useless without a pair", "aren't single region"
      if ((cue === "worthless" || cue === "nothing") && isNotWorthless(span)) return "works";
      return cue === "works" && isWorthless(span) ? "worthless" : turned(cue, span);
    });
}

/** "I don't know what pairs are" denies no pair, and what "is left" is there. */
function denialsOf(spansOf: SpansOf): Span[] {
  const asking = spansOf("define", "anew", "works");
  const all = spansOf("not", "lacks").filter((denial) => !asking.some((phrase) => isWithin(denial, phrase)));
  return all.filter((denial) => !all.some((other) => isTwice(denial, other) || isTwice(other, denial)));
}

/** "Not lacking", "don't miss": the one takes back the other. */
function isTwice(first: Span, second: Span): boolean {
  return first.end === second.start;
}

/** "Are nonpaired regions worse" asks for a reason, "are there any" for a list, as do "could you tell me", "would need". */
function asksWhether(tokens: readonly Token[]): boolean {
  const isAsked = (at: number) => !REQUESTS.has(wordAt(at + 1, tokens));
  return tokens
    .slice(0, 2)
    .some(({ word, breakBefore }, i) => AUXILIARY_VERBS.has(word) && (i === 0 || breakBefore) && isAsked(i));
}

/** "could you", "anyone", "would need", "would love". */
const REQUESTS = wordSet("you u ya someone somebody anyone anybody need like love want appreciate be");
