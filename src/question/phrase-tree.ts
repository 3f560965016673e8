/**
 * All phrases in one tree of words, as rows of numbers: the build writes it out, and a start reads it without making
 * an object for each of its 24,000 places.
 */
import type { Meaning } from "./meaning";

/** A place in the tree: the words up to it, and what follows. */
export type Place = number;

/** The places are counted level by level, so all that follow one place stand side by side; the root is 0. */
export type KeptPhrases = {
  /** Every word of any phrase, a space between them, in the order of their numbers. */
  readonly words: string;
  /** Of each place: the number of the word that leads to it; ascending among those that follow the same place. */
  readonly wordTo: readonly number[];
  /** Of each place: the first that follows it; they end where those of the next place begin. */
  readonly firstNext: readonly number[];
  readonly meanings: readonly Meaning[];
  /** All that phrases can mean together, as numbers of meanings; the first is none. */
  readonly sets: ReadonlyArray<readonly number[]>;
  /** Of each place: which of the sets a phrase means that ends there. */
  readonly setAt: readonly number[];
};

export class PhraseTree {
  readonly root: Place = 0;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #wordTo: Uint32Array;
  readonly #firstNext: Uint32Array;
  readonly #setAt: Uint32Array;
  readonly #sets: ReadonlyArray<readonly Meaning[]>;

  constructor({ words, wordTo, firstNext, meanings, sets, setAt }: KeptPhrases) {
    this.#numbers = new Map(words.split(" ").map((word, number) => [word, number]));
    this.#wordTo = Uint32Array.from(wordTo);
    this.#firstNext = Uint32Array.from(firstNext);
    this.#setAt = Uint32Array.from(setAt);
    this.#sets = sets.map((set) => set.flatMap((number) => meanings[number] ?? []));
  }

  /** Every word that stands in a phrase. */
  words(): Iterable<string> {
    return this.#numbers.keys();
  }

  has(word: string): boolean {
    return this.#numbers.has(word);
  }

  /** @returns the place behind a word; none where no phrase goes on so */
  next(place: Place, word: string): Place | undefined {
    const number = this.#numbers.get(word);
    if (number === undefined) return undefined;
    const end = this.#firstNext[place + 1] ?? 0;
    const found = this.#search(number, this.#firstNext[place] ?? 0, end);
    return found < end && this.#wordTo[found] === number ? found : undefined;
  }

  /** @returns the place behind several words */
  behind(path: readonly string[]): Place | undefined {
    return path.reduce<Place | undefined>(
      (place, word) => (place === undefined ? undefined : this.next(place, word)),
      this.root,
    );
  }

  /** Whether any phrase is longer. */
  goesOn(place: Place): boolean {
    return (this.#firstNext[place] ?? 0) < (this.#firstNext[place + 1] ?? 0);
  }

  /** What a phrase that ends here means. Equal meanings are the same object, in all of the tree. */
  meaningsAt(place: Place): readonly Meaning[] {
    return this.#sets[this.#setAt[place] ?? 0] ?? [];
  }

  /** Where the word stands between two places, or would stand. */
  #search(number: number, from: Place, to: Place): Place {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#wordTo[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
