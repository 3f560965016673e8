/** A link in one of their pages, or in one of our files, as an address that can be compared. */
import { pageOf } from "../links";
import { PUBLISHED } from "./docs";

const LOCALE = /^\/[a-z]{2}-[a-z]{2}(?=\/)/i;

/**
 * @param href as a page has it: relative ("./reliability-aks.md#x"), from the site's root ("/azure/…") or whole
 * @returns the address on the web, without locale and file ending; the href itself where it is none
 */
export function toAddress(href: string): string {
  if (!URL.canParse(href, `${PUBLISHED}/`)) return href;
  const url = new URL(href, `${PUBLISHED}/`);
  const path = url.pathname.replace(LOCALE, "").replace(/\.(md|yml)$/, "");
  return `${url.origin}${path}${url.search}${url.hash}`;
}

/** The anchor without its #, or undefined. */
export function anchorOf(address: string): string | undefined {
  const at = address.indexOf("#");
  return at < 0 ? undefined : address.slice(at + 1);
}

/** Whether the page is one that the folder should have. */
export function isPublishedHere(address: string): boolean {
  return pageOf(address) === PUBLISHED || address.startsWith(`${PUBLISHED}/`);
}

/** The path below articles/reliability of a page that is published here, without the ending. */
export function pathOf(address: string): string {
  return pageOf(address).slice(PUBLISHED.length + 1) || "index";
}
