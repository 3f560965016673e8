/**
 * Which known words a misspelt word may mean. The only file that imports fuse.js: its score (0 is best) becomes a
 * confidence (1 is best) here and nowhere else.
 */
import Fuse from "fuse.js";
import { LRUCache } from "lru-cache";
import { LetterPairs } from "./letter-pairs";
import { differing, SameLength } from "./same-length";

/** A known word that was perhaps meant. */
export type Similar = { readonly word: string; readonly confidence: number };

/** Fuse matches the whole word wherever it starts; up to half the letters may be wrong, the rules below are stricter. */
const FUSE_OPTIONS = { ignoreLocation: true, threshold: 0.5, includeScore: true } as const;
/** Fuse compares one word in about 9 µs, so only the words that share most letter pairs are handed to it. */
const SHORTLIST = 12;
const DECOYS = 4;
/** A word shorter than this is too near to too many others: "bus", "sql", "weu" are typed right or not meant. */
const SHORTEST = 4;
/** "bott" may be "bot" where the words around it say so (spot.ts). */
export const SHORTEST_KNOWN = 3;
/** Beyond this the word tells nothing: nobody misspells an identifier of 40 letters. */
const LONGEST = 30;
/** Two letters that changed places are the likeliest mistake of all. */
const SWAP = 0.5;
const SHORTEST_COUNTED = 5;
const REMEMBERED_WORDS = 5_000;

type Words = { readonly pairs: LetterPairs; readonly sameLength: SameLength };
type Compared = { readonly word: string; readonly wrong: number };

export class Spelling {
  readonly #known: Words;
  readonly #decoys: Words;
  /** "regions" → "region": where the last letter is mistyped, it is no longer seen to be many. */
  readonly #plurals: ReadonlyMap<string, string>;
  readonly #remembered = new LRUCache<string, readonly Similar[]>({ max: REMEMBERED_WORDS });

  /**
   * @param known every word of the names and cues, folded
   * @param decoys common words of the language that mean nothing here, but may be misspelt too
   */
  constructor(known: Iterable<string>, decoys: Iterable<string>) {
    const own = new Set([...known].filter((word) => word.length >= SHORTEST_KNOWN));
    this.#plurals = pluralsOf(own);
    this.#known = indexed([...own, ...this.#plurals.keys()]);
    this.#decoys = indexed([...decoys].filter((word) => word.length >= SHORTEST && !own.has(word)));
  }

  /**
   * @param word a folded word that is not known as it stands
   * @returns the known words with the fewest wrong letters: one (of 4 and 5 letters), two (6 to 8) or three (9 and
   * more) at most; none where an ordinary word is nearer
   */
  similar(word: string): readonly Similar[] {
    if (word.length < SHORTEST || word.length > LONGEST) return [];
    const remembered = this.#remembered.get(word);
    if (remembered) return remembered;
    const found = this.#nearest(word);
    this.#remembered.set(word, found);
    return found;
  }

  #nearest(word: string): Similar[] {
    const found = nearestOf(word, shortlist(word, this.#known, SHORTLIST, allowedErrors(word.length)));
    const [best] = found;
    if (!best) return [];
    const [decoy] = nearestOf(word, shortlist(word, this.#decoys, DECOYS, 1));
    if (decoy && decoy.wrong < best.wrong) return [];
    return found.map((one) => {
      const similar = toSimilar(word, one);
      return { ...similar, word: this.#plurals.get(one.word) ?? one.word };
    });
  }
}

/**
 * For words of which none is known to be right, as in a log.
 * @param word a folded word, itself one of the others or not
 * @returns the others that it may be a misspelling of: those with the fewest wrong letters
 */
export function nearestAmong(word: string, others: LetterPairs): Similar[] {
  if (word.length < SHORTEST || word.length > LONGEST) return [];
  const alike = others.alike(word, SHORTLIST, allowedErrors(word.length)).filter((other) => other !== word);
  return nearestOf(word, alike).map((one) => toSimilar(word, one));
}

function toSimilar(word: string, { word: known, wrong }: Compared): Similar {
  return { word: known, confidence: 1 - wrong / Math.max(word.length, known.length) };
}

function pluralsOf(words: ReadonlySet<string>): Map<string, string> {
  const countable = [...words].filter((word) => word.length >= SHORTEST_COUNTED && !word.endsWith("s"));
  return new Map(countable.map((word) => [`${word}s`, word]));
}

function indexed(words: readonly string[]): Words {
  return { pairs: new LetterPairs(words), sameLength: new SameLength(words) };
}

/** Two wrong letters in the middle of a short word leave it few letter pairs, but all its other letters in place. */
function shortlist(word: string, { pairs, sameLength }: Words, most: number, difference: number): string[] {
  const inPlace = sameLength.near(word, allowedErrors(word.length));
  return [...new Set([...inPlace, ...pairs.alike(word, most, difference)])];
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

/** Fuse finds a word inside a longer one for free, so each is looked for in the other; a swap it counts twice. */
function wrongLetters(word: string, known: string): number {
  if (isSwap(word, known)) return SWAP;
  const allowed = allowedErrors(word.length);
  const inPlace = word.length === known.length ? differing(word, known, allowed) : Number.POSITIVE_INFINITY;
  return inPlace <= 1 ? inPlace : Math.min(inPlace, shifted(word, known));
}

function shifted(word: string, known: string): number {
  const there = errorsOf(word, known);
  if (there > allowedErrors(word.length)) return there;
  return Math.max(there, errorsOf(known, word), Math.abs(word.length - known.length), 1);
}

function errorsOf(pattern: string, text: string): number {
  const match = Fuse.match(pattern, text, FUSE_OPTIONS);
  return match.isMatch ? Math.round(match.score * pattern.length) : Number.POSITIVE_INFINITY;
}

function allowedErrors(length: number): number {
  if (length < 6) return 1;
  return length < 9 ? 2 : 3;
}

/** Two neighbours changed places, and nothing else: "gird" for "grid", but not "evnt" for "vnet". */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const wrong = [...a].flatMap((letter, i) => (letter === b[i] ? [] : [i]));
  const [first, second, ...more] = wrong;
  if (first === undefined || second !== first + 1 || more.length > 0) return false;
  return a[first] === b[second] && a[second] === b[first];
}
