/** "We have Service Bus Standard", "SQL is basic tier" after a plan: the plan again, that row changed. */
import { wordSet } from "../knowledge/normalise";
import { asked } from "./changed-plan";
import type { ConversationContext } from "./context";
import { LONGEST_CONTINUATION } from "./lengths";
import type { Query } from "./query";
import { AUXILIARY_VERBS, anyOf, FORMS_OF_BE } from "./word-classes";

/** @returns the plan of before, asked for with the tier that is told of one of its services; null where none is */
export function planWithTier(query: Query, { services: plan }: ConversationContext): Query | null {
  const named = query.services.map(({ service }) => service);
  const areOfThePlan = named.length > 0 && query.unclear.length === 0 && named.every((id) => plan.includes(id));
  if (plan.length < 2 || !areOfThePlan || !tellsOnlyOfATier(query)) return null;
  const likely = { ...query.likely, kind: "services" as const };
  return { ...asked(query, plan), order: plan, otherTopic: false, denied: [], unknownWords: 0, likely };
}

function tellsOnlyOfATier({ words, told, regions, topics, length, unknownWords }: Query): boolean {
  const isElse = regions.length + topics.length > 0 || unknownWords > 1 || length > LONGEST_CONTINUATION;
  const isOnATier = told.length > 0 || words.some((word) => TIERS.has(word));
  return isOnATier && !isElse && !words.some((word, at) => ASKS.has(word) || (at === 0 && ASKS_FIRST.has(word)));
}

/** Also of services none of whose tiers we tell apart: "SQL is basic tier". */
const TIERS = wordSet("basic standard free burstable developer consumption premium dedicated enterprise");
/** "Is Service Bus Standard enough", "does Standard have geo-replication" ask of that service alone. */
const ASKS_FIRST = anyOf(AUXILIARY_VERBS, FORMS_OF_BE);
const ASKS = wordSet("enough suffice sufficient how which who why when");
