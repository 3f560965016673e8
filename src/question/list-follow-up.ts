/** What follows up on a list: "in Europe?", "and which don't?", "which services work there". */
import type { Catalog } from "./catalogs";
import type { ConversationContext } from "./context";
import { goesOn } from "./follow-up";
import { LONGEST_ELLIPSIS } from "./lengths";
import { namesService, type Query } from "./query";

/** @returns the whole question on another list, or null where the message is none */
export function onTheList(query: Query, context: ConversationContext): Query | null {
  const { catalog } = context;
  if (catalog === null) return null;
  if (narrowsList(query, context)) return { ...query, catalog };
  if (asksWhatWorksThere(query)) return { ...query, cues: new Set([...query.cues, KIND_OF[catalog]]) };
  if (asksForAnotherList(query, context)) return { ...query, cues: new Set([...query.cues, "services", "list"]) };
  if (!query.cues.has("others") || namesService(query)) return null;
  return { ...query, regions: query.regions.length > 0 ? query.regions : context.regions, catalog: OTHERS[catalog] };
}

/** "and which don't?" */
const OTHERS: Readonly<Record<Catalog, Catalog>> = {
  "nonpaired-regions": "paired-regions",
  "paired-regions": "nonpaired-regions",
  "works-without-pairs": "needs-a-pair",
  "needs-a-pair": "works-without-pairs",
  "nothing-built-in": "works-without-pairs",
};

/** "which ones are in Europe?" after a list of regions. */
function narrowsList(query: Query, context: ConversationContext): boolean {
  const ofRegions = context.catalog?.endsWith("regions") === true;
  const named = namesService(query) || query.concepts.length > 0;
  return ofRegions && !named && query.areas.length > 0 && query.length <= LONGEST_ELLIPSIS;
}

/** "Which services work there" after a list of regions. */
function asksWhatWorksThere({ cues, plural, regions, length }: Query): boolean {
  const isOnMany = plural || cues.has("works");
  return (
    cues.has("services") && cues.has("same-place") && isOnMany && regions.length === 0 && length <= LONGEST_ELLIPSIS
  );
}

/** What regions the services of a list are for. */
const KIND_OF: Readonly<Record<Catalog, "paired" | "nonpaired">> = {
  "nonpaired-regions": "nonpaired",
  "paired-regions": "paired",
  "works-without-pairs": "nonpaired",
  "needs-a-pair": "paired",
  "nothing-built-in": "nonpaired",
};

/** "And nothing built in?" after a list of services. */
function asksForAnotherList(query: Query, { catalog }: ConversationContext): boolean {
  const isOnPairs = ANOTHER_LIST.some((cue) => query.cues.has(cue));
  const named = namesService(query) || query.regions.length + query.concepts.length > 0;
  const ofServices = catalog !== null && !catalog.endsWith("regions");
  return ofServices && isOnPairs && !named && goesOn(query) && query.length <= LONGEST_ELLIPSIS;
}

const ANOTHER_LIST = ["nothing", "needs"] as const;
