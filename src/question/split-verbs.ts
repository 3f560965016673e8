/** "Fail my workloads over": a failover, whatever stands between its two words. */
import { wordSet } from "../knowledge/normalise";
import type { Lexicon } from "./lexicon";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/** "our two most important workloads" */
const BETWEEN = 5;
const FAILS: ReadonlySet<string> = new Set(["fail", "failing", "failed"]);
/** "Fail in Milan over the weekend" */
const TELLS_WHERE: ReadonlySet<string> = new Set("in on at when if with for to during since because and or".split(" "));
const OF_TIME = wordSet("the a this that night weekend time christmas easter and");

/** @returns the spans, and what "failover" means where it is said in two parts */
export function withSplitVerbs(spans: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): readonly Span[] {
  const end = lexicon.phrases.behind(["failover"]);
  if (end === undefined) return spans;
  const meanings = lexicon.phrases.meaningsAt(end);
  const found = tokens.flatMap((_, start) =>
    isSplit(start, tokens) ? [{ start, end: start + 1, meanings, confidence: 1 }] : [],
  );
  return found.length === 0 ? spans : [...spans, ...found].sort((a, b) => a.start - b.start);
}

function isSplit(start: number, tokens: readonly Token[]): boolean {
  if (!FAILS.has(tokens[start]?.word ?? "")) return false;
  const rest = tokens.slice(start + 1, start + 2 + BETWEEN);
  const over = rest.findIndex(({ word }) => word === "over");
  const between = rest.slice(0, over + 1);
  const isOneThought = between.every(({ word, breakBefore }) => !breakBefore && !TELLS_WHERE.has(word));
  const next = rest[over + 1] ?? tokens[start + 2 + over];
  return over > 0 && isOneThought && (!next || next.breakBefore || !OF_TIME.has(next.word));
}
