/** "We have no failover group", then "what happens": what a service lacks holds until something else is said of it. */
import type { ConversationContext } from "./context";
import type { Lack, OwnLack } from "./lacks";
import { type Query, servicesNamed } from "./query";

type Before = Pick<ConversationContext, "lacks" | "regions">;

/**
 * @param query the message, completed from the conversation
 * @param typed the message by itself
 * @returns the same, with what its services were said to lack
 */
export function withKeptLacks(query: Query, typed: Query, before: Before): Query {
  if (before.lacks.length === 0 || typed.hasMore || asksOfAWay(typed) || asksElsewhere(typed, before)) return query;
  const asked = servicesNamed(query);
  const kept = before.lacks.filter(({ service }) => service !== null && asked.includes(service));
  return kept.length > 0 ? { ...query, lacks: [...query.lacks, ...kept] } : query;
}

/** "How do I add a region", "and failover groups?" ask what could be. */
function asksOfAWay({ topics, lacks, asksIfEnough, words }: Query): boolean {
  const asksHow = words.includes("how") && !topics.includes("recovery-objectives");
  const isNamed = asksHow || topics.some((topic) => topic !== "recovery-objectives");
  return isNamed && lacks.length === 0 && !asksIfEnough;
}

/** "And in West Europe?" */
function asksElsewhere({ regions, asksIfEnough, lacks }: Query, before: Before): boolean {
  const isNew = before.regions.length > 0 && regions.some((id) => !before.regions.includes(id));
  return isNew && !asksIfEnough && lacks.length === 0;
}

/** What the next turn keeps: that of these services anew, of all others as before. */
export function lacksAfter(services: readonly string[], query: Query, before: readonly OwnLack[]): OwnLack[] {
  const isOfThese = ({ service }: OwnLack) => service !== null && services.includes(service);
  const kept = query.hasMore ? before.filter((one) => !isOfThese(one)) : before;
  const said = query.lacks.filter(({ service }) => service === null);
  const added = services.flatMap((service) => said.map(({ lack }): OwnLack => ({ service, lack })));
  const all = [...kept, ...added];
  const isFirst = (one: OwnLack, at: number) =>
    all.findIndex(({ service, lack }) => service === one.service && lack === one.lack) === at;
  return all.filter(isFirst).slice(-MOST_LACKS);
}

/** More are told of in no conversation, and the state has to stay small. */
const MOST_LACKS = 40;

/** Of one service, whenever it was said. */
export function lacksOf(service: string, lacks: readonly OwnLack[]): Lack[] {
  return lacks.filter((one) => one.service === null || one.service === service).map(({ lack }) => lack);
}
