/** "The vault with our TLS certificates, Warsaw down": what a thing has in it tells which one it is. */

import { startOfClause } from "./clauses";
import { withKind } from "./spans";
import type { Span } from "./spot";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, QUESTION_OPENINGS, VERBS_OF_HOLDING } from "./word-classes";

const HAS = anyOf(VERBS_OF_HOLDING, "with w having hosting incl including");
const ENDS: ReadonlySet<string> = new Set("in at from to for if when while is are how what which".split(" "));

/** @returns the words behind each name that describe it, unless its clause asks something */
export function describing(spans: readonly Span[], tokens: readonly Token[]): ReadonlySet<number> {
  const words = withKind(spans, "service").flatMap(({ span: { start, end } }) => {
    const opening = wordAt(startOfClause(start, tokens), tokens);
    const isDescribed = HAS.has(wordAt(end, tokens)) && !tokens[end]?.breakBefore && !QUESTION_OPENINGS.has(opening);
    return isDescribed ? phraseFrom(end, tokens) : [];
  });
  return new Set(words);
}

/** Up to the end of the thought, or what says where and when. */
function phraseFrom(start: number, tokens: readonly Token[]): number[] {
  const rest = tokens.slice(start + 1);
  const length = rest.findIndex(({ word, breakBefore }) => breakBefore || ENDS.has(word));
  return Array.from({ length: (length < 0 ? rest.length : length) + 1 }, (_, i) => start + i);
}
