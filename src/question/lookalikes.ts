/** Finds, among many words, those that differ from another in a few letters only. */
import { pushTo } from "../grouping";

/** A word, and in how many letters another differs from it. */
export type Compared = { readonly word: string; readonly wrong: number };

/**
 * Words of one length, and which letters each has, one bit a letter: a wrong letter changes two at most, so most words
 * need no closer look. The bits stand apart from the words because all of them are read for each misspelt word.
 */
type OfALength = { readonly words: readonly string[]; readonly letters: Int32Array };

/** Two letters that changed places ("gird"), or one typed twice ("bott"), are the likeliest mistakes of all. */
const SLIP = 0.5;

/** One letter that stands some places too early or too late. */
const MOVED = 1;

const NONE: OfALength = { words: [], letters: new Int32Array() };

/** Two letters cut, one of the others wrong. */
const MOST_CUT = 4;

export class Lookalikes {
  readonly #byLength: ReadonlyMap<number, OfALength>;

  /** @param words in lower case */
  constructor(words: Iterable<string>) {
    const byLength = new Map<number, string[]>();
    for (const word of new Set(words)) pushTo(byLength, word.length, word);
    this.#byLength = new Map(
      [...byLength].map(([length, all]) => [length, { words: all, letters: Int32Array.from(all, lettersOf) }]),
    );
  }

  /** @returns the words that differ from this one, but in at most so many letters; one may be missing or added */
  near(word: string, most: number): Compared[] {
    const found: Compared[] = [];
    for (const known of this.#withLetters(word, [-1, 0, 1], 2 * most)) {
      const wrong = differing(word, known, most);
      if (wrong > 0 && wrong <= most) found.push({ word: known, wrong });
    }
    return found;
  }

  /** @returns the words that are two letters longer or shorter and begin and end alike: most letters in place */
  cut(word: string): string[] {
    return this.#withLetters(word, [-2, 2], MOST_CUT).filter((known) => inCommon(word, known) >= word.length - 3);
  }

  /** Words so much longer or shorter of which at most so many letters stand in only one of the two. */
  #withLetters(word: string, longer: readonly number[], most: number): string[] {
    const wanted = lettersOf(word);
    const found: string[] = [];
    for (const more of longer) {
      const { words, letters } = this.#byLength.get(word.length + more) ?? NONE;
      for (let i = 0; i < letters.length; i += 1) {
        if (bits((letters[i] ?? 0) ^ wanted) <= most) found.push(words[i] ?? "");
      }
    }
    return found;
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/**
 * How many bits are set, in pairs, fours and eights (Warren, Hacker's Delight, 5-1). Nothing of Math: under jest each look
 * at a global object costs more than all the rest, and this is called millions of times.
 */
function bits(letters: number): number {
  const pairs = letters - ((letters >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  const eights = (fours + (fours >>> 4)) & 0x0f0f0f0f;
  const halves = eights + (eights >>> 8);
  return (halves + (halves >>> 16)) & 0x3f;
}

/**
 * @returns in how many letters two words differ whose length differs by one at most; counting stops above the most that
 * matter
 */
export function differing(a: string, b: string, most: number): number {
  if (a.length === b.length) return inPlace(a, b, most);
  return a.length > b.length ? withGap(a, b) : withGap(b, a);
}

function inPlace(a: string, b: string, most: number): number {
  let count = 0;
  for (let i = 0; i < a.length && count <= most; i += 1) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    const isSwap =
      i + 1 < a.length && a.charCodeAt(i) === b.charCodeAt(i + 1) && a.charCodeAt(i + 1) === b.charCodeAt(i);
    count += isSwap ? SLIP : 1;
    if (isSwap) i += 1;
  }
  return count > MOVED && isMoved(a, b) ? MOVED : count;
}

/** "Maylasia" has its "y" two letters too early: all between the first and the last wrong letter stand one beside. */
function isMoved(a: string, b: string): boolean {
  let [first, last] = [0, a.length - 1];
  while (a.charCodeAt(first) === b.charCodeAt(first)) first += 1;
  while (a.charCodeAt(last) === b.charCodeAt(last)) last -= 1;
  return isShiftedBy(a, b, first, last) || isShiftedBy(b, a, first, last);
}

function isShiftedBy(a: string, b: string, first: number, last: number): boolean {
  return a.charCodeAt(first) === b.charCodeAt(last) && a.slice(first + 1, last + 1) === b.slice(first, last);
}

/** The longer word without one of its letters, whichever leaves fewest wrong ones; that letter is wrong too. */
function withGap(longer: string, shorter: string): number {
  let wrong = 0;
  for (let i = 0; i < shorter.length; i += 1) if (longer.charCodeAt(i + 1) !== shorter.charCodeAt(i)) wrong += 1;
  let fewest = wrong + 1;
  for (let i = 0; i < shorter.length; i += 1) {
    if (longer.charCodeAt(i + 1) !== shorter.charCodeAt(i)) wrong -= 1;
    if (longer.charCodeAt(i) !== shorter.charCodeAt(i)) wrong += 1;
    const isTwice = longer.charCodeAt(i) === longer.charCodeAt(i + 1);
    const without = wrong + (isTwice ? SLIP : 1);
    if (without < fewest) fewest = without;
  }
  return fewest;
}

/** Letters at the beginning and at the end. */
function inCommon(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < most - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  return start + end;
}
