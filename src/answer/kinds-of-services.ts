/** Lists and plans of one kind of services: "which storage services need a pair", "databases in Qatar Central". */
import type { Index } from "../knowledge/indexed";
import { KINDS } from "../knowledge/kinds";
import { fold } from "../knowledge/normalise";
import type { Kind, Service } from "../knowledge/schema";
import type { Query } from "../question/query";

/** @returns the kinds that the words name; "data services" names several */
export function kindsOf({ kinds: said, words }: Query, { knowledge }: Index): readonly Kind[] {
  if (said.length === 0) return [];
  const { kinds } = knowledge.vocabulary;
  // "The whole list, not just databases": what is denied is in none of the words. A tap has none.
  const named = new Set(said.filter((word) => words.length === 0 || words.includes(word)).map(fold));
  return KINDS.filter((kind) => kinds[kind]?.some((name) => named.has(fold(name))));
}

export function isOfKinds(service: Service, kinds: readonly Kind[]): boolean {
  return service.kinds.some((kind) => kinds.includes(kind));
}

/** A plan holds ten: first what has something built in, last what is of another kind in the first place, or being retired. */
export function servicesOfKinds(kinds: readonly Kind[], { knowledge }: Index): Service[] {
  const isOfOthers = ({ kinds: [main] }: Service) => main !== undefined && !kinds.includes(main);
  const placeOf = (service: Service) =>
    service.retired ? 3 : isOfOthers(service) ? 2 : service.verdict.kind === "nothing-built-in" ? 1 : 0;
  return knowledge.services
    .filter((service) => service.members.length === 0 && isOfKinds(service, kinds))
    .sort((a, b) => placeOf(a) - placeOf(b));
}
