/** View → plain text: the reply where no card is shown, and what a screen reader says. */
import type { Item, Link, View } from "./view";
import { words } from "./words";

const MARKDOWN = /\*\*|\[([^\]]*)\]\([^)]*\)/g;

/** @returns the whole view as lines of text, in the order in which the card shows it, addresses behind their words */
export function plainText(view: View): string {
  const blocks = [
    view.title,
    view.verdict ? `${view.verdict.word.toUpperCase()}\n${view.verdict.sentence}` : "",
    view.notice,
    unmarked(view.lead),
    ...view.sections.map(({ heading, items }) => [heading, ...items.map(itemText)].filter(Boolean).join("\n")),
    view.buttons.flatMap((button) => (button.kind === "open" ? [`${button.title}: ${button.url}`] : [])).join("\n"),
    view.pages.map(({ title, url }) => `${title}: ${url}`).join("\n"),
    view.foot,
    changedLine(view, ({ title }) => title),
    view.changed.pages.map(({ title, url }) => `${title}: ${url}`).join("\n"),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** What is spoken: the answer, not the whole card. */
export function spoken(view: View): string {
  const parts = [view.title, view.verdict?.word ?? "", view.verdict?.sentence ?? "", view.notice, unmarked(view.lead)];
  return parts
    .filter((part) => part !== "")
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(" ");
}

/** @param named how a page is named, as a link or by its title */
export function changedLine({ changed: { pages, more } }: View, named: (page: Link) => string): string {
  const all = pages.map((page) => words.ofDay(named(page), page.dated));
  return all.length === 0 ? "" : words.changedSince(all, more);
}

function itemText({ title, text, details, link }: Item): string {
  const first = [title, text].filter(Boolean).join(title.endsWith(":") ? " " : ". ");
  const rows = details.map(({ label, value }) => `${label}: ${value}`);
  // A region that has the card to itself is rows alone.
  if (first === "") return [...rows.map((row) => `- ${row}`), ...(link ? [`  ${link.url}`] : [])].join("\n");
  const lines = [...rows, ...(link ? [link.url] : [])].map((line) => `  ${line}`);
  return [`- ${first.replace(/([.!?])\. /g, "$1 ")}`, ...lines].join("\n");
}

function unmarked(text: string): string {
  return text.replace(MARKDOWN, "$1");
}
