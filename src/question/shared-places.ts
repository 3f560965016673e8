/** "Norway East and West": the place that two regions share is said once, and stands before both here. */
import type { Lexicon } from "./lexicon";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, DIRECTIONS, LIST_CONJUNCTIONS } from "./word-classes";

const JOINS = anyOf(LIST_CONJUNCTIONS, "with to");
/** "South Africa North". */
const LONGEST_REGION = 4;

/** @returns the tokens, with the place repeated where a second direction stands alone */
export function withSharedPlaces(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  return tokens.flatMap((token, at) => {
    if (!DIRECTIONS.has(token.word)) return [token];
    const joint = jointBefore(at, tokens);
    if (joint === at && !token.breakBefore) return [token];
    const place = placeBefore(joint, tokens, lexicon);
    const isShared = place.length > 0 && isRegion([...place, token], lexicon) && !isItsOwn(at, tokens, lexicon);
    const [first, ...others] = place;
    if (!isShared || !first) return [token];
    return [{ ...first, breakBefore: token.breakBefore }, ...others, { ...token, breakBefore: false }];
  });
}

/** Where "and", "with" or "paired with" begins. */
function jointBefore(at: number, tokens: readonly Token[]): number {
  if (!JOINS.has(wordAt(at - 1, tokens))) return at;
  return PAIRED.has(wordAt(at - 2, tokens)) ? at - 2 : at - 1;
}

const PAIRED: ReadonlySet<string> = new Set(["pair", "paired"]);

/** "West Europe" needs no other place. */
function isItsOwn(at: number, tokens: readonly Token[], lexicon: Lexicon): boolean {
  return isRegion(tokens.slice(at, at + 2), lexicon) || isRegion(tokens.slice(at, at + 3), lexicon);
}

/** The "Norway" of a "Norway East" that ends there. */
function placeBefore(end: number, tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const lengths = Array.from({ length: LONGEST_REGION - 1 }, (_, i) => LONGEST_REGION - i);
  const regions = lengths.map((length) => tokens.slice(Math.max(0, end - length), end));
  const named = regions.find((path) => path.length > 1 && isRegion(path, lexicon)) ?? [];
  const last = named.findLastIndex(({ word }) => !DIRECTIONS.has(word));
  return last === named.length - 1 ? [] : named.slice(0, last + 1);
}

function isRegion(path: readonly Token[], lexicon: Lexicon): boolean {
  const end = lexicon.phrases.behind(path.map(({ canonical }) => canonical));
  return end !== undefined && lexicon.phrases.meaningsAt(end).some(({ kind }) => kind === "region");
}
