/** The small file that the check leaves for the bot: which pages have changed since somebody last read them. */
import type { ChangedPage, Status } from "../schema";
import type { Docs } from "./docs";
import { titleOf } from "./front-matter";
import type { Drift, Report } from "./report";

/**
 * @param report of this check
 * @param docs the pages that it read, for their titles
 * @param checkedOn today, year first
 */
export function toStatus(report: Report, docs: Docs, checkedOn: string): Status {
  const changed = report.drift.flatMap((drift) => toChangedPage(drift, docs) ?? []);
  const byPage = new Map(changed.map((page) => [page.page, page]));
  return { checkedOn, pagesChanged: [...byPage.values()].sort((a, b) => (a.page < b.page ? -1 : 1)) };
}

function toChangedPage({ kind, page, subject, theirs }: Drift, { pages }: Docs): ChangedPage | undefined {
  if (kind !== "page-changed" || theirs === null) return undefined;
  return { page, title: titleOf(pages.get(`${subject}.md`) ?? "") ?? subject, dated: theirs };
}
