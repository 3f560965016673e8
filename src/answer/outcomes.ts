/** What each outcome holds, once it is clear which one it is. */
import type { Index } from "../knowledge/indexed";
import { wordSet } from "../knowledge/normalise";
import type { Region, Service, Topic } from "../knowledge/schema";
import type { Catalog } from "../question/catalogs";
import { lacksOf } from "../question/kept-lacks";
import type { Candidate, Query } from "../question/query";
import type { Answer, Narrowed, ServiceView } from "./answer";
import { assess, ofFamily, type Setting, settingOf } from "./assess";
import { concernOf } from "./concern";
import { haveOneAnswer, isOneQuestion } from "./same-answer";
import { MOST_CHOICES, MOST_ROWS } from "./thresholds";
import { towards } from "./towards";

export function answer(candidates: readonly Candidate[], query: Query, index: Index): Answer {
  const [best] = candidates;
  const service = best && index.service(best.service);
  if (!best || !service) return decline("no-match", query, index);
  const topic = topicFor(service, query);
  const view = viewOf(service, query, index);
  return {
    kind: "answer",
    view,
    topic,
    compared: areCompared(query),
    ...common(best.confidence, candidates, query, index),
  };
}

/** "Compare Qatar Central with UAE North"; but not "compared to West Europe, can I copy from Qatar". */
function areCompared({ cues, regions, words }: Query): boolean {
  return regions.length > 1 && cues.has("compare") && !words.some((word) => COPIES.has(word));
}

const COPIES = wordSet("from into target copy replicate restore recover second secondary");

/** @param narrowed of which plan these services are but a part, and which */
export function plan(query: Query, index: Index, narrowed: Narrowed | null = null): Answer {
  const [topic = null] = query.topics;
  const likeliest = query.unclear.flatMap(([first]) => first ?? []);
  const place = ({ service }: Candidate) => query.order.indexOf(service);
  // "A queue and topics" is Service Bus by both.
  const candidates = [...new Map([...query.services, ...likeliest].map((it) => [it.service, it])).values()]
    .filter(({ service }) => index.service(service))
    .sort((a, b) => place(a) - place(b));
  const services = servicesOf(candidates, index);
  if (services.length < 2 && !narrowed) return answer(candidates, query, index);
  const assumed = query.unclear.flatMap(([first, ...others]) => {
    const service = first && index.service(first.service);
    return service ? [{ service, others: servicesOf(others, index) }] : [];
  });
  return {
    kind: "plan",
    views: services.slice(0, MOST_ROWS).map((service) => viewOf(service, query, index)),
    topic,
    topics: query.topics,
    left: services.slice(MOST_ROWS),
    assumed,
    narrowed,
    absent: byServiceId(query.absent, index),
    ...common(Math.min(...candidates.map(({ confidence }) => confidence)), candidates, query, index),
  };
}

export function askBack(candidates: readonly Candidate[], query: Query, index: Index): Answer {
  const [topic = null] = query.topics;
  const offered = candidates.filter(({ service }) => index.service(service)).slice(0, MOST_CHOICES);
  const choices = servicesOf(offered, index);
  if (choices.length < 2) return answer(offered, query, index);
  const views = topic && isOneQuestion(query) ? choices.map((one) => viewOf(one, query, index)) : [];
  if (topic && haveOneAnswer(views, topic, query.words)) {
    return plan({ ...query, services: offered, unclear: [], order: choices.map(({ id }) => id) }, index);
  }
  const { together } = query;
  return {
    kind: "disambiguate",
    choices,
    topic,
    together,
    ...common(offered[0]?.confidence ?? 0, offered, query, index),
  };
}

export function decline(reason: "empty" | "no-match" | "other-topic", query: Query, index: Index): Answer {
  const near = [...query.services, ...query.unclear.flat(), ...query.guesses].slice(0, 3);
  const nearest = servicesOf(near, index);
  const { unknown, ...others } = common(0, near, query, index);
  const all = {
    products: query.otherProducts,
    regions: unknown.regions,
    places: isOnAPlace(query) ? unknown.places : [],
    cities: isOnAPlace(query) ? unknown.cities : [],
  };
  return { kind: "decline", reason, nearest, unknown: all, lists: listsFor(query), ...others };
}

/** "The weather in Riyadh", "the president of Egypt": nothing of ours is asked of that place. */
function isOnAPlace({ everyday, otherProducts, unknownWords, cues }: Query): boolean {
  return !everyday && otherProducts.length === 0 && (unknownWords <= 1 || cues.has("regions"));
}

/** "Which services are cheapest": a list is asked for, and none that there is. */
function listsFor({ cues, plural, everyday, otherProducts, services, unclear }: Query): readonly Catalog[] {
  const isOfMany =
    plural && cues.has("list") && !everyday && otherProducts.length + services.length + unclear.length === 0;
  if (isOfMany && cues.has("services")) return LISTS_OF_SERVICES;
  return isOfMany && cues.has("regions") ? LISTS_OF_REGIONS : [];
}

