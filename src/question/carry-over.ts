/** How a follow-up takes what it leaves unsaid from the turn before. */
import { wordSet } from "../knowledge/normalise";
import type { Cue, Topic } from "../knowledge/schema";
import { TOPICS } from "../knowledge/topics";
import { onAnother } from "./another-kind";
import { idleReply } from "./bare-replies";
import { asked, candidates, changedPlan, withoutLeft, withoutPlaces } from "./changed-plan";
import { asAReply, isAwaited } from "./chosen-by-words";
import type { ConversationContext } from "./context";
import { goesOn, isFollowUp, isGeneral, PART, roomOf, standsAlone } from "./follow-up";
import { onGeneralQuestion } from "./general-follow-up";
import { withKeptLacks } from "./kept-lacks";
import { withKeptTiers } from "./kept-tiers";
import { keptTopics } from "./kept-topic";
import { inTheKindOfRegion, type KnownRegions } from "./kind-of-region";
import {
  LONGEST_CONTINUATION,
  LONGEST_ELLIPSIS,
  LONGEST_PICK,
  LONGEST_WITH_A_PRONOUN,
  SHORTEST_QUESTION,
} from "./lengths";
import { onTheList } from "./list-follow-up";
import type { NoRegion } from "./no-regions";
import { asksForThePair, asksOfStorageThere, asksOfThatRegion } from "./on-that-region";
import { onWhatWasShown } from "./on-what-was-shown";
import { allOffered, bothOf, picked } from "./picks";
import { namesService, type Query } from "./query";
import { rejected } from "./rejected";
import { likelyOf } from "./second-reading";
import { type KnownNames, settled } from "./spoken-of";
import { asksWhatIsLost, asksWhatItNeeds, tellsOnlyOfUse } from "./still-ours";
import { planWithTier } from "./tier-in-plan";
import { toTheTarget } from "./to-the-target";
import { type KnownParts, onAPart, onAShortName, onATier, withToldBefore } from "./told-before";
import { replacedPlace, turnedRound } from "./turned-round";

/**
 * Fills what a follow-up leaves unsaid from the turn before. A full question comes back as it was.
 * @param typed the message by itself
 * @param context the turn before
 * @param known what is known of services
 */
export function carryOver(typed: Query, context: ConversationContext, known: KnownOfServices): Query {
  const turned = turnedRound(typed, context) ?? replacedPlace(typed, context);
  if (turned) return withKeptTiers(turned, context);
  const carried = inTheKindOfRegion(carriedOver(typed, context, known), typed, known);
  const told = withToldBefore(toTheTarget(carried, typed, context), typed, context, known);
  return withKeptLacks(withKeptTiers(told, context), typed, context);
}

function carriedOver(typed: Query, before: ConversationContext, known: KnownOfServices): Query {
  // "And in East US 3?" is not about the region of before.
  const context = typed.noRegions.some(isElsewhere) ? { ...before, regions: [] } : before;
  const message = withLikely(typed, context);
  if (message.empty || isOnLife(message, context) || startsAnew(message)) return message;
  if (asksForHelp(message)) return message;
  const whole = onWhatWasShown(message, context) ?? onGeneralQuestion(message, context);
  if (whole) return whole;
  const told = onAPart(message, context, known) ?? onATier(message, context) ?? onAShortName(message, context, known);
  if (told) return withContext(told, context);
  const idle = idleReply(message, context);
  if (idle) return idle;
  const isLost = asksWhatIsLost(message);
  const otherTopic = message.otherTopic && !isLost && !tellsOnlyOfUse(message) && !asksWhatItNeeds(message);
  const said = {
    ...withoutLeft(message, context),
    otherTopic,
    everyday: false,
    unknownWords: isLost ? 0 : message.unknownWords,
    guesses: isLost ? [] : message.guesses,
  };
  const placed = inTheNewPlace(settled(said, context, known), context);
  const query = withChosenRegion(placed, context);
  const changed =
    byThatMeans(query, context, known) ?? changedPlan(query, context, known) ?? planWithTier(query, context);
  if (changed) return withContext(changed, context);
  const chosen = picked(query, context, known);
  if (chosen !== undefined) return withContext(asked(asAReply(query, context), [chosen]), context);
  const other = allOffered(query, context) ?? rejected(query, context, known);
  if (other) return withContext(other, context);
  const list = onTheList(query, context) ?? onAnother(query, context, known);
  if (list) return list;
  if (query.regions !== placed.regions && !namesService(query)) return { ...query, concepts: [] };
  if (asksForThePair(query, context) || asksOfThatRegion(query, context))
    return { ...query, regions: context.regions, concepts: [] };
  if (asksOfStorageThere(query, context)) return { ...query, regions: context.regions };
  // "Must I use it", after a region, is about its pair.
  const subject = context.subject ?? (context.aboutRegions && query.cues.has("must") ? "paired" : null);
  // "Which regions have none"
  const isOnNone = query.words.includes("none") || asksWithoutOne(query);
  const pairing = isOnNone ? "nonpaired" : query.cues.has("must") ? "paired" : subject;
  if (goesOnAboutPairs(query, subject)) return { ...query, cues: withPairing(query, pairing) };
  if (isPartOfAName(query) || pointsToThePlace(query, context)) return withContext(query, context);
  if (!isFollowUp(query, context) && !isLikelyOnIt(query, context))
    return isOpenOnPlace(query) ? { ...query, regions: context.regions, isCarried: true } : query;
  if (namesService(query)) return withContext(query, context);
  if (context.aboutRegions) return query;
  if (isAwaited(context) && !query.cues.has("both"))
    return withContext({ ...query, unclear: [candidates(context.choices)] }, context);
  const services = query.cues.has("both") ? bothOf(query, context) : context.services;
  return services.length === 0 ? query : withContext(asked(query, services), context);
}

