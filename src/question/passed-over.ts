/** Names of what was decided against: "we chose Web PubSub over SignalR", "the move to Cosmos DB is cancelled". */
import type { Cue } from "../knowledge/schema";
import type { Lexicon } from "./lexicon";
import { type NameSpan, startOfClause } from "./name-span";
import type { Span } from "./spot";
import type { Token } from "./tokens";

type Cues = (cue: Cue) => readonly Span[];

/** "hence we use": so many words may stand between a consequence and the name that it leads to. */
const AFTER_A_CONSEQUENCE = 2;

/** @param chosen the names of the message, in order */
export function passedOver(
  chosen: readonly NameSpan[],
  cues: Cues,
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const things = chosen.filter(({ name }) => name.kind !== "region");
  const [chosenCues, moves, ends] = [cues("chosen"), cues("moving"), cues("abandoned")];
  const conclusions = cues("consequence").filter((span) => leadsToAName(span, chosen));
  return things.filter(
    (span) =>
      isChosenAgainst(span, things, chosenCues, tokens, lexicon) ||
      isCalledOff(span, moves, ends, tokens, lexicon) ||
      isFormer(span, conclusions, tokens),
  );
}

/** "We chose Web PubSub over SignalR", but not "should we choose Web PubSub over SignalR". */
function isChosenAgainst(
  span: NameSpan,
  things: readonly NameSpan[],
  choices: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  if (choices.length === 0 || !OVER.has(wordBefore(span, tokens, lexicon))) return false;
  const start = startOfClause(span.start, tokens);
  const isBefore = (other: Span) => other.start >= start && other.end < span.start;
  return choices.some(isBefore) && things.some(isBefore) && !ASKS.has(tokens[start]?.word ?? "");
}

const OVER: ReadonlySet<string> = new Set(["over", "to", "above", "against"]);
const ASKS: ReadonlySet<string> = new Set(
  "should shall would could can do does did is are will may might why when what who how if whether".split(" "),
);

/** "The move to Cosmos DB has been cancelled", "we stopped the move to it"; but not "we move to it when AKS is dead". */
function isCalledOff(
  span: NameSpan,
  moves: readonly Span[],
  ends: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  if (ends.length === 0 || wordBefore(span, tokens, lexicon) !== "to") return false;
  const start = startOfClause(span.start, tokens);
  const planned = moves.filter((move) => move.start > start && move.end < span.start && isNoun(move, tokens));
  if (planned.length === 0 || ASKS.has(tokens[start]?.word ?? "")) return false;
  const isEndBefore = ({ start: at, end }: Span) =>
    at >= start && planned.some((plan) => plan.start >= end && plan.start - end <= BETWEEN_END_AND_PLAN);
  return ends.some((it) => isEndBefore(it) || isSaidOf(span, it, tokens));
}

/** "The move", "our plan". */
function isNoun({ start }: Span, tokens: readonly Token[]): boolean {
  return ARTICLES.has(tokens[start - 1]?.word ?? "");
}

/** "has been cancelled", "is off". */
function isSaidOf({ end }: Span, predicate: Span, tokens: readonly Token[]): boolean {
  const between = tokens.slice(end, predicate.start);
  const isOneThought = !between.some(({ breakBefore }) => breakBefore) && !tokens[predicate.start]?.breakBefore;
  return predicate.start >= end && isOneThought && between.every(({ word }) => AUXILIARIES.has(word));
}

const ARTICLES: ReadonlySet<string> = new Set(["the", "our", "a", "that", "this", "their", "my"]);
const AUXILIARIES: ReadonlySet<string> = new Set("has have had been is are was were got now again finally".split(" "));
/** "cancelled the". */
const BETWEEN_END_AND_PLAN = 1;

/** "Front Door could not be afforded, hence Traffic Manager": what went before is told in the past. */
function isFormer(span: NameSpan, conclusions: readonly Span[], tokens: readonly Token[]): boolean {
  const next = tokens[span.end];
  return (
    next !== undefined && !next.breakBefore && PAST.has(next.word) && conclusions.some((it) => it.start > span.end)
  );
}

const PAST: ReadonlySet<string> = new Set(
  "was were got had did didn could couldn proved turned failed became seemed felt kept".split(" "),
);

function leadsToAName({ end }: Span, chosen: readonly NameSpan[]): boolean {
  return chosen.some(
    ({ name, start }) => name.kind === "service" && start >= end && start - end <= AFTER_A_CONSEQUENCE,
  );
}

/** The word before a name, what may belong to the name left out. */
function wordBefore({ start }: Span, tokens: readonly Token[], lexicon: Lexicon): string {
  let at = start;
  while (at > 0 && !tokens[at]?.breakBefore && lexicon.isFiller(tokens[at - 1]?.word ?? "")) at -= 1;
  return at > 0 && !tokens[at]?.breakBefore ? (tokens[at - 1]?.word ?? "") : "";
}
