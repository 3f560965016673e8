/** "Synapse and Data Factory", "HDInsight, Cosmos DB and Purview DR": products that we don't know, listed with services that we do. */
import { wordSet } from "../knowledge/normalise";
import { joinedBy, type NameSpan, servicesOf } from "./name-span";
import type { Names } from "./names";
import { servicesNamed } from "./query";
import type { Token } from "./tokens";

/** @returns what they are called; none of those that a service is only there for, or that stand elsewhere */
export function productsBeside(names: Names, tokens: readonly Token[]): string[] {
  if (names.otherProducts.length === 0) return [];
  const lists = listsOf(names.chosen.filter(isMeantIn(names)), tokens);
  const mixed = lists.filter((list) => list.some(({ name }) => name.kind === "service"));
  return [...new Set(mixed.flat().flatMap(({ name }) => (name.kind === "other-product" ? [name.name] : [])))];
}

function isMeantIn(names: Names) {
  const { otherProducts } = names;
  const ids = new Set(servicesNamed(names));
  return (span: NameSpan) =>
    span.name.kind === "other-product"
      ? otherProducts.includes(span.name.name)
      : servicesOf(span).some((id) => ids.has(id));
}

function listsOf(named: readonly NameSpan[], tokens: readonly Token[]): NameSpan[][] {
  const lists: NameSpan[][] = [];
  for (const span of named) {
    const before = lists.at(-1)?.at(-1);
    if (before && isListedWith(before, span, tokens)) lists.at(-1)?.push(span);
    else lists.push([span]);
  }
  return lists;
}

/**
 * "Purview DR and Cosmos DB" too. A mere pause must be a comma: "We left Synapse. Key Vault …" is no list; "Power BI vs
 * Tableau" asks which is better.
 */
function isListedWith(before: NameSpan, span: NameSpan, tokens: readonly Token[]): boolean {
  const between = tokens.slice(before.end, span.start);
  if (between.some(({ word }) => COMPARES.has(word))) return false;
  const asked = between.findIndex(({ word }) => !ASKED.has(word));
  const end = before.end + Math.max(0, asked);
  const joint = joinedBy({ ...before, end }, span, tokens);
  return joint === "word" || (joint === "pause" && tokens[span.start]?.pause === "comma");
}

const ASKED = wordSet("dr failover backup replication recovery");
const COMPARES = wordSet("vs versus");
