/** "A DDoS Protection plan, VNets in two regions: does the plan itself die": what is asked of one is not of those before. */
import { wordSet } from "../knowledge/normalise";
import { type NameSpan, servicesOf, startOfClause } from "./name-span";
import type { Token } from "./tokens";

/** @param services the services named, in order; those that stand before an "itself" of another are left out */
export function besidesItself(services: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const at = services.length < 2 ? -1 : tokens.findIndex(({ word }) => word === "itself");
  const noun = tokens[at - 1];
  if (!noun || noun.breakBefore || !ASKS.has(tokens[startOfClause(at, tokens)]?.word ?? "")) return [];
  const owner = ownerOf(noun, services, tokens);
  if (owner === undefined) return [];
  const again = new Set(services.filter(({ start }) => start > at).flatMap(servicesOf));
  const isOther = (span: NameSpan) => !servicesOf(span).some((id) => id === owner || again.has(id));
  return services.filter((span) => span.end < at && isOther(span));
}

/** "…, and can Chaos Studio itself go down" is asked beside the rest. */
const ASKS = wordSet("does do is are will would can could did");

/** The one service that has this word in its name here. */
function ownerOf(noun: Token, services: readonly NameSpan[], tokens: readonly Token[]): string | undefined {
  const having = services.filter(({ start, end }) =>
    tokens.slice(start, end).some(({ canonical }) => canonical === noun.canonical),
  );
  const [only, ...others] = new Set(having.flatMap(servicesOf));
  return others.length === 0 ? only : undefined;
}
