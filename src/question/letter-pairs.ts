/** Finds, among many words, the few that share most letter pairs with another: what fuse.js is then asked about. */
import { pushTo } from "../grouping";

/** Two wrong letters in a word of six leave two of its seven pairs; less in common is another word. */
const LEAST_OVERLAP = 0.25;

export class LetterPairs {
  readonly #words: readonly string[];
  readonly #byPair = new Map<string, number[]>();
  /** For each word, the pairs it shares with the word at hand; all 0 between two look-ups. */
  readonly #shared: Uint8Array;

  /** @param words folded words */
  constructor(words: Iterable<string>) {
    this.#words = [...new Set(words)];
    this.#shared = new Uint8Array(this.#words.length);
    this.#words.forEach((word, index) => {
      for (const pair of pairsOf(word)) pushTo(this.#byPair, pair, index);
    });
  }

  /**
   * @param word a folded word
   * @param most how many to return
   * @param difference by how many letters the lengths may differ
   * @returns the words most alike, best first
   */
  alike(word: string, most: number, difference: number): string[] {
    return this.#touched(word)
      .flatMap((index) => {
        const known = this.#words[index] ?? "";
        const overlap = (2 * (this.#shared[index] ?? 0)) / (known.length + word.length + 2);
        this.#shared[index] = 0;
        const sameSize = Math.abs(known.length - word.length) <= difference;
        return sameSize && overlap >= LEAST_OVERLAP ? [{ known, overlap }] : [];
      })
      .sort((a, b) => b.overlap - a.overlap || (a.known < b.known ? -1 : 1))
      .slice(0, most)
      .map(({ known }) => known);
  }

  /** Counts the shared pairs; returns the words that have any. */
  #touched(word: string): number[] {
    const touched: number[] = [];
    for (const pair of pairsOf(word)) {
      for (const index of this.#byPair.get(pair) ?? []) {
        if (this.#shared[index] === 0) touched.push(index);
        this.#shared[index] = (this.#shared[index] ?? 0) + 1;
      }
    }
    return touched;
  }
}

/** "hub" → "^h", "hu", "ub", "b$" */
function pairsOf(word: string): string[] {
  const padded = `^${word}$`;
  return Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2));
}
