/** The places within a page that an address can name. */
import { readBlocks } from "./markdown";

const HTML_ANCHOR = /<[a-z]+\s[^>]*\b(?:id|name)\s*=\s*["']([^"']+)["']/gi;

/**
 * @param markdown a page with what it includes
 * @returns the anchors of its headings and those written in HTML
 */
export function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set([...markdown.matchAll(HTML_ANCHOR)].map((match) => match[1] ?? ""));
  for (const block of readBlocks(markdown)) {
    if (block.kind === "heading") anchors.add(free(slug(block.cell.text), anchors));
  }
  return anchors;
}

/**
 * A heading's anchor on learn.microsoft.com, which goes by GitHub's rule. Three lines of our own because the library
 * for it (github-slugger) is an ES module that jest cannot load, and counts repeats over pages unless started anew.
 */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** Headings that repeat are numbered: setup, setup-1, setup-2. */
function free(anchor: string, taken: ReadonlySet<string>): string {
  let name = anchor;
  for (let n = 1; taken.has(name); n += 1) name = `${anchor}-${n}`;
  return name;
}
