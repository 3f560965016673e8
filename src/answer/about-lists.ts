/** Questions that want a list. */
import type { Index } from "../knowledge/indexed";
import { wordSet } from "../knowledge/normalise";
import type { Kind, Topic } from "../knowledge/schema";
import { type Catalog, isOfRegions } from "../question/catalogs";
import { namesService, type Query } from "../question/query";
import type { Answer, CatalogItem } from "./answer";
import { catalogOf, withoutExamples } from "./catalog";
import { isOfKinds, kindsOf, servicesOfKinds } from "./kinds-of-services";
import { isForUnpaired, listCatalog, traitsBeside } from "./listed";
import { common, plan } from "./outcomes";
import { OF_A_KIND, STRANGE_WORDS_BESIDE_A_REGION } from "./thresholds";

/**
 * "Which storage services need a pair", "all databases" ask for the list, "our databases in Doha" for what each of them can
 * do.
 */
export function aboutAKind(query: Query, index: Index): Answer | null {
  const { ofAKind, cues, regions, words } = query;
  if (!ofAKind) return null;
  const isOnPairs = LISTED.some((cue) => cues.has(cue)) || areTold(query);
  const asks = regions.length > 0 ? cues.has("list") && isOnPairs : cues.has("list") || isOnPairs;
  const many = { ...query, plural: true, cues: new Set([...cues, "services" as const]) };
  const list = asks ? aboutCatalog(many, index) : null;
  if (list) return list;
  if (regions.length > 0 || cues.has("compare")) return planOfKind(query, index);
  return words.some((word) => ALL.has(word)) ? aboutCatalog({ ...many, catalog: "all-services" }, index) : null;
}

/** "Analytics that can replicate", "databases with failover groups" */
function areTold({ words, kinds, topics }: Query): boolean {
  const isTold = (word: string, at: number) => THAT.has(word) && kinds.includes(words[at - 1] ?? "");
  return topics.length > 0 && words.some(isTold);
}

const THAT = wordSet("that which with having");

/** "Databases in Qatar Central", "compare our databases": a row for each of them. */
function planOfKind(query: Query, index: Index): Answer | null {
  const kinds = kindsOf(query, index);
  const isElse = query.otherTopic || query.everyday || query.otherProducts.length > 0;
  if (kinds.length === 0 || isElse || query.unknownWords > STRANGE_WORDS_BESIDE_A_REGION) return null;
  const services = servicesOfKinds(kinds, index).map(({ id }) => ({ service: id, confidence: OF_A_KIND }));
  return plan({ ...query, services, unclear: [], order: services.map(({ service }) => service) }, index);
}

const LISTED = ["works", "needs", "nonpaired", "nothing"] as const;

export function aboutCatalog(whole: Query, index: Index): Answer | null {
  const query = withoutExamples(whole);
  const catalog = catalogOf(query, index);
  // "Which services except Cosmos DB work without a pair"
  const left = query.catalog || !query.cues.has("rather-than") ? [] : query.changes.left;
  return catalog ? listAnswer(catalog, query, index, { left }) : null;
}

/** "What works in Mexico Central": with a region named a list of what works, or not, is for that region. */
function hereOf(catalog: Catalog, { regions, cues }: Query, index: Index): Catalog {
  // "What is lost when we leave Japan East for a region without a pair" is not about Japan East.
  const isOfOthers = cues.has("nonpaired") && regions.some((id) => index.region(id)?.pair);
  if (regions.length === 0 || isOfOthers) return catalog;
  if (catalog === "works-without-pairs") return "works-here";
  const isOfThose = catalog === "needs-a-pair" && (cues.has("needs") || cues.has("paired"));
  return LACKING.has(catalog) && !isOfThose ? "works-not-here" : catalog;
}

const LACKING: ReadonlySet<Catalog> = new Set(["needs-a-pair", "nothing-built-in"]);

type Narrowed = { readonly left: readonly string[]; readonly kinds?: readonly Kind[] };

export function listAnswer(wanted: Catalog, query: Query, index: Index, { left, kinds: chosen }: Narrowed): Answer {
  const catalog = hereOf(wanted, query, index);
  const kinds = isOfRegions(catalog) ? [] : (chosen ?? kindsOf(query, index));
  const isOn = (item: CatalogItem) =>
    item.kind === "region" ||
    (!left.includes(item.service.id) && (kinds.length === 0 || isOfKinds(item.service, kinds)));
  const items = listCatalog(catalog, query, index).filter(isOn);
  const topic = catalog === "with-a-way" ? (query.topics[0] ?? null) : null;
  const unpaired = BY_CAPABILITY.has(catalog) && isForUnpaired(query);
  const without = left.flatMap((id) => index.service(id) ?? []);
  return {
    kind: "catalog",
    catalog,
    topic,
    kinds,
    also: traitsBeside(catalog, query),
    unpaired,
    without,
    areas: query.areas,
    items,
    ...common(1, [], query, index),
  };
}

/** "Read replica Qatar": no service, but a way that several have there. */
export function wayInRegion(query: Query, index: Index): Answer | null {
  const { topics, regions, concepts, length, unknownWords, otherTopic, otherProducts, cues, words } = query;
  const [topic] = topics;
  // "Where is Chile Central replicated to" asks for its pair.
  const isByName = topic !== "geo-replication" || words.some((word) => word.startsWith("geo"));
  const isPlain =
    length <= SHORT_WAY && unknownWords === 0 && !otherTopic && otherProducts.length === 0 && topics.length === 1;
  if (!isPlain || !topic || !isByName || !WAYS.has(topic) || regions.length !== 1) return null;
  if (namesService(query) || concepts.length > 0 || OTHERWISE.some((cue) => cues.has(cue))) return null;
  return listAnswer("with-a-way", query, index, { left: [] });
}

/** Ways with a name; of a "failover" or a "backup" it matters first of what. */
const WAYS: ReadonlySet<Topic> = new Set<Topic>(["read-replicas", "geo-replication", "multi-region-writes"]);
const SHORT_WAY = 8;
const OTHERWISE = ["define", "compare", "paired", "nonpaired", "zones", "mishap"] as const;

/** Lists of what services can do, be it everywhere or not. */
const BY_CAPABILITY: ReadonlySet<Catalog> = new Set([
  "with-a-way",
  "fails-over-without-you",
  "you-fail-over",
  "can-fail-over",
]);

/**
 * "Everything except Cosmos DB in Qatar", "all services except Key Vault that need a pair": what is left out of the list
 * is the last that the card should be about.
 */
export function aboutAllBut(query: Query, index: Index): Answer | null {
  const { cues, services, mentioned, words, changes, regions } = query;
  const areLeft = services.length > 0 && services.every(({ service }) => changes.left.includes(service));
  const isOfMessage = services.every(({ service }) => mentioned.includes(service));
  const isOfAll = cues.has("list") && cues.has("rather-than") && words.some((_, at) => isAllBut(words, at));
  if (!areLeft || !isOfMessage || !isOfAll) return null;
  const said = regions.length > 0 ? (["services", "works"] as const) : (["services"] as const);
  return aboutCatalog({ ...query, plural: true, cues: new Set([...cues, ...said]) }, index);
}

/** "All services except"; but not "everything in this subscription is disposable except the database". */
function isAllBut(words: readonly string[], at: number): boolean {
  const [all = "", ...behind] = words.slice(at, at + FROM_ALL_TO_BUT);
  return ALL.has(all) && behind.some((word) => BUT.has(word));
}

const FROM_ALL_TO_BUT = 4;
const ALL = wordSet("all everything every anything");
const BUT = wordSet("except excluding but apart other minus besides");
