/** What goes on with a general question: "and in Qatar?" after "what is ZRS", "must data stay in the country?" after Qatar. */
import type { Cue } from "../knowledge/schema";
import type { ConversationContext } from "./context";
import { LONGEST_ELLIPSIS, SHORTEST_QUESTION } from "./lengths";
import { namesService, type Query } from "./query";

/** @returns null where the message does not go on with one */
export function onGeneralQuestion(query: Query, context: ConversationContext): Query | null {
  const { topics, unknownWords, otherProducts, plural, noRegions } = query;
  const isOpen = !namesService(query) && !plural && topics.length + unknownWords + otherProducts.length === 0;
  if (!isOpen || noRegions.length > 0 || query.everyday) return null;
  return forTheRegion(query, context) ?? onStorage(query, context) ?? thatRegion(query, context);
}

/** "Is ZRS enough?" after Key Vault: only storage has it; of storage and of what keeps backups the card tells. */
function onStorage(query: Query, { services, regions }: ConversationContext): Query | null {
  const isElsewhere = services.length > 0 && !services.some((id) => KEEPS_WITH_ZRS.test(id));
  if (!isElsewhere || !query.words.includes("zrs")) return null;
  return { ...query, regions: query.regions.length > 0 ? query.regions : regions, concepts: ["zrs"] };
}

const KEEPS_WITH_ZRS = /storage|files|backup/;

/** "And for Germany?" */
function forTheRegion(query: Query, { concept }: ConversationContext): Query | null {
  const { regions, concepts, cues, length } = query;
  const isNothingElse = concepts.length === 0 && length <= SHORTEST_QUESTION && !ELSE.some((cue) => cues.has(cue));
  return concept !== null && regions.length > 0 && isNothingElse ? { ...query, concepts: [concept] } : null;
}

const ELSE: readonly Cue[] = ["paired", "nonpaired", "zones", "trait", "list", "ranking", "roadmap", "capacity"];

/** "Must the data stay in the country?" after a region alone is asked of that one. */
function thatRegion(query: Query, { regions, services, aboutRegions, concept }: ConversationContext): Query | null {
  const isOnRegions = regions.length > 0 && services.length === 0 && (aboutRegions || concept !== null);
  const isGeneral = query.regions.length + query.areas.length === 0 && query.length <= LONGEST_ELLIPSIS;
  const isOfARegion = query.concepts.some((id) => OF_A_REGION.has(id));
  return isOnRegions && isGeneral && isOfARegion ? { ...query, regions } : null;
}

/** General questions that have an answer of their own for a region. */
const OF_A_REGION: ReadonlySet<string> = new Set(["data-residency", "zrs"]);
