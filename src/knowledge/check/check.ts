/** Our knowledge against a copy of Microsoft's reliability docs: all differences at once. */
import { citationsOf } from "../citations";
import type { Knowledge } from "../knowledge";
import { isPublishedHere, pathOf } from "./addresses";
import { comparePages, countPages } from "./compare-pages";
import {
  compareNonpaired,
  compareOneWay,
  comparePairs,
  compareRegionList,
  LIST_PAGE,
  NONPAIRED_INCLUDE,
  onlyAsPairs,
  PAIRS_INCLUDE,
  PAIRS_PAGE,
} from "./compare-regions";
import { compareTable, TABLE_PAGE } from "./compare-table";
import { type Docs, PUBLISHED, type Read, type Unread } from "./docs";
import { withIncludes } from "./includes";
import { readMultiregionTable } from "./multiregion-table";
import { follow } from "./redirects";
import { readNonpaired, readOneWay, readPairs, readRegionList } from "./region-pages";
import type { Compared, Drift, Report } from "./report";

/**
 * @param knowledge ours
 * @param docs theirs; pages that are missing or malformed are named in the report, and the rest is compared
 * @returns the report; it is in step only when there is no difference and everything could be read
 */
export function checkKnowledge(knowledge: Knowledge, docs: Docs): Report {
  const facts = readFacts(docs);
  const citations = citationsOf(knowledge);
  const pages = comparePages(citations, docs);
  const drift = [...compareFacts(knowledge, facts), ...pages.drift];
  const unread = [docs, ...Object.values(facts), pages].flatMap((part) => part.unread);
  return {
    inStep: drift.length + unread.length === 0,
    compared: { ...countFacts(facts), ...countPages(citations) },
    drift,
    unread,
    notes: onlyAsPairs(facts.list.found ?? []).map(
      (name) => `${name} is named only as a pair in ${LIST_PAGE}: nothing else of it was compared.`,
    ),
  };
}

type Facts = ReturnType<typeof readFacts>;

/** What their reference pages say, page by page. */
function readFacts(docs: Docs) {
  return {
    table: readPage(docs, TABLE_PAGE, readMultiregionTable),
    list: readPage(docs, LIST_PAGE, readRegionList),
    pairs: readPage(docs, PAIRS_INCLUDE, readPairs),
    nonpaired: readPage(docs, NONPAIRED_INCLUDE, readNonpaired),
    oneWay: readPage(docs, PAIRS_PAGE, readOneWay),
  };
}

/**
 * A page that is missing is one of the things that could not be read; nothing is then concluded from it. One that
 * moved within the folder is read where it is now.
 */
function readPage<T>(
  docs: Docs,
  page: string,
  read: (markdown: string) => Read<T>,
): { readonly found: T | undefined; readonly unread: readonly Unread[] } {
  const place = docs.pages.has(page) ? page : movedTo(page, docs);
  if (!docs.pages.has(place))
    return { found: undefined, unread: isNamed(page, docs) ? [] : [{ page, problem: "is missing" }] };
  const { found, problems } = read(withIncludes(place, docs.pages));
  return { found, unread: problems.map((problem) => ({ page, problem })) };
}

/** Whether load.ts has said already that the page cannot be opened. */
function isNamed(page: string, { unread }: Docs): boolean {
  return unread.some((one) => one.page === page);
}

function movedTo(page: string, { redirects }: Docs): string {
  const address = follow(`${PUBLISHED}/${page.replace(/\.md$/, "")}`, redirects);
  return isPublishedHere(address) ? `${pathOf(address)}.md` : page;
}

/** A page on which nothing was found says nothing: it would take all our regions for removed. */
function compareFacts({ services, regions }: Knowledge, { table, list, pairs, nonpaired, oneWay }: Facts): Drift[] {
  return [
    ...(table.found ? compareTable(services, table.found) : []),
    ...(list.found?.length ? compareRegionList(regions, list.found) : []),
    ...(pairs.found?.length ? comparePairs(regions, pairs.found) : []),
    ...(nonpaired.found?.length ? compareNonpaired(regions, nonpaired.found) : []),
    ...(oneWay.found?.length ? compareOneWay(regions, oneWay.found) : []),
  ];
}

function countFacts({ table, list }: Facts): Pick<Compared, "services" | "rows" | "regions"> {
  return {
    services: table.found?.services.length ?? 0,
    rows: table.found?.capabilities.length ?? 0,
    regions: list.found?.length ?? 0,
  };
}
