/** Our regions against Microsoft's list, and against what its pages on pairs say. */
import { nameKey } from "../normalise";
import type { Region } from "../schema";
import { match } from "./match";
import type { ListedPair, ListedRegion } from "./region-pages";
import type { Drift, DriftKind } from "./report";

export const LIST_PAGE = "regions-list.md";
export const PAIRS_PAGE = "regions-paired.md";
export const PAIRS_INCLUDE = "includes/paired-regions-include.md";
export const NONPAIRED_INCLUDE = "includes/nonpaired-regions-include.md";

const FILE = "regions.json";

/** A region of ours with its pair by display name, which is how their pages name regions. */
type Ours = Omit<Region, "pair"> & { readonly pair: string | null };

/** [kind, our field, our value, theirs]; one whose values are the same is no drift. */
type Difference = readonly [DriftKind, string, string | null, string | null];

/**
 * @param regions all of ours
 * @param list theirs; regions that are only announced are none yet
 */
export function compareRegionList(regions: readonly Region[], list: readonly ListedRegion[]): Drift[] {
  const { matched, ours, theirs } = match(withPairNames(regions), list, isSameRegion);
  const known = new Set(onlyAsPairs(list));
  return [
    ...matched.flatMap(([region, listed]) => compareRegion(region, listed, list)),
    ...ours
      .filter(({ name }) => !known.has(name))
      .map(({ id, name }) => drift("region-removed", id, LIST_PAGE, name, ["", name, null])),
    ...theirs
      .filter(({ comingSoon }) => !comingSoon)
      .map(({ id, name }) => drift("region-added", id ?? "", LIST_PAGE, name, ["", null, name])),
  ];
}

/** @returns the regions that theirs name as a pair without giving them a row: of those there is nothing to compare */
export function onlyAsPairs(listed: readonly ListedPair[]): string[] {
  const names = new Set(listed.map(({ name }) => name));
  return listed.flatMap(({ pair }) => (pair !== null && !names.has(pair) ? [pair] : []));
}

function withPairNames(regions: readonly Region[]): Ours[] {
  const names = new Map(regions.map(({ id, name }) => [id, name]));
  return regions.map((region) => ({ ...region, pair: region.pair && (names.get(region.pair) ?? region.pair) }));
}

function isSameRegion(ours: Ours, listed: ListedRegion): boolean {
  return ours.id === listed.id || nameKey(ours.name) === nameKey(listed.name);
}

/** Undefined where the list says nothing of the pair itself. */
function pairingOf({ name, pair }: ListedPair, list: readonly ListedPair[]): Region["pairing"] | undefined {
  if (pair === null) return "none";
  const other = list.find((candidate) => candidate.name === pair);
  return other && (other.pair === name ? "mutual" : "one-way");
}

function compareRegion(ours: Ours, listed: ListedRegion, list: readonly ListedRegion[]): Drift[] {
  const differences: Difference[] = [
    ["region-coming-soon", "", "open", listed.comingSoon ? "coming soon" : "open"],
    ["region-renamed", ".name", ours.name, listed.name],
    ["region-pair", ".pair", ours.pair, listed.pair],
    ["region-pairing", ".pairing", ours.pairing, pairingOf(listed, list) ?? ours.pairing],
    ["region-zones", ".zones", zonesOf(ours), yesNo(listed.zones)],
    ["region-restricted", ".restricted", yesNo(ours.restricted), yesNo(listed.restricted)],
    ["region-location", ".location", ours.location ?? listed.location, listed.location || (ours.location ?? "")],
    ["region-geography", ".geography", ours.geography, listed.geography || ours.geography],
  ];
  return toDrift(ours.id, LIST_PAGE, listed.name, differences);
}

/** Null stands for "Microsoft does not say", and no check mark says no more than that. */
function zonesOf({ zones }: Ours): string {
  return yesNo(zones ?? false);
}

/** The table of pairs may be newer or older than the list: it is compared on its own. */
export function comparePairs(regions: readonly Region[], pairs: readonly ListedPair[]): Drift[] {
  const theirs = new Map(pairs.map(({ name, pair }) => [name, pair]));
  const known = new Set(onlyAsPairs(pairs));
  return withPairNames(regions).flatMap(({ id, name, pair }) => {
    if (known.has(name)) return [];
    const listed = theirs.get(name);
    if (listed === undefined) return [drift("region-removed", id, PAIRS_INCLUDE, name, ["", name, null])];
    return toDrift(id, PAIRS_INCLUDE, name, [["region-pair", ".pair", pair, listed]]);
  });
}

/** @param names theirs of all regions without a pair */
export function compareNonpaired(regions: readonly Region[], names: readonly string[]): Drift[] {
  const unknown = names.filter((name) => !regions.some((region) => region.name === name));
  return [
    ...withPairNames(regions).flatMap(({ id, name, pair }) => {
      const theirs = names.includes(name) ? null : (pair ?? "some region");
      return toDrift(id, NONPAIRED_INCLUDE, name, [["region-pair", ".pair", pair, theirs]]);
    }),
    ...unknown.map((name) => drift("region-added", "", NONPAIRED_INCLUDE, name, ["", null, name])),
  ];
}

/**
 * @param names regions that the pairs page gives as examples of pairs in one direction; it leaves out restricted
 * regions and has those of other clouds, so only what it names counts (compareRegionList sees the rest)
 */
export function compareOneWay(regions: readonly Region[], names: readonly string[]): Drift[] {
  return regions
    .filter(({ name }) => names.includes(name))
    .flatMap(({ id, name, pairing }) =>
      toDrift(id, PAIRS_PAGE, name, [["region-pairing", ".pairing", pairing, "one-way"]]),
    );
}

function toDrift(id: string, page: string, subject: string, differences: readonly Difference[]): Drift[] {
  return differences
    .filter(([, , ours, theirs]) => ours !== theirs)
    .map(([kind, ...values]) => drift(kind, id, page, subject, values));
}

function drift(
  kind: DriftKind,
  id: string,
  page: string,
  subject: string,
  [field, ours, theirs]: readonly [string, string | null, string | null],
): Drift {
  return { kind, file: FILE, path: `${id}${field}`, page, subject, ours, theirs };
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}
