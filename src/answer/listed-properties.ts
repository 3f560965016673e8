/**
 * Lists by what is said of their regions or services in so many words: "restricted regions", "services being retired",
 * "services that Microsoft fails over", "all services". A list of another property is never given in their place.
 */
import { wordSet } from "../knowledge/normalise";
import type { Cue, Topic } from "../knowledge/schema";
import type { Catalog } from "../question/catalogs";
import type { Query } from "../question/query";

/** @returns the list of the property that is named, or null where none is or the question is no plain one for a list */
export function listOfProperty(query: Query): Catalog | null {
  const { cues, plural, areas } = query;
  const isAsked = cues.has("list") || areas.length > 0 || query.length <= SHORT_HEADING;
  // "Deprecated" may be the reason for a question, or what is asked.
  const asksWhy = cues.has("reason") && !cues.has("retiring");
  if (!plural || !isAsked || asksWhy || cues.has("compare")) return null;
  if (cues.has("services")) return listOfServices(query);
  return cues.has("regions") ? listOfRegions(query) : null;
}

/** "Regions with availability zones", "services being retired": so short a message is the heading of a list. */
const SHORT_HEADING = 6;
/**
 * "What services are not available in Spain Central", "services with no data loss", "restricted regions without a pair": of
 * these there is no list, however near one of ours may seem.
 */
export function hasNoList(query: Query): boolean {
  const { cues, topics } = query;
  if (!cues.has("services")) return false;
  const isOnObjectives = isOnLoss(query) || (topics.length === 1 && topics[0] === "recovery-objectives");
  const isOfAnotherSort = query.words.some((word) => OTHER_SORTS.has(word));
  return isOnOffers(query) || (!isOnPairs(query) && isOfAnotherSort) || (isOnObjectives && !isOnPairs(query));
}

/** Of how services copy there is no list. */
const OTHER_SORTS = wordSet("synchronous synchronously asynchronous asynchronously sync async free zonal");

/** What a region offers at all is another matter than what survives its loss. */
export function isOnOffers(query: Query): boolean {
  const { cues, regions, services, topics } = query;
  const isOfMany = cues.has("services") && cues.has("list") && services.length + topics.length === 0;
  return isOfMany && cues.has("not-offered") && regions.length > 0 && !isOnPairs(query);
}

/** "Which services lose data on failover" */
export function isOnLoss(query: Query): boolean {
  const { cues, plural, topics, services, words } = query;
  const isOfMany = cues.has("services") && cues.has("list") && plural && services.length === 0;
  const isLost = topics.includes("recovery-objectives") && words.some((word) => LOSES.has(word));
  return isOfMany && isLost && !isOnPairs(query);
}

function isOnPairs({ cues }: Query): boolean {
  return ON_PAIRS.some((cue) => cues.has(cue));
}

const REGIONS_BY_CUE: ReadonlyArray<readonly [Cue, Catalog]> = [
  ["open-to-all", "open-regions"],
  ["restricted", "restricted-regions"],
  ["one-way", "one-way-regions"],
  ["zoneless", "zoneless-regions"],
  ["zones", "zone-regions"],
];

/** A list on pairs stays one, whatever zones its regions have; "restricted" and "one-way" say more than "paired". */
function listOfRegions(query: Query): Catalog | null {
  const { cues, topics, regions } = query;
  if (topics.length > 0 || regions.length === 1) return null;
  const [, catalog = null] = REGIONS_BY_CUE.find(([cue]) => cues.has(cue)) ?? [];
  if (cues.has("nonpaired") || cues.has("needs") || (cues.has("paired") && isOfZones(catalog))) return null;
  return catalog ?? (isOfAll(query, "region") ? "all-regions" : null);
}

function isOfZones(catalog: Catalog | null): boolean {
  return catalog === "zone-regions" || catalog === "zoneless-regions";
}

function listOfServices(query: Query): Catalog | null {
  const { cues } = query;
  if (cues.has("retiring")) return "being-retired";
  if (cues.has("not-regional")) return "not-regional";
  if (cues.has("paired") || cues.has("needs")) return null;
  const ofFailover = listOfFailover(query);
  if (cues.has("nonpaired")) return isPlainWithout(query, ofFailover) ? ofFailover : null;
  if (ofFailover) return ofFailover;
  return isOfAll(query, "service") ? "all-services" : null;
}

