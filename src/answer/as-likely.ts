/**
 * The second reading. Where the learnt weights are sure of another kind of reply than the rules chose, that kind is
 * given, if the message has what it takes: two readings that know nothing of each other are seldom wrong in one way.
 */
import type { Index } from "../knowledge/indexed";
import type { Service } from "../knowledge/schema";
import { isTierId } from "../knowledge/tiers";
import type { Catalog } from "../question/catalogs";
import type { Query } from "../question/query";
import type { LikelyKind } from "../question/reply-kinds";
import { aboutConcept, aboutTopic, conceptAnswer } from "./about-concepts";
import { aboutCatalog } from "./about-lists";
import { regionAnswer } from "./about-regions";
import type { Answer, AnswerOf } from "./answer";
import { hasNoList } from "./listed-properties";
import { answer, askBack, decline, plan } from "./outcomes";
import { smallTalk } from "./small-talk";
import { IN_DOUBT, LIKELY, PART_IS_THE_NAME } from "./thresholds";

/** @returns null where the two agree, the weights are not sure, or nothing of their kind can be made of the message */
export function asLikely(byRules: Answer, query: Query, index: Index): Answer | null {
  const { kind, outside } = query.likely;
  if (query.empty || isOfANameAlone(byRules, query) || asksOfATier(byRules, query)) return null;
  if (lacksZonesToo(byRules)) return null;
  const likely = kind ?? (byRules.kind === "answer" && query.unknownWords > 0 ? outside : null);
  const isOnAMixedList = likely === "no-match" && query.productsBeside.length > 0 && isOnServices(byRules);
  // Its card has the region in it.
  const isOnStorageThere = likely === "region" && isOnStorage(byRules);
  // "Compare PaaS databases": all of them are meant, not one of those that may be called so.
  const isOfAll = likely === "disambiguate" && query.ofAKind && (byRules.kind === "plan" || byRules.kind === "catalog");
  if (likely === null || isOnAMixedList || isOnStorageThere || isOfAll || likely === likelyKindOf(byRules))
    return ofTheKind(byRules, query, index);
  // What the rules held against it is overruled.
  const open = { ...query, otherTopic: false, everyday: false, unknownWords: 0 };
  return MAKERS[likely](open, index) ?? ofTheKind(byRules, query, index);
}

/** "Cosmos DB for MongoDB vCore" and "WAF" are questions for their cards, whatever such words are mostly asked with. */
function isOfANameAlone({ kind }: Answer, { isNameAlone, otherTopic }: Query): boolean {
  return (kind === "answer" || kind === "disambiguate") && isNameAlone && !otherTopic;
}

/** "Does the free tier of SignalR have replicas": tiers are mostly asked about with prices and limits. */
function asksOfATier({ kind }: Answer, { told, topics }: Query): boolean {
  return kind === "answer" && topics.length > 0 && told.some(isTierId);
}

/** "Regions that have neither zones nor a pair": the weights know no list of both, and take it for a question on zones. */
function lacksZonesToo(answer: Answer): boolean {
  return answer.kind === "catalog" && answer.also.includes("zoneless-regions");
}

/** "And can I use GRS for Israel Central?" */
function isOnStorage(answer: Answer): boolean {
  return answer.kind === "concept" && answer.concept.topics.includes("geo-redundant-storage");
}

/** The kind is right; whether what it is about is. */
function ofTheKind(byRules: Answer, query: Query, index: Index): Answer | null {
  const { concept, list } = query.likely.subject;
  if (byRules.kind === "concept" && concept?.isSure && concept.id !== byRules.concept.id) {
    return likelyConcept(query, index);
  }
  if (byRules.kind === "catalog" && list?.isSure && mayBecome(list.id, byRules.catalog))
    return likelyList(query, index);
  return isOnServices(byRules) ? inDoubt(byRules, query, index) : null;
}

/**
 * "What doesn't work without a pair": the weights count words and don't see what a "not" denies, so they may choose another
 * list of services, but not the opposite one, and regions stay regions.
 */
function mayBecome(list: Catalog, byRules: Catalog): boolean {
  return list !== byRules && LACKING.has(list) && LACKING.has(byRules);
}

/** Services that are lost with their region unless something is done. */
const LACKING: ReadonlySet<Catalog> = new Set(["needs-a-pair", "nothing-built-in"]);

function likelyConcept(query: Query, index: Index): Answer | null {
  const { concept: guess } = query.likely.subject;
  const concept = guess && index.concept(guess.id);
  return concept ? conceptAnswer(concept, LIKELY, query, index) : null;
}

