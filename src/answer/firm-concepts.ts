/**
 * General questions on which a wrong belief costs most: what zones and ZRS protect against, where data may go, how one
 * prepares for the loss of a region. Decided by rules alone: the weights have met too few of them.
 */
import type { Index } from "../knowledge/indexed";
import { wordSet } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import { namesService, type Query } from "../question/query";
import { conceptAnswer } from "./about-concepts";
import type { Answer } from "./answer";
import { RESIDENCY } from "./concern";
import { STRANGE_WORDS_ON_REGIONS } from "./thresholds";

/** @returns null where a service is named, or something else is asked */
export function firmConcept(query: Query, index: Index): Answer | null {
  const id = isGeneral(query) ? idOf(query) : null;
  const concept = id === null ? undefined : index.concept(id);
  return concept ? conceptAnswer(concept, 1, query, index) : null;
}

function isGeneral(query: Query): boolean {
  const { everyday, empty, catalog, otherProducts, unknownWords } = query;
  const isOnOurs = !everyday && !empty && catalog === null && otherProducts.length === 0;
  return isOnOurs && !namesService(query) && unknownWords <= STRANGE_WORDS_ON_REGIONS;
}

function idOf(query: Query): string | null {
  if (isOnResidency(query)) return RESIDENCY;
  if (isOnZrs(query)) return "zrs";
  if (believesInZones(query) || isForARegion("zones-vs-regions", query)) return "zones-vs-regions";
  if (isOnPreparing(query) || isForARegion("disaster-recovery", query)) return "disaster-recovery";
  if (isOnBackups(query)) return "backup-vs-replication";
  return isOnTheChoice(query) ? "pair-compulsory" : null;
}

/** "In Qatar?" after the general question. */
function isForARegion(concept: string, { concepts, regions, cues }: Query): boolean {
  const isOnItsOwn = !cues.has("zones") && !hasAny(cues, ON_PAIRS);
  return concepts.length === 1 && concepts[0] === concept && regions.length === 1 && isOnItsOwn;
}

/** "What happens with our backups if Qatar Central is lost"; but "where would our backups go" asks for its pair. */
function isOnBackups({ topics, regions, words, cues, concepts, otherTopic }: Query): boolean {
  const isOpen = topics.length === 1 && topics[0] === "backup" && regions.length === 1 && concepts.length === 0;
  const isElse =
    otherTopic || cues.has("services") || cues.has("list") || cues.has("whereto") || hasAny(cues, ON_PAIRS);
  return isOpen && !isElse && words.some((word) => IS_LOST.has(word));
}

const IS_LOST = wordSet("lost lose loses gone burn burns down fail fails die dies survive safe");

/** "Best region for DR": of no region in particular, any may be chosen. */
function isOnTheChoice({ cues, regions, areas, topics, concepts, otherTopic, unknownWords }: Query): boolean {
  const isOpen = regions.length + areas.length + topics.length + concepts.length + unknownWords === 0 && !otherTopic;
  return isOpen && cues.has("ranking") && cues.has("regions") && !hasAny(cues, ON_PAIRS);
}

/** "Our data must stay in Korea. Are its regions paired?" is on the regions, whatever the reason. */
function isOnResidency({ concepts, cues, plural, areas, regions, words }: Query): boolean {
  // "Toronto and Canada East share a geography?"
  if (cues.has("trait") && regions.length > 1) return false;
  if (regions.length > 0 && asksWhere(words, cues)) return false;
  return concepts.includes(RESIDENCY) && !plural && areas.length === 0 && !hasAny(cues, ON_PAIRS);
}

/** "Sovereignty: which region does Sweden Central fail over to", "where is it mirrored, for residency". */
function asksWhere(words: Query["words"], cues: Query["cues"]): boolean {
  const isOfAPlace = cues.has("regions") || words.includes("country");
  return words.includes("where") || (cues.has("list") && isOfAPlace);
}

const ON_PAIRS = ["paired", "nonpaired", "needs", "services"] as const;

/** Beside GRS its own card tells of ZRS too. */
function isOnZrs({ concepts, words, cues, length }: Query): boolean {
  if (concepts.includes("grs-gzrs") || words.includes("zone")) return false;
  const isAsked = cues.has("region-loss") || hasAny(cues, ON_SAFETY) || length <= SHORT;
  return concepts.includes("zrs") || (words.includes("zrs") && isAsked);
}

/** "ZRS in Poland" */
const SHORT = 4;
const ON_SAFETY = ["enough", "must", "define", "compare", "perhaps-region-loss"] as const;

