/** The lines between --- at the head of a page. Read by hand: two keys of it are needed, and a YAML library would refuse
 * the whole page for a slip in a third. */

const FRONT_MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(\r?\n|$)/;
const DATE = /^ms\.date:[ \t]*["']?([^"'#\r\n]*)/m;
const TITLE = /^title:[ \t]*(["']?)(.*?)\1[ \t]*\r?$/m;
/** What would end or begin something in the text of a link. */
const NOT_PLAIN = /[[\]<>]/g;
const LONGEST_TITLE = 120;
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The page without its front matter. */
export function bodyOf(text: string): string {
  return text.replace(FRONT_MATTER, "");
}

/**
 * @param text a page
 * @returns its ms.date as a day, year first; undefined when it has none or it is no date
 */
export function dateOf(text: string): string | undefined {
  const written = FRONT_MATTER.exec(text)?.[1]?.match(DATE)?.[1]?.trim() ?? "";
  const [, month, day, year] = AMERICAN.exec(written) ?? [];
  const date = month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : written;
  return DAY.test(date) ? date : undefined;
}

/** @returns the page's title as plain text; undefined when it has none */
export function titleOf(text: string): string | undefined {
  const written = FRONT_MATTER.exec(text)?.[1]?.match(TITLE)?.[2] ?? "";
  return written.replace(NOT_PLAIN, "").slice(0, LONGEST_TITLE).trim() || undefined;
}
