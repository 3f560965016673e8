/** Which condition on pairs a list has: that one is needed, or done without. */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import { isOnlyIf } from "./denied-pairs";
import type { SpansOf } from "./spans";
import type { Span } from "./spot";
import { beginsThought, endsThought, isUnbroken, startOfThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, NECESSARY_ADJECTIVES, PRONOUNS_OF_THINGS } from "./word-classes";

/** "Services that are OK with no pair? I have those needing one": the list has its own condition. */
export function isToldInTheList(spansOf: SpansOf, tokens: readonly Token[]): boolean {
  const clauseOf = ({ start }: Span) => startOfThought(start, tokens);
  // "Some services need a pair. Which services don't need one?" is told of some, and asks of others.
  const list = Math.max(...spansOf("services").map(clauseOf));
  return spansOf("nonpaired", "needs").some((span) => list === clauseOf(span));
}

/** "We cannot build failover for all. Which services need no pair?": where a list has its condition, no other counts. */
export function isInAListOnPairs(spansOf: SpansOf, tokens: readonly Token[]): (span: Span) => boolean {
  const clauseOf = ({ start }: Span) => startOfThought(start, tokens);
  const onPairs = spansOf("paired", "nonpaired", "needs").map(clauseOf);
  const lists = spansOf("services")
    .map(clauseOf)
    .filter((clause) => onPairs.includes(clause));
  return (span) => lists.length === 0 || lists.includes(clauseOf(span));
}

/** "Pairs don't matter any more, they say. Which services still need one?" */
export function needOfOne(
  needs: readonly Span[],
  denials: readonly Span[],
  tokens: readonly Token[],
): "needs" | "nonpaired" | null {
  const isLast = (at: number) => endsThought(at, tokens);
  const need = needs.find(({ end }) => ONE.has(wordAt(end, tokens)) && !isLast(end) && isLast(end + 1));
  // "… that could only be protected if it had one"
  const isOnlyWithOne = () => tokens.some(({ word }, i) => ONE.has(word) && isLast(i + 1) && isOnlyIf(i, tokens));
  if (!need) return isOnlyWithOne() ? "needs" : worksWithout(denials, tokens);
  const isDenied = denials.some(({ end }) => end <= need.start && need.start - end <= 1);
  return isDenied ? "nonpaired" : "needs";
}

/** "I don't ask what needs a pair. What services work without?" */
function worksWithout(denials: readonly Span[], tokens: readonly Token[]): "needs" | "nonpaired" | null {
  const at = tokens.findIndex((token, i) => token.word === "without" && tokens[i - 1]?.canonical === "work");
  if (at < 0 || !endsThought(at + 1, tokens)) return null;
  const from = startOfClause(at, tokens);
  return denials.some(({ start, end }) => start >= from && end <= at) ? "needs" : "nonpaired";
}

/** "List: pair required", "pair mandatory: which?"; but not "pair required: no". */
export function isHeadedByNeed({ start, end }: Span, tokens: readonly Token[]): boolean {
  const [need, next] = tokens.slice(end, end + 2);
  const isNeed =
    need !== undefined && !need.breakBefore && (need.canonical === "need" || NECESSARY_ADJECTIVES.has(need.word));
  return beginsThought(start, tokens) && isNeed && (next?.breakBefore ?? true) && !NONE.has(next?.word ?? "");
}

const ONE = anyOf(PRONOUNS_OF_THINGS, "one");

/** Services that "will not replicate in Doha because it has no pair", "offer nothing if there is no pair" need one. */
export function isTheReason({ start, end }: Span, tokens: readonly Token[]): boolean {
  const before = tokens.slice(Math.max(0, start - BEFORE_A_REASON), end);
  const from = before.findIndex(({ word }) => REASONS.has(word));
  return from >= 0 && isUnbroken(before.slice(from + 1));
}

/** "because the region has". */
const BEFORE_A_REASON = 4;

const REASONS = wordSet("if because when once as since where unless lest due now in within inside from");

export const NONE: ReadonlySet<string> = new Set(["none", "nil", "zero", "no", "false", "nothing"]);
