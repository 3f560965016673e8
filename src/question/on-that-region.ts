/** What a message asks of the region that the turn before named: its pair, its zones, whether it is restricted. */
import type { ConversationContext } from "./context";
import {
  LONGEST_CONTINUATION,
  LONGEST_ELLIPSIS,
  LONGEST_WITH_A_PRONOUN,
  SHORTEST_QUESTION,
  SHORTEST_TRAIT,
} from "./lengths";
import { namesService, type Query } from "./query";

/** "and its partner?" after a region. */
export function asksForThePair(query: Query, context: ConversationContext): boolean {
  const named = namesService(query) || query.regions.length > 0;
  const isOnNone = query.cues.has("nonpaired") && query.length <= SHORTEST_QUESTION;
  const onPairs = (query.cues.has("paired") || isOnNone) && !query.cues.has("define") && !query.plural;
  const refersBack = query.cues.has("pronoun") || query.length <= SHORTEST_TRAIT;
  const onTraits = refersBack && (query.cues.has("trait") || query.cues.has("zones"));
  const isOnIts = query.cues.has("paired") && query.cues.has("pronoun") && !query.cues.has("must");
  // "Is it mutual or only one way?"
  const longestOnTraits = query.unknownWords === 0 ? LONGEST_CONTINUATION : SHORTEST_QUESTION + 1;
  const longest = isOnIts ? LONGEST_ELLIPSIS : onTraits ? longestOnTraits : SHORTEST_QUESTION;
  const asksMeaning = query.cues.has("pronoun") && query.words.includes("mean") && query.length <= LONGEST_ELLIPSIS;
  const asksWhy = (query.length <= SHORTEST_TRAIT && query.words.includes("why")) || asksMeaning;
  const asksWithWhich = query.length <= SHORTEST_QUESTION && query.words.includes("with");
  return (
    context.aboutRegions &&
    (onPairs || onTraits || asksWhy || asksWithWhich) &&
    !named &&
    (asksMeaning || query.length <= longest)
  );
}

/** "Is that region restricted", "which one is it paired with" after a service in a region. */
export function asksOfThatRegion(query: Query, context: ConversationContext): boolean {
  const { cues, words } = query;
  const isOpen = !namesService(query) && query.regions.length + query.topics.length === 0 && !query.plural;
  const pointsToIt = cues.has("regions") && cues.has("pronoun");
  // "Would that be different in a nonpaired region"
  const isElsewhere = words.some((word, i) => PLACES.has(word) && words[i - 1] === "a" && words[i - 2] === "in");
  const isOnTraits = pointsToIt && !isElsewhere && !cues.has("free") && TRAITS.some((cue) => cues.has(cue));
  const isOnBoth = words.includes("they") && context.regions.length > 1;
  const isWith = words.some((word, i) => word === "pair" && words[i + 1] === "with");
  const asksWithWhich = cues.has("paired") && !cues.has("must") && (isWith || isOnBoth);
  return (
    isOpen && context.regions.length > 0 && (isOnTraits || asksWithWhich) && query.length <= LONGEST_WITH_A_PRONOUN
  );
}

/** "So can I use GRS there?", "and GRS?" after a region. */
export function asksOfStorageThere(query: Query, context: ConversationContext): boolean {
  const { cues, topics, length } = query;
  const isOpen = !namesService(query) && query.regions.length === 0 && !query.plural;
  const refersBack = cues.has("same-place") || (cues.has("follow") && length <= LONGEST_CONTINUATION);
  const isOnIt = context.aboutRegions && context.regions.length > 0 && topics[0] === "geo-redundant-storage";
  return isOpen && isOnIt && refersBack && length <= LONGEST_WITH_A_PRONOUN;
}

const PLACES: ReadonlySet<string> = new Set(["region", "nonpaired"]);
const TRAITS = ["trait", "zones", "paired", "nonpaired"] as const;
