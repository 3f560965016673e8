/** The lists that can be asked for. */
export const CATALOGS = [
  "nonpaired-regions",
  "paired-regions",
  "works-without-pairs",
  "needs-a-pair",
  "nothing-built-in",
] as const;
export type Catalog = (typeof CATALOGS)[number];
