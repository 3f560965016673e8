import type { Meaning } from "./meaning";
import type { Span } from "./spot";
import { wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, CARDINAL_NUMBERS, DETERMINERS, LIST_CONJUNCTIONS, QUANTITIES } from "./word-classes";

/** What a name may stand for. */
export type Named = Extract<Meaning, { kind: "service" | "region" | "other-product" }>;
/** A name found in the message. */
export type NameSpan = Span & { readonly name: Named };

/** May stand before each of them; but "for" and "on" say how they hang together. */
const BEFORE_A_LISTED_NAME = anyOf(
  DETERMINERS,
  CARDINAL_NUMBERS,
  // "a handful of old VMs"
  QUANTITIES,
  "one both also by of azure microsoft",
  // "Backup or rather Site Recovery"
  "rather maybe perhaps",
  "big small large tiny single old new plain ordinary normal simple standard premium",
);

/** Written out, as V8 gives each object that is spread and then added to a shape of its own (Node 20). */
export function nameSpan({ start, end, meanings, confidence }: Span, name: Named): NameSpan {
  return { start, end, meanings, confidence, name };
}

/** The names of services. */
export function servicesAmong(names: readonly NameSpan[]): readonly NameSpan[] {
  return names.filter(({ name }) => name.kind === "service");
}

/** The services that a name may stand for. */
export function servicesOf({ name }: NameSpan): readonly string[] {
  return name.kind === "service" ? name.services : [];
}

/** Whether they may stand for the same service. */
export function sharesWith(span: NameSpan, other: NameSpan): boolean {
  return servicesOf(span).some((id) => servicesOf(other).includes(id));
}

/** "1. AKS 2. ACR" */
export const ITEM_NUMBER = /^\d$/;

/** Whether a list goes on, or begins, before this token: after a comma, "and" or "and our". */
export function isJoinedBefore(at: number, tokens: readonly Token[]): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (!token || !before || token.breakBefore || LIST_CONJUNCTIONS.has(before.word)) return true;
  return isBeforeAName(before.word) && isJoinedBefore(at - 1, tokens);
}

function isBeforeAName(word: string): boolean {
  return BEFORE_A_LISTED_NAME.has(word) || ITEM_NUMBER.test(word);
}

/** Where the words begin that belong to this noun: "a handful of our functions". */
export function startOfNoun(at: number, tokens: readonly Token[]): number {
  const [token, before] = [tokens[at], tokens[at - 1]];
  return token && before && !token.breakBefore && isBeforeAName(before.word) ? startOfNoun(at - 1, tokens) : at;
}

/** Whether a list goes on behind the token before this one. */
export function isJoinedAfter(at: number, tokens: readonly Token[]): boolean {
  const token = tokens[at];
  return !token || token.breakBefore || LIST_CONJUNCTIONS.has(token.word);
}

/** What joins two spans, in their order, to a list: "and" or "and our", a comma, or nothing does. */
export function joinedBy(first: Span, second: Span, tokens: readonly Token[]): "word" | "pause" | null {
  const between = wordsBetween(first.end, second.start, tokens);
  const isJoint = between.every((word) => LIST_CONJUNCTIONS.has(word) || isBeforeAName(word));
  if (second.start < first.end || !isJoint || !isJoinedBefore(second.start, tokens)) return null;
  return between.some((word) => LIST_CONJUNCTIONS.has(word)) ? "word" : "pause";
}

/** What joins the service at this place to the service before or behind it. */
export function listedBy(at: number, all: readonly NameSpan[], tokens: readonly Token[]): "word" | "pause" | null {
  const [before, span, behind] = [all[at - 1], all[at], all[at + 1]];
  const joins = [
    before?.name.kind === "service" && span ? joinedBy(before, span, tokens) : null,
    behind?.name.kind === "service" && span ? joinedBy(span, behind, tokens) : null,
  ];
  return joins.includes("word") ? "word" : (joins.find((by) => by !== null) ?? null);
}

/** The name as it was typed, folded. */
export function textOf({ start, end }: Span, tokens: readonly Token[]): string {
  return wordsBetween(start, end, tokens).join(" ");
}
