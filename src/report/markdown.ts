/** The page as Markdown that reads well in a terminal. */
import { withoutControl } from "../control-characters";
import type { Page, Section, Table } from "./page";

/** @returns Markdown that ends with a line break */
export function toMarkdown(page: Page): string {
  const parts = [`# ${page.title}`, safe(page.intro), ...page.sections.flatMap(sectionLines)];
  return `${parts.join("\n\n")}\n`;
}

function sectionLines({ heading, sentences, table }: Section): string[] {
  const text = sentences.map(safe).join("\n");
  return [`## ${heading}`, ...(text ? [text] : []), ...(table ? [tableText(table)] : [])];
}

/** Columns are padded to the same width but for the last one, which may be long. */
function tableText({ columns, rows }: Table): string {
  const cells = [columns, ...rows].map((row) => row.map((cell) => safe(cell).replaceAll("|", "\\|")));
  const widths = columns.map((_, i) => Math.max(3, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => (i === columns.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join(" | ")} |`;
  const [head = [], ...body] = cells;
  const rule = widths.map((width, i) => "-".repeat(i === columns.length - 1 ? 3 : width));
  return [line(head), line(rule), ...body.map(line)].join("\n");
}

/** Tags and links in people's words stay words where the Markdown is shown as a page. */
function safe(text: string): string {
  return withoutControl(text)
    .trim()
    .replace(/[\\`*_<[\]]/g, "\\$&");
}
