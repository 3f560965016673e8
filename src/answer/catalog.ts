/** Lists: which one a question asks for; listed.ts says what stands on it. */
import type { Index } from "../knowledge/indexed";
import type { Sign } from "../knowledge/schema";
import type { Catalog } from "../question/catalogs";
import type { Query } from "../question/query";
import { hasNoList, listOfProperty } from "./listed-properties";
import { STRANGE_WORDS_BESIDE_A_REGION } from "./thresholds";

/**
 * @returns the list that is asked for, or null where no list is
 */
export function catalogOf(query: Query, index: Index): Catalog | null {
  const { cues } = query;
  if (query.catalog) return query.catalog;
  const asksForMany = cues.has("list") || query.plural || query.areas.length > 0;
  // "Neither a pair nor availability zones": zones alone are another matter.
  const isElse = query.otherTopic && !(cues.has("zoneless") && cues.has("nonpaired"));
  if (!asksForMany || isElse || query.everyday) return null;
  if (hasNoList(query)) return null;
  const ofProperty = listOfProperty(query);
  if (ofProperty) return ofProperty;
  if (cues.has("other-than-the-pair") && !cues.has("services")) return null;
  if (isAboutServices(query, index))
    return cues.has("reason") && !cues.has("list") ? null : serviceCatalog(query, index);
  return isAboutRegions(query) ? regionCatalog(query) : null;
}

/** "Which regions besides Milan have no pair" asks for all of them, as does "Milan I know, which are the others". */
export function withoutExamples(query: Query): Query {
  const { cues, plural, regions } = query;
  const isBeside = (cues.has("besides") || cues.has("others")) && cues.has("nonpaired") && regions.length > 0;
  // "The paired regions, excluding those like Poland"
  const isWithoutSome = cues.has("rather-than") && cues.has("besides") && cues.has("paired") && cues.has("list");
  if (isWithoutSome && plural) return { ...query, regions: [] };
  return isBeside && (plural || cues.has("list")) ? { ...query, regions: [] } : query;
}

/** Regions also stand in questions on services ("which services work in nonpaired regions"), so services win. */
function isAboutServices({ cues, plural, concepts, topics, words }: Query, index: Index): boolean {
  // "GRS or GZRS, which needs a pair" is about these, "which ones have failover that needs a pair" is not.
  const isOfThose = words.includes("one") && cues.has("list") && cues.has("needs");
  const isOnConcept = concepts.some((id) => (index.concept(id)?.topics.length ?? 0) > 0);
  const isOnAWay = !isOfThose && (isOnConcept || isOnTwoWays(topics, index));
  const isOffered = (cues.has("works") && cues.has("nonpaired")) || cues.has("nothing") || cues.has("needs");
  const onWhatIsOffered = isOffered && !isOnAWay;
  // "What has no multi-region support" speaks of no regions to be listed.
  const asksForRegions = cues.has("regions") && (plural || cues.has("each"));
  return cues.has("services") || (onWhatIsOffered && !asksForRegions);
}

/** "Backups aren't replication, give me a proof": two ways of which a general answer tells. */
function isOnTwoWays(topics: Query["topics"], index: Index): boolean {
  const isNamed = (sign: Sign) => topics.some((topic) => topic === sign);
  return index.knowledge.concepts.some(({ signs }) => signs.some((set) => set.length > 1 && set.every(isNamed)));
}

/** "nonpaired list": in so few words a list is one of regions. */
const SHORT_LIST = 5;
/** "The nonpaired club, names please" */
const LISTS: ReadonlySet<string> = new Set(["list", "club", "group", "member", "family", "name"]);
/** "Could you list the nonpaired ones" */
const SHORT_LIST_OF_ONES = 7;

