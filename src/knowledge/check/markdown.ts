/** Markdown → the few things that the readers look for. The only file that knows the parser. */
import MarkdownIt from "markdown-it";
import { bodyOf } from "./front-matter";

/** A piece of text in three forms: as written, as read, and where it links to. */
export type Cell = { readonly raw: string; readonly text: string; readonly links: readonly string[] };

export type Table = { readonly kind: "table"; readonly header: readonly Cell[]; readonly rows: readonly Cell[][] };

export type Block =
  | Table
  | { readonly kind: "heading"; readonly cell: Cell }
  | { readonly kind: "item"; readonly cell: Cell }
  | { readonly kind: "text"; readonly cell: Cell }
  | { readonly kind: "rule" };

const parser = new MarkdownIt({ html: true });
type Token = ReturnType<typeof parser.parse>[number];

/** Footnote marks, icons and line breaks: Microsoft's own syntax, no part of a name. */
const DECORATION = /<(su[bp])>.*?<\/\1>|:::image.*?:::|<br\s*\/?>/gi;

/**
 * @param markdown a page, with or without front matter
 * @returns its tables, headings, list items, paragraphs and rules in their order
 */
export function readBlocks(markdown: string): Block[] {
  const tokens = parser.parse(bodyOf(markdown), {});
  const blocks: Block[] = [];
  let items = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.type === "list_item_open") items += 1;
    if (token.type === "list_item_close") items -= 1;
    if (token.type === "hr") blocks.push({ kind: "rule" });
    if (token.type === "inline") blocks.push({ kind: kindOf(tokens[at - 1], items), cell: toCell(token.content) });
    if (token.type !== "table_open") continue;
    const end = tokens.findIndex((other, i) => i > at && other.type === "table_close");
    blocks.push(toTable(tokens.slice(at, end)));
    at = end;
  }
  return blocks;
}

function kindOf(before: Token | undefined, items: number): "heading" | "item" | "text" {
  if (before?.type === "heading_open") return "heading";
  return items > 0 ? "item" : "text";
}

function toTable(tokens: readonly Token[]): Table {
  const rows: Cell[][] = [];
  for (const token of tokens) {
    if (token.type === "tr_open") rows.push([]);
    if (token.type === "inline") rows.at(-1)?.push(toCell(token.content));
  }
  const [header = [], ...others] = rows;
  return { kind: "table", header, rows: others };
}

function toCell(raw: string): Cell {
  const children = parser.parseInline(raw.replace(DECORATION, " "), {})[0]?.children ?? [];
  const text = children.map(textOf).join("").replace(/\s+/g, " ").trim();
  const links = children.flatMap((child) => (child.type === "link_open" ? [String(child.attrGet("href"))] : []));
  return { raw, text, links };
}

function textOf(token: Token): string {
  if (token.type === "text" || token.type === "code_inline") return token.content;
  return token.type === "softbreak" || token.type === "hardbreak" ? " " : "";
}
