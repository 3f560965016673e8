/** What the check found: values, and their words for a person. */
import type { Unread } from "./docs";

/** Every way in which our files and their pages can differ, and how to say it. */
export const DRIFTS = {
  "service-added": "Microsoft's table has a service that no file of ours has",
  "service-removed": "our service is not in Microsoft's table any more",
  "service-renamed": "Microsoft's table names the service differently",
  "service-moved": "the service stands in the other tab of Microsoft's table",
  "capability-added": "Microsoft's table has a row that we don't have",
  "capability-removed": "our row is not in Microsoft's table any more",
  "capability-renamed": "Microsoft's table names the row differently",
  "paired-changed": "support between paired regions differs",
  "nonpaired-changed": "support between nonpaired regions differs",
  "limits-changed": "the row's footnote differs",
  "region-added": "Microsoft has a region that we don't have",
  "region-removed": "our region is not in Microsoft's list any more",
  "region-coming-soon": "Microsoft's list marks our region as not yet open",
  "region-renamed": "the region's display name differs",
  "region-pair": "the region's pair differs",
  "region-pairing": "whether the pair names the region back differs",
  "region-zones": "availability zone support differs",
  "region-restricted": "whether access must be requested differs",
  "region-location": "the region's physical location differs",
  "region-geography": "the region's geography differs",
  "page-changed": "the page has changed since our check",
  "page-moved": "the page has moved",
  "page-gone": "the page that we link to is gone",
  "anchor-gone": "the page has no such anchor any more",
} as const;

export type DriftKind = keyof typeof DRIFTS;

/** One difference between a file of ours and a page of theirs. */
export type Drift = {
  readonly kind: DriftKind;
  /** Our file, from the knowledge folder on: the one to correct. */
  readonly file: string;
  /** The place or places in our file. */
  readonly path: string;
  /** Their page, below articles/reliability or as an address. */
  readonly page: string;
  /** What it is about: a service, a capability, a region. */
  readonly subject: string;
  readonly ours: string | null;
  readonly theirs: string | null;
};

/** How much was compared: a check that compared nothing finds nothing. */
export type Compared = {
  readonly services: number;
  readonly rows: number;
  readonly regions: number;
  /** Different addresses of ours on pages of the folder, and those elsewhere, which knowledge:links asks. */
  readonly links: number;
  readonly linksElsewhere: number;
  readonly pages: number;
};

export type Report = {
  readonly inStep: boolean;
  readonly compared: Compared;
  readonly drift: readonly Drift[];
  readonly unread: readonly Unread[];
  /** What theirs leave unsaid: no difference, but good to know. */
  readonly notes: readonly string[];
};

/** The report as a person reads it, and as the workflow puts it into an issue. */
export function formatReport({ inStep, compared, drift, unread, notes }: Report): string {
  const files = [...new Set(drift.map(({ file }) => file))];
  return [
    ...formatCompared(compared),
    ...notes,
    ...(inStep ? ["In step: no difference."] : []),
    ...(drift.length > 0 ? ["", `${drift.length} difference(s):`] : []),
    ...files.flatMap((file) => ["", file, ...drift.filter((entry) => entry.file === file).map(formatDrift)]),
    ...(unread.length > 0 ? ["", `${unread.length} thing(s) could not be read, so nothing is said about them:`] : []),
    ...unread.map(({ page, problem }) => `  ${page} ${problem}`),
  ].join("\n");
}

function formatCompared({ services, rows, regions, links, pages, linksElsewhere }: Compared): string[] {
  return [
    `Compared: ${services} services and ${rows} rows of Microsoft's table, ${regions} regions, ${links} addresses on ${pages} pages.`,
    `Not here: ${linksElsewhere} addresses on other pages (npm run knowledge:links asks all).`,
  ];
}

function formatDrift({ kind, path, page, subject, ours, theirs }: Drift): string {
  const values = `ours ${quote(ours)}, Microsoft's ${quote(theirs)}`;
  const place = kind === "anchor-gone" ? `${page}${ours}` : page;
  const details = [...(ours === null || theirs === null ? [] : [values]), ...(path ? [path] : []), place];
  return `  ${subject}: ${DRIFTS[kind]} [${kind}]\n    ${details.join("; ")}`;
}

function quote(value: string | null): string {
  return value === null ? "nothing" : `"${value}"`;
}
