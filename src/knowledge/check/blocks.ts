/** Finding one's way in the blocks of a page: tabs, and tables by the heads of their columns. */
import type { Block, Cell } from "./markdown";

const TAB = /^#tab\/([^/]+)/;

/** The id of the tab that a heading opens, "no-built-in-multiregion-support"; undefined for any other block. */
export function tabOf(block: Block): string | undefined {
  return block.kind === "heading" ? block.cell.links.map((link) => TAB.exec(link)?.[1]).find(Boolean) : undefined;
}

/**
 * @returns the blocks from the heading that opens a tab to the next one, or to the rule that ends the tabs; undefined
 * when there is no such tab
 */
export function blocksInTab(blocks: readonly Block[], isTab: (id: string) => boolean): Block[] | undefined {
  const start = blocks.findIndex((block) => isTab(tabOf(block) ?? ""));
  if (start < 0) return undefined;
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === "rule" || tabOf(block) !== undefined);
  return end < 0 ? rest : rest.slice(0, end);
}

const EMPTY: Cell = { raw: "", text: "", links: [] };

/**
 * Rows of all tables that have the columns, so that an added or moved column does no harm.
 * @param columns name for us → head of the column on the page
 * @param optional names of columns that may be missing; their cells are empty
 */
export function rowsWith<Name extends string>(
  blocks: readonly Block[],
  columns: Readonly<Record<Name, RegExp>>,
  optional: ReadonlyArray<NoInfer<Name>> = [],
): Array<Record<Name, Cell>> {
  const names = Object.keys(columns) as Name[];
  return blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const at = names.map((name) => block.header.findIndex((cell) => columns[name].test(cell.text)));
    if (names.some((name, i) => at[i] === -1 && !optional.includes(name))) return [];
    return block.rows.map((row) => toRecord(names, (i) => row[at[i] ?? -1] ?? EMPTY));
  });
}

function toRecord<Name extends string>(names: readonly Name[], cell: (i: number) => Cell): Record<Name, Cell> {
  return Object.fromEntries(names.map((name, i) => [name, cell(i)])) as Record<Name, Cell>;
}
