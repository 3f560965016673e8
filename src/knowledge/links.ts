/**
 * Which addresses a card may open, and which page an address is on. Exact host names: a suffix rule would let in hosts
 * that anybody can register.
 */
const HOSTS: ReadonlySet<string> = new Set([
  "learn.microsoft.com",
  "azure.microsoft.com",
  "azure.status.microsoft",
  "portal.azure.com",
]);

/** Samples of Microsoft's own organisations on GitHub; the rest of GitHub is anybody's. */
const GITHUB_OWNERS = /^\/(Azure|Azure-Samples|MicrosoftDocs|microsoft)\//;
const LOCALE = /^\/[a-z]{2}-[a-z]{2}(\/|$)/i;

/**
 * Whether a card may link there.
 * @param address any string
 * @returns true for an https address on the allow-list, without a user, a port or a locale in its path
 */
export function isAllowedLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol !== "https:" || url.username || url.password || url.port) return false;
  if (LOCALE.test(url.pathname)) return false;
  return HOSTS.has(url.hostname) || (url.hostname === "github.com" && GITHUB_OWNERS.test(url.pathname));
}

/** The page alone: no query (pivots and tabs show other parts of the same page), no anchor, no slash at the end. */
export function pageOf(address: string): string {
  return address.replace(/[?#].*$/, "").replace(/\/$/, "");
}
