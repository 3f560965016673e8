/** The small file that the check leaves for the bot: which pages have changed since somebody last read them. */
import { z } from "zod";
import type { Report } from "./report";

const day = z.iso.date();

export const statusSchema = z.strictObject({
  checkedOn: day.describe("The day of the check"),
  pagesChanged: z
    .array(
      z.strictObject({
        page: z.url().describe("The page's address, without query and anchor"),
        dated: day.describe("The date that the page has now; a file with an older date was written before the change"),
      }),
    )
    .describe("Pages that at least one file was written from before their present date"),
});

export type Status = z.output<typeof statusSchema>;

/**
 * @param report of this check
 * @param checkedOn today, year first
 */
export function toStatus(report: Report, checkedOn: string): Status {
  const changed = report.drift.filter(({ kind }) => kind === "page-changed");
  const dates = new Map(changed.map(({ page, theirs }) => [page, theirs ?? ""]));
  return { checkedOn, pagesChanged: [...dates].sort().map(([page, dated]) => ({ page, dated })) };
}
