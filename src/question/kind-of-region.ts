/** "And without a pair?" after Key Vault in UK South asks of another kind of region than that of before. */
import { namesService, type Query } from "./query";

export type KnownRegions = {
  /** Regions that name a pair. */
  readonly paired: ReadonlySet<string>;
};

/**
 * @param query the message, completed from the conversation
 * @param typed the message by itself
 * @returns the same without regions of before that are not of the kind asked about
 */
export function inTheKindOfRegion(query: Query, typed: Query, { paired }: KnownRegions): Query {
  const kind = kindAsked(typed);
  if (kind === null || typed.regions.length > 0 || !namesService(query)) return query;
  const regions = query.regions.filter((region) => paired.has(region) === (kind === "paired"));
  return regions.length === query.regions.length ? query : { ...query, regions };
}

function kindAsked({ cues }: Query): "paired" | "nonpaired" | null {
  if (cues.has("in-no-pair")) return cues.has("other-than-the-pair") || cues.has("besides") ? null : "nonpaired";
  return cues.has("in-a-pair") ? "paired" : null;
}
