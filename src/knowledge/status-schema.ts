/** What is known of the pages since: knowledge/status.json. */
import * as z from "zod";
import { day, link } from "./schema-fields";

/**
 * Which pages have changed since somebody last read them: knowledge/status.json, which `npm run knowledge:check` writes.
 * The file may be absent, and what it says ends to count as soon as a file of ours carries the newer date.
 */
export const statusSchema = z.strictObject({
  checkedOn: day.describe("The day of the check"),
  pagesChanged: z
    .array(
      z.strictObject({
        page: link.describe("The page's address, without query and anchor"),
        title: z
          .string()
          .trim()
          .min(1)
          .max(120)
          .regex(/^[^[\]<>\n]*$/, "must be plain text: it is the text of a link")
          .describe("The page's own title"),
        dated: day.describe("The date that the page has now; a file with an older date was written before the change"),
      }),
    )
    .describe("Pages that at least one file was written from before their present date"),
});