/** "So I need no DR in Qatar as we have zones"; but "does Qatar Central have zones" is a question on the region. */
function believesInZones({ cues, regions, words }: Query): boolean {
  if (!cues.has("zones") || regions.length !== 1 || cues.has("services")) return false;
  // "Spain Central, zones or not, and what else do I lose there"
  if (cues.has("compare") && !cues.has("second-region")) return false;
  if (cues.has("trait") || OF_THERE_BEING.test(words.join(" "))) return false;
  // "Chile Central is our second region. Zones there?" asks for the zones.
  const isInItsPlace = hasAny(cues, NEEDED) || words.some((word) => REPLACES.has(word));
  return cues.has("enough") || (cues.has("second-region") && isInItsPlace) || reliesOnZones(words, cues);
}

/** "Safe with its zones", "do zones protect …"; "how many zones has it, we plan it as DR" tells only what for. */
function reliesOnZones(words: Query["words"], cues: Query["cues"]): boolean {
  const at = words.findIndex((word) => ZONES.has(word));
  // "I need no DR as we have zones": they stand in what is denied.
  if (at < 0) return cues.has("not") && cues.has("requires");
  const [before, behind] = [words.slice(Math.max(0, at - BEFORE_ZONES), Math.max(0, at)), words.slice(at + 1)];
  if (before.some((word) => REASONS.has(word))) return true;
  const isOnALoss = words.some((word) => OF_A_LOSS.has(word)) || (cues.has("not") && cues.has("region-loss"));
  return isOnALoss && (before.some((word) => RELIES.has(word)) || behind.some((word) => SAVES.has(word)));
}

/** "with all its three". */
const BEFORE_ZONES = 4;
const ZONES = wordSet("zone zones az azs zonal zr");
const REASONS = wordSet("as since because rely relies relying depend depends thanks");
const RELIES = wordSet("with via through using use we our only just on three");
const SAVES = wordSet(
  "protect protects protected survive survives save saves help helps cover covers instead suffice suffices safe",
);

/** "Are there availability zones in UK West? It's our DR side" */
const OF_THERE_BEING = /^(are|is) there\b|^doe?s? .*\bhave\b/;
const NEEDED = ["must", "requires", "not", "compare"] as const;
const REPLACES = wordSet("replace replaces replacing substitute instead");
const OF_A_LOSS = wordSet(
  "dr disaster lost lose losing loss gone burn burns fail fails outage survive protect protected safe backup die dies dead recover failover bcdr bcp continuity resilience instead",
);

/** "I need DR", "checklist for Qatar DR", "what is BCDR": of no service and no way to survive. */
function isOnPreparing(query: Query): boolean {
  const { cues, regions, words, topics, concepts, plural, otherTopic, unknownWords } = query;
  const isOpen = topics.length + concepts.length === 0 && !plural && !otherTopic && unknownWords <= 1;
  if (!isOpen || hasAny(cues, ON_ANOTHER_MATTER) || !isNamed(query)) return false;
  if (regions.length === 0) return true;
  return regions.length === 1 && (cues.has("enough") || words.some((word) => PREPARES.has(word)));
}

function isNamed({ words, cues, regions }: Query): boolean {
  const said = words.join(" ");
  if (DISASTER_RECOVERY.test(said) || SURVIVING.test(said)) return true;
  if (regions.length === 1 && HOW_TO_SURVIVE.test(said)) return true;
  return cues.has("region-loss") && cues.has("regions") && WHAT_TO_DO.test(said);
}

const DISASTER_RECOVERY = /\b(dr|bcdr|bcp|disaster recover(y)?|business continuity|multi ?region)\b/;
const SURVIVING = /\b(survive|protect(ed)?|prepare)\b.*\b(region|loss|burn|lost|outage|disaster)\b/;
/** "How do I protect my workload in Qatar" */
const HOW_TO_SURVIVE = /\bhow .*\b(survive|protect|prepare)\b/;
/** "What should we do if our region fails" */
const WHAT_TO_DO = /\bwhat to do\b|\bwhat (should|must|can|shall|do) (we|i|you) do\b/;
const ON_ANOTHER_MATTER: readonly Cue[] = [
  "paired",
  "nonpaired",
  "needs",
  "nothing",
  "services",
  "compare",
  "help",
  "zones",
  "trait",
  "ranking",
  "capacity",
  "other-than-the-pair",
];
const PREPARES = wordSet(
  "how need plan planning checklist strategy practice guide guidance option prepare start begin want",
);

function hasAny(cues: Query["cues"], some: readonly Cue[]): boolean {
  return some.some((cue) => cues.has(cue));
}
