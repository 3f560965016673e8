/** The pages that our links name: whether they are there, unchanged, and have the anchors that we name. */
import type { Citation } from "../citations";
import { pageOf } from "../links";
import { anchorOf, isPublishedHere, pathOf } from "./addresses";
import { anchorsOf } from "./anchors";
import { type Docs, PUBLISHED, type Unread } from "./docs";
import { dateOf } from "./front-matter";
import { withIncludes } from "./includes";
import { follow } from "./redirects";
import type { Compared, Drift, DriftKind } from "./report";

/** What the folder has at an address. */
type Page =
  | {
      readonly kind: "here";
      readonly date: string | undefined;
      /** Undefined where nothing can be said of them. */
      readonly anchors: ReadonlySet<string> | undefined;
      readonly problems: readonly string[];
    }
  | { readonly kind: "moved"; readonly to: string }
  | { readonly kind: "unopened" }
  | { readonly kind: "gone" };

/**
 * @param citations all of ours; those on other sites and in other docs are left out
 * @returns the differences, and the pages that have no date or no heading to compare
 */
export function comparePages(citations: readonly Citation[], docs: Docs): { drift: Drift[]; unread: Unread[] } {
  const here = citations.filter(({ address }) => isPublishedHere(address));
  const addresses = [...new Set(here.map(({ address }) => pageOf(address)))];
  const pages = new Map(addresses.map((address) => [address, findPage(address, docs)]));
  const drift = groupBy(here, ({ file, address }) => `${file} ${pageOf(address)}`).flatMap((group) => {
    const page = pages.get(pageOf(group[0]?.address ?? ""));
    return page ? compareGroup(group, page) : [];
  });
  const unread = [...pages].flatMap(([page, found]) =>
    found.kind === "here" ? found.problems.map((problem) => ({ page, problem })) : [],
  );
  return { drift, unread };
}

/** How many addresses there are, and how many of them the check can look at. */
export function countPages(citations: readonly Citation[]): Pick<Compared, "links" | "linksElsewhere" | "pages"> {
  const all = [...new Set(citations.map(({ address }) => address))];
  const here = all.filter(isPublishedHere);
  return { links: here.length, linksElsewhere: all.length - here.length, pages: new Set(here.map(pageOf)).size };
}

function findPage(address: string, docs: Docs): Page {
  const path = pathOf(address);
  const markdown = docs.pages.get(`${path}.md`);
  if (markdown !== undefined) return readPage(markdown, withIncludes(`${path}.md`, docs.pages));
  // A landing page is data: it has neither front matter nor anchors to compare.
  if (docs.pages.has(`${path}.yml`)) return { kind: "here", date: undefined, anchors: undefined, problems: [] };
  // It is there, only not for us; load.ts has named it.
  if (docs.unread.some(({ page }) => page === `${path}.md` || page === `${path}.yml`)) return { kind: "unopened" };
  const to = follow(address, docs.redirects);
  return to === address ? { kind: "gone" } : { kind: "moved", to };
}

/** Every page of theirs has a title: one without a heading is damaged, and its anchors are not therefore gone. */
function readPage(markdown: string, whole: string): Page {
  const date = dateOf(markdown);
  const anchors = anchorsOf(whole);
  const problems = [
    ...(date ? [] : ["has no ms.date that can be read"]),
    ...(anchors.size > 0 ? [] : ["has no heading that can be read"]),
  ];
  return { kind: "here", date, anchors: anchors.size > 0 ? anchors : undefined, problems };
}

/** All citations of one file on one page. */
function compareGroup(group: readonly Citation[], page: Page): Drift[] {
  switch (page.kind) {
    case "moved":
      return [drift("page-moved", group, pageOf(group[0]?.address ?? ""), page.to)];
    case "gone":
      return [drift("page-gone", group, pageOf(group[0]?.address ?? ""), null)];
    case "unopened":
      return [];
    case "here":
      return [...changed(group, page.date), ...anchorsGone(group, page.anchors)];
  }
}

function changed(group: readonly Citation[], date: string | undefined): Drift[] {
  const older = group.filter(({ dated }) => date !== undefined && dated < date);
  const oldest = older.map(({ dated }) => dated).sort()[0];
  return oldest === undefined || date === undefined ? [] : [drift("page-changed", older, oldest, date)];
}

function anchorsGone(group: readonly Citation[], anchors: ReadonlySet<string> | undefined): Drift[] {
  const missing = group.filter(({ address }) => {
    const anchor = anchorOf(address);
    return anchor !== undefined && anchors?.has(anchor) === false;
  });
  return groupBy(missing, ({ address }) => address).map((same) =>
    drift("anchor-gone", same, `#${anchorOf(same[0]?.address ?? "")}`, null),
  );
}

function drift(kind: DriftKind, group: readonly Citation[], ours: string, theirs: string | null): Drift {
  const page = pageOf(group[0]?.address ?? "");
  const path = group.map((citation) => citation.path).join(", ");
  return { kind, file: group[0]?.file ?? "", path, page, subject: page.slice(PUBLISHED.length + 1), ours, theirs };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}