function isAboutRegions({ cues, topics, plural, areas, regions, words, length, unknownWords }: Query): boolean {
  if (areas.length > 0 && (regions.length === 0 || plural || cues.has("list"))) return true;
  // "Why do regions have no pair" asks for the reason, "which regions have no pair" for the list.
  const asksWhy = cues.has("reason") || (cues.has("define") && !cues.has("list"));
  // "Failover groups between regions without a pair" asks for no list.
  if (topics.length > 0 && !cues.has("list")) return false;
  // "which partner has South Africa North" asks about the one.
  if ((asksWhy && regions.length <= MOST_TOLD) || regions.length === 1) return false;
  // "Which region has no pair", but not "can I change which region mine is paired with".
  const isOfEach = cues.has("regions") && cues.has("each");
  const isOfOnes = cues.has("list") && words.includes("one");
  const isEach = (isOfEach || isOfOnes) && cues.has("nonpaired");
  const shortest = words.includes("one") ? SHORT_LIST_OF_ONES : SHORT_LIST;
  const isShortList = cues.has("list") && length <= shortest && unknownWords === 0;
  // "Where would I end up without a pair? Complete list please"
  // "I know Chile is pairless, who else?"
  const isOfOthers = cues.has("list") && cues.has("nonpaired") && cues.has("besides");
  const isPlainList = cues.has("list") && isOnPairs(cues) && words.some((word) => LISTS.has(word));
  return isShortList || isPlainList || isOfOthers || (cues.has("regions") && plural) || isEach;
}

function isOnPairs(cues: Query["cues"]): boolean {
  return cues.has("nonpaired") || cues.has("paired");
}

function serviceCatalog(query: Query, index: Index): Catalog | null {
  const { cues, regions } = query;
  // "What doesn't work in West Europe": there too.
  const isPlaced = regions.length > 0;
  // "Useless without a pair", "cannot replicate without one" are those that need one.
  // "Paired or not, it can't replicate" is on none of the two.
  const isEither = cues.has("compare") && cues.has("paired") && cues.has("nonpaired");
  const isWorthless = cues.has("worthless") || (cues.has("cannot") && cues.has("nothing") && !isEither);
  if (cues.has("needs") || ((cues.has("nonpaired") || isPlaced) && isWorthless)) return "needs-a-pair";
  if (cues.has("nothing")) return "nothing-built-in";
  if (cues.has("nonpaired")) return "works-without-pairs";
  if (cues.has("paired")) return "needs-a-pair";
  return isAboutWhatWorks(query, index) ? "works-without-pairs" : null;
}

const OFFERED = ["works", "built-in", "free"] as const;

/** "Which services have geo-replication", "what can I run there": no word on pairs, so those that need none. */
function isAboutWhatWorks({ cues, topics, plural, regions, words, unknownWords }: Query, index: Index): boolean {
  const asksWhich = cues.has("list") && cues.has("region-loss");
  const isOffered = OFFERED.some((cue) => cues.has(cue)) || topics.length > 0 || asksWhich;
  // "Which services work in West Europe"
  const isPlainlyThere = cues.has("services") && cues.has("list") && cues.has("works") && unknownWords === 0;
  const isSurvival =
    regions.length === 0
      ? cues.has("region-loss") || cues.has("regions")
      : regions.every((id) => !index.region(id)?.pair) || isPlainlyThere;
  const isByItself = cues.has("built-in") || ITSELF.some((word) => words.includes(word));
  // "Some services (say Cosmos DB or ACR) replicate anywhere. Which are all of this sort?" compares nothing.
  const isCompared = cues.has("compare") && !cues.has("more-of-them");
  const asksElse = (cues.has("agent") && !isByItself) || cues.has("must") || isCompared;
  return (
    (plural || regions.length > 0 || (asksWhich && isByItself)) &&
    isOffered &&
    isSurvival &&
    !asksElse &&
    unknownWords <= STRANGE_WORDS_BESIDE_A_REGION
  );
}

const ITSELF = ["itself", "themselve"] as const;

function regionCatalog({ cues, areas, regions }: Query): Catalog | null {
  // "Which regions should I avoid if I want a pair"
  if (cues.has("nonpaired") || (cues.has("paired") && cues.has("worthless"))) return "nonpaired-regions";
  const isOfAnArea = areas.length > 0 || regions.length > MOST_TOLD;
  // "Regions with a pair but without zones"
  const asksForAll = (cues.has("list") || cues.has("zoneless")) && regions.length === 0;
  return cues.has("paired") && (asksForAll || isOfAnArea) ? "paired-regions" : null;
}

/** "Paired regions in the US": more regions than these are read better as a list. */
const MOST_TOLD = 4;
