/** "We have Service Bus Standard", then "and the queues", "add Key Vault": a service stays in the tier that was said. */
import { isTierId, serviceOfTier } from "../knowledge/tiers";
import type { ConversationContext } from "./context";
import type { Query } from "./query";
import { OTHER_TIERS } from "./tiers";

/**
 * @param query the message, completed from the conversation
 * @param typed the message by itself
 * @returns the same, with the tiers that its services were said to be in
 */
export function withKeptTiers(query: Query, typed: Query, { tiers }: Pick<ConversationContext, "tiers">): Query {
  if (tiers.length === 0) return query;
  const [asked, named] = [servicesOf(query), servicesOf(typed)];
  const isToldAnew = (service: string) => query.told.some((id) => isTierId(id) && serviceOfTier(id) === service);
  // "Service Bus is Premium": that tier lacks nothing, so it has no id.
  const isOnAnotherTier = typed.words.some((word) => OTHER_TIERS.has(word));
  const isLeft = (service: string) => isOnAnotherTier && (named.length === 0 || named.includes(service));
  const kept = tiers.filter((id) => {
    const service = serviceOfTier(id);
    return asked.includes(service) && !isToldAnew(service) && !isLeft(service);
  });
  return kept.length > 0 ? { ...query, told: [...query.told, ...kept] } : query;
}

function servicesOf({ services, unclear }: Query): readonly string[] {
  return [...services, ...unclear.flat()].map(({ service }) => service);
}
