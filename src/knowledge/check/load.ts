import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Docs, PAGES_FOLDER, type Unread } from "./docs";
import { readRedirects } from "./redirects";

const PAGE = /\.(md|yml)$/;
const REDIRECTS = /^\.openpublishing\.redirection.*\.json$/;

type Text = { readonly name: string; readonly text: string };

/**
 * Reads a copy of https://github.com/MicrosoftDocs/reliability-docs, of today or older.
 * @param folder the checkout, with articles/reliability below it
 * @throws Error that says what is missing, when there is no such folder or it holds no page
 */
export function readDocs(folder: string): Docs {
  const root = join(folder, PAGES_FOLDER);
  const names = filesBelow(root).filter((name) => PAGE.test(name));
  if (names.length === 0) {
    throw new Error(
      `${folder} has no pages in ${PAGES_FOLDER}: name the folder of a checkout of https://github.com/MicrosoftDocs/reliability-docs`,
    );
  }
  const unread: Unread[] = [];
  const pages = readTexts(root, names, unread);
  const redirectNames = readdirSync(folder).filter((name) => REDIRECTS.test(name));
  const redirects = readRedirects(readTexts(folder, redirectNames, unread));
  return {
    pages: new Map(pages.map(({ name, text }) => [name, text])),
    redirects: redirects.redirects,
    unread: [...unread, ...redirects.unread],
  };
}

function filesBelow(root: string): string[] {
  try {
    return readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .sort();
  } catch {
    return [];
  }
}

/** One page that cannot be opened must not hide what the others say. */
function readTexts(root: string, names: readonly string[], unread: Unread[]): Text[] {
  return names.flatMap((name) => {
    try {
      return [{ name, text: readFileSync(join(root, name), "utf8") }];
    } catch (cause) {
      unread.push({ page: name, problem: cause instanceof Error ? cause.message : String(cause) });
      return [];
    }
  });
}
