/** Text → tokens: the words of a message, opened where needed, with all that is not language taken out. */
import { fold, openCamelCase, rawWords } from "../knowledge/normalise";
import type { Lexicon } from "./lexicon";

/** One word of the message: as it was typed, folded, and in its canonical form. */
export type Token = {
  readonly raw: string;
  readonly word: string;
  readonly canonical: string;
  readonly breakBefore: boolean;
};

/** Enough for a long e-mail; a message may have 28,000 characters, and an answer must come in milliseconds. */
const MOST_CHARACTERS = 6_000;
const MOST_TOKENS = 400;

/** Markup that Teams and people put around words: tags, Markdown links' addresses, template markers, entities. */
const NOISE = /<[^<>]{0,200}>|https?:\/\/\S+|&[a-z]+;|&#\d+;/gi;
/** Where one thought ends: a name does not reach across it ("apim/functions" and "apim+functions", but not "active/active" or "w/o"). */
const BREAK =
  /[,;:!?()[\]{}|\n\r]+|\.(?=\s|$)|\s[-–—/+&]\s|(?<=\p{L}{3})\/(?=\p{L}{3})(?!active|passive|standby)|(?<=[\p{L}\p{N}]{2})[+&](?=\p{L}{2})/gu;

/**
 * @param text any string
 * @param lexicon decides whether a word with inner capitals is one, known or nearly so ("SignalR"), or opened ("EventGrid")
 * @returns the tokens in order, at most 400
 */
export function tokenise(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  const parts = text.slice(0, MOST_CHARACTERS).replace(NOISE, " ").split(BREAK);
  for (const part of parts) {
    let breakBefore = tokens.length > 0;
    for (const raw of rawWords(part).flatMap((word) => opened(word, lexicon))) {
      if (tokens.length >= MOST_TOKENS) return tokens;
      const word = fold(raw);
      tokens.push({ raw, word, canonical: lexicon.canonical(word), breakBefore });
      breakBefore = false;
    }
  }
  return tokens;
}

function opened(raw: string, lexicon: Lexicon): string[] {
  const parts = openCamelCase(raw);
  const word = fold(raw);
  const isOne = parts.length === 1 || lexicon.isKnown(word) || lexicon.spelling.similar(word).length > 0;
  return isOne ? [raw] : parts;
}
