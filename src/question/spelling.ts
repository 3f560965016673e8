/**
 * Which words a misspelt word may mean: those that differ in a few letters, weighed by how often they are typed here.
 * The only file that imports fuse.js: its score (0 is best) becomes a confidence (1 is best) here and nowhere else.
 */
import Fuse from "fuse.js";
import { LRUCache } from "lru-cache";
import type { LetterPairs } from "./letter-pairs";
import { type Kind, likelihood, rareNeighbours, TYPED } from "./likelihood";
import { type Compared, differing, Lookalikes } from "./lookalikes";

/** A known word that was perhaps meant. */
export type Similar = { readonly word: string; readonly confidence: number };

/** A word that was perhaps meant, as it is typed when spelt right. */
export type Meant = {
  readonly word: string;
  /** The word under which it is known; none for an ordinary word of the language. */
  readonly known: string | null;
  /** By the letters that are right. */
  readonly confidence: number;
  /** How much likelier this is than chance, by what is typed here and the letters that are wrong: a logarithm. */
  readonly evidence: number;
  /** Among all that were perhaps meant, together 1. */
  readonly share: number;
};

type Weighed = Omit<Meant, "share">;

/** Fuse matches the whole word wherever it starts; up to half the letters may be wrong, the rules below are stricter. */
const FUSE_OPTIONS = { ignoreLocation: true, threshold: 0.5, includeScore: true } as const;
/** In a log fuse compares with no more than the words that share most letter pairs: 9 µs each. */
const SHORTLIST = 12;
/** A word shorter than this is too near to too many others: "bus", "sql", "weu" are typed right or not meant. */
const SHORTEST = 4;
/** "bott" may be "bot" where the words around it say so (spot.ts). */
export const SHORTEST_KNOWN = 3;
/** Beyond this the word tells nothing; the longest error codes that people retype have 43 letters. */
const LONGEST = 48;
const SHORTEST_COUNTED = 5;
const REMEMBERED_WORDS = 2_000;

/** What a wrong letter costs: of 25 other letters in 6 to 9 places each is as likely, half of mistyped words have two. */
const ERROR = 4.4;
/** What each letter is worth: the longer a word, the less it is like another by chance. */
const LETTER = 2;
/** People replace a letter more often than they lose one or add one. */
const SHIFT = 1.7;
/** A word with as much evidence leaves nothing to a rare word of the language. */
const CLEAR_EVIDENCE = 9;
/** What is less likely is not worth trying, even where it makes a name with the word beside it. */
const LEAST_SHARE = 0.02;

export class Spelling {
  readonly #words: Lookalikes;
  /** Each word that we know, and its plural ("regions"), with the word as we know it ("region"). */
  readonly #known: ReadonlyMap<string, string>;
  readonly #remembered = new LRUCache<string, readonly Meant[]>({ max: REMEMBERED_WORDS });

  /**
   * @param known every word of the names and cues, folded
   * @param decoys common words of the language that mean nothing here, but may be misspelt too
   */
  constructor(known: Iterable<string>, decoys: Iterable<string>) {
    this.#known = withPlurals([...known].filter((word) => word.length >= SHORTEST_KNOWN));
    const others = [...decoys, ...TYPED].filter((word) => word.length >= SHORTEST);
    this.#words = new Lookalikes([...this.#known.keys(), ...others]);
  }

  /**
   * @param word a word that is not known as it stands
   * @returns the known words that were perhaps meant, the likeliest first; none where an ordinary word is likelier
   */
  similar(word: string): readonly Similar[] {
    const meant = this.meant(word);
    return meant[0]?.known === null ? [] : meant.flatMap(asSimilar);
  }

  /**
   * @param word as it was typed, in lower case
   * @returns other words that were perhaps meant by it, the likeliest first; in a word of 4 and 5 letters one may be
   * wrong, of 6 to 8 two, of more three
   */
  meant(word: string): readonly Meant[] {
    if (word.length < SHORTEST || word.length > LONGEST) return [];
    const remembered = this.#remembered.get(word);
    if (remembered) return remembered;
    const found = this.#likeliest(word);
    this.#remembered.set(word, found);
    return found;
  }

