/** Which ways to survive a message names, that which it asks about first. */
import { fold } from "../knowledge/normalise";
import type { Topic } from "../knowledge/schema";
import { startOfClause } from "./name-span";
import { type Found, isWithin, withKind } from "./spans";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/**
 * In the order named; of two that start together the longer phrase first ("failover group" before "failover"). What is
 * only supposed comes last: "if our write region dies, is the failover …".
 */
export function topicsOf(spans: readonly Span[], tokens: readonly Token[]): Topic[] {
  const found = withKind(spans, "topic").sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept = found.filter(({ span }) => !found.some((other) => isWithin(span, other.span)));
  const last = (it: Found<"topic">) => (isSupposed(it.span, tokens) ? 1 : 0);
  const inOrder = kept.sort((a, b) => last(a) - last(b));
  const isOnFigures = kept.some(({ span }) => FIGURES.has(tokens[span.start]?.word ?? ""));
  const topics = [...new Set(inOrder.map(({ meaning }) => meaning.topic))];
  // "How much is gone after a failover, RPO I mean"
  return isOnFigures && topics[0] === "failover" ? [...new Set<Topic>(["recovery-objectives", ...topics])] : topics;
}

const FIGURES: ReadonlySet<string> = new Set(["rpo", "rto"]);

/** "Once the replica is lost, …"; but "when can we fail over" asks. */
function isSupposed({ start }: Span, tokens: readonly Token[]): boolean {
  const clause = startOfClause(start, tokens);
  const [opening, next] = tokens.slice(clause, clause + 2).map(({ word }) => word);
  if (!SUPPOSES.has(opening ?? "")) return false;
  return !ASKS.has(next ?? "") && tokens.some(({ pause }, i) => i > start && pause === "comma");
}

const SUPPOSES: ReadonlySet<string> = new Set(
  "if when once after should suppose whenever assuming".split(" ").map(fold),
);
const ASKS: ReadonlySet<string> = new Set("i we do does can could is are will would should must".split(" ").map(fold));
