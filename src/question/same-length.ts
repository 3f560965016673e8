/** Finds known words of the same length that differ in a few letters only: mistyped letters, none lost or added. */
import { pushTo } from "../grouping";

export class SameLength {
  readonly #byLength = new Map<number, string[]>();

  /** @param words folded words */
  constructor(words: Iterable<string>) {
    for (const word of new Set(words)) pushTo(this.#byLength, word.length, word);
  }

  /** @returns the words that differ from this one in at most so many letters */
  near(word: string, most: number): string[] {
    return (this.#byLength.get(word.length) ?? []).filter((known) => differing(word, known, most) <= most);
  }
}

/** @returns in how many places two words of one length differ; counting stops above the most that matter */
export function differing(a: string, b: string, most: number): number {
  let count = 0;
  for (let i = 0; i < a.length && count <= most; i += 1) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) count += 1;
  }
  return count;
}
