/** Query + Knowledge → Answer: which of the eight outcomes, and what it holds. Pure and total: every query has one. */
import type { Index } from "../knowledge/indexed";
import { type Candidate, namesService, type Query } from "../question/query";
import { aboutConcept, aboutTopic, aboutWayOfFew, asksInGeneral } from "./about-concepts";
import { aboutAKind, aboutAllBut, aboutCatalog, wayInRegion } from "./about-lists";
import { asksForAPrice } from "./about-prices";
import { aboutRegions, PAIRING } from "./about-regions";
import type { Answer } from "./answer";
import { asLikely, withLikelyTopic } from "./as-likely";
import { firmConcept } from "./firm-concepts";
import { isOnLoss, isOnOffers } from "./listed-properties";
import { answer, askBack, common, decline, plan } from "./outcomes";
import { shownPart } from "./shown-part";
import { smallTalk } from "./small-talk";
import {
  CLEAR_LEAD,
  DISCOUNT_FOR_A_PART,
  NAME_ALONE,
  PART_IS_A_HINT,
  PART_IS_THE_NAME,
  STRANGE_WORDS,
  STRANGE_WORDS_BESIDE_BOTH,
  STRANGE_WORDS_BESIDE_DENIED,
  STRANGE_WORDS_BESIDE_TWO,
  STRANGE_WORDS_IF_PERHAPS,
  STRANGE_WORDS_ON_REGIONS,
} from "./thresholds";

/**
 * @param understood what was understood, completed from the conversation
 * @param index the knowledge
 */
export function decide(understood: Query, index: Index): Answer {
  if (understood.bare) return { kind: "help", greeting: understood.bare, ...common(1, [], understood, index) };
  const part = shownPart(understood, index);
  if (part) return part;
  const allBut = aboutAllBut(understood, index);
  if (allBut) return allBut;
  if (isOnNoRegion(understood)) return decline("no-match", { ...understood, guesses: [] }, index);
  const query = withLikelyTopic(understood, index);
  if (asksForAPrice(query)) return declinePrice(query, index);
  const firm = firmConcept(query, index) ?? wayInRegion(query, index);
  if (firm) return firm;
  const byRules = decideByRules(query, index);
  return asLikely(byRules, query, index) ?? byRules;
}

function declinePrice(query: Query, index: Index): Answer {
  return decline(namesService(query) ? "other-topic" : "no-match", { ...query, guesses: [] }, index);
}

/** "Is East US 3 paired", "what works in Qatar North": all that is asked is asked of a region that there is not. */
function isOnNoRegion(query: Query): boolean {
  return query.noRegions.some(({ kind }) => kind === "name") && query.regions.length === 0 && !namesService(query);
}

function decideByRules(query: Query, index: Index): Answer {
  if (query.empty) return decline("empty", query, index);
  if (isOnOffers(query) || isOnLoss(query)) return decline("no-match", query, index);
  const ofAKind = aboutAKind(query, index);
  if (ofAKind) return ofAKind;
  // "Is the Purview catalogue lost" asks for no list, nor does "containers, no idea which service hosts them".
  const isOfMany =
    query.plural || query.cues.has("more-of-them") || (query.generic && query.otherProducts.length === 0);
  // "Which FSMO roles" of another product is no list of ours.
  const asksForMany = query.cues.has("services") || (query.cues.has("list") && isOnRegionsOrOurs(query));
  const isListed = isOfMany && asksForMany && !query.cues.has("unsure");
  // "Services with nothing built in, we will write runbooks"
  // "IoT Hub, Key Vault: which other services need a pair"
  const areExamples = query.generic || query.cues.has("more-of-them");
  const beforeServices = isListed && areExamples && query.order.length > 0 ? aboutCatalog(query, index) : null;
  if (query.services.length > 0) return beforeServices ?? aboutServices(query, index);
  const isNamed = query.unclear.length + query.otherProducts.length > 0 && !isListed;
  return (isNamed ? null : aboutCatalog(query, index)) ?? withoutAService(query, index);
}

/** "SAP HANA on VMs in Qatar Central": what the unknown product runs on is offered. */
function underneath({ mentioned, denied, regions, topics, cues }: Query): readonly Candidate[] {
  const isOnSurviving = regions.length > 0 || topics.length > 0 || cues.has("region-loss");
  const left = isOnSurviving ? mentioned.filter((service) => !denied.includes(service)) : [];
  return left.map((service) => ({ service, confidence: 1 }));
}

