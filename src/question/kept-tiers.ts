/** "We have Service Bus Standard", then "and the queues", "add Key Vault": a service stays in the tier that was said. */
import { isTierId, serviceOfTier } from "../knowledge/tiers";
import type { ConversationContext } from "./context";
import { type Query, servicesNamed } from "./query";

type Before = Pick<ConversationContext, "told" | "tiers" | "services" | "choices">;

/**
 * @param query the message, completed from the conversation
 * @returns the same, with the tiers that its services were said to be in, where it says no other
 */
export function withKeptTiers(query: Query, before: Before): Query {
  const said = new Set([...before.tiers, ...justTold(before)]);
  if (said.size === 0) return query;
  const asked = servicesNamed(query);
  const toldAnew = query.told.filter(isTierId).map(serviceOfTier);
  const kept = [...said].filter((id) => {
    const service = serviceOfTier(id);
    return asked.includes(service) && !toldAnew.includes(service);
  });
  return kept.length > 0 ? { ...query, told: [...query.told, ...kept] } : query;
}

/** "Redis standard", then "the old one": what was asked back had not been answered. "And standard?" is of that service. */
function justTold({ told, services, choices }: Before): readonly string[] {
  const spokenOf = services.length > 0 ? services : choices;
  return told.filter((id) => isTierId(id) && spokenOf.includes(serviceOfTier(id)));
}
