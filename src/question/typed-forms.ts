/** What is known of a word as it was typed, in whatever message: people use the same few thousand. */
import { LRUCache } from "lru-cache";
import { fold, openCamelCase, plain } from "../knowledge/normalise";
import { isEnglish } from "./english";
import type { Spelling } from "./spelling";
import type { WordKinds } from "./word-kinds";

export type TypedForm = {
  readonly raw: string;
  /** Lower case, not folded. */
  readonly plain: string;
  readonly word: string;
  readonly canonical: string;
  /** No word of the language, and none that we know. */
  readonly strange: boolean;
};

/** What is known of words. */
type Known = WordKinds & { readonly spelling: Spelling; isKnown(word: string): boolean };

/** Some 2 MB. */
const REMEMBERED = 5_000;
/** What is longer is no word. */
const LONGEST_REMEMBERED = 40;

/** "MIs", "LBs": shorter than the words that fold cuts. */
const ABBREVIATIONS = /^\p{Lu}{2}s$/u;
/** All but a few words have none, and cannot be opened. */
const INNER_CAPITAL = /.[A-Z]/;

export class TypedForms {
  readonly #known: Known;
  readonly #remembered: LRUCache<string, readonly TypedForm[]>;

  constructor(known: Known) {
    this.#known = known;
    this.#remembered = new LRUCache({ max: REMEMBERED, memoMethod: (raw) => this.#read(raw) });
  }

  /** @returns the word, or those that it is opened to: "EventGrid" is two, unless a word with inner capitals is one ("SignalR") */
  of(raw: string): readonly TypedForm[] {
    return raw.length > LONGEST_REMEMBERED ? this.#read(raw) : this.#remembered.memo(raw);
  }

  #read(raw: string): readonly TypedForm[] {
    const parts = INNER_CAPITAL.test(raw) ? openCamelCase(raw) : [raw];
    return parts.length === 1 || this.#isOne(fold(raw)) ? [this.#formOf(raw)] : parts.map((part) => this.#formOf(part));
  }

  /** Known, or nearly so. */
  #isOne(word: string): boolean {
    return this.#known.isKnown(word) || this.#known.spelling.similar(word).length > 0;
  }

  #formOf(raw: string): TypedForm {
    const typed = plain(ABBREVIATIONS.test(raw) ? raw.slice(0, -1) : raw);
    const word = fold(typed);
    const isOurs = this.#known.isKnown(word) || this.#known.isStopWord(word);
    const strange = !isOurs && !isEnglish(word) && !isEnglish(typed);
    return { raw, plain: typed, word, canonical: this.#known.canonical(word), strange };
  }
}