const LISTS_OF_SERVICES: readonly Catalog[] = [
  "works-without-pairs",
  "needs-a-pair",
  "nothing-built-in",
  "fails-over-without-you",
  "all-services",
];
const LISTS_OF_REGIONS: readonly Catalog[] = [
  "nonpaired-regions",
  "paired-regions",
  "zone-regions",
  "restricted-regions",
  "all-regions",
];

export function viewOf(service: Service, query: Query, index: Index): ServiceView {
  const topic = topicFor(service, query);
  const { told } = query;
  // "VMs in Qatar, DR in Brazil South: is it ok" asks whether that way is open.
  const asksIfEnough = query.asksIfEnough && query.targets.length === 0;
  const isOnLoss = query.topics.includes("recovery-objectives");
  const lacks = lacksOf(service.id, query.lacks);
  const members = service.members.flatMap((id) => index.service(id) ?? []).map((one) => viewOf(one, query, index));
  const assessments = settingsOf(query, index).map((setting, i) => {
    const whole = assess(service, setting, { topic, told, lacks, asksIfEnough, isOnLoss }, index.knowledge);
    const own = towards(whole, targetsOf(query, index), topic);
    const theirs = members.flatMap((member) => member.assessments[i] ?? []);
    return theirs.length > 0 ? ofFamily(own, theirs, topic) : own;
  });
  return { service, assessments, members };
}

/** "Active-active" asks for writes where a service copies data; of a gateway it is another thing. */
function topicFor({ capabilities, designs, members }: Service, { topics, words, isTopicKept }: Query): Topic | null {
  const [topic = null] = topics;
  const ways = [...capabilities, ...designs];
  // "Storage GRS", then "Service Bus", which has no such thing, and was not asked for it.
  const isOfBefore = isTopicKept && topic === "geo-redundant-storage" && members.length === 0;
  if (isOfBefore && !ways.some((one) => one.topics.includes(topic))) return null;
  const isOnWrites = !words.includes("active") || words.some((word) => WRITES.has(word));
  if (topic !== "multi-region-writes" || isOnWrites) return topic;
  const hasWrites = ways.some((one) => one.topics.includes(topic));
  // What can lose data copies it.
  return hasWrites || capabilities.some(({ rpo }) => rpo !== undefined) ? topic : null;
}

const WRITES = wordSet("write writes writable master multimaster");

/** A named region decides; else the kind of region that is told of. Whether a pair is needed at all fixes nothing. */
function settingsOf(query: Query, index: Index): Setting[] {
  const regions = regionsOf(query, index);
  if (regions.length > 0) return regions.map((region) => settingOf(region, index.knowledge));
  if (query.cues.has("nonpaired")) return [{ kind: "nonpaired", region: null }];
  if (query.cues.has("in-a-pair")) return [{ kind: "paired", region: null, pair: null }];
  return [{ kind: "open" }];
}

export function common(confidence: number, candidates: readonly Candidate[], query: Query, index: Index) {
  const { told } = query;
  const unknown = {
    products: query.productsBeside,
    regions: query.noRegions.flatMap((it) =>
      it.kind === "name" ? [{ name: it.name, near: byIds(it.near, index) }] : [],
    ),
    places: query.noRegions.flatMap((it) => (it.kind === "place" && it.geography === null ? [it.name] : [])),
    cities: query.noRegions.flatMap((it) =>
      it.kind === "place" && it.geography !== null ? [cityIn(it.geography, it.name, index)] : [],
    ),
  };
  const regions = regionsOf(query, index);
  const targets = targetsOf(query, index);
  const likeliest = candidates.slice(0, MOST_CHOICES);
  return { confidence, candidates: likeliest, regions, targets, told, unknown, concern: concernOf(query) };
}

function cityIn(geography: string, name: string, { knowledge }: Index) {
  return { name, geography, regions: knowledge.regions.filter((region) => region.geography === geography) };
}

/** "A copy in Qatar": where nothing else is named, that is where it all is. */
function targetsOf(query: Query, index: Index): Region[] {
  if (query.targets.length === 0) return [];
  const targets = byIds(query.targets, index);
  return targets.length < regionsOf(query, index).length ? targets : [];
}

export function regionsOf(query: Query, index: Index): Region[] {
  return byIds(query.regions, index);
}

function byIds(ids: readonly string[], index: Index): Region[] {
  return ids.flatMap((id) => index.region(id) ?? []);
}

function byServiceId(ids: readonly string[], index: Index): Service[] {
  return ids.flatMap((id) => index.service(id) ?? []);
}

function servicesOf(candidates: readonly Candidate[], index: Index): Service[] {
  return candidates.flatMap(({ service }) => index.service(service) ?? []);
}
