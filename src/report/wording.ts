/** What a question is about, as weighed words: the same however it was put. */
import type { Knowledge } from "../knowledge/knowledge";
import { fold, openCamelCase, rawWords, words } from "../knowledge/normalise";
import { isEnglish } from "../question/english";
import { LetterPairs } from "../question/letter-pairs";
import { nearestAmong, type Similar } from "../question/spelling";
import { formsOf } from "../question/word-kinds";
import { type Counts, increase, rows } from "./counts";

/** Of the knowledge only what says which words tell little. */
export type KnownWords = Pick<Knowledge, "vocabulary" | "regions" | "places">;

/** A question's words, each once, with what it weighs. */
export type Weighed = ReadonlyMap<string, number>;

/**
 * A word that no list has is most likely the name of what is missing; one of our own vocabulary ("replicate") stands
 * in most questions and tells least. Regions and stop words weigh nothing: what is missing is the same for each region.
 */
const WEIGHTS = { unknown: 3, english: 2, vocabulary: 1 } as const;

/** Forms of one word share its start: "migrate", "migration". Shorter starts join words of different meaning. */
const COMMON_START = 5;
const ADDRESS = /https?:\/\/\S+/gi;
const MOST_WORDS = 40;
/** Names that others may be misspellings of; in a log with more of them the rare ones are misspellings themselves. */
const MOST_NAMES = 2_000;

/** A question in one wording, and how often it was asked so. */
export type Wording = { readonly text: string; readonly count: number };

/**
 * Reads many questions together, since what is a misspelling shows only beside the right spelling.
 * @returns for each, in the same order, what it is about; empty where it has no words at all
 */
export function weighWordings(wordings: readonly Wording[], known: KnownWords): Weighed[] {
  const lists = wordLists(known);
  const split = openJoined(wordings.map(({ text }) => wordsOf(text, lists)));
  const meant = meantWords(frequencies(wordings, split), lists);
  return split.map((list) =>
    weigh(
      list.map((word) => meant.get(word) ?? word),
      lists,
    ),
  );
}

type WordLists = {
  readonly forms: ReadonlyMap<string, string>;
  readonly silent: ReadonlySet<string>;
  readonly vocabulary: ReadonlySet<string>;
};

function wordLists({ vocabulary, regions, places }: KnownWords): WordLists {
  const forms = formsOf(vocabulary.forms);
  const toWords = (phrases: readonly string[]) => phrases.flatMap(words).map((word) => forms.get(word) ?? word);
  const regionNames = [...regions.flatMap(({ name, id }) => [name, id]), ...places.map(({ text }) => text)];
  const { greeting: _, thanks: __, help: ___, ...cues } = vocabulary.cues;
  const said = [...Object.values(vocabulary.topics), ...Object.values(cues)].flat();
  return {
    forms,
    silent: new Set(toWords([...vocabulary.stopWords, ...vocabulary.fillers, ...regionNames])),
    vocabulary: new Set(toWords([...said, ...Object.keys(vocabulary.forms)])),
  };
}

function wordsOf(text: string, { forms }: WordLists): string[] {
  const all = rawWords(text.replace(ADDRESS, " ")).flatMap(openCamelCase).map(fold);
  return all.slice(0, MOST_WORDS).map((word) => forms.get(word) ?? word);
}

/** "botservice" is two words where somebody else wrote "bot service". */
function openJoined(split: readonly (readonly string[])[]): string[][] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const list of split) {
    for (let i = 1; i < list.length; i++) {
      const [first = "", second = ""] = list.slice(i - 1);
      pairs.set(first + second, [first, second]);
    }
  }
  return split.map((list) => list.flatMap((word) => pairs.get(word) ?? [word]));
}

function frequencies(wordings: readonly Wording[], split: readonly (readonly string[])[]): Counts {
  const found: Counts = new Map();
  split.forEach((list, i) => {
    for (const word of list) increase(found, word, wordings[i]?.count);
  });
  return found;
}

/** Each word → the word that stands for all its spellings, the same whatever order they came in. */
function meantWords(counts: Counts, lists: WordLists): ReadonlyMap<string, string> {
  const sorted = rows(counts).map(({ name }) => name);
  const isRight = (word: string) => isListed(word, lists) || isEnglish(word);
  const { forms, vocabulary, silent } = lists;
  const right = new LetterPairs([...forms.keys(), ...vocabulary, ...silent, ...sorted.filter(isRight)]);
  const names = new LetterPairs(sorted.filter((word) => !isRight(word)).slice(0, MOST_NAMES));
  const joined = new Map<string, string>();
  for (const word of sorted.filter((each) => !isListed(each, lists))) {
    const similar = [...nearestAmong(word, right), ...byFrequency(nearestAmong(word, names), counts)];
    const other = rightSpelling(word, similar);
    if (other !== undefined) join(joined, word, forms.get(other) ?? other, lists);
  }
  return new Map(sorted.map((word) => [word, rootOf(joined, word)]));
}

/** Among names that are as similar, the one written most is the right one. */
function byFrequency(similar: readonly Similar[], counts: Counts): Similar[] {
  const times = ({ word }: Similar) => counts.get(word) ?? 0;
  return similar.toSorted((a, b) => times(b) - times(a));
}

/**
 * The word that was perhaps meant, if any. An English word is meant itself, unless the other is a form of it.
 * @param similar right words before names, so that of two equally near ones the right word counts
 */
function rightSpelling(word: string, similar: readonly Similar[]): string | undefined {
  const start = word.slice(0, COMMON_START);
  const isForm = (other: string) => start.length === COMMON_START && other.startsWith(start);
  const others = similar.filter((other) => !isEnglish(word) || isForm(other.word));
  return others.toSorted((a, b) => b.confidence - a.confidence)[0]?.word;
}

function isListed(word: string, { vocabulary, silent }: WordLists): boolean {
  return vocabulary.has(word) || silent.has(word);
}

/** Joins two spellings; a listed word stands for both, else the one that comes first in the alphabet. */
function join(joined: Map<string, string>, a: string, b: string, lists: WordLists): void {
  const [first = a, second = b] = [rootOf(joined, a), rootOf(joined, b)].sort();
  if (first === second) return;
  if (isListed(second, lists) && !isListed(first, lists)) joined.set(first, second);
  else joined.set(second, first);
}

function rootOf(joined: ReadonlyMap<string, string>, word: string): string {
  let root = word;
  for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
  return root;
}

/** The telling words; where a question has none of them ("in Qatar?"), all its words. */
function weigh(list: readonly string[], lists: WordLists): Weighed {
  const telling = list.filter((word) => !lists.silent.has(word));
  return new Map((telling.length > 0 ? telling : list).map((word) => [word, weightOf(word, lists)]));
}

function weightOf(word: string, { vocabulary }: WordLists): number {
  if (vocabulary.has(word)) return WEIGHTS.vocabulary;
  return isEnglish(word) ? WEIGHTS.english : WEIGHTS.unknown;
}
