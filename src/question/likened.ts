/** "Does AKS have replicas like Cosmos DB": names that another is only likened to. */
import { fold, wordSet } from "../knowledge/normalise";
import type { NameSpan } from "./name-span";
import { wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, GROUPS_OF_PEOPLE, PERSONAL_PRONOUNS } from "./word-classes";

/** "Does AKS have replicas like Cosmos DB": what it is likened to is known; "databases like Cosmos DB" are meant. */
export function isModel(span: NameSpan, chosen: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const [kind, like] = tokens.slice(Math.max(0, span.start - 2), span.start);
  const after = tokens[span.end];
  const ends = !after || after.breakBefore || LIKENED_TO.has(after.word);
  const isAfterAnother = chosen.some(({ name, end }) => name.kind === "service" && end < span.start);
  // "Is it the same mechanism like Web PubSub has" asks of both.
  const isCompared = tokens.slice(Math.max(0, span.start - BEHIND_SAME), span.start).some(({ word }) => SAME.has(word));
  const isLikened = like?.word === "like" && !like.breakBefore && !FANS.has(kind?.word ?? "") && !isCompared;
  return isAfterAnother && isLikened && !KINDS.has(kind?.canonical ?? "") && ends;
}

const BEHIND_SAME = 5;
const SAME = wordSet("same identical equal equally");
const KINDS: ReadonlySet<string> = new Set([
  ..."service database store storage thing stuff component workload paas product tool something one cache queue".split(
    " ",
  ),
  // "In a region like Jakarta" is in Jakarta.
  ..."region place city town country location somewhere".split(" ").map(fold),
]);
/** "Our DBAs like SQL MI, our devs like Cosmos DB". */
const FANS = anyOf(GROUPS_OF_PEOPLE, PERSONAL_PRONOUNS, "devs dbas developers boss manager architects ops teams");
const LIKENED_TO = wordSet("offer when if");

/** "Premium file shares as poor as with Elastic SAN", "are file shares better than NetApp". */
export function isMeasuredBy({ end }: NameSpan, specific: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const other = specific.find(({ start }) => start > end);
  const between = wordsBetween(end, other?.start ?? end, tokens);
  return MEASURED.test(between.join(" "));
}

const MEASURED = /^(\w{1,15} )?(as \w{2,15} as|\w{2,15} than|the same as)( with| for| in| the)?$/;
