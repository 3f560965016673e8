/** The page as one HTML file: no scripts, nothing fetched, light and dark, readable on a phone. */
import { withoutControl } from "../control-characters";
import type { Page, Section, Table } from "./page";

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.3rem 1rem 0.3rem 0; border-bottom: 1px solid #8886; overflow-wrap: break-word; }
td.number, th.number { text-align: end; white-space: nowrap; width: 1%; }
`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const NUMBER = /^[\d,]+( %)?$/;

/** @returns a whole document; every text in it is escaped */
export function toHtml(page: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(page.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(page.title)}</h1>
<p>${escaped(page.intro)}</p>
${page.sections.map(sectionHtml).join("\n")}
</main>
</body>
</html>
`;
}

function sectionHtml({ heading, sentences, table }: Section): string {
  const text = sentences.map((sentence) => `<p>${escaped(sentence)}</p>`);
  return [`<section>\n<h2>${escaped(heading)}</h2>`, ...text, ...(table ? [tableHtml(table)] : []), "</section>"].join(
    "\n",
  );
}

function tableHtml({ columns, rows }: Table): string {
  const isNumber = columns.map((_, i) => rows.length > 0 && rows.every((row) => NUMBER.test(row[i] ?? "")));
  const cell = (tag: "th" | "td", text: string, i: number) => {
    const attributes = `${tag === "th" ? ' scope="col"' : ""}${isNumber[i] ? ' class="number"' : ""}`;
    return `<${tag}${attributes}>${escaped(text)}</${tag}>`;
  };
  const row = (tag: "th" | "td", cells: readonly string[]) =>
    `<tr>${cells.map((text, i) => cell(tag, text, i)).join("")}</tr>`;
  const body = rows.map((cells) => row("td", cells)).join("\n");
  return `<div class="scroll">\n<table>\n<thead>${row("th", columns)}</thead>\n<tbody>\n${body}\n</tbody>\n</table>\n</div>`;
}

function escaped(text: string): string {
  return withoutControl(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
