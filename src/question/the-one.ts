/** "Redis, the managed one" or "the managed kind": a shared name with a word beside it that only one of its services has. */
import type { Lexicon } from "./lexicon";
import type { Settled } from "./means";
import type { Candidate } from "./query";
import type { Token } from "./tokens";
import { KINDS_OF_THINGS } from "./word-classes";

/** "the managed instance one". */
const LONGEST_TRAIT = 2;
const OPEN: ReadonlySet<string> = new Set(["or", "and", "not", "no", "nor", "without"]);

/**
 * @param unclear names that several services share, the likeliest first
 * @param isCovered whether a word belongs to a name
 */
export function settledByTrait(
  unclear: ReadonlyArray<readonly Candidate[]>,
  tokens: readonly Token[],
  isCovered: (token: number) => boolean,
  lexicon: Lexicon,
): Settled {
  const traits = unclear.length > 0 ? traitsOf(tokens, isCovered, lexicon) : [];
  const theOne = (candidates: readonly Candidate[]) => {
    const fitting = candidates.filter(({ service }) => traits.some((word) => lexicon.nameWords(service).has(word)));
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  return {
    settled: unclear.flatMap((candidates) => theOne(candidates) ?? []),
    unclear: unclear.filter((candidates) => theOne(candidates) === undefined),
  };
}

/** The words between "the" and "one" that are no name; in "not the managed one", "the old or the new one" none tells. */
function traitsOf(tokens: readonly Token[], isCovered: (token: number) => boolean, lexicon: Lexicon): string[] {
  return tokens.flatMap(({ word, breakBefore }, one) => {
    if (!KINDS_OF_THINGS.has(word) || breakBefore) return [];
    const article = tokens.findIndex(
      ({ word }, i) => one - LONGEST_TRAIT <= i + 1 && i < one && lexicon.isFiller(word),
    );
    const around = [tokens[article - 1], tokens[one + 1]];
    if (article < 0 || around.some((token) => OPEN.has(token?.word ?? ""))) return [];
    return tokens
      .slice(article + 1, one)
      .flatMap(({ canonical }, i) => (isCovered(article + 1 + i) ? [] : [canonical]));
  });
}
