/** What a word is to us, whatever stands beside it: a form of another, a filler of names, a stop word, a topic. */
import { fold, words } from "../knowledge/normalise";
import type { Vocabulary } from "../knowledge/schema";
import { entries } from "./phrases";

/** Stand before many names and belong to the name. */
export const BRANDS: ReadonlySet<string> = new Set(["azure", "az", "microsoft", "ms"]);

export class WordKinds {
  readonly forms: ReadonlyMap<string, string>;
  readonly stopWords: ReadonlySet<string>;
  readonly #fillers: ReadonlySet<string>;
  /** Topics of one word: "backup" asks for the topic, "Azure Backup" for the service. */
  readonly #topicWords: ReadonlySet<string>;

  constructor({ forms, fillers, stopWords, topics, cues }: Vocabulary) {
    this.forms = formsOf(forms);
    this.#fillers = new Set(fillers.map(fold));
    this.stopWords = new Set(stopWords.map(fold));
    const topical = [...Object.values(topics), cues["region-loss"], cues.regions].flat();
    this.#topicWords = new Set(topical.map((text) => this.canonical(fold(text))));
  }

  /** The form under which a folded word stands in the tree: "replicating" → "replicate". */
  canonical(word: string): string {
    return this.forms.get(word) ?? word;
  }

  /** The words of a phrase, as they stand in the tree. */
  allOf(text: string): string[] {
    return words(text).map((word) => this.canonical(word));
  }

  /** May stand inside a name without changing it. */
  isFiller(word: string): boolean {
    return this.#fillers.has(word);
  }

  /** Says nothing about the subject. */
  isStopWord(word: string): boolean {
    return this.stopWords.has(word);
  }

  /** Says what is asked, not of what: no part of a name by itself. */
  isTopicWord(word: string): boolean {
    return this.#topicWords.has(word);
  }
}

/** Every other form of a word → the word, both folded. */
export function formsOf(forms: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(
    entries(forms).flatMap(([base, list]) => list.map((form): [string, string] => [fold(form), fold(base)])),
  );
}
