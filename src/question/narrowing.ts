/** "Only the red ones", "which of these need a pair", "databases only", "back to the whole list": parts of what was shown. */
import { fold, wordSet } from "../knowledge/normalise";
import { placesOf, withKind } from "./spans";
import type { Span } from "./spot";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";
import {
  ARTICLES,
  anyOf,
  FIRST_PERSON_POSSESSIVES,
  FORMS_OF_BE,
  FORMS_OF_DO,
  FORMS_OF_HAVE,
  NEGATED_AUXILIARIES,
  PLURAL_PRONOUNS,
  POLITE_WORDS,
  RESTRICTIVE_ADVERBS,
} from "./word-classes";

/** What the services that are to be shown have in common. */
export const SHARED_OUTCOMES = [
  "fails",
  "works",
  "nothing-built-in",
  "needs-a-pair",
  "works-without-pairs",
  "fails-over-without-you",
  "you-fail-over",
] as const;
export type SharedOutcome = (typeof SHARED_OUTCOMES)[number];

/** Which of the services before are to be shown; a place alone ("in Poland") is kept for lists. */
export type Narrowing = {
  readonly outcome: SharedOutcome | null;
  /** Words that name kinds of services. */
  readonly kinds: readonly string[];
  /** All of them again. */
  readonly whole: boolean;
  /** "Only", "which": without such a word "storage" is a service. */
  readonly isChosen: boolean;
};

type Said = {
  readonly tokens: readonly Token[];
  readonly spans: readonly Span[];
  readonly names: { readonly regions: readonly string[]; readonly places: readonly Span[] };
};

/** @returns null where the message says anything else: every word of it has to be one of these */
export function narrowingOf({ tokens, spans, names }: Said): Narrowing | null {
  if (tokens.length === 0 || tokens.length > LONGEST) return null;
  const isChosen = tokens.some(({ word }) => CHOOSES.has(word));
  if (!isChosen && tokens.length > LONGEST_WITHOUT && names.regions.length === 0) return null;
  const [places, kinds] = [placesOf(names.places), kindPlaces(spans, tokens)];
  const rest = tokens.filter(({ word }, at) => !places.has(at) && !kinds.has(at) && !FRAME.has(word));
  const said = rest.map(({ word }) => (NEGATED_AUXILIARIES.has(word) || word === "t" ? "not" : word)).join(" ");
  const phrase = said.replace(/\bnot not\b/g, "not");
  const outcome = OUTCOMES.get(phrase) ?? null;
  const whole = WHOLE.has(phrase);
  if (phrase !== "" && outcome === null && !whole) return null;
  const named = tokens.flatMap(({ canonical }, at) => (kinds.has(at) ? [canonical] : []));
  const isSome = outcome !== null || whole || named.length + names.regions.length > 0;
  return isSome ? { outcome, kinds: named, whole, isChosen } : null;
}

const LONGEST = 11;
const LONGEST_WITHOUT = 5;

/** "Databases", "storage"; "data" are what they hold. */
function kindPlaces(spans: readonly Span[], tokens: readonly Token[]): ReadonlySet<number> {
  const kinds = withKind(spans, "cue").filter(({ meaning }) => meaning.cue === "kind");
  const isOfData = ({ start }: Span) => tokens[start]?.word === "data";
  return placesOf(kinds.map(({ span }) => span).filter((span) => !isOfData(span) && !isOne(span, tokens)));
}

/** "Just the database", "the storage one": one of those that were shown, and no kind of them. */
function isOne({ start, end }: Span, tokens: readonly Token[]): boolean {
  const [before, last, next] = [wordAt(start - 1, tokens), tokens[end - 1], wordAt(end, tokens)];
  const isOneThing = COUNTABLE.has(last?.word ?? "") && last?.plain.endsWith("s") === false;
  return next === "one" || (ARTICLES.has(before) && isOneThing && !PARTS.has(next));
}

const COUNTABLE = wordSet("database message event queue container network");
const PARTS = wordSet("part side service");

const CHOOSES = anyOf(RESTRICTIVE_ADVERBS, "which what who show list filter ones those keep narrow");

/** What stands around the word that tells. */
const FRAME = anyOf(
  CHOOSES,
  ARTICLES,
  POLITE_WORDS,
  PLURAL_PRONOUNS,
  FIRST_PERSON_POSSESSIVES,
  FORMS_OF_BE,
  FORMS_OF_DO,
  FORMS_OF_HAVE,
  "one of to that service and or now but ok okay so then give there here in plan table row from with part side back again also down s",
);

const WHOLE = wordSet("all everything whole full complete entire");

function phrases(outcome: SharedOutcome, text: string): ReadonlyArray<readonly [string, SharedOutcome]> {
  return text.split(", ").map((phrase) => [phrase.split(" ").map(fold).join(" "), outcome]);
}

/** Each without the words of the frame: "(which ones are) not protected". */
const OUTCOMES: ReadonlyMap<string, SharedOutcome> = new Map([
  ...phrases(
    "fails",
    "not protected, unprotected, not covered, uncovered, not safe, unsafe, at risk, red, not survive, not work, not protected at all, without protection, no protection, exposed, not replicated, not copied, bad",
  ),
  ...phrases("works", "protected, covered, safe, survive, works, work, fine, something built, copied, replicated"),
  ...phrases(
    "nothing-built-in",
    "nothing built, nothing, no built, not built, nothing builtin, built nothing, without built, without anything built, not anything built, must build myself, must build ourselves",
  ),
  ...phrases(
    "needs-a-pair",
    "need pair, need region pair, need paired region, need paired regions, require pair, require region pair, depend on pair, rely on pair, only work pair, work pair, pair, paired, paired regions",
  ),
  ...phrases(
    "works-without-pairs",
    "work without pair, work without, without pair, not need pair, not require pair, not need, no pair, nonpaired",
  ),
  ...phrases(
    "fails-over-without-you",
    "automatic, automatically, fail over automatically, fail over by themselves, fail over by itself, by themselves, automatic failover, failover automatically, fail over alone, fail over without me, fail over without us, fully automatic",
  ),
  ...phrases(
    "you-fail-over",
    "manual, manually, fail over manually, manual failover, by hand, fail over by hand, i fail over, we fail over, fail over ourselves, fail over myself, i must fail over, we must fail over",
  ),
]);
