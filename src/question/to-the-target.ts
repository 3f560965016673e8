/** "And restore it in the UAE?" after a vault in Qatar: the region of before stays the one that is copied from. */
import { wordSet } from "../knowledge/normalise";
import type { ConversationContext } from "./context";
import { SHORTEST_QUESTION } from "./lengths";
import { namesService, type Query } from "./query";
import { ADDITIVE_ADVERBS } from "./word-classes";

/**
 * @param query the message, completed from the conversation
 * @param typed the message by itself
 * @returns the same, from the region of before to that which the message names as the target
 */
export function toTheTarget(query: Query, typed: Query, context: ConversationContext): Query {
  if (typed.regions.length === 0 || isLeftOut(typed, query)) return withTargetsOfBefore(query, context);
  const areTargets = typed.targets.length > 0 && typed.regions.every((region) => typed.targets.includes(region));
  const isAdded = addsToThem(typed, context);
  const isOnTargets = areTargets || isAdded || asksOfAnotherTarget(typed, context);
  const sources = sourcesFor(typed, context);
  // "Is it paired with UAE North?"
  const isOnBoth = query.cues.has("paired") && (query.cues.has("pronoun") || areTargets);
  const isOpen = namesService(query) || context.aboutRegions || isOnBoth;
  if (!isOnTargets || !isOpen || sources.length === 0 || sources.length > MOST_SOURCES) return query;
  const kept = isAdded ? context.targets.filter((id) => !typed.regions.includes(id)) : [];
  const targets = [...kept, ...typed.regions];
  return { ...query, regions: [...sources, ...targets], targets };
}

/** "And with Dubai as DR", where Dubai was the one that is copied from: then the other is. */
function sourcesFor({ regions }: Query, context: ConversationContext): readonly string[] {
  const isElse = (id: string) => !regions.includes(id);
  const sources = context.regions.filter((id) => !context.targets.includes(id) && isElse(id));
  return sources.length > 0 ? sources : context.targets.filter(isElse);
}

/** "Add Dubai", and once there is a target "also West Europe", "and Dublin too". */
function addsToThem({ regions, changes, cues, words }: Query, { targets }: ConversationContext): boolean {
  if (cues.has("compare") || words.some((word) => STANDS_THERE.has(word))) return false;
  if (changes.addedPlaces.length > 0 && regions.every((id) => changes.addedPlaces.includes(id))) return true;
  return targets.length > 0 && words.some((word) => ADDITIVE_ADVERBS.has(word) || word === "well");
}

/** "What about Sweden?", asked whether Poland is paired with Germany; "then West Europe" after "NetApp Qatar to Dubai". */
function asksOfAnotherTarget(typed: Query, context: ConversationContext): boolean {
  const { regions, targets, aboutRegions } = context;
  const isOfTwo = targets.length > 0 && (!aboutRegions || (targets.length === 1 && regions.length === 2));
  const isOpen = isOfTwo && !namesService(typed) && !typed.words.some((word) => STANDS_THERE.has(word));
  const isNew = aboutRegions || typed.regions.every((id) => !regions.includes(id));
  // "West Europe instead": another second one
  const isInstead = typed.words.some((word) => INSTEAD.has(word));
  const goesOn = isInstead || typed.cues.has("follow") || typed.cues.has("not") || typed.cues.has("correction");
  return isOpen && isNew && goesOn && !typed.cues.has("likewise") && typed.length <= SHORTEST_QUESTION;
}

const INSTEAD = wordSet("instead rather");
/** "In Sweden", "from Sweden". */
const STANDS_THERE = wordSet("in from same");

/** A country has two or three. */
const MOST_SOURCES = 3;

/** "Drop Dubai" of three: what is left of them. */
function isLeftOut({ regions, changes }: Query, query: Query): boolean {
  return regions.every((id) => changes.leftPlaces.includes(id) && !query.regions.includes(id));
}

/** "With GRS?" is about the way from the one to the other still. */
function withTargetsOfBefore(query: Query, { targets }: ConversationContext): Query {
  const kept = targets.filter((region) => query.regions.includes(region));
  return kept.length > 0 ? { ...query, targets: kept } : query;
}
