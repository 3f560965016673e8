/** Tokens → spans: every known phrase that stands in the message, misspelt ones too. */
import { isEnglish } from "./english";
import { LONGEST_JOINED } from "./known-phrases";
import type { Lexicon } from "./lexicon";
import { differing } from "./lookalikes";
import type { Meaning } from "./meaning";
import type { Place } from "./phrase-tree";
import { LEAST_EVIDENCE, MOST_LOOKUPS } from "./respell";
import { asSimilar, type Meant, SHORTEST_KNOWN, type Similar } from "./spelling";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";

/** A known phrase found in the message: tokens from start up to (not with) end. */
export type Span = {
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
  /** 0 to 1: how sure we are that these words were meant; 1 is spelt right. */
  readonly confidence: number;
};

/** One reading of the message's next word or words. */
type Reading = { readonly word: string; readonly width: number; readonly confidence: number; readonly slip: boolean };

/** Weaker phrases than this are noise. */
const WEAKEST_PHRASE = 0.5;
/** In a word of four letters one wrong letter makes another word ("apis" is not APIC), but a swap does not. */
const SHORT = 4;
/** Of all that a word may mean: what is less likely says nothing by itself. */
const LEAST_SHARE = 0.3;
const SWAPPED_IN_SHORT = 0.87;
/** In a longer text the names stand once at least without mistakes. */
const LONGEST_CARELESS = 80;
/** Of a slip beside a word that is right. */
const BESIDE_A_NAME = 0.8;
/** A name in two words that are right is hardly less sure than one in one. */
const JOINED = 0.98;
/** Within a phrase, one behind the other; without a bound a text of nothing else would take its length squared. */
const MOST_FILLERS = 6;

/**
 * @param tokens the message
 * @returns all spans, overlapping ones included, in order of their start
 */
export function spot(tokens: readonly Token[], lexicon: Lexicon): Span[] {
  const { phrases } = lexicon;
  const readings = readAll(tokens, lexicon);
  return tokens.flatMap((_, start) => {
    const spans: Span[] = [];
    walk({ place: phrases.root, at: start, letters: 0, doubt: 0, words: 0, slips: 0, fillers: 0 });
    return spans;

    function walk(path: Path): void {
      // "redis on" is no longer a name than "redis": a phrase ends with a word of its own.
      if (path.words > 0 && path.fillers === 0 && isCredible(path)) keep(path);
      const token = tokens[path.at];
      if (!token || (path.words > 0 && token.breakBefore)) return;
      for (const reading of readings[path.at] ?? []) step(path, reading);
      const mayGoOn = path.words > 0 && path.fillers < MOST_FILLERS && phrases.goesOn(path.place);
      if (mayGoOn && isFiller(token, lexicon)) walk({ ...path, at: path.at + 1, fillers: path.fillers + 1 });
    }

    function keep(path: Path): void {
      const confidence = confidenceOf(path);
      for (const meaning of phrases.meaningsAt(path.place)) {
        keepSurest(spans, { start, end: path.at, meanings: [meaning], confidence });
      }
    }

    function step(path: Path, reading: Reading): void {
      const place = phrases.next(path.place, reading.word);
      if (place === undefined) return;
      const next = {
        place,
        at: path.at + reading.width,
        letters: path.letters + reading.word.length,
        doubt: path.doubt + (1 - reading.confidence) * reading.word.length,
        words: path.words + 1,
        slips: path.slips + (reading.slip ? 1 : 0),
        fillers: 0,
      };
      if (confidenceOf(next) >= WEAKEST_PHRASE) walk(next);
    }
  });
}

/** The same words may be read as the same thing in several ways. */
function keepSurest(spans: Span[], span: Span): void {
  const at = spans.findIndex(({ end, meanings }) => end === span.end && meanings[0] === span.meanings[0]);
  if (at < 0) spans.push(span);
  else if ((spans[at]?.confidence ?? 0) < span.confidence) spans[at] = span;
}

/** How far a phrase was followed, from its first word on. */
type Path = {
  readonly place: Place;
  readonly at: number;
  readonly letters: number;
  /** Letters that may be wrong: two words with a slip each are no less sure than one. */
  readonly doubt: number;
  readonly words: number;
  readonly slips: number;
  /** Passed over since the last word. */
  readonly fillers: number;
};

function confidenceOf({ letters, doubt }: Pick<Path, "letters" | "doubt">): number {
  return letters === 0 ? 1 : 1 - doubt / letters;
}

/** A slip (an English word one letter away) counts only beside a word of the phrase that is right: "key volt managed hms". */
function isCredible({ slips, words }: Path): boolean {
  return slips * 2 <= words;
}

/** "Application gateway fro containers" too. */
function isFiller({ word }: Token, lexicon: Lexicon): boolean {
  if (lexicon.isFiller(word)) return true;
  const wrong = word.length < SHORT && !lexicon.isStopWord(word) ? differing(word, FOR, 1) : SHORT;
  return wrong < 1 || (wrong === 1 && !isEnglish(word));
}

