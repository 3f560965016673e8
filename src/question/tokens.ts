/** Text → tokens: the words of a message, opened where needed, with all that is not language taken out. */
import { rawWords } from "../knowledge/normalise";
import { codeWords } from "./code-words";
import type { Lexicon } from "./lexicon";
import type { Similar } from "./spelling";
import type { TypedForm } from "./typed-forms";

/** The end of a sentence, or what breaks a thought within one. */
export type Pause = "end" | "colon" | "comma" | "other";

/** One word of the message: as it was typed, folded, and in its canonical form. */
export type Token = {
  readonly raw: string;
  /** Lower case, not folded: "regions"; as it should have been typed, where it was respelt. */
  readonly plain: string;
  readonly word: string;
  readonly canonical: string;
  readonly breakBefore: boolean;
  /** What stood before it; null within a thought. */
  readonly pause: Pause | null;
  /** Its sentence ends with a question mark. */
  readonly asked: boolean;
  /** Typed as no word of the language, and none that we know. */
  readonly strange: boolean;
  /** In capitals among words that are not ("DORA"): an abbreviation is no misspelt word. */
  readonly abbreviation: boolean;
  /** 0 to 1: how sure we are that this word was meant; below 1 it was respelt. */
  readonly confidence: number;
  /** What else may have been meant where it was respelt. */
  readonly others: readonly Similar[];
  /** The message has it in code: "c.region", "backup_date". */
  readonly code: boolean;
};

/** Enough for a long e-mail; a message may have 28,000 characters, and an answer must come in milliseconds. */
const MOST_CHARACTERS = 6_000;
const MOST_TOKENS = 320;

const LOWER_CASE = /\p{Ll}/u;
const ABBREVIATION = /^\p{Lu}{3,5}$/u;

/** Markup that Teams and people put around words: tags, Markdown links' addresses, template markers, entities. */
const NOISE = /<[^<>]{0,200}>|https?:\/\/\S+|&[a-z]+;|&#\d+;/gi;
/** Where one thought ends: a name does not reach across it ("apim/functions" and "apim+functions", but not "active/active" or "w/o"). */
const BREAK =
  /[,;:!?…()[\]{}|\n\r]+|(?<!\b(?:incl|excl|resp|esp|i\.e|e\.g|vs))\.(?=\s|$)|\s(?:-{1,3}|[–—/+&]|'?n'?)\s|[→⇒➔➜]|\s?[-=]+>\s?|\s>\s|\/(?<=\p{L}{3}\/)(?=\p{L}{3})(?!active|passive|standby|sub\b)|[+&](?<=[\p{L}\p{N}]{2}[+&])(?=\p{L}{2})/gu;

/**
 * @param text any string
 * @param lexicon decides whether a word with inner capitals is one, known or nearly so ("SignalR"), or opened ("EventGrid")
 * @returns the tokens in order, at most 320
 */
export function tokenise(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  const readable = text.slice(0, MOST_CHARACTERS).replace(NOISE, " ").replace(INITIALS, joined);
  const { parts, breaks } = broken(readable);
  const asked = askedParts(breaks);
  const isMixed = LOWER_CASE.test(text);
  const inCode = codeWords(readable);
  for (const [i, part] of parts.entries()) {
    let breakBefore = tokens.length > 0;
    for (const form of rawWords(part).flatMap((word) => lexicon.typed.of(word))) {
      if (tokens.length >= MOST_TOKENS) return tokens;
      const pause = breakBefore ? pauseOf(breaks[i - 1] ?? "") : null;
      tokens.push(tokenOf(form, { pause, asked: asked[i] ?? false, isMixed, inCode }));
      breakBefore = false;
    }
  }
  return tokens;
}

/** The thoughts of a text, and what stands between each and the next. */
function broken(text: string): { readonly parts: readonly string[]; readonly breaks: readonly string[] } {
  const [parts, breaks]: [string[], string[]] = [[], []];
  let from = 0;
  text.replace(BREAK, (sign, index: number) => {
    parts.push(text.slice(from, index));
    breaks.push(sign);
    from = index + sign.length;
    return sign;
  });
  return { parts: [...parts, text.slice(from)], breaks };
}

const ENDS_A_SENTENCE = /[.?!;\n\r…]|\s(?:-{1,3}|[–—])\s/;

function pauseOf(sign: string): Pause {
  if (ENDS_A_SENTENCE.test(sign)) return "end";
  if (sign.includes(":")) return "colon";
  return LISTS.has(sign.trim()) ? "comma" : "other";
}

/** "AKS + ACR + Key Vault" lists as commas do. */
const LISTS: ReadonlySet<string> = new Set([",", "+", "&"]);

/** @returns for each part before a break whether its sentence ends with a question mark */
function askedParts(breaks: readonly string[]): boolean[] {
  const asked: boolean[] = [];
  for (let i = breaks.length - 1; i >= 0; i -= 1) {
    const sign = breaks[i] ?? "";
    asked[i] = ENDS_A_SENTENCE.test(sign) ? sign.includes("?") : (asked[i + 1] ?? false);
  }
  return asked;
}

/** "U.S." is one word. */
const INITIALS = /\b(?:[A-Z]\.){2,}/g;

function joined(initials: string): string {
  return initials.replaceAll(".", "");
}

/** What the message says of a word by where it stands. */
type Place = {
  readonly pause: Pause | null;
  readonly asked: boolean;
  /** The message has small letters, so that capitals mean something. */
  readonly isMixed: boolean;
  readonly inCode: ReadonlySet<string>;
};

const NO_OTHERS: readonly Similar[] = [];

/** Written out field by field: a spread of objects took half of the time of this file. */
function tokenOf({ raw, plain, word, canonical, strange }: TypedForm, { pause, asked, isMixed, inCode }: Place): Token {
  return {
    raw,
    plain,
    word,
    canonical,
    breakBefore: pause !== null,
    pause,
    asked,
    strange,
    abbreviation: isMixed && ABBREVIATION.test(raw),
    confidence: 1,
    others: NO_OTHERS,
    code: inCode.has(word),
  };
}
