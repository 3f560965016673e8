/** Query + Knowledge → Answer: which of the eight outcomes, and what it holds. Pure and total: every query has one. */
import type { Index } from "../knowledge/indexed";
import type { Concept, Cue, Region, Service, Sign, Topic } from "../knowledge/schema";
import type { Candidate, Query } from "../question/query";
import type { Answer, Relation, ServiceView } from "./answer";
import { assess, type Setting, settingOf } from "./assess";
import { catalogOf, listCatalog } from "./catalog";
import {
  CLEAR_LEAD,
  DISCOUNT_FOR_A_PART,
  MOST_CHOICES,
  MOST_ROWS,
  NAME_ALONE,
  PART_IS_A_HINT,
  PART_IS_THE_NAME,
  STRANGE_WORDS,
  STRANGE_WORDS_BESIDE_A_REGION,
  STRANGE_WORDS_IF_PERHAPS,
  STRANGE_WORDS_ON_REGIONS,
  WAY_OF_FEW,
} from "./thresholds";

/**
 * @param query what was understood, completed from the conversation
 * @param index the knowledge
 */
export function decide(query: Query, index: Index): Answer {
  if (query.empty) return decline("empty", query, index);
  const ofAKind = aboutAKind(query, index);
  if (ofAKind) return ofAKind;
  if (query.services.length > 0) return aboutServices(query, index);
  const isListed = (query.generic || query.plural) && (query.cues.has("list") || query.cues.has("services"));
  const isNamed = query.unclear.length + query.otherProducts.length > 0 && !isListed;
  return (isNamed ? null : aboutCatalog(query, index)) ?? withoutAService(query, index);
}

function aboutServices(all: Query, index: Index): Answer {
  const query = { ...all, services: withoutFamilies(all.services, index) };
  const several = query.services.length + query.unclear.length > 1;
  // "Our payroll: AKS and Key Vault" is no question on payroll.
  const asked = several ? { ...query, everyday: false } : query;
  if (isOtherMatter(asked, roomFor(query, several))) return declineOtherMatter(asked, index);
  if (several) return plan(query, index);
  return answer(query.services, query, index);
}

/**
 * Nearly all who name several services, and a place or a loss, ask what becomes of them: whatever else they tell is
 * background.
 */
function roomFor({ regions, cues, denied }: Query, several: boolean): number {
  if (several && (regions.length > 0 || cues.has("perhaps-region-loss"))) return Number.POSITIVE_INFINITY;
  return several || denied.length > 0 ? STRANGE_WORDS : 0;
}

/** "The front door of our building" is no Front Door: in a question on life outside the job nothing is offered. */
function declineOtherMatter(query: Query, index: Index): Answer {
  if (query.everyday && !query.otherTopic) {
    return decline("no-match", { ...query, services: [], unclear: [], guesses: [] }, index);
  }
  const isOfAnother = query.otherProducts.length > 0 && !query.otherTopic;
  return decline(isOfAnother ? "no-match" : "other-topic", query, index);
}

/** "a file share in the storage account": of a family and its member the member is meant. */
function withoutFamilies(named: readonly Candidate[], index: Index): readonly Candidate[] {
  const isNamed = (id: string) => named.some(({ service }) => service === id);
  return named.filter(({ service }) => !index.service(service)?.members.some(isNamed));
}

/** "Which storage services need a pair" asks for the list, "our storage services in Doha" for what they can do. */
function aboutAKind(query: Query, index: Index): Answer | null {
  const { ofAKind, cues, regions } = query;
  const isOnPairs = LISTED.some((cue) => cues.has(cue));
  const asks = regions.length > 0 ? cues.has("list") && isOnPairs : cues.has("list") || isOnPairs;
  if (!ofAKind || !asks) return null;
  return aboutCatalog({ ...query, plural: true, cues: new Set([...cues, "services"]) }, index);
}

const LISTED = ["works", "needs", "nonpaired", "nothing"] as const;

function aboutCatalog(query: Query, index: Index): Answer | null {
  const catalog = catalogOf(query, index);
  if (!catalog) return null;
  const items = listCatalog(catalog, query, index);
  return { kind: "catalog", catalog, areas: query.areas, items, ...common(1, [], query, index) };
}

