/**
 * Which known words a misspelt word may mean. The only file that imports fuse.js: its score (0 is best) becomes a
 * confidence (1 is best) here and nowhere else.
 */
import Fuse from "fuse.js";
import { LRUCache } from "lru-cache";

/** A known word that was perhaps meant. */
export type Similar = { readonly word: string; readonly confidence: number };

/** Fuse matches the whole word wherever it starts; up to half the letters may be wrong, the rules below are stricter. */
const FUSE_OPTIONS = { ignoreLocation: true, threshold: 0.5, includeScore: true } as const;
/** Fuse compares one word in about 9 µs, so only the words that share most letter pairs are handed to it. */
const SHORTLIST = 16;
/** Two wrong letters in a word of six leave two of its seven pairs; less in common is another word. */
const LEAST_OVERLAP = 0.25;
/** Beyond this the word tells nothing: nobody misspells an identifier of 40 letters. */
const LONGEST = 30;
const REMEMBERED_WORDS = 5_000;

export class Spelling {
  readonly #known: readonly string[];
  readonly #wordsByPair = new Map<string, number[]>();
  /** For each known word, the pairs it shares with the word at hand; all 0 between two look-ups. */
  readonly #shared: Uint8Array;
  readonly #remembered = new LRUCache<string, readonly Similar[]>({ max: REMEMBERED_WORDS });

  /** @param known every word of the names and cues, folded */
  constructor(known: Iterable<string>) {
    this.#known = [...new Set(known)].filter((word) => word.length > 3);
    this.#shared = new Uint8Array(this.#known.length);
    this.#known.forEach((word, index) => {
      for (const pair of letterPairs(word)) pushTo(this.#wordsByPair, pair, index);
    });
  }

  /**
   * @param word a folded word that is not known as it stands
   * @returns known words within one wrong letter (4 and 5 letters), two (6 to 8) or three (9 and more), best first
   */
  similar(word: string): readonly Similar[] {
    if (word.length < 4 || word.length > LONGEST) return [];
    const remembered = this.#remembered.get(word);
    if (remembered) return remembered;
    const found = this.#shortlist(word)
      .flatMap((known) => compare(word, known) ?? [])
      .sort((a, b) => b.confidence - a.confidence || (a.word < b.word ? -1 : 1))
      .slice(0, 5);
    this.#remembered.set(word, found);
    return found;
  }

  #shortlist(word: string): string[] {
    const shared = this.#shared;
    const touched: number[] = [];
    for (const pair of letterPairs(word)) {
      for (const index of this.#wordsByPair.get(pair) ?? []) {
        if (shared[index] === 0) touched.push(index);
        shared[index] = (shared[index] ?? 0) + 1;
      }
    }
    const close = touched.flatMap((index) => {
      const known = this.#known[index] ?? "";
      const overlap = (2 * (shared[index] ?? 0)) / (known.length + word.length + 2);
      shared[index] = 0;
      const sameSize = Math.abs(known.length - word.length) <= allowedErrors(word.length);
      return sameSize && overlap >= LEAST_OVERLAP ? [{ known, overlap }] : [];
    });
    return close
      .sort((a, b) => b.overlap - a.overlap || (a.known < b.known ? -1 : 1))
      .slice(0, SHORTLIST)
      .map(({ known }) => known);
  }
}

function compare(word: string, known: string): Similar | undefined {
  const match = Fuse.match(word, known, FUSE_OPTIONS);
  if (!match.isMatch) return undefined;
  const wrong = wrongLetters(word, known, match.score);
  const length = Math.max(word.length, known.length);
  return wrong <= allowedErrors(length) ? { word: known, confidence: 1 - wrong / length } : undefined;
}

/** Fuse finds the word inside a longer one for free and counts a swap of two letters twice: both are put right. */
function wrongLetters(word: string, known: string, score: number): number {
  const errors = Math.round(score * word.length);
  const swapped = errors >= 2 && sameLetters(word, known);
  return Math.max(1, swapped ? errors - 1 : errors, Math.abs(word.length - known.length));
}

function allowedErrors(length: number): number {
  if (length < 6) return 1;
  return length < 9 ? 2 : 3;
}

function sameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join("") === [...b].sort().join("");
}

/** "hub" → "^h", "hu", "ub", "b$" */
function letterPairs(word: string): string[] {
  const padded = `^${word}$`;
  return Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2));
}

function pushTo<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
