/** Tokens as they were typed → as they were meant: what is surely a typing mistake is read as the right word. */
import { fold, wordSet } from "../knowledge/normalise";
import { LONGEST_JOINED } from "./known-phrases";
import type { Lexicon } from "./lexicon";
import { asSimilar, type Meant } from "./spelling";
import { endsThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";

/** Fuzzy look-ups a message may cost: a pasted log has hundreds of unknown words, none of them a name. */
export const MOST_LOOKUPS = 40;
/** Where two words fit alike, the words around them say which was meant (spot.ts). */
const SURE_SHARE = 0.6;
/** In a shorter word one letter makes another. */
const SHORTEST_CLEAR = 6;
const SURE_SHARE_IF_SHORT = 0.9;
/** Where hardly another word is strange, this one may be a name that we do not know ("Bergen" is not Berlin). */
export const LEAST_EVIDENCE = 4;
const LEAST_EVIDENCE_IF_CARELESS = 1;
/** "georeplication" */
const SHORTEST_PART = 3;
/** With as much evidence a word counts for more than its right letters: "jegqon" is surely a region. */
const CLEAR_EVIDENCE = 3.5;
const CLEAR = 0.9;

/** @param careless whether the message was typed in haste */
export function respell(tokens: readonly Token[], lexicon: Lexicon, careless: boolean): Token[] {
  const least = careless ? LEAST_EVIDENCE_IF_CARELESS : LEAST_EVIDENCE;
  let lookups = 0;
  return tokens.flatMap((token, at) => {
    if (isPerson(at, tokens)) return { ...token, strange: false };
    if (!token.strange || token.abbreviation || lookups >= MOST_LOOKUPS) return token;
    lookups += 1;
    const parts = parted(token, lexicon);
    if (parts) return parts;
    const [best, ...others] = lexicon.spelling.meant(token.plain);
    const isSure = best && best.evidence >= least && best.share >= leastShare(token);
    return isSure ? respelt(token, best, others, lexicon) : token;
  });
}

/** "Load balancer has been done by Ingrid", "From: Ingrid", "Hi Ingrid,". */
function isPerson(at: number, tokens: readonly Token[]): boolean {
  const [token, before] = [tokens[at], wordAt(at - 1, tokens)];
  if (token?.strange !== true || !endsThought(at + 1, tokens) || token.asked || !A_NAME.test(token.raw)) return false;
  return before === "by" || GREETINGS.has(before) || (token.pause === "colon" && HEADS.has(before));
}

const GREETINGS = wordSet("hi hello hey dear thanks regards cheers");
/** Of an e-mail. */
const HEADS = wordSet("from to cc by");

const A_NAME = /^\p{Lu}\p{Ll}+$/u;

/** "Crossregion" are two words that a phrase has beside each other. */
function parted(token: Token, lexicon: Lexicon): Token[] | undefined {
  const { plain } = token;
  if (plain.length > LONGEST_JOINED) return undefined;
  for (let at = SHORTEST_PART; at <= plain.length - SHORTEST_PART; at += 1) {
    const [first, second] = [canonicalOf(plain.slice(0, at), lexicon), canonicalOf(plain.slice(at), lexicon)];
    if (lexicon.phrases.behind([first, second]) !== undefined) {
      const rest = partOf(token, plain.slice(at), lexicon);
      return [partOf(token, plain.slice(0, at), lexicon), { ...rest, breakBefore: false, pause: null }];
    }
  }
  return undefined;
}

function canonicalOf(plain: string, lexicon: Lexicon): string {
  return lexicon.canonical(fold(plain));
}

function partOf(token: Token, plain: string, lexicon: Lexicon): Token {
  const canonical = canonicalOf(plain, lexicon);
  return { ...token, raw: plain, plain, word: fold(plain), canonical, strange: false };
}

function leastShare({ plain }: Token): number {
  return plain.length < SHORTEST_CLEAR ? SURE_SHARE_IF_SHORT : SURE_SHARE;
}

function respelt(token: Token, meant: Meant, others: readonly Meant[], lexicon: Lexicon): Token {
  const word = meant.known ?? fold(meant.word);
  return {
    ...token,
    plain: meant.word,
    word,
    canonical: lexicon.canonical(word),
    confidence: confidenceOf(token, meant),
    others: others.flatMap(asSimilar),
  };
}

function confidenceOf({ plain }: Token, { evidence, confidence }: Meant): number {
  const isClear = evidence >= CLEAR_EVIDENCE && plain.length >= SHORTEST_CLEAR;
  return isClear ? Math.max(confidence, CLEAR) : confidence;
}