function withoutAService(query: Query, index: Index): Answer {
  if (query.everyday || query.otherProducts.length > 0) return decline("no-match", { ...query, guesses: [] }, index);
  const general = asksInGeneral(query) ? aboutConcept(query, index) : null;
  if (general) return general;
  if (query.unclear.length > 1) return plan(query, index);
  const [unclear] = query.unclear;
  if (unclear) return isOtherMatter(query) ? decline("other-topic", query, index) : askBack(unclear, query, index);
  return (
    aboutWayOfFew(query, index) ??
    aboutConcept(query, index) ??
    aboutPartOfAName(query, index) ??
    aboutRegions(query, index) ??
    aboutTopic(query, index) ??
    smallTalk(query, index) ??
    decline(isOnANamed(query) ? "other-topic" : "no-match", query, index)
  );
}

/** "Failover groups, forced: how much do we lose": which of the two that have them is meant. */
function aboutWayOfFew(query: Query, index: Index): Answer | null {
  if (query.otherTopic || query.unknownWords > STRANGE_WORDS) return null;
  if (query.concepts.some((id) => index.concept(id)?.general === false)) return null;
  const having = (topic: Topic) =>
    index.knowledge.services.filter(({ capabilities }) => capabilities.some(({ topics }) => topics.includes(topic)));
  const few = query.topics.map(having).find(({ length }) => length === 2);
  return few
    ? askBack(
        few.map(({ id }) => ({ service: id, confidence: WAY_OF_FEW })),
        query,
        index,
      )
    : null;
}

/** "Which languages does functions support": no name by itself, but another matter of what is called so. */
function isOnANamed({ otherTopic, guesses }: Query): boolean {
  return otherTopic && (guesses[0]?.confidence ?? 0) === 1;
}

/** "The difference between geo-replication and geo-DR in messaging" is not about one of the services for messaging. */
function asksInGeneral({ generic, cues }: Query): boolean {
  return generic && (cues.has("compare") || cues.has("define"));
}

/** A general question; a region beside it makes it a question on that region, unless the subject is a technique. */
function aboutConcept(query: Query, index: Index): Answer | null {
  const concepts = query.concepts.flatMap((id) => index.concept(id) ?? []);
  const concept =
    (asksWhoPairs(query) ? bySigns(query, index, 2) : undefined) ??
    concepts.find(({ general }) => !general) ??
    bySigns(query, index, 2) ??
    generalOf(concepts, query, index);
  if (!concept) return null;
  const aboutPairs = concept.topics.length === 0;
  if (query.regions.length > 0 && aboutPairs) return null;
  return conceptAnswer(concept, 1, query, index);
}

/** "Who decides which regions are paired, us or Microsoft": nothing fails over. */
function asksWhoPairs({ cues }: Query): boolean {
  return cues.has("who-chose") && cues.has("paired");
}

/** "A non-pair region" has the words of "pair region" in it, but says the contrary. */
function generalOf([first]: readonly Concept[], query: Query, index: Index): Concept | undefined {
  return first && (bySigns(query, index, 1) ?? first);
}

/** The concept with the largest set of signs that the message has whole. */
function bySigns({ cues, topics }: Query, index: Index, least: number): Concept | undefined {
  const has = (sign: Sign) => topics.some((topic) => topic === sign) || [...cues].some((cue) => cue === sign);
  const sizeOf = ({ signs }: Concept) => Math.max(0, ...signs.filter((set) => set.every(has)).map((set) => set.length));
  const fitting = index.knowledge.concepts.filter((concept) => sizeOf(concept) >= least);
  return fitting.sort((a, b) => sizeOf(b) - sizeOf(a))[0];
}

/** "failover" or "no pair" alone: the general answer on it, unless the words around it are about something else. */
function aboutTopic(query: Query, index: Index): Answer | null {
  const isOnRegions = query.topics.length > 1 || query.cues.has("regions");
  if (query.otherTopic || query.unknownWords > (isOnRegions ? STRANGE_WORDS_ON_REGIONS : 1)) return null;
  const isOnPairs = query.cues.has("nonpaired") || query.cues.has("must");
  const bySign = bySigns(query, index, 1);
  const concept = (isOnPairs ? bySign : undefined) ?? byTopics(query, index) ?? bySign;
  return concept ? conceptAnswer(concept, 0.7, query, index) : null;
}

/** The concept that covers most of the topics; of several the one of the first topic. */
function byTopics({ topics: asked }: Query, index: Index): Concept | undefined {
  const covered = ({ topics }: Concept) => asked.filter((topic) => topics.includes(topic)).length;
  const first = ({ topics }: Concept) => (asked[0] !== undefined && topics.includes(asked[0]) ? 1 : 0);
  const fitting = index.knowledge.concepts.filter((concept) => covered(concept) > 0);
  return fitting.sort((a, b) => covered(b) - covered(a) || first(b) - first(a))[0];
}

