/** The docs' redirect files, so that a page that moved is not called gone. */
import * as z from "zod";
import { pageOf } from "../links";
import { toAddress } from "./addresses";
import { PAGES_FOLDER, PUBLISHED, type Unread } from "./docs";

const redirectFile = z.object({
  redirections: z.array(
    z.object({
      source_path: z.string().optional(),
      source_path_from_root: z.string().optional(),
      redirect_url: z.string(),
    }),
  ),
});

type Redirection = z.output<typeof redirectFile>["redirections"][number];

/**
 * @param files the redirect files of a checkout, name and text
 * @returns address before → address after, and the files that could not be read
 */
export function readRedirects(files: ReadonlyArray<{ readonly name: string; readonly text: string }>): {
  redirects: Map<string, string>;
  unread: Unread[];
} {
  const redirects = new Map<string, string>();
  const unread: Unread[] = [];
  for (const { name, text } of files) {
    const parsed = redirectFile.safeParse(parseJson(text));
    if (!parsed.success) unread.push({ page: name, problem: "is not a list of redirections" });
    for (const entry of parsed.data?.redirections ?? []) addRedirect(entry, redirects);
  }
  return { redirects, unread };
}

/** Where a page is now, over redirects to redirects; a circle ends where it closes. */
export function follow(address: string, redirects: ReadonlyMap<string, string>, seen: readonly string[] = []): string {
  const next = redirects.get(pageOf(address));
  return next === undefined || seen.includes(next) ? address : follow(next, redirects, [...seen, address]);
}

function addRedirect(entry: Redirection, redirects: Map<string, string>): void {
  const path = (entry.source_path_from_root ?? entry.source_path ?? "").replace(/^\//, "");
  if (!path.startsWith(`${PAGES_FOLDER}/`)) return;
  const from = `${PUBLISHED}${path.slice(PAGES_FOLDER.length).replace(/\.(md|yml)$/, "")}`;
  redirects.set(from, toAddress(entry.redirect_url));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
