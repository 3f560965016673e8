/** The tree of phrases while phrases are added; phrase-tree.ts reads what it is written out to. */
import type { Meaning } from "./meaning";
import type { KeptPhrases } from "./phrase-tree";

/** What follows, by the number of the next word; and the numbers of what a phrase means that ends here. */
type Branch = { readonly next: Map<number, Branch>; readonly meanings: Set<number> };

export class GrowingTree {
  readonly #root: Branch = branch();
  readonly #words = new Numbered<string>();
  readonly #meanings = new Numbered<Meaning>();

  add(path: readonly string[], meaning: Meaning): void {
    let place = this.#root;
    for (const word of path) place = stepFrom(place, this.#words.numberOf(word, word));
    place.meanings.add(this.#meanings.numberOf(JSON.stringify(meaning), meaning));
  }

  /** The tree as rows, its places level by level. */
  kept(): KeptPhrases {
    const places: Branch[] = [this.#root];
    const wordTo = [0];
    const firstNext: number[] = [];
    for (const { next } of places) {
      firstNext.push(places.length);
      const sorted = [...next].sort(([a], [b]) => a - b);
      wordTo.push(...sorted.map(([word]) => word));
      places.push(...sorted.map(([, after]) => after));
    }
    firstNext.push(places.length);
    const words = this.#words.all().join(" ");
    return { words, wordTo, firstNext, meanings: this.#meanings.all(), ...setsOf(places) };
  }
}

function setsOf(places: readonly Branch[]): Pick<KeptPhrases, "sets" | "setAt"> {
  const sets = new Numbered<readonly number[]>();
  sets.numberOf("", []);
  const setAt = places.map(({ meanings }) => sets.numberOf([...meanings].join(" "), [...meanings]));
  return { sets: sets.all(), setAt };
}

/** The place behind a word, made where there is none. */
function stepFrom(place: Branch, word: number): Branch {
  const next = place.next.get(word) ?? branch();
  place.next.set(word, next);
  return next;
}

function branch(): Branch {
  return { next: new Map(), meanings: new Set() };
}

/** Values that are told apart by a key, counted as they come. */
class Numbered<T> {
  readonly #numbers = new Map<string, number>();
  readonly #all: T[] = [];

  numberOf(key: string, value: T): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#all.length);
    return this.#all.push(value) - 1;
  }

  all(): readonly T[] {
    return this.#all;
  }
}
