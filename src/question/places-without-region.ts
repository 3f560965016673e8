/**
 * "SQL MI Riyadh", "and Moscow?", "and Munich?": places that no public region stands for. Left out without a word, the
 * region of the turn before would answer for them. What only tells of people or names something else is left out.
 */
import { wordSet } from "../knowledge/normalise";
import type { Lexicon } from "./lexicon";
import type { Names } from "./names";
import type { NoRegion } from "./no-regions";
import { isInPassing } from "./passing-places";
import type { Span } from "./spot";
import { beginsThought, endsThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { ARTICLES, anyOf, DIRECTIONS, LIST_CONJUNCTIONS, PREPOSITIONS_TOWARDS } from "./word-classes";

type Place = Pick<Span, "start" | "end"> & {
  readonly shown: string;
  readonly geography: string | null;
  readonly doubtful: boolean;
};

/** What they stand among. */
type Around = {
  readonly tokens: readonly Token[];
  readonly names: Names;
  readonly places: readonly Place[];
  readonly signs: readonly Span[];
  readonly lexicon: Lexicon;
};

const NONE: readonly NoRegion[] = [];

/** @returns those that are meant, in the order named */
export function placesWithoutRegion(
  tokens: readonly Token[],
  spans: readonly Span[],
  names: Names,
  lexicon: Lexicon,
): readonly NoRegion[] {
  const places = placesIn(spans, tokens, names);
  if (places.length === 0) return NONE;
  const signs = spans.filter(({ meanings }) => meanings.some(({ kind }) => kind === "topic" || kind === "cue"));
  const around = { tokens, names, places, signs, lexicon };
  const meant = places.filter((place) => isMeant(place, around));
  const all = new Map(meant.map((place) => [place.shown, place]));
  return [...all.values()].map((place) => {
    const { shown, geography } = place;
    return { kind: "place", name: shown, geography, isFurther: isFurther(place, tokens) };
  });
}

/** Spelt right, and no part of another name: the "Guinea" of "Papua New Guinea" is none. */
function placesIn(spans: readonly Span[], tokens: readonly Token[], names: Names): Place[] {
  const found: Place[] = [];
  for (const span of spans) {
    for (const meaning of span.meanings) {
      if (meaning.kind !== "other-place" || meaning.shown === undefined) continue;
      const { start, end } = span;
      if (isTyped(span, tokens) && !names.covers(span)) {
        const { shown, geography = null } = meaning;
        found.push({ start, end, shown, geography, doubtful: meaning.doubtful === true });
      }
    }
  }
  const isPart = (place: Place) =>
    found.some(
      (other) =>
        other.end - other.start > place.end - place.start && place.start >= other.start && place.end <= other.end,
    );
  return found.filter((place) => !isPart(place));
}

function isTyped({ start, end, confidence }: Span, tokens: readonly Token[]): boolean {
  return confidence === 1 && tokens.slice(start, end).every((token) => token.confidence === 1 && !token.code);
}

function isMeant(place: Place, around: Around): boolean {
  const { tokens, names } = around;
  if (isInPassing(place, names.chosen, tokens) || isGreeting(place, tokens)) return false;
  if (isListed(place, around)) return true;
  if (names.regions.length > 0) return isBesideRegions(place, around);
  if (IN.has(before(place, tokens))) return true;
  if (place.doubtful) return isAlone(place, around);
  return BEFORE_A_PLACE.has(before(place, tokens)) || isFree(place, around);
}

/** The word before it in the same thought, an article left out. */
function before({ start }: Place, tokens: readonly Token[]): string {
  const at = ARTICLES.has(wordAt(start - 1, tokens)) ? start - 1 : start;
  return beginsThought(at, tokens) ? "" : wordAt(at - 1, tokens);
}

const IN = wordSet("in within inside");
const BEFORE_A_PLACE = anyOf(IN, PREPOSITIONS_TOWARDS, "from at between across towards for near around via");

/** "Good morning from Manila" */
function isGreeting({ start }: Place, tokens: readonly Token[]): boolean {
  return wordAt(start - 1, tokens) === "from" && (start === 1 || GREETINGS.has(wordAt(start - 2, tokens)));
}

const GREETINGS = wordSet("hello hi hey morning afternoon evening day greetings regards salam");

/** "Saudi and Qatar", "Qatar to Riyadh": beside a region or another place that is none of the doubtful ones. */
function isListed(place: Place, { tokens, names, places }: Around): boolean {
  const sure = places.filter((other) => other !== place && !other.doubtful);
  return [...names.places, ...sure].some((other) => {
    const [first, second] = other.start < place.start ? [other, place] : [place, other];
    const between = tokens.slice(first.end, second.start).map(({ word }) => word);
    const isBroken = !beginsThought(second.start, tokens);
    return between.length === 0 ? !isBroken : between.length <= 2 && between.every((word) => LISTS.has(word));
  });
}

const LISTS = anyOf(LIST_CONJUNCTIONS, PREPOSITIONS_TOWARDS, ARTICLES, "then from with in");

/** "Key Vault in Kuwait" and "a replica in Kuwait" name a place of their own; "shops in Kuwait" don't. */
function isBesideRegions(place: Place, { tokens, names }: Around): boolean {
  const word = before(place, tokens);
  if (PREPOSITIONS_TOWARDS.has(word)) return true;
  const at = place.start - (ARTICLES.has(wordAt(place.start - 1, tokens)) ? 2 : 1);
  const isOfAService = names.chosen.some(({ name, end }) => name.kind === "service" && end === at);
  return IN.has(word) && (isOfAService || COPIES.has(wordAt(at - 1, tokens)));
}

const COPIES = wordSet("replica secondary standby dr copy failover site region backup one");

/** "Riyadh SQL MI", "and Jeddah?"; but "Kuwait Finance House" is a bank. */
function isFree({ start, end }: Place, { tokens, names, signs, lexicon }: Around): boolean {
  const says = (at: number) =>
    names.isCovered(at) ||
    lexicon.isStopWord(wordAt(at, tokens)) ||
    lexicon.isFiller(wordAt(at, tokens)) ||
    DIRECTIONS.has(wordAt(at, tokens)) ||
    signs.some((sign) => sign.start <= at && at < sign.end);
  const isOpenBefore = beginsThought(start, tokens) || (wordAt(start - 1, tokens) !== "of" && says(start - 1));
  const isOpenBehind = endsThought(end, tokens) || (!NAMED_SO.has(wordAt(end, tokens)) && says(end));
  return isOpenBefore && isOpenBehind;
}

/** "Project Malawi", "the Vietnam war", "Finland's regulator" */
const NAMED_SO = wordSet("s project programme program tool bank war law style rule rules");

/** "Turkey", "key vault jordan", "and Chad?": nothing else is said that it could be a name of. */
function isAlone({ start, end }: Place, { tokens, names }: Around): boolean {
  return tokens.every(({ word }, at) => (at >= start && at < end) || names.isCovered(at) || BESIDE_IT.has(word));
}

const BESIDE_IT = anyOf(BEFORE_A_PLACE, "and or what how about then the azure region now please ok so pair");

/** "And to Riyadh?", "our second site is in Athens": the region of before stays what it is. */
function isFurther(place: Place, tokens: readonly Token[]): boolean {
  return PREPOSITIONS_TOWARDS.has(before(place, tokens)) || tokens.some(({ word }) => FURTHER.has(word));
}

const FURTHER = wordSet("second secondary another standby also");