function conceptAnswer(concept: Concept, confidence: number, query: Query, index: Index): Answer {
  const related = concept.related.flatMap((id) => index.concept(id) ?? []);
  return { kind: "concept", concept, related, ...common(confidence, [], query, index) };
}

function aboutRegions(query: Query, index: Index): Answer | null {
  const regions = regionsOf(query, index);
  if (regions.length === 0) return null;
  // The card of a region tells of its zones.
  const isOnTraits = query.cues.has("trait") || query.cues.has("zones");
  const isOther = query.otherTopic && query.concepts.length === 0 && !isOnTraits;
  const least = query.place ? (isOnTraits ? STRANGE_WORDS_IF_PERHAPS : 0) : STRANGE_WORDS_BESIDE_A_REGION;
  const isElsewhere = isOther || query.unknownWords > least || isOnPeople(query);
  if (query.everyday || (isElsewhere && !onRegions(query).some((cue) => query.cues.has(cue)))) return null;
  const pairs = regions.map((region) => ({ region, pair: region.pair ? (index.region(region.pair) ?? null) : null }));
  return { kind: "region", pairs, relation: relationOf(regions), ...common(1, [], query, index) };
}

/** "The Tokyo team lost a customer". */
function isOnPeople({ place, cues }: Query): boolean {
  return place && cues.has("people") && !cues.has("zones") && !cues.has("trait");
}

/** "Our backup goalkeeper in Brussels", "the coldest region in Canada": of a city less is said by a strange word. */
function onRegions({ place, unknownWords, cues, words }: Query): readonly Cue[] {
  if (!place || (unknownWords === 0 && !cues.has("people"))) return ON_REGIONS;
  const sure = words.includes("azure") || cues.has("zones") ? ON_PAIRS_AND_REGIONS : PAIRING;
  return unknownWords > 1 || cues.has("people") ? sure : [...sure, "region-loss"];
}

const PAIRING = ["paired", "nonpaired"] as const;
const ON_PAIRS_AND_REGIONS = [...PAIRING, "regions"] as const;
const ON_REGIONS = [...ON_PAIRS_AND_REGIONS, "region-loss"] as const;

function relationOf(regions: readonly Region[]): Relation | null {
  const [a, b, ...more] = regions;
  if (!a || !b || more.length > 0) return null;
  if (a.pair === b.id) return b.pair === a.id ? "mutual" : "one-way";
  return b.pair === a.id ? "one-way-back" : "none";
}

/** "how does the grid fail over": part of a name counts only in a question on regions. */
function aboutPartOfAName(query: Query, index: Index): Answer | null {
  const isNameAlone = query.unknownWords === 0 && query.length <= NAME_ALONE;
  const onTopic = query.cues.has("region-loss") || query.cues.has("regions") || query.topics.length > 0 || isNameAlone;
  const isOnThePair = query.regions.length > 0 && PAIRING.some((cue) => query.cues.has(cue));
  if (!onTopic || isOnThePair || query.otherTopic) return null;
  const guesses = query.guesses.filter(({ confidence }) => confidence >= PART_IS_A_HINT);
  const [best, next] = guesses;
  if (!best) return null;
  const clear = best.confidence >= PART_IS_THE_NAME && (next?.confidence ?? 0) < CLEAR_LEAD * best.confidence;
  if (!clear && next) return askBack(discounted(guesses), query, index);
  return clear ? answer(discounted([best]), query, index) : null;
}

function smallTalk(query: Query, index: Index): Answer | null {
  const { cues } = query;
  const isOnRegions = (cues.has("region-loss") || cues.has("regions")) && !cues.has("help");
  if (query.unknownWords > (cues.has("help") ? 0 : 1) || query.otherTopic || isOnRegions) return null;
  const greeting = cues.has("help") ? "about" : cues.has("thanks") ? "thanks" : cues.has("greeting") ? "hello" : null;
  return greeting ? { kind: "help", greeting, ...common(1, [], query, index) } : null;
}

/**
 * A service that we know, a matter that we don't: no word on the loss of a region, but words on something else. What
 * may mean the loss of a region ("lost", "second") or a place leaves room for a few words that we do not know.
 */
