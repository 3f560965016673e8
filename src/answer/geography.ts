import type { Region } from "../knowledge/schema";

/** The other regions within the same border for data residency. */
export function inGeographyOf({ id, geography }: Region, regions: readonly Region[]): Region[] {
  return regions.filter((other) => other.geography === geography && other.id !== id);
}