/** "And to Riyadh?" leaves the region of before in its place. */
function isElsewhere(none: NoRegion): boolean {
  return none.kind === "name" || !none.isFurther;
}

/** The kind of reply that is likely here: "and the files?" is nothing by itself. */
function withLikely(typed: Query, context: ConversationContext): Query {
  if (!typed.leaning) return typed;
  const likely = likelyOf(typed.leaning, context);
  const { kind, outside, isMeantInDoubt } = typed.likely;
  // The same object is found again sooner.
  const isSame = likely.kind === kind && likely.outside === outside && likely.isMeantInDoubt === isMeantInDoubt;
  return isSame ? typed : { ...typed, likely };
}

/** Such a message is about services, and names none. */
function isLikelyOnIt(query: Query, { services }: ConversationContext): boolean {
  return (
    query.likely.kind === "services" &&
    services.length === 1 &&
    !namesService(query) &&
    query.otherProducts.length === 0
  );
}

/** On life outside the job; but "a colleague came to my desk, is Event Hubs any safer over there" is not. */
function isOnLife(query: Query, { regions }: ConversationContext): boolean {
  const isOnThatPlace = regions.length > 0 && namesService(query) && query.cues.has("same-place");
  return query.everyday && !isOnThatPlace;
}

/** "Never mind", but not "never mind that, same question for Doha". */
function startsAnew({ cues }: Query): boolean {
  return cues.has("anew") && !cues.has("likewise");
}

/** "Hello again, what else do you know?"; but "would backup help", "a pair" are about what was spoken of. */
function asksForHelp(query: Query): boolean {
  const isOpen = !query.cues.has("paired") && query.topics.length + query.concepts.length + query.regions.length === 0;
  return query.cues.has("help") && isOpen && query.ordinal === null && !namesService(query);
}

/** "Dubai instead of Doha", "and if Madrid was London": the place of before is the one that is left. */
function inTheNewPlace(query: Query, context: ConversationContext): Query {
  const kept = withoutPlaces(query, context);
  if (kept) return { ...query, regions: kept, cues: new Set([...query.cues, "follow"]) };
  const others = query.regions.filter((region) => !context.regions.includes(region));
  const isMoved = others.length > 0 && query.words.some((word) => IN_PLACE_OF.has(word));
  return isMoved && !namesService(query) ? { ...query, regions: others } : query;
}

const IN_PLACE_OF = wordSet("instead rather was were became becomes not swap swapped replace replaced");

/** "Does the second one have zones", "Cosmos DB in the first" after two regions. */
function withChosenRegion(query: Query, { aboutRegions, regions, choices }: ConversationContext): Query {
  const isOpen = aboutRegions && choices.length === 0 && query.regions.length === 0;
  const isOfSeveral = regions.length > 1 || namesService(query);
  if (!isOpen || query.ordinal === null || !isOfSeveral || query.length > LONGEST_CONTINUATION) return query;
  // Where one was chosen before, it is "the second region" still.
  const chosen = regions.length === 1 ? regions[0] : regions.at(query.ordinal);
  return chosen === undefined ? query : { ...query, regions: [chosen] };
}

