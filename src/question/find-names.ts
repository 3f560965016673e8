/**
 * Services and regions by the beginning of a name, as a search box needs it: every word typed so far must begin, or
 * nearly spell, a word of the name. Whole questions are not for this; understand.ts reads those.
 */
import type { Knowledge } from "../knowledge/knowledge";
import { words } from "../knowledge/normalise";
import type { Spelling } from "./spelling";

/** What was found, by its id, as a button would carry it; a place may stand for several regions. */
export type FoundName = { readonly services: readonly string[] } | { readonly regions: readonly string[] };

type Name = {
  readonly found: FoundName;
  readonly key: string;
  readonly words: readonly string[];
  readonly joined: string;
};
type Typed = { readonly word: string; readonly similar: ReadonlyMap<string, number> };

/** A misspelt word is worth less than any beginning that was spelt right. */
const WORTH_OF_A_TYPO = 0.6;
/** "ev" begins "event" and many others, so a beginning is worth what it covers of the word, on top of this. */
const WORTH_OF_A_BEGINNING = 0.7;
/** A name that begins with what was typed comes before one that holds it further on. */
const HOLDS_FURTHER_ON = 0.8;
/** "eventg" for "Event Grid"; shorter ones would begin half of all names. */
const SHORTEST_JOINED = 4;

export class NameFinder {
  readonly #names: readonly Name[];
  readonly #spelling: Spelling;

  /** @param spelling of a lexicon over the same knowledge */
  constructor(knowledge: Knowledge, spelling: Spelling) {
    this.#names = [...serviceNames(knowledge), ...regionNames(knowledge)];
    this.#spelling = spelling;
  }

  /**
   * @param typed any string
   * @returns what it may be, best first, each once; none for a text without letters and digits
   */
  find(typed: string): FoundName[] {
    const query = words(typed).map((word) => this.#typed(word));
    if (query.length === 0) return [];
    const best = new Map<string, { found: FoundName; score: number }>();
    for (const { found, key, words: list, joined } of this.#names) {
      const score = Math.max(scoreOf(query, list), joinedScore(query, joined));
      if (score > (best.get(key)?.score ?? 0)) best.set(key, { found, score });
    }
    return [...best]
      .sort(([keyA, a], [keyB, b]) => b.score - a.score || (keyA < keyB ? -1 : 1))
      .map(([, { found }]) => found);
  }

  /** A word that begins a name is taken as it stands. */
  #typed(word: string): Typed {
    const begins = this.#names.some((name) => name.words.some((known) => known.startsWith(word)));
    if (begins) return { word, similar: new Map() };
    const similar = this.#spelling.similar(word).map((known): [string, number] => [known.word, known.confidence]);
    return { word, similar: new Map(similar) };
  }
}

/** 0 where a word is not in the name; else how well they match and how much of the name they are. */
function scoreOf(query: readonly Typed[], name: readonly string[]): number {
  const left = [...name];
  let sum = 0;
  for (const typed of query) {
    const [place, worth] = bestPlace(typed, left);
    if (place < 0) return 0;
    sum += worth;
    left.splice(place, 1);
  }
  const first = query[0];
  const begins = first !== undefined && worthOf(first, name[0] ?? "") > 0 ? 1 : HOLDS_FURTHER_ON;
  return ((sum / query.length) * begins * (name.length + query.length)) / (2 * name.length);
}

function bestPlace(typed: Typed, name: readonly string[]): [place: number, worth: number] {
  const worths = name.map((word) => worthOf(typed, word));
  const worth = Math.max(...worths);
  return worth > 0 ? [worths.indexOf(worth), worth] : [-1, 0];
}

function worthOf({ word, similar }: Typed, known: string): number {
  if (known === word) return 1;
  if (known.startsWith(word)) return WORTH_OF_A_BEGINNING + (1 - WORTH_OF_A_BEGINNING) * (word.length / known.length);
  return WORTH_OF_A_TYPO * (similar.get(known) ?? 0);
}

function joinedScore(query: readonly Typed[], joined: string): number {
  const [only, ...others] = query;
  if (!only || others.length > 0 || only.word.length < SHORTEST_JOINED) return 0;
  return joined.startsWith(only.word) ? only.word.length / joined.length : 0;
}

function serviceNames({ services }: Knowledge): Name[] {
  return services.flatMap(({ id, name, shortName, aliases }) =>
    [name, shortName, ...aliases.map(({ text }) => text)].map((text) =>
      toName({ services: [id] }, `service ${id}`, text),
    ),
  );
}

function regionNames({ regions, places }: Knowledge): Name[] {
  const named = regions.flatMap(({ id, name, aliases }) =>
    [id, name, ...aliases].map((text) => ({ text, regions: [id] })),
  );
  return [...named, ...places].map(({ text, regions: ids }) =>
    toName({ regions: ids }, `region ${[...ids].sort().join(" ")}`, text),
  );
}

function toName(found: FoundName, key: string, text: string): Name {
  const list = words(text);
  return { found, key, words: list, joined: list.join("") };
}