function isOtherMatter(query: Query, least = 0): boolean {
  const { cues, topics, concepts, regions, otherProducts } = query;
  const isFirm =
    topics.some((topic) => topic !== "recovery-objectives") ||
    cues.has("region-loss") ||
    (cues.has("nothing") && cues.has("built-in"));
  if (isFirm || concepts.length > 0) return false;
  // "The index is gone with the region" is about the region, "which regions are cheapest" is not.
  if (cues.has("regions") && !query.plural) return false;
  // "Cosmos DB for our airline in qatarcentral": who names a region by its name is at work.
  if (query.otherTopic || (query.everyday && (regions.length === 0 || query.place))) return true;
  if (cues.has("regions")) return false;
  const isOnPairs = cues.has("paired") || cues.has("nonpaired") || cues.has("needs");
  if (isOnPairs) return false;
  const isPerhaps = cues.has("perhaps-region-loss") || topics.length > 0;
  // "Which VM size for SAP HANA": the subject is another product.
  if (otherProducts.length > 0 && regions.length === 0 && !isPerhaps) return true;
  return query.unknownWords > least + (regions.length > 0 ? STRANGE_WORDS : isPerhaps ? STRANGE_WORDS_IF_PERHAPS : 0);
}

function answer(candidates: readonly Candidate[], query: Query, index: Index): Answer {
  const [best] = candidates;
  const service = best && index.service(best.service);
  if (!best || !service) return decline("no-match", query, index);
  const [topic = null] = query.topics;
  const view = viewOf(service, query, index);
  return { kind: "answer", view, topic, ...common(best.confidence, candidates, query, index) };
}

function plan(query: Query, index: Index): Answer {
  const [topic = null] = query.topics;
  const likeliest = query.unclear.flatMap(([first]) => first ?? []);
  const place = ({ service }: Candidate) => query.order.indexOf(service);
  // "A queue and topics" is Service Bus by both.
  const candidates = [...new Map([...query.services, ...likeliest].map((it) => [it.service, it])).values()]
    .filter(({ service }) => index.service(service))
    .sort((a, b) => place(a) - place(b));
  const services = servicesOf(candidates, index);
  if (services.length < 2) return answer(candidates, query, index);
  const assumed = query.unclear.flatMap(([first, ...others]) => {
    const service = first && index.service(first.service);
    return service ? [{ service, others: servicesOf(others, index) }] : [];
  });
  return {
    kind: "plan",
    views: services.slice(0, MOST_ROWS).map((service) => viewOf(service, query, index)),
    topic,
    left: services.slice(MOST_ROWS),
    assumed,
    ...common(Math.min(...candidates.map(({ confidence }) => confidence)), candidates, query, index),
  };
}

function askBack(candidates: readonly Candidate[], query: Query, index: Index): Answer {
  const [topic = null] = query.topics;
  const offered = candidates.filter(({ service }) => index.service(service)).slice(0, MOST_CHOICES);
  const choices = servicesOf(offered, index);
  if (choices.length < 2) return answer(offered, query, index);
  return { kind: "disambiguate", choices, topic, ...common(offered[0]?.confidence ?? 0, offered, query, index) };
}

function decline(reason: "empty" | "no-match" | "other-topic", query: Query, index: Index): Answer {
  const near = [...query.services, ...query.unclear.flat(), ...query.guesses].slice(0, 3);
  const { otherProducts: unknown } = query;
  return { kind: "decline", reason, unknown, nearest: servicesOf(near, index), ...common(0, near, query, index) };
}

function viewOf(service: Service, query: Query, index: Index): ServiceView {
  const [topic = null] = query.topics;
  return {
    service,
    assessments: settingsOf(query, index).map((setting) => assess(service, setting, topic, index.knowledge)),
    members: service.members.flatMap((id) => index.service(id) ?? []).map((member) => viewOf(member, query, index)),
  };
}

/** A named region decides; else the kind of region that the words ask about; else nothing is fixed. */
function settingsOf(query: Query, index: Index): Setting[] {
  const regions = regionsOf(query, index);
  if (regions.length > 0) return regions.map((region) => settingOf(region, index.knowledge));
  if (query.cues.has("nonpaired")) return [{ kind: "nonpaired", region: null }];
  if (query.cues.has("paired")) return [{ kind: "paired", region: null, pair: null }];
  return [{ kind: "open" }];
}

function common(confidence: number, candidates: readonly Candidate[], query: Query, index: Index) {
  return { confidence, candidates: candidates.slice(0, MOST_CHOICES), regions: regionsOf(query, index) };
}

function discounted(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map(({ service, confidence }) => ({ service, confidence: confidence * DISCOUNT_FOR_A_PART }));
}

function regionsOf(query: Query, index: Index): Region[] {
  return query.regions.flatMap((id) => index.region(id) ?? []);
}

function servicesOf(candidates: readonly Candidate[], index: Index): Service[] {
  return candidates.flatMap(({ service }) => index.service(service) ?? []);
}
