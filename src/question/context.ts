/** What one turn leaves for the next of the same conversation, and how a follow-up takes from it. */
import * as z from "zod";
import { TOPICS } from "../knowledge/schema";
import { CATALOGS } from "./catalogs";
import type { Query } from "./query";

const ids = z.array(z.string().max(80)).max(100);

/** JSON, because any store may keep it; parsed again when it comes back. */
export const contextSchema = z.object({
  /** Milliseconds since 1970 of the turn that left it. */
  at: z.number(),
  services: ids,
  regions: ids,
  topic: z.enum(TOPICS).nullable(),
  /** Services that the card offered or listed, in order, for "the second one". */
  choices: ids,
  /** The list that the turn before showed, to be narrowed ("and in Europe?"). */
  catalog: z.enum(CATALOGS).nullable(),
  /** The turn before was about regions alone. */
  aboutRegions: z.boolean(),
});

export type ConversationContext = z.output<typeof contextSchema>;

/** product.md: follow-ups work for half an hour. */
export const CONTEXT_LIFETIME_MS = 30 * 60 * 1000;

/** Longer than this a message with its own service or region is a full question, unless it says "same for". */
const LONGEST_ELLIPSIS = 7;
/** The same for one that begins as a follow-up does: "ok but our app also uses Blob Storage". */
const LONGEST_CONTINUATION = 10;

/** "how long does it take until it is up again": "it" is what the turn before was about. */
const LONGEST_WITH_A_PRONOUN = 14;

/** @returns the context if it is well formed and not older than half an hour */
export function readContext(value: unknown, now: number): ConversationContext | undefined {
  const parsed = contextSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const age = now - parsed.data.at;
  return age >= 0 && age <= CONTEXT_LIFETIME_MS ? parsed.data : undefined;
}

/**
 * Fills what a follow-up leaves unsaid from the turn before. A full question comes back as it was.
 * @param query the message by itself
 * @param context the turn before, if any
 */
export function carryOver(query: Query, context: ConversationContext | undefined): Query {
  if (!context || query.empty) return query;
  const chosen = chosenService(query, context);
  if (chosen !== undefined) return withContext({ ...query, services: [{ service: chosen, confidence: 1 }] }, context);
  if (narrowsList(query, context)) return { ...query, catalog: context.catalog };
  if (asksForThePair(query, context)) return { ...query, regions: context.regions, concepts: [] };
  if (isPartOfAName(query)) return withContext(query, context);
  if (!isFollowUp(query, context)) return query;
  if (namesService(query)) return withContext(query, context);
  if (context.aboutRegions || context.services.length === 0) return query;
  const services = context.services.map((service) => ({ service, confidence: 1 }));
  return withContext({ ...query, services, guesses: [] }, context);
}

function withContext(query: Query, context: ConversationContext): Query {
  return {
    ...query,
    // What follows up on a service is about regions still: one strange word ("and what's underneath?") changes nothing.
    unknownWords: query.cues.has("follow") ? Math.max(0, query.unknownWords - 1) : query.unknownWords,
    regions: query.regions.length > 0 ? query.regions : context.regions,
    // What is asked about another matter ("how much does it cost") is not about the topic of before.
    topics: query.topics.length > 0 || !context.topic || query.otherTopic ? query.topics : [context.topic],
  };
}

function namesService({ services, unclear }: Query): boolean {
  return services.length + unclear.length > 0;
}

function chosenService(query: Query, context: ConversationContext): string | undefined {
  if (query.ordinal === null || namesService(query)) return undefined;
  return context.choices.at(query.ordinal);
}

/** "and its partner?" after a region. */
function asksForThePair(query: Query, context: ConversationContext): boolean {
  const named = namesService(query) || query.regions.length > 0;
  const onPairs = query.cues.has("paired") && !query.cues.has("define") && !query.plural;
  return context.aboutRegions && onPairs && !named && query.length <= SHORTEST_QUESTION;
}

/** "and the registry?": in so few words nothing else is asked. */
const SHORTEST_QUESTION = 4;

function isPartOfAName(query: Query): boolean {
  const [best] = query.guesses;
  return (
    !namesService(query) &&
    (best?.confidence ?? 0) > PART &&
    query.cues.has("follow") &&
    query.length <= SHORTEST_QUESTION
  );
}

/** Half of a name or more. */
const PART = 0.5;

/** "which ones are in Europe?" after a list of regions. */
function narrowsList(query: Query, context: ConversationContext): boolean {
  const ofRegions = context.catalog?.endsWith("regions") === true;
  const named = namesService(query) || query.concepts.length > 0;
  return ofRegions && !named && query.areas.length > 0 && query.length <= LONGEST_ELLIPSIS;
}

/** Short, and it leaves something out that the turn before had. */
function isFollowUp(query: Query, context: ConversationContext): boolean {
  const { cues } = query;
  const asksInGeneral = cues.has("list") && query.plural;
  const general = asksInGeneral || (query.concepts.length > 0 && cues.has("define") && !cues.has("pronoun"));
  const short = query.length <= (cues.has("follow") ? LONGEST_CONTINUATION : LONGEST_ELLIPSIS);
  if (general || query.unknownWords > 1) return false;
  // "and what does it cost": the reply can name the service that was spoken of. "How is the weather" has nothing to do with it.
  const refersBack = cues.has("follow") || cues.has("pronoun") || query.length <= 2;
  if (query.otherTopic) return short && refersBack && query.regions.length + query.services.length === 0;
  if (namesService(query)) return isBareName(query) || (cues.has("follow") && short);
  const guessed = query.guesses.some(({ confidence }) => confidence > PART);
  if (guessed && query.topics.length + query.regions.length === 0) return false;
  const aboutPairs = cues.has("paired") || cues.has("nonpaired");
  if (query.regions.length > 0) return (short || cues.has("follow")) && !aboutPairs && !context.aboutRegions;
  const pointsBack = short || cues.has("follow") || (cues.has("pronoun") && query.length <= LONGEST_WITH_A_PRONOUN);
  const onTopic = ON_TOPIC.some((cue) => cues.has(cue));
  return (query.topics.length > 0 || aboutPairs || onTopic) && pointsBack;
}

const ON_TOPIC = ["region-loss", "perhaps-region-loss", "nothing", "needs"] as const;

/** "Cosmos DB?", "and Cosmos DB": a name and nothing else. */
function isBareName(query: Query): boolean {
  return query.regions.length === 0 && query.topics.length === 0 && query.unknownWords === 0 && query.length <= 5;
}
