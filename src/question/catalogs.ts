/** The lists that can be asked for. */
export const CATALOGS = [
  "nonpaired-regions",
  "paired-regions",
  "works-without-pairs",
  "needs-a-pair",
  "nothing-built-in",
  "restricted-regions",
  "open-regions",
  "zone-regions",
  "zoneless-regions",
  "one-way-regions",
  "all-regions",
  "works-here",
  "works-not-here",
  "fails-over-without-you",
  "you-fail-over",
  "can-fail-over",
  "not-regional",
  "with-a-way",
  "being-retired",
  "all-services",
] as const;
export type Catalog = (typeof CATALOGS)[number];

export function isOfRegions(catalog: Catalog): boolean {
  return catalog.endsWith("regions");
}
