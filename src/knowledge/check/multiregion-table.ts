/** Microsoft's table of multiregion support (regions-multiregion-support.md): both tabs and the footnotes. */
import type { Capability } from "../schema";
import { toAddress } from "./addresses";
import { blocksInTab, rowsWith } from "./blocks";
import type { Read } from "./docs";
import { type Block, type Cell, readBlocks } from "./markdown";

export type Limit = NonNullable<Capability["limits"]>;

/** One service as a tab names it; the guide is an address where the name is a link. */
export type ListedService = { readonly name: string; readonly tab: "built-in" | "none"; readonly guide?: string };

export type ListedCapability = {
  readonly service: string;
  readonly name: string;
  readonly link?: string;
  readonly paired: boolean;
  readonly nonpaired: boolean;
  /** Undefined where a footnote is not one whose meaning we know: then nothing can be said of them. */
  readonly limits: readonly Limit[] | undefined;
};

export type MultiregionTable = {
  readonly services: readonly ListedService[];
  readonly capabilities: readonly ListedCapability[];
};

const COLUMNS = {
  service: /^service$/i,
  capability: /support type|capability/i,
  paired: /^paired/i,
  nonpaired: /^non-?paired/i,
};

type Row = Record<keyof typeof COLUMNS, Cell>;

/**
 * @param markdown the page
 * @returns its services and capabilities in their order, and what in it could not be read
 */
export function readMultiregionTable(markdown: string): Read<MultiregionTable> {
  const blocks = readBlocks(markdown);
  const all = rowsWith(blocks, COLUMNS);
  const rows = all.filter(({ service, capability }) => service.text && capability.text);
  const builtIn = rows.map(({ service }) => listed(service, "built-in"));
  const none = readServicesWithout(blocks);
  const footnotes = readFootnotes(blocks);
  const nameless = all.length - rows.length;
  return {
    found: {
      services: distinct([...builtIn, ...none]),
      capabilities: rows.map((row) => toCapability(row, footnotes)),
    },
    problems: [
      ...(rows.length > 0 ? [] : ["has no table with the columns service, support type, paired, nonpaired regions"]),
      ...(none.length > 0 ? [] : ["has no tab with a list of services without built-in support"]),
      ...(nameless === 0 ? [] : [`has ${nameless} row(s) without a service or a capability`]),
      ...rows.flatMap((row) => rowProblems(row, footnotes)),
    ],
  };
}

/** The second tab, which is a list. */
function readServicesWithout(blocks: readonly Block[]): ListedService[] {
  const tab = blocksInTab(blocks, (id) => id.startsWith("no-")) ?? [];
  return tab.flatMap((block) => (block.kind === "item" ? [listed(block.cell, "none")] : []));
}

function listed(cell: Cell, tab: ListedService["tab"]): ListedService {
  const guide = cell.links[0];
  return { name: cell.text, tab, ...(guide ? { guide: toAddress(guide) } : {}) };
}

/** A service has a row for each capability, but is one service. */
function distinct(services: readonly ListedService[]): ListedService[] {
  return services.filter(({ name }, i) => services.findIndex((other) => other.name === name) === i);
}

function toCapability(row: Row, footnotes: ReadonlyMap<string, Limit>): ListedCapability {
  const link = row.capability.links[0];
  const marks = [...marksOf(row.paired), ...marksOf(row.nonpaired)];
  const known = marks.every((mark) => footnotes.has(mark));
  return {
    service: row.service.text,
    name: row.capability.text,
    ...(link ? { link: toAddress(link) } : {}),
    paired: isChecked(row.paired),
    nonpaired: isChecked(row.nonpaired),
    limits: known ? [...new Set(marks.flatMap((mark) => footnotes.get(mark) ?? []))] : undefined,
  };
}

/** A check mark is an icon with a text for those who cannot see it. */
export function isChecked(cell: Cell): boolean {
  return /alt-text="Yes"|icon-checkmark/i.test(cell.raw) || /^(yes|✓|✔|✅)/i.test(cell.text);
}

function marksOf(cell: Cell): string[] {
  return [...cell.raw.matchAll(/<su[bp]>\s*([^<]+?)\s*<\/su[bp]>/gi)].map((match) => match[1] ?? "");
}

/** By their words, not their numbers: a footnote that is added in front would renumber the others. */
function readFootnotes(blocks: readonly Block[]): Map<string, Limit> {
  const texts = blocks.flatMap((block) => (block.kind === "text" ? [block.cell] : []));
  const footnotes = texts.flatMap((cell): Array<[string, Limit]> => {
    const [mark] = /^<su[bp]>/i.test(cell.raw) ? marksOf(cell) : [];
    const limit = meaningOf(cell.text);
    return mark && limit ? [[mark, limit]] : [];
  });
  return new Map(footnotes);
}

function meaningOf(footnote: string): Limit | undefined {
  if (/region.*(constraint|combination|restrict|limit)/i.test(footnote)) return "listed-regions";
  return /(multiple|several|other) Azure services/i.test(footnote) ? "needs-other-services" : undefined;
}

function rowProblems(row: Row, footnotes: ReadonlyMap<string, Limit>): string[] {
  const name = `"${row.service.text}", "${row.capability.text}"`;
  return [row.paired, row.nonpaired].flatMap((cell) => [
    ...(cell.text === "" || isChecked(cell) ? [] : [`${name}: "${cell.text}" is neither a check mark nor nothing`]),
    ...marksOf(cell)
      .filter((mark) => !footnotes.has(mark))
      .map((mark) => `${name}: footnote ${mark} is not one whose meaning we know`),
  ]);
}