export type KnownOfServices = KnownNames & KnownParts & KnownRegions;

/** "And with Site Recovery?" after VMs. */
function byThatMeans(query: Query, { services }: ConversationContext, { means }: KnownOfServices): Query | null {
  const isOnOthers = services.length > 0 && !services.some((service) => means.has(service));
  const topic = query.means ?? lackedMeans(query, means);
  if (topic === null || !isOnOthers || query.length > LONGEST_ELLIPSIS) return null;
  return { ...asked(query, services), order: services, topics: [topic] };
}

/** "No ASR", "we don't use Site Recovery": it is what they lack, and nothing is asked of it. */
function lackedMeans({ services, lacks }: Query, means: KnownNames["means"]): Topic | null {
  const topics = services.map(({ service }) => means.get(service));
  return (
    lacks.map(({ lack }) => TOPICS.find((topic) => topic === lack && topics.includes(topic))).find(Boolean) ?? null
  );
}

function withContext(query: Query, context: ConversationContext): Query {
  const isPlaced = query.regions.length + context.regions.length > 0;
  return {
    ...query,
    // What follows up on a service is about regions still: a strange word or two ("and what's underneath?") change nothing.
    unknownWords: Math.max(0, query.unknownWords - roomOf(query, goesOn(query) ? 1 : 0)),
    regions: query.regions.length > 0 ? query.regions : context.regions,
    topics: keptTopics(query, context),
    isTopicKept: query.topics.length === 0,
    cues: isPlaced || query.otherTopic ? query.cues : withPairing(query, context.pairing),
  };
}

/** "without pairs" holds until a region or a pair is named. */
function withPairing({ cues }: Query, pairing: ConversationContext["pairing"]): ReadonlySet<Cue> {
  if (pairing === null || cues.has("paired") || cues.has("nonpaired")) return cues;
  return new Set([...cues, pairing, ...(pairing === "paired" ? ["in-a-pair" as const] : [])]);
}

/** "How long does my cluster need": if it is about the loss of a region at all, then of that of before. */
function isOpenOnPlace(query: Query): boolean {
  return namesService(query) && query.regions.length === 0 && !isGeneral(query) && !standsAlone(query);
}

/** "and must I use it?", after what region pairs are. */
function goesOnAboutPairs(query: Query, subject: ConversationContext["subject"]): boolean {
  // "Name a few in Europe", after what regions without a pair are.
  if (subject !== null && query.areas.length > 0 && query.length <= LONGEST_PICK) return !namesService(query);
  const isElse = namesService(query) || query.concepts.length + query.regions.length + query.topics.length > 0;
  const refersBack =
    query.cues.has("pronoun") || asksWithoutOne(query) || REFERS.some((word) => query.words.includes(word));
  return (
    subject !== null &&
    !isElse &&
    !query.otherTopic &&
    refersBack &&
    query.unknownWords === 0 &&
    query.length <= LONGEST_PICK + 1
  );
}

/** "And without one?" */
function asksWithoutOne({ cues, length }: Query): boolean {
  return cues.has("follow") && cues.has("not") && cues.has("leave-out") && length <= SHORTEST_QUESTION;
}

const REFERS = ["one", "none", "why"] as const;

/** "so how do I protect Cosmos there", "which services work there" */
function pointsToThePlace(query: Query, context: ConversationContext): boolean {
  const isOpen = query.regions.length === 0 && context.regions.length > 0;
  const asksWhich = query.cues.has("services") && (query.plural || query.cues.has("works"));
  const asks = namesService(query) || asksWhich;
  return isOpen && asks && query.cues.has("same-place") && query.length <= LONGEST_WITH_A_PRONOUN;
}

function isPartOfAName(query: Query): boolean {
  const [best] = query.guesses;
  return (
    !namesService(query) &&
    (best?.confidence ?? 0) > PART &&
    (query.cues.has("follow") || (query.cues.has("pronoun") && query.unknownWords === 0)) &&
    query.length <= SHORTEST_QUESTION
  );
}
