/** "Yes", "more", "source?" after an answer: nothing is named or asked that another card could tell. */
import { wordSet } from "../knowledge/normalise";
import type { ConversationContext } from "./context";
import { SHORTEST_QUESTION } from "./lengths";
import { type BareReply, namesService, type Query } from "./query";

/** @returns the message as one that no card answers; null where it asks for one */
export function idleReply(query: Query, context: ConversationContext): Query | null {
  const bare = bareReply(query, context);
  return bare ? { ...query, bare } : withNothingAsked(query, context);
}

/** @returns the message as one that nothing of the turn before is an answer to; null where it asks anything */
function withNothingAsked(query: Query, context: ConversationContext): Query | null {
  const { nothingAsked: nothing, topics, catalog } = query;
  const isOnIt = context.services.length + context.regions.length + context.choices.length > 0;
  if (!nothing || !isOnIt || catalog || topics.length > 0) return null;
  if (nothing.kind === "part") return null;
  if (nothing.kind === "strange") return { ...query, otherProducts: nothing.words, guesses: [] };
  return { ...query, bare: nothing.kind };
}

/** @returns null where the message says anything else, or a question back waits for its answer */
function bareReply(query: Query, { services }: ConversationContext): BareReply | null {
  const isElse = namesService(query) || query.regions.length + query.topics.length + query.concepts.length > 0;
  if (services.length === 0 || isElse || query.catalog || query.length > SHORTEST_QUESTION) return null;
  if (query.words.some((word) => SOURCES.has(word)) && query.words.every((word) => OF_SOURCES.has(word)))
    return "source";
  // A "no" is in none of the words, nor is the pair of "no pair".
  const isMore = query.length <= LONGEST_REPLY && query.words.every((word) => REPLIES.has(word));
  return isMore && (query.words.length === query.length || isNoAlone(query)) ? "more" : null;
}

function isNoAlone({ cues, length }: Query): boolean {
  return length === 1 && cues.has("turned-down");
}

/** "Tell me more" */
const LONGEST_REPLY = 3;
const REPLIES = wordSet("yes yeah yep no nope more tell me please");
const SOURCES = wordSet("source sources reference references checked verified dated");
const OF_SOURCES = wordSet(
  "what is the your source sources reference references when was were this that it these last checked verified dated and please",
);
