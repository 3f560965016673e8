/** "The vault with our TLS certificates, Warsaw down": what a thing has in it tells which one it is. */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./name-span";
import { withKind } from "./spans";
import type { Span } from "./spot";
import type { Token } from "./tokens";

const HAS: ReadonlySet<string> = new Set("with holding containing hosting storing having w incl including".split(" "));
const ENDS: ReadonlySet<string> = new Set("in at from to for if when while is are how what which".split(" "));
const ASKS = wordSet("how what which why can could should do does is are will would who where when");

/** @returns the words behind each name that describe it, unless its clause asks something */
export function describing(spans: readonly Span[], tokens: readonly Token[]): ReadonlySet<number> {
  const words = withKind(spans, "service").flatMap(({ span: { start, end } }) => {
    const opening = tokens[startOfClause(start, tokens)]?.word ?? "";
    const isDescribed = HAS.has(tokens[end]?.word ?? "") && !tokens[end]?.breakBefore && !ASKS.has(opening);
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
