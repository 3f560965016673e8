/** What a question is about beside its service or region, and what the card has to say first. */
import { wordSet } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import type { Query } from "../question/query";
import type { Concern, OnRegion } from "./answer";

/** The general question on where data may be kept. */
export const RESIDENCY = "data-residency";

/** "AKS with three zones, so no second cluster?", "may the data of Cosmos DB leave the country". */
export function concernOf({ cues, concepts, words }: Query): Concern | null {
  if (concepts.includes(RESIDENCY)) return "residency";
  if (cues.has("zones")) return "zones";
  const asksWhich = cues.has("list") && words.some((word) => TIERS.has(word));
  return asksWhich && words.some((word) => NEEDS.has(word)) ? "tier" : null;
}

/** "Which tier do I need", "what SKU is required for it" */
const TIERS = wordSet("tier tiers sku skus edition");
const NEEDS = wordSet("need needs needed require requires required must support supports has have");

/** "Does Qatar have zones", "nearest region to Doha": the first thing asked is the first thing said. */
export function askedOf(query: Query): OnRegion | null {
  const { cues, words } = query;
  const has = (cue: Cue) => cues.has(cue);
  if (has("services") && has("zones")) return "zones-of-services";
  if (has("services") && has("ranking")) return "ranking-of-services";
  if (has("capacity")) return "capacity";
  if (has("roadmap")) return "roadmap";
  if (words.some((word) => OF_DISTANCE.has(word)) && !has("zones")) return "distance";
  if (has("ranking") || isOnASecond(query)) return "ranking";
  if (has("zones")) return "zones";
  return has("trait") && words.some((word) => OF_ACCESS.has(word)) ? "access" : null;
}

/** "Which region should I use as DR", "second region for Qatar": any may be. */
function isOnASecond({ cues, regions, length }: Query): boolean {
  if (ON_PAIRS_OR_ZONES.some((cue) => cues.has(cue))) return false;
  const isShort = regions.length === 1 && cues.has("second-region") && length <= SHORT_WISH;
  return isShort || (cues.has("list") && cues.has("regions") && cues.has("region-loss"));
}

const ON_PAIRS_OR_ZONES: readonly Cue[] = ["paired", "nonpaired", "zones", "needs"];
const SHORT_WISH = 8;
const OF_DISTANCE = wordSet("distance latency far kilometre kilometres kilometer kilometers km miles");
const OF_ACCESS = wordSet("access open restricted restriction restrictions request locked gated approval reserved");
