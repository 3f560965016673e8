/** "No AKS and no SQL": of two denials the second is no NoSQL. */
import type { Span } from "./spot";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";

/** @returns the spans without names that take the "no" of a list of denials for a part of theirs */
export function withoutDeniedNames(spans: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  const denials = tokens.flatMap(({ word }, at) => (word === "no" ? [at] : []));
  if (denials.length < 2) return spans;
  const isName = ({ meanings }: Span) => meanings.some(({ kind }) => kind === "service");
  const isRest = (span: Span) => spans.some(({ start, end }) => start === span.start + 1 && end === span.end);
  return spans.filter((span) => !(wordAt(span.start, tokens) === "no" && isName(span) && isRest(span)));
}
