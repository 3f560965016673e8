/** What follows up on a list: "in Europe?", "and which don't?", "which services work there". */
import { wordSet } from "../knowledge/normalise";
import { type Catalog, isOfRegions } from "./catalogs";
import type { ConversationContext } from "./context";
import { goesOn } from "./follow-up";
import {
  LONGEST_CONTINUATION,
  LONGEST_CORRECTION,
  LONGEST_ELLIPSIS,
  SHORTEST_QUESTION,
  SHORTEST_TRAIT,
} from "./lengths";
import { namesService, type Query } from "./query";

/** @returns the whole question on another list, or null where the message is none */
export function onTheList(query: Query, context: ConversationContext): Query | null {
  const { catalog } = context;
  if (catalog === null) return null;
  if (narrowsList(query, context)) return { ...query, catalog };
  if (asksWhatWorksThere(query)) return { ...query, cues: new Set([...query.cues, kindOf(catalog)]) };
  const another = asksForMore(query) ? otherList(query, catalog) : null;
  if (another) return { ...query, concepts: [], ...placesOf(query, context), catalog: another };
  const others = OTHERS[catalog];
  if (!query.cues.has("others") || namesService(query) || !others) return null;
  return { ...query, ...placesOf(query, context), catalog: others };
}

/** Another list is one of the places of before, where it names none: "and with a pair?" after those in Europe. */
function placesOf({ regions, areas }: Query, context: ConversationContext): Pick<Query, "regions" | "areas"> {
  const isPlaced = regions.length + areas.length > 0;
  // One region was spoken of before the list; it is on none.
  const before = context.regions.length > 1 || context.catalog?.endsWith("regions") !== true ? context.regions : [];
  return isPlaced ? { regions, areas } : { regions: before, areas: context.areas };
}

/** "and which don't?" */
const OTHERS: Readonly<Partial<Record<Catalog, Catalog>>> = {
  "nonpaired-regions": "paired-regions",
  "paired-regions": "nonpaired-regions",
  "works-without-pairs": "needs-a-pair",
  "needs-a-pair": "works-without-pairs",
  "nothing-built-in": "works-without-pairs",
  "restricted-regions": "open-regions",
  "open-regions": "restricted-regions",
  "zone-regions": "zoneless-regions",
  "zoneless-regions": "zone-regions",
  "works-here": "works-not-here",
  "works-not-here": "works-here",
  "fails-over-without-you": "you-fail-over",
};

/** "which ones are in Europe?" after a list of regions. */
function narrowsList(query: Query, context: ConversationContext): boolean {
  const ofRegions = context.catalog?.endsWith("regions") === true;
  const named = namesService(query) || query.concepts.length > 0;
  // "And worldwide?"
  const isAll = query.length <= SHORTEST_QUESTION && query.words.some((word) => ANYWHERE.has(word));
  // "Asia Pacific as well please, that's the last one, I promise"
  const longest = query.cues.has("likewise") || goesOn(query) ? LONGEST_CORRECTION : LONGEST_ELLIPSIS;
  return ofRegions && !named && (query.areas.length > 0 || isAll) && query.length <= longest;
}

const ANYWHERE = wordSet("worldwide globally everywhere world global");

/** "Which services work there" after a list of regions. */
function asksWhatWorksThere({ cues, plural, regions, length }: Query): boolean {
  const isOnMany = plural || cues.has("works");
  return (
    cues.has("services") && cues.has("same-place") && isOnMany && regions.length === 0 && length <= LONGEST_ELLIPSIS
  );
}

/** What regions the services of a list are for. */
function kindOf(catalog: Catalog): "paired" | "nonpaired" {
  return catalog === "paired-regions" || catalog === "needs-a-pair" ? "paired" : "nonpaired";
}

/** "And nothing built in?", "the ones that only manage it with a pair" after a list. */
function otherList({ cues, words, length }: Query, catalog: Catalog): Catalog | null {
  const ofRegions = isOfRegions(catalog);
  if (cues.has("nothing") && !ofRegions) return "nothing-built-in";
  if (cues.has("needs") && !ofRegions) return "needs-a-pair";
  const has = (word: string) => words.includes(word);
  const onOne = has("one") || has("ones") || has("any");
  // "And those that work without"
  const isWithout = cues.has("works") && !ofRegions;
  const isNot = cues.has("not") && (onOne || isWithout || length <= SHORTEST_TRAIT);
  if (cues.has("nonpaired") || isNot) return ofRegions ? "nonpaired-regions" : "works-without-pairs";
  if (cues.has("paired") || (onOne && (has("with") || has("need"))))
    return ofRegions ? "paired-regions" : "needs-a-pair";
  return null;
}

/** It names nothing, and asks for no meaning: "and with one?", "which of them need a pair". */
function asksForMore(query: Query): boolean {
  const { cues, words } = query;
  const named = namesService(query) || query.regions.length + query.topics.length + query.areas.length > 0;
  const isElse = query.otherTopic || query.otherProducts.length > 0 || cues.has("define") || cues.has("both");
  const asksHow = ASKS_ELSE.some((word) => words.includes(word)) || isOneOfUse(query);
  const isOnIt = goesOn(query) || words.includes("one") || query.length <= SHORTEST_QUESTION;
  return !named && !isElse && !asksHow && isOnIt && query.unknownWords === 0 && query.length <= LONGEST_CONTINUATION;
}

/** "Is a pair mandatory". */
function isOneOfUse({ concepts, cues }: Query): boolean {
  return cues.has("must") && concepts.length > 0;
}

const ASKS_ELSE = ["how", "why", "who", "must", "when", "use"] as const;
