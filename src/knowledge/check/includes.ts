/** Pages that are put together from others: [!INCLUDE [title](includes/file.md)]. */
import { bodyOf } from "./front-matter";

const INCLUDE = /\[!INCLUDE\s*\[[^\]]*\]\(([^)\s]+)[^)]*\)\s*\]/gi;

/** Deep enough for theirs (one level), and an end for files that include one another. */
const DEPTH = 5;

/**
 * @param path a page's path below articles/reliability
 * @param pages all pages
 * @returns its text without front matter, with the text of what it includes in place; an include that is not in the
 * folder (they share some between repositories) leaves nothing
 */
export function withIncludes(path: string, pages: ReadonlyMap<string, string>, depth = DEPTH): string {
  const text = bodyOf(pages.get(path) ?? "");
  if (depth === 0) return text;
  return text.replace(INCLUDE, (_whole, target: string) => withIncludes(join(path, target), pages, depth - 1));
}

/** The path that a relative link in a page means, by the rules of addresses. */
function join(page: string, link: string): string {
  return decodeURI(new URL(link, `file:///${page}`).pathname.slice(1));
}