  /** "Front dor": the known words of four letters of which a word of three lacks one. */
  lackingOne(word: string): readonly Similar[] {
    if (word.length !== SHORTEST - 1) return [];
    const longer = this.#words.near(word, 1).filter((one) => one.word.length === SHORTEST);
    return longer.flatMap((one) => asSimilar(this.#weighed(word, one, "common")));
  }

  #likeliest(word: string): Meant[] {
    const near = this.#words.near(word, allowedErrors(word.length));
    const cut = this.#words.cut(word).flatMap((other) => compare(word, other) ?? []);
    const compared = [...near, ...cut];
    const weighed = compared.map((one) => this.#weighed(word, one, "common"));
    if (weighed.some(({ evidence }) => evidence >= CLEAR_EVIDENCE)) return withShares(weighed);
    const rare = rareNeighbours(word).filter((other) => !compared.some((one) => one.word === other));
    return withShares([...weighed, ...rare.map((other) => this.#weighed(word, { word: other, wrong: 1 }, "rare"))]);
  }

  #weighed(word: string, compared: Compared, kind: Kind): Weighed {
    const known = this.#known.get(compared.word) ?? null;
    const prior = Math.log(likelihood(compared.word, known === null ? kind : "known"));
    const isShifted = compared.word.length !== word.length && compared.wrong >= 1;
    return {
      word: compared.word,
      known,
      confidence: confidenceOf(word, compared),
      evidence: prior + word.length * LETTER - compared.wrong * ERROR - (isShifted ? SHIFT : 0),
    };
  }
}

/** The likeliest first; of the forms of one word ("region", "regions") the likeliest, with the share of them all. */
function withShares(weighed: readonly Weighed[]): Meant[] {
  const best = new Map<string, { readonly one: Weighed; odds: number }>();
  let all = 0;
  for (const one of weighed.toSorted((a, b) => b.evidence - a.evidence || (a.word < b.word ? -1 : 1))) {
    const odds = Math.exp(one.evidence);
    const form = best.get(one.known ?? one.word);
    if (form) form.odds += odds;
    else best.set(one.known ?? one.word, { one, odds });
    all += odds;
  }
  return [...best.values()]
    .map(({ one, odds }) => ({ share: odds / all, ...one }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share);
}

/** The word as we know it; none where an ordinary one was meant. */
export function asSimilar({ known, confidence }: Weighed): Similar[] {
  return known === null ? [] : [{ word: known, confidence }];
}

/**
 * For words of which none is known to be right, as in a log.
 * @param word a folded word, itself one of the others or not
 * @returns the others that it may be a misspelling of: those with the fewest wrong letters
 */
export function nearestAmong(word: string, others: LetterPairs): Similar[] {
  if (word.length < SHORTEST || word.length > LONGEST) return [];
  const alike = others.alike(word, SHORTLIST, allowedErrors(word.length)).filter((other) => other !== word);
  return nearestOf(word, alike).map((one) => ({ word: one.word, confidence: confidenceOf(word, one) }));
}

function confidenceOf(word: string, { word: known, wrong }: Compared): number {
  return 1 - wrong / Math.max(word.length, known.length);
}

function withPlurals(words: readonly string[]): Map<string, string> {
  const countable = words.filter((word) => word.length >= SHORTEST_COUNTED && !word.endsWith("s"));
  const plurals = countable.map((word): [string, string] => [pluralOf(word), word]);
  return new Map([...plurals, ...words.map((word): [string, string] => [word, word])]);
}

function pluralOf(word: string): string {
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** Those with the fewest wrong letters, in the order of the alphabet. */
function nearestOf(word: string, candidates: readonly string[]): Compared[] {
  const compared = candidates.flatMap((known) => compare(word, known) ?? []);
  const fewest = Math.min(...compared.map(({ wrong }) => wrong));
  return compared.filter(({ wrong }) => wrong === fewest).sort((a, b) => (a.word < b.word ? -1 : 1));
}

function compare(word: string, known: string): Compared | undefined {
  const wrong = wrongLetters(word, known);
  return wrong <= allowedErrors(Math.min(word.length, known.length)) ? { word: known, wrong } : undefined;
}

function wrongLetters(word: string, known: string): number {
  const isCut = Math.abs(word.length - known.length) > 1;
  return isCut ? wrongIfCut(word, known) : differing(word, known, allowedErrors(word.length));
}

/** Fuse finds a word inside a longer one for free, so each is looked for in the other. */
function wrongIfCut(word: string, known: string): number {
  const there = errorsOf(word, known);
  if (there > allowedErrors(word.length)) return there;
  return Math.max(there, errorsOf(known, word), Math.abs(word.length - known.length));
}

function errorsOf(pattern: string, text: string): number {
  const match = Fuse.match(pattern, text, FUSE_OPTIONS);
  return match.isMatch ? Math.round(match.score * pattern.length) : Number.POSITIVE_INFINITY;
}

/** Two, and two neighbours that changed places besides. */
function allowedErrors(length: number): number {
  if (length < 6) return 1;
  return length < 9 ? 2.5 : 3;
}
