/** Pages that are put together from others: [!INCLUDE [title](includes/file.md)]. */
import { bodyOf } from "./front-matter";

const INCLUDE = /\[!INCLUDE\s*\[[^\]]*\]\(([^)\s]+)[^)]*\)\s*\]/gi;

/**
 * @param path a page's path below articles/reliability
 * @param pages all pages
 * @param trail the pages that include this one, so that a circle ends
 * @returns its text without front matter, with the text of what it includes in place; an include that is not in the
 * folder (they share some between repositories) leaves nothing
 */
export function withIncludes(path: string, pages: ReadonlyMap<string, string>, trail: readonly string[] = []): string {
  if (trail.includes(path)) return "";
  return bodyOf(pages.get(path) ?? "").replace(INCLUDE, (_whole, target: string) =>
    withIncludes(resolve(path, target), pages, [...trail, path]),
  );
}

/** The path that a relative link in a page means, by the rules of addresses. */
function resolve(page: string, link: string): string {
  const base = `file:///${page}`;
  return URL.canParse(link, base) ? new URL(link, base).pathname.slice(1) : "";
}
