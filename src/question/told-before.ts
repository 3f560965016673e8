/** "Application Insights", then "and in Qatar?": still that part of the service, until another is named. */
import { wordSet } from "../knowledge/normalise";
import { isTierId, serviceOfTier } from "../knowledge/tiers";
import { asked } from "./changed-plan";
import type { NamesKnown } from "./chosen-by-words";
import type { ConversationContext } from "./context";
import { SHORTEST_QUESTION } from "./lengths";
import { NOTHING_LIKELY } from "./likely";
import { namesService, type Query } from "./query";
import type { TellingNames } from "./telling-names";
import { AUXILIARY_VERBS } from "./word-classes";

export type KnownParts = NamesKnown & { readonly telling: Pick<TellingNames, "wordsOfPart" | "serviceOf" | "shortOf"> };

/**
 * @param query the message, completed from the conversation
 * @param typed the message by itself
 * @returns the same, with the part or the former name that the turn before was about
 */
export function withToldBefore(query: Query, typed: Query, context: ConversationContext, known: KnownParts): Query {
  const isOnThem = !namesService(typed) && namesService(query) && typed.told.length === 0;
  if (!isOnThem || context.told.length === 0) return query;
  const told = context.told.filter((one) => !isTierId(one) && !isOnAnotherPart(typed, one, context, known));
  return told.length > 0 ? { ...query, told } : query;
}

/**
 * "And the alert rules?", "auxiliary tables" after Monitor Logs are parts of that service, whatever they would be by
 * themselves.
 */
export function onAPart(typed: Query, { services }: ConversationContext, { telling }: KnownParts): Query | null {
  const isNothingElse = !namesService(typed) && typed.regions.length === 0 && typed.length <= SHORTEST_QUESTION;
  if (!isNothingElse || typed.told.length === 0 || typed.catalog) return null;
  const owners = typed.told.map((part) => telling.serviceOf(part));
  const spokenOf = services.filter((id) => owners.includes(id));
  if (spokenOf.length === 0) return null;
  return { ...asked(typed, spokenOf), otherTopic: false, unknownWords: 0, likely: NOTHING_LIKELY };
}

/** "M10" after DocumentDB, "serverless" after Cosmos DB: how that one is run, whatever it would be by itself. */
export function onATier(typed: Query, { services }: ConversationContext): Query | null {
  const [only, ...more] = services;
  const isNothingElse = typed.isNameAlone && typed.services.length === 0 && typed.regions.length === 0;
  if (only === undefined || more.length > 0 || !isNothingElse) return null;
  if (!typed.told.some((one) => isTierId(one) && serviceOfTier(one) === only)) return null;
  return { ...asked(typed, [only]), otherTopic: false, unknownWords: 0, likely: NOTHING_LIKELY };
}

/** "Namespaces" after Event Grid, "periodic" after the backup of Cosmos DB. */
export function onAShortName(typed: Query, { services }: ConversationContext, known: KnownParts): Query | null {
  const [only, ...more] = services;
  const isElse = typed.services.length + typed.regions.length > 0 || typed.length > SHORTEST_QUESTION;
  if (only === undefined || more.length > 0 || isElse) return null;
  const said = typed.words.filter((word) => !known.isStopWord(word) && !TELLS.has(word));
  const part = known.telling.shortOf(only, said);
  if (part === undefined) return null;
  return { ...asked(typed, [only]), told: [part], otherTopic: false, unknownWords: 0, likely: NOTHING_LIKELY };
}

/** "We use namespaces" */
const TELLS = wordSet("we our use used using have run with and in mode only just");

/** "Custom topics", "domains", "are the events copied" after system topics. */
function isOnAnotherPart(typed: Query, part: string, context: ConversationContext, known: KnownParts): boolean {
  const own = known.telling.wordsOfPart(part);
  if (own === null) return false;
  const isOfTheService = (word: string) => context.services.some((id) => known.nameWords(id).has(word));
  const names = typed.words.filter((word) => !known.isTopicWord(word) && !known.isStopWord(word) && !own.has(word));
  return namesAThing(typed) || names.some(isOfTheService) || isOnAnotherWay(typed, own, context, known);
}

/** "And replicas?" after the geo-redundant backup of Cosmos DB, which is no part but a way to survive. */
function isOnAnotherWay(
  { topics: [topic] }: Query,
  own: ReadonlySet<string>,
  context: ConversationContext,
  known: KnownParts,
): boolean {
  return topic !== undefined && topic !== context.topic && [...own].some((word) => known.isTopicWord(word));
}

/** "Domains?" is no sentence: a thing is named, and not that of before. */
function namesAThing({ words, unknownWords, length }: Query): boolean {
  return unknownWords > 0 && length <= SHORTEST_QUESTION && !words.some((word) => AUXILIARY_VERBS.has(word));
}