const FOR = "for";

/** For each token, what it and its neighbours may be read as. */
function readAll(tokens: readonly Token[], lexicon: Lexicon): Reading[][] {
  let lookups = 0;
  return tokens.map((token, i) => {
    const readings = [
      ...exact(token, lexicon),
      ...joined(tokens, i, lexicon),
      ...others(token, lexicon),
      ...besideNames(tokens, i, lexicon),
    ];
    const isRead =
      token.confidence < 1 || token.abbreviation || lexicon.isKnown(token.word) || lexicon.isStopWord(token.word);
    if (isRead || lookups >= MOST_LOOKUPS) return readings;
    lookups += 1;
    return [...readings, ...misspelt(token, lexicon)];
  });
}

/** What was less likely meant counts only beside a word that is right: "mwnager disks". */
function others(token: Token, lexicon: Lexicon): Reading[] {
  return token.others.map((similar) => reading(similar, true, lexicon));
}

/** "Kay vault", "span central": a word that may be right, beside one with which it would make a name. */
function besideNames(tokens: readonly Token[], at: number, lexicon: Lexicon): Reading[] {
  if (tokens.length > LONGEST_CARELESS) return [];
  const meant = lexicon.pairs.meantAt(at, tokens, lexicon);
  const isBranded = tokens[at - 1]?.word === "azure" && tokens[at]?.breakBefore === false;
  return meant.map((word) => {
    const isSure = isBranded && hasSameLetters(wordAt(at, tokens), word);
    return reading({ word, confidence: BESIDE_A_NAME }, !isSure, lexicon);
  });
}

/** "Azure dsn": behind the brand one word is a name. */
function hasSameLetters(word: string, other: string): boolean {
  return [...word].sort().join("") === [...other].sort().join("");
}

function exact(token: Token, lexicon: Lexicon): Reading[] {
  const { canonical, word } = token;
  if (!lexicon.isKnown(canonical) && !lexicon.isKnown(word)) return [];
  const confidence = softened(token.confidence);
  const spelt = canonical === word ? [word] : [canonical, word];
  return spelt.map((one) => ({ word: one, width: 1, confidence, slip: false }));
}

/** Names that were typed apart ("post gres", "event hub" as "eventhub" is in the tree): two or three tokens as one. */
function joined(tokens: readonly Token[], start: number, lexicon: Lexicon): Reading[] {
  const readings: Reading[] = [];
  let text = wordAt(start, tokens);
  let confidence = tokens[start]?.confidence ?? 1;
  // "my sql database" is somebody's SQL Database, not MySQL.
  if (lexicon.isFiller(text)) return [];
  for (let width = 2; width <= 3; width += 1) {
    const token = tokens[start + width - 1];
    if (!token || token.breakBefore) break;
    const mayBeKnown = lexicon.shapes.mayHave(text, token.word, text.length + token.word.length);
    text += token.word;
    confidence = Math.min(confidence, token.confidence);
    if (text.length > LONGEST_JOINED) break;
    if (mayBeKnown && text.length >= 5 && lexicon.isKnown(text) && !isEnglish(text)) {
      readings.push({ word: lexicon.canonical(text), width, confidence: JOINED * softened(confidence), slip: false });
    }
  }
  return readings;
}

/** Ordinary words, words so short that much is like them, and mere likenesses count only beside a word that is right. */
function misspelt(token: Token, lexicon: Lexicon): Reading[] {
  const meant = lexicon.spelling.meant(token.plain);
  if (meant.length === 0) return lexicon.spelling.lackingOne(token.plain).map((one) => reading(one, true, lexicon));
  const isOrdinary = !token.strange || meant[0]?.known === null;
  const least = token.strange ? 0 : 1 - 1.01 / token.word.length;
  return meant
    .filter(({ confidence }) => confidence >= least)
    .flatMap((one) =>
      asSimilar(one).map((similar) => reading(similar, isOrdinary || isShort(similar) || isMereLikeness(one), lexicon)),
    );
}

/** "beamer" may be "better", but a dozen other words as well. */
function isMereLikeness({ evidence, share }: Meant): boolean {
  return evidence < LEAST_EVIDENCE || share < LEAST_SHARE;
}

function reading({ word, confidence }: Similar, slip: boolean, lexicon: Lexicon): Reading {
  return { word: lexicon.canonical(word), width: 1, confidence: softened(confidence), slip };
}

function isShort({ word, confidence }: Similar): boolean {
  return word.length <= SHORTEST_KNOWN || (word.length <= SHORT && confidence < SWAPPED_IN_SHORT);
}

/** One wrong letter of eight is a typing error, not an eighth of doubt. */
function softened(confidence: number): number {
  return 1 - (1 - confidence) * 0.8;
}
