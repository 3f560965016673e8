/** Where the data of a region may be kept: what lies within the border for data residency, and what outside. */
import type { PairAndItsPair } from "../../answer/answer";
import type { Region } from "../../knowledge/schema";
import { words } from "../words";

/** A region and the others of its geography. */
type Bordered = Pick<PairAndItsPair, "region" | "inGeography">;

/** "Data must not leave Qatar", "data must stay in Germany": whether a second region can be within the border. */
export function residencyLines(regions: readonly Bordered[]): string[] {
  const geographies = new Set(regions.map(({ region }) => region.geography));
  const [geography = "", ...others] = geographies;
  if (regions.length === 1 || others.length > 0) return regions.map(residencyLine);
  const names = regions.map(({ region }) => region.name);
  return names.length === 0 ? [] : [words.residency.together(names, geography)];
}

function residencyLine({ region, inGeography }: Bordered): string {
  const names = inGeography.map((other) => placeOf(other, region));
  if (names.length === 0) return words.residency.alone(region.name, region.geography);
  // "Europe" is a geography, too.
  const isOfCountries = region.geography === region.continent;
  const among = words.residency.among(region.name, region.geography, names);
  return isOfCountries ? `${among} ${words.residency.otherCountry}` : among;
}

/** "South Central US (Texas, United States)": whether the copy leaves the country is asked too. */
export function placeOf(pair: Region, region: Region): string {
  const where = [pair.location, pair.geography === region.geography ? "" : pair.geography].filter(Boolean);
  return where.length > 0 ? `${pair.name} (${where.join(", ")})` : pair.name;
}