function likelyList(query: Query, index: Index): Answer | null {
  const { list } = query.likely.subject;
  return list ? aboutCatalog({ ...query, catalog: list.id }, index) : null;
}

/**
 * "Which regions are restricted": the weights know the lists on pairs alone and take the likeliest of these, whatever is
 * asked. So it must be on pairs, or on who has nothing.
 */
function likelyListOnPairs(query: Query, index: Index): Answer | null {
  const { cues, topics } = query;
  if (hasNoList(query)) return null;
  const lacks = cues.has("not") || cues.has("cannot");
  const isOnPairs = ON_PAIRS.some((cue) => cues.has(cue)) || (lacks && cues.has("requires"));
  return isOnPairs || (lacks && topics.includes("geo-redundant-storage")) ? likelyList(query, index) : null;
}

const ON_PAIRS = ["paired", "nonpaired", "needs", "nothing", "second-region", "free", "more-of-them"] as const;

/**
 * "Not object replication but GZRS": the topic that leads, where the weights are sure of another one than the rules and
 * a service that is named has it.
 */
export function withLikelyTopic(query: Query, index: Index): Query {
  const { topic } = query.likely.subject;
  if (!topic?.isSure || query.topics.length === 0 || query.topics[0] === topic.id) return query;
  if (query.without.includes(topic.id)) return query;
  const has = (service: Service | undefined) => service?.capabilities.some(({ topics }) => topics.includes(topic.id));
  if (!query.services.some(({ service }) => has(index.service(service)))) return query;
  return { ...query, topics: [topic.id, ...query.topics.filter((id) => id !== topic.id)] };
}

type OnServices = AnswerOf<"answer"> | AnswerOf<"plan">;

function isOnServices(answer: Answer): answer is OnServices {
  return answer.kind === "answer" || answer.kind === "plan";
}

/**
 * "My vnet I can redeploy in ten minutes, it's the VPN gateway that worries me": one is meant, or both? A question back
 * does less harm than the wrong card.
 */
function inDoubt(byRules: OnServices, query: Query, index: Index): Answer | null {
  const shown = byRules.kind === "answer" ? [byRules.view] : byRules.views;
  // "Our blob storage account" names a family and its member: one.
  const isFamily = (id: string) => index.service(id)?.members.some((member) => query.mentioned.includes(member));
  const mentioned = query.mentioned.filter((id) => !isFamily(id));
  const isOfMessage = shown.every(({ service }) => mentioned.includes(service.id));
  if (!query.likely.isMeantInDoubt || mentioned.length < 2 || !isOfMessage) return null;
  const ids = shown.map(({ service }) => service.id);
  const likeliestFirst = [...ids, ...mentioned.filter((id) => !ids.includes(id))];
  const candidates = likeliestFirst.map((service) => ({ service, confidence: IN_DOUBT }));
  return askBack(candidates, { ...query, together: true }, index);
}

function likelyKindOf(answer: Answer): LikelyKind {
  if (answer.kind === "answer" || answer.kind === "plan") return "services";
  if (answer.kind === "decline") return answer.reason === "other-topic" ? "other-topic" : "no-match";
  return answer.kind;
}

const MAKERS: Readonly<Record<LikelyKind, (query: Query, index: Index) => Answer | null>> = {
  services: onServices,
  region: (query, index) => regionAnswer(query, index),
  catalog: (query, index) => aboutCatalog({ ...query, plural: true }, index) ?? likelyListOnPairs(query, index),
  concept: (query, index) => aboutConcept(query, index) ?? aboutTopic(query, index) ?? likelyConcept(query, index),
  disambiguate: ({ unclear: [first], ...query }, index) =>
    first ? askBack(first, { ...query, unclear: [first] }, index) : null,
  "other-topic": onAnotherMatter,
  "no-match": (query, index) => decline("no-match", { ...query, services: [], unclear: [], guesses: [] }, index),
  help: smallTalk,
};

function onServices(query: Query, index: Index): Answer | null {
  const { services, unclear, guesses } = query;
  if (services.length + unclear.length > 1) return plan(query, index);
  if (services.length > 0) return answer(services, query, index);
  const [shared] = unclear;
  if (shared) return askBack(shared, query, index);
  const [best] = guesses;
  return best && best.confidence >= PART_IS_THE_NAME ? answer([best], query, index) : null;
}

/** A service that we know, a matter that we don't; without a service it is nothing that we know. */
function onAnotherMatter(query: Query, index: Index): Answer {
  const isOnANamed = query.services.length + query.unclear.length + query.guesses.length > 0;
  return decline(isOnANamed ? "other-topic" : "no-match", query, index);
}
