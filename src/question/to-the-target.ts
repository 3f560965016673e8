/** "And restore it in the UAE?" after a vault in Qatar: the region of before stays the one that is copied from. */
import type { ConversationContext } from "./context";
import { SHORTEST_QUESTION } from "./lengths";
import { namesService, type Query } from "./query";

/**
 * @param query the message, completed from the conversation
 * @param typed the message by itself
 * @returns the same, from the region of before to that which the message names as the target
 */
export function toTheTarget(query: Query, typed: Query, context: ConversationContext): Query {
  if (typed.regions.length === 0) return withTargetsOfBefore(query, context);
  const areTargets = typed.targets.length > 0 && typed.regions.every((region) => typed.targets.includes(region));
  const isOnTargets = areTargets || asksOfAnotherTarget(typed, context);
  const sources = context.regions.filter((id) => !context.targets.includes(id) && !typed.regions.includes(id));
  // "Is it paired with UAE North?"
  const isOnBoth = query.cues.has("paired") && (query.cues.has("pronoun") || areTargets);
  const isOpen = namesService(query) || context.aboutRegions || isOnBoth;
  if (!isOnTargets || !isOpen || sources.length === 0 || sources.length > MOST_SOURCES) return query;
  return { ...query, regions: [...sources, ...typed.regions], targets: typed.regions };
}

/** "What about Sweden?", asked whether Poland is paired with Germany. */
function asksOfAnotherTarget(typed: Query, { aboutRegions, regions, targets }: ConversationContext): boolean {
  const isOfTwo = aboutRegions && targets.length === 1 && regions.length === 2;
  const isOpen = isOfTwo && !namesService(typed) && !typed.words.includes("in");
  return isOpen && typed.cues.has("follow") && typed.length <= SHORTEST_QUESTION;
}

/** A country has two or three. */
const MOST_SOURCES = 3;

/** "With GRS?" is about the way from the one to the other still. */
function withTargetsOfBefore(query: Query, { targets }: ConversationContext): Query {
  const kept = targets.filter((region) => query.regions.includes(region));
  return kept.length > 0 ? { ...query, targets: kept } : query;
}
