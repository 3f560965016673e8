/** Microsoft's reliability docs as a folder has them. Types only: load.ts reads the disk, the other files read these. */

/** A page of theirs that could not be used, and why; the check says so and goes on. */
export type Unread = { readonly page: string; readonly problem: string };

export type Docs = {
  /** Path below articles/reliability, such as "includes/nonpaired-regions-include.md" → text. */
  readonly pages: ReadonlyMap<string, string>;
  /** Address of a page that moved → where it is now, both full and without an anchor. */
  readonly redirects: ReadonlyMap<string, string>;
  readonly unread: readonly Unread[];
};

/** Where the folder's pages are published. */
export const PUBLISHED = "https://learn.microsoft.com/azure/reliability";

/** Where a checkout keeps them. */
export const PAGES_FOLDER = "articles/reliability";

/** What a reader of a page found, and what in it could not be read. */
export type Read<T> = { readonly found: T; readonly problems: readonly string[] };
