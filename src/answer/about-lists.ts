/** Questions that want a list. */
import type { Index } from "../knowledge/indexed";
import type { Query } from "../question/query";
import type { Answer } from "./answer";
import { catalogOf, listCatalog, withoutExamples } from "./catalog";
import { common } from "./outcomes";

/** "Which storage services need a pair" asks for the list, "our storage services in Doha" for what they can do. */
export function aboutAKind(query: Query, index: Index): Answer | null {
  const { ofAKind, cues, regions } = query;
  const isOnPairs = LISTED.some((cue) => cues.has(cue));
  const asks = regions.length > 0 ? cues.has("list") && isOnPairs : cues.has("list") || isOnPairs;
  if (!ofAKind || !asks) return null;
  return aboutCatalog({ ...query, plural: true, cues: new Set([...cues, "services"]) }, index);
}

const LISTED = ["works", "needs", "nonpaired", "nothing"] as const;

export function aboutCatalog(whole: Query, index: Index): Answer | null {
  const query = withoutExamples(whole);
  const catalog = catalogOf(query, index);
  if (!catalog) return null;
  const items = listCatalog(catalog, query, index);
  return { kind: "catalog", catalog, areas: query.areas, items, ...common(1, [], query, index) };
}