function isOnRegionsOrOurs({ cues, otherProducts }: Query): boolean {
  return otherProducts.length === 0 || cues.has("regions");
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
function roomFor({ services, unclear, regions, isCarried, cues, denied }: Query, several: boolean): number {
  if (several && ((regions.length > 0 && !isCarried) || cues.has("perhaps-region-loss")))
    return Number.POSITIVE_INFINITY;
  if (services.length + unclear.length > 2) return STRANGE_WORDS;
  return several ? STRANGE_WORDS_BESIDE_TWO : denied.length > 0 ? STRANGE_WORDS_BESIDE_DENIED : 0;
}

/** "The front door of our building" is no Front Door: in a question on life outside the job nothing is offered. */
function declineOtherMatter(query: Query, index: Index): Answer {
  if (query.everyday && !query.otherTopic) {
    return decline("no-match", { ...query, services: [], unclear: [], guesses: [] }, index);
  }
  // "An ipsec tunnel from the VPN gateway to a FortiGate" has the matter in words of its own.
  const { otherProducts, services, unknownWords, otherTopic } = query;
  const isOnOthers = unknownWords === 0 || otherProducts.length > services.length;
  const isOfAnother = otherProducts.length > 0 && !otherTopic && isOnOthers;
  return decline(isOfAnother ? "no-match" : "other-topic", query, index);
}

/** "a file share in the storage account": of a family and its member the member is meant. */
function withoutFamilies(named: readonly Candidate[], index: Index): readonly Candidate[] {
  const isNamed = (id: string) => named.some(({ service }) => service === id);
  return named.filter(({ service }) => !index.service(service)?.members.some(isNamed));
}

function withoutAService(query: Query, index: Index): Answer {
  if (query.everyday) return decline("no-match", { ...query, guesses: [] }, index);
  if (query.otherProducts.length > 0) return decline("no-match", { ...query, guesses: underneath(query) }, index);
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

/** "Which languages does functions support": no name by itself, but another matter of what is called so. */
function isOnANamed({ otherTopic, guesses }: Query): boolean {
  return otherTopic && (guesses[0]?.confidence ?? 0) === 1;
}

/** "how does the grid fail over": part of a name counts only in a question on regions. */
function aboutPartOfAName(query: Query, index: Index): Answer | null {
  const isNameAlone = query.unknownWords === 0 && query.length <= NAME_ALONE;
  const onTopic = query.cues.has("region-loss") || query.cues.has("regions") || query.topics.length > 0 || isNameAlone;
  const isOnThePair = query.regions.length > 0 && PAIRING.some((cue) => query.cues.has(cue));
  // "Is a region without a pair risky? Management is nervous"
  const isOnPairs = query.cues.has("regions") && PAIRING.some((cue) => query.cues.has(cue));
  const isStory = query.unknownWords > STRANGE_WORDS_ON_REGIONS;
  if (!onTopic || isOnPairs || isOnThePair || query.otherTopic || isStory) return null;
  const guesses = query.guesses.filter(({ confidence }) => confidence >= PART_IS_A_HINT);
  const [best, next] = guesses;
  if (!best) return null;
  const clear = best.confidence >= PART_IS_THE_NAME && (next?.confidence ?? 0) < CLEAR_LEAD * best.confidence;
  if (!clear && next) return askBack(discounted(guesses), query, index);
  return clear ? answer(discounted([best]), query, index) : null;
}

/**
 * A service that we know, a matter that we don't: no word on the loss of a region, but words on something else. What
 * may mean the loss of a region ("lost", "second") or a place leaves room for a few words that we do not know.
 */
function isOtherMatter(query: Query, least = 0): boolean {
  const { cues, topics, concepts } = query;
  // "Cosmos DB and HDInsight" asks of both.
  const otherProducts = query.otherProducts.filter((name) => !query.productsBeside.includes(name));
  const regions = query.isCarried ? [] : query.regions;
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
  const beside = isPerhaps ? STRANGE_WORDS : STRANGE_WORDS_BESIDE_BOTH;
  const room = regions.length > 0 ? beside : isPerhaps ? STRANGE_WORDS_IF_PERHAPS : 0;
  return query.unknownWords > least + room;
}

function discounted(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map(({ service, confidence }) => ({ service, confidence: confidence * DISCOUNT_FOR_A_PART }));
}
