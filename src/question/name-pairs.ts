/**
 * Words that stand beside each other in the full name of a service or region. "Kay", "steam" and "span" are words, but
 * "kay vault", "steam analytics" and "span central" are a letter away from names.
 */
import { fold } from "../knowledge/normalise";
import { isEnglish } from "./english";
import { differing } from "./lookalikes";
import type { Spelling } from "./spelling";
import { DIRECTIONS } from "./word-classes";
import type { WordKinds } from "./word-kinds";

type Beside = ReadonlyMap<string, ReadonlySet<string>>;
type Words = Map<string, Set<string>>;

/** What matters of a word of the message. */
type Typed = {
  readonly raw: string;
  readonly plain: string;
  readonly word: string;
  readonly canonical: string;
  readonly strange: boolean;
  readonly breakBefore: boolean;
  readonly confidence: number;
};

/** What is known of words. */
type Known = WordKinds & { readonly spelling: Spelling };

/** How far a word may be from the one that was meant, by how often people type the word itself there. */
type Slack = {
  /** Letters of the word that was meant. */
  readonly least: number;
  readonly wrong: number;
  /** Words of as many letters, or of any, with other vowels: "bulb", "que". */
  readonly spoken: "alike" | "any" | "none";
};

const STRANGE: Slack = { least: 3, wrong: 1, spoken: "any" };
const ORDINARY: Slack = { least: 3, wrong: 1, spoken: "alike" };
/** "Box service" is no Bot Service. */
const BESIDE_A_STOP_WORD: Slack = { least: 4, wrong: 1, spoken: "none" };
/** "Both services" neither. */
const STOP_WORD: Slack = { least: 5, wrong: 1, spoken: "any" };
/** "When Azure fails" means no Azure Files, but "Azure flies" does; an "API gateway" is no App Gateway. */
const SWAPPED: Slack = { least: 3, wrong: 0.5, spoken: "none" };

/** "Sit recovery", "even hubs" */
const STOP_WORD_BESIDE_A_NAME: Slack = { least: 4, wrong: 1, spoken: "none" };

const NONE: ReadonlySet<string> = new Set();
const NO_SLIPS: readonly string[] = [];
const BRAND = "azure";
/** "Best us" is not "west us", nor "API" a mistyped "app". */
const SHORTEST_BESIDE = 3;
const LONGEST_ABBREVIATION = 3;
const SHORTEST_SPOKEN = 3;
const MOST_WRONG = 2;
const MOST_MEANT = 3;

export class NamePairs {
  readonly #before: Beside;
  readonly #after: Beside;

  /** @param names each in the words of the tree */
  constructor(names: ReadonlyArray<readonly string[]>) {
    const [before, after]: [Words, Words] = [new Map(), new Map()];
    for (const name of names) {
      for (const [i, word] of name.entries()) {
        const next = name[i + 1];
        if (next !== undefined) addTo(after, word, next);
        if (next !== undefined) addTo(before, next, word);
      }
    }
    this.#before = before;
    this.#after = after;
  }

  /** @returns the words that would make a name with those on either side; none where the word does so itself */
  meantAt(at: number, tokens: readonly Typed[], known: Known): readonly string[] {
    const token = tokens[at];
    const left = token?.breakBefore ? undefined : tokens[at - 1];
    const right = tokens[at + 1]?.breakBefore ? undefined : tokens[at + 1];
    const behindLeft = wordsBy(this.#after, left, known);
    const beforeRight = wordsBy(this.#before, right, known);
    if (!token || behindLeft.size + beforeRight.size === 0) return NO_SLIPS;
    if (isIn(token, behindLeft) || isIn(token, beforeRight)) return NO_SLIPS;
    return [...slips(token, left, behindLeft, known), ...slips(token, right, beforeRight, known)];
  }
}

function addTo(map: Words, word: string, other: string): void {
  if (word.length >= SHORTEST_BESIDE) map.set(word, (map.get(word) ?? new Set()).add(other));
}

function wordsBy(beside: Beside, token: Typed | undefined, { spelling }: Known): ReadonlySet<string> {
  if (!token) return NONE;
  if (!token.strange || token.confidence < 1) return beside.get(token.canonical) ?? beside.get(token.word) ?? NONE;
  // "Ua nortj": both words are misspelt.
  const meant = spelling.meant(token.plain).slice(0, MOST_MEANT);
  return new Set(meant.flatMap(({ known }) => [...((known && beside.get(known)) ?? NONE)]));
}

function isIn({ word, canonical }: Typed, words: ReadonlySet<string>): boolean {
  return words.has(word) || words.has(canonical);
}

/** @param words those that stand in names beside the other word */
function slips(token: Typed, other: Typed | undefined, words: ReadonlySet<string>, known: Known): string[] {
  if (words.size === 0 || other === undefined) return [];
  const typed = token.raw.toLowerCase();
  const slack = slackOf(typed, token.strange, other.word, known);
  return [...words].filter((word) => word.length >= slack.least && isSlip(typed, inNumber(word, typed), slack));
}

/** "Flies" is compared with "files". */
function inNumber(word: string, typed: string): string {
  return typed.endsWith("s") && !word.endsWith("s") ? `${word}s` : word;
}

function slackOf(typed: string, isStrange: boolean, beside: string, known: Known): Slack {
  const word = fold(typed);
  const isOfEnglish = isEnglish(typed) || isEnglish(word);
  if (known.isStopWord(word)) return isOfEnglish && !known.isStopWord(beside) ? STOP_WORD_BESIDE_A_NAME : STOP_WORD;
  if (!isOfEnglish) {
    const isAbbreviation = !isStrange && typed.length <= LONGEST_ABBREVIATION && !DIRECTIONS.has(beside);
    return isAbbreviation ? SWAPPED : STRANGE;
  }
  if (beside === BRAND) return SWAPPED;
  return known.isStopWord(beside) ? BESIDE_A_STOP_WORD : ORDINARY;
}

function isSlip(typed: string, meant: string, slack: Slack): boolean {
  const isOtherStart = typed.charCodeAt(0) !== meant.charCodeAt(0);
  if (isOtherStart && slack !== STRANGE) return false;
  const longer = Math.abs(typed.length - meant.length);
  const maySpeak = slack.spoken === "any" || (slack.spoken === "alike" && longer === 0);
  if (maySpeak && !isOtherStart && isSpokenAlike(typed, meant)) return true;
  return longer <= 1 && differing(typed, meant, MOST_WRONG) <= slack.wrong && !isAForm(typed, meant);
}

/** "Bulb" for "blob", "spane" for "spain": only vowels are wrong. */
function isSpokenAlike(typed: string, meant: string): boolean {
  return typed.length >= SHORTEST_SPOKEN && consonants(typed) === consonants(meant);
}

function consonants(word: string): string {
  return word.replace(/[aeiouy]/g, "").replace(/(.)\1/g, "$1");
}

/** "NetApp filer" is no mistyped "NetApp Files", nor "gen1" a "gen2", nor "load balance" a Load Balancer. */
function isAForm(typed: string, meant: string): boolean {
  const isLonger = typed.length >= meant.length && stem(typed) === stem(meant);
  return /\d/.test(typed) || isLonger || (isEnglish(typed) && `${typed}r` === meant);
}

function stem(word: string): string {
  return word.replace(/(?:e[rd]?|ing)?s?$/, "");
}