const ON_PAIRS = ["paired", "nonpaired", "needs"] as const;

/** "Which services have read replicas without a pair"; but not "which lose their failover without a pair". */
function isPlainWithout({ cues, topics, length, words }: Query, catalog: Catalog | null): boolean {
  const isLost = cues.has("worthless") || cues.has("lacks") || words.some((word) => LOSES.has(word));
  const isWay = catalog === "with-a-way" && topics.some((topic) => SAID_BESIDE_PAIRS.has(topic));
  return !isLost && length <= SHORT_LIST && (isWay || catalog === "fails-over-without-you");
}

const LOSES = wordSet("lose loses lost losing stop stops");
/** "Which services fail over by themselves in a region without a pair" */
const SHORT_LIST = 12;
const SAID_BESIDE_PAIRS: ReadonlySet<Topic> = new Set(["multi-region-writes", "read-replicas"]);

/** "Services that Microsoft fails over", "with automatic failover", "services I fail over myself", "with read replicas". */
function listOfFailover({ topics, words, cues }: Query): Catalog | null {
  const [topic] = topics;
  // "Which services have no failover", but "which can I fail over myself".
  const isOurs = topic === "customer-managed-failover" && words.includes("can");
  if (cues.has("nothing") && !isOurs) return null;
  // "Fail over by themselves" has no owner in it.
  const isByItself = cues.has("switching") && words.some((word) => BY_ITSELF.has(word));
  const isAlone = isByItself && (topic === "failover" || words.some((word) => THEMSELVES.has(word)));
  // "Services you can fail over" names nobody else.
  const isSaidOfUs = !cues.has("agent") && words.some((word) => US.has(word));
  const isMicrosofts = topic === "microsoft-managed-failover" && !isSaidOfUs;
  if (isOfBoth(topic, words)) return "can-fail-over";
  if (isMicrosofts || isAlone) return "fails-over-without-you";
  const isToBeStarted = isSaidOfUs && topic === "failover" && words.includes("can") && !cues.has("not");
  if (topic === "customer-managed-failover" || topic === "microsoft-managed-failover" || isToBeStarted)
    return "you-fail-over";
  return topic !== undefined && FEW_HAVE.has(topic) ? "with-a-way" : null;
}

/** "Which of our databases can fail over" names nobody who does it. */
function isOfBoth(topic: Topic | undefined, words: readonly string[]): boolean {
  const isOnFailover = topic === "failover" || topic === "microsoft-managed-failover";
  const isOpen = !words.some((word) => BY_ITSELF.has(word) || STARTERS.has(word));
  return isOnFailover && isOpen && words.some((word, at) => word === "can" && words[at + 1] === "fail");
}

const STARTERS = wordSet("microsoft you we i us platform azure provider vendor manage managed");
const US = wordSet("you we i");
const THEMSELVES = wordSet("itself themselve themselves");
const BY_ITSELF = wordSet("automatic automatically auto itself themselve themselves own alone autonomously");

/** Ways that some services have; "geo-replication", "DR" and the like are told of by the lists on pairs. */
const FEW_HAVE: ReadonlySet<Topic> = new Set([
  "multi-region-writes",
  "read-replicas",
  "failover-groups",
  "backup",
  "geo-redundant-storage",
]);

/** "List all regions", "regions in Europe", "how many services do you know": nothing but that is said. */
function isOfAll({ words, length, areas, regions, unknownWords }: Query, of: "region" | "service"): boolean {
  // What was denied is in none of the words: "services without geo-replication".
  if (
    unknownWords > 0 ||
    words.length < length ||
    words.includes("pair") ||
    regions.length > 0 ||
    (of === "service" && areas.length > 0)
  )
    return false;
  const said = words.filter((word) => word !== of && !PLAIN.has(word));
  return words.includes(of) && said.length <= WORDS_OF_AN_AREA * areas.length;
}

/** "Middle East" */
const WORDS_OF_AN_AREA = 2;
const PLAIN = wordSet(
  "list all every each azure microsoft public in of the a an what which are is there exist name show me give please full complete do you know cover have support how many tell about can i we see want need to could get your and us hi hello count number",
);
