/** Regions that the rules took for told in passing or turned down, and that the learnt weights are sure of. */
import { onFirstUse } from "../on-first-use";
import { fingerprintsOf } from "./fingerprint";
import { seenIn } from "./items";
import { LinearModel, sharesOf } from "./linear-model";
import { featuresOfName, namedIn } from "./name-features";
import type { Parts } from "./parts";
import regionWeights from "./region-weights.json";

/** In 2,750 names of regions at first sight the weights were right in all of the 5 that the rules dropped and they kept. */
const SURE_OF_REGION = 0.97;

const regions = onFirstUse(() => new LinearModel(regionWeights));

/** @returns the regions that are meant, in the order named */
export function likelyRegions(parts: Pick<Parts, "tokens" | "spans" | "names">): readonly string[] {
  const { names } = parts;
  const isDropped = (ids: readonly string[]) => !ids.some((id) => names.regions.includes(id));
  const hasDropped = names.chosen.some(({ name }) => name.kind === "region" && isDropped(name.regions));
  if (!hasDropped) return names.regions;
  const seen = seenIn(parts);
  const isMeant = (shares: readonly number[]) => (shares[1] ?? 0) >= SURE_OF_REGION;
  const all = namedIn(seen.items, "region").flatMap((name) => {
    if (!isDropped(name.ids)) return name.ids.filter((id) => names.regions.includes(id));
    return isMeant(sharesOf(regions().sums(fingerprintsOf(featuresOfName(name, seen))))) ? name.ids : [];
  });
  return [...new Set(all)];
}
