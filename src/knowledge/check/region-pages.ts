/** Microsoft's pages on regions: the list, the pairs and those without. Their tables name regions by display name. */
import { rowsWith } from "./blocks";
import type { Read } from "./docs";
import { type Block, type Cell, readBlocks } from "./markdown";
import { isChecked } from "./multiregion-table";

export type ListedRegion = {
  readonly name: string;
  /** The programmatic name; lists before 2026 have none. */
  readonly id: string | undefined;
  readonly zones: boolean;
  readonly restricted: boolean;
  readonly comingSoon: boolean;
  /** Display name of the pair, null for a region without one. */
  readonly pair: string | null;
  readonly location: string;
  readonly geography: string;
};

export type ListedPair = { readonly name: string; readonly pair: string | null };

const LIST = {
  region: /^region$/i,
  zones: /availability zone/i,
  pair: /^paired region/i,
  location: /location/i,
  geography: /^geography/i,
  id: /programmatic/i,
};

const PAIRS = { region: LIST.region, pair: LIST.pair };

/**
 * @param markdown regions-list.md with its includes; the same region may stand in several tabs
 * @returns each region once, and what could not be read
 */
export function readRegionList(markdown: string): Read<ListedRegion[]> {
  const rows = rowsWith(readBlocks(markdown), LIST, ["location", "geography", "id"]);
  const all = rows.filter(({ region }) => region.text).map(toRegion);
  const { kept, contradictions } = once(all);
  return {
    found: kept,
    problems: [
      ...(all.length > 0 ? [] : ["has no table with the columns region, availability zone support, paired region"]),
      ...contradictions,
    ],
  };
}

function toRegion(row: Record<keyof typeof LIST, Cell>): ListedRegion {
  return {
    name: row.region.text,
    id: row.id.text || undefined,
    zones: isChecked(row.zones),
    restricted: /icon-region-restricted/i.test(row.region.raw),
    comingSoon: /icon-region-coming-soon/i.test(row.region.raw),
    pair: unlessNotKnown(row.pair) || null,
    location: unlessNotKnown(row.location),
    geography: row.geography.text,
  };
}

/** Their tables write N/A, n/a or nothing. */
function unlessNotKnown(cell: Cell): string {
  return /^(n\/?a|none|-)$/i.test(cell.text) ? "" : cell.text;
}

/**
 * @param markdown the include with the table of pairs
 * @returns each region once with its pair, and what could not be read
 */
export function readPairs(markdown: string): Read<ListedPair[]> {
  const rows = rowsWith(readBlocks(markdown), PAIRS).filter(({ region }) => region.text);
  const { kept, contradictions } = once(
    rows.map(({ region, pair }) => ({ name: region.text, pair: unlessNotKnown(pair) || null })),
  );
  return {
    found: kept,
    problems: [...(kept.length > 0 ? [] : ["has no table with the columns region, paired region"]), ...contradictions],
  };
}

/** @returns the names in the table of regions without a pair, whatever its columns */
export function readNonpaired(markdown: string): Read<string[]> {
  const cells = readBlocks(markdown).flatMap((block) => (block.kind === "table" ? block.rows.flat() : []));
  const names = [...new Set(cells.map(({ text }) => text).filter(Boolean))];
  return { found: names, problems: names.length > 0 ? [] : ["has no table with regions"] };
}

/** @returns the regions that the pairs page lists as named by no region that they name */
export function readOneWay(markdown: string): Read<string[]> {
  const names = itemsUnder(readBlocks(markdown), /asymmetric/i).flatMap(
    ({ text }) => /^(.+?) is (?:\w+ly )?paired/i.exec(text)?.[1] ?? [],
  );
  return { found: names, problems: names.length > 0 ? [] : ["has no list of asymmetrically paired regions"] };
}

function itemsUnder(blocks: readonly Block[], heading: RegExp): Cell[] {
  const start = blocks.findIndex((block) => block.kind === "heading" && heading.test(block.cell.text));
  if (start < 0) return [];
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === "heading");
  return (end < 0 ? rest : rest.slice(0, end)).flatMap((block) => (block.kind === "item" ? [block.cell] : []));
}

/** Two tabs of one page can contradict each other; the first (all regions) counts, and the check says so. */
function once<T extends { readonly name: string }>(items: readonly T[]): { kept: T[]; contradictions: string[] } {
  const first = new Map<string, T>();
  const contradictions = new Set<string>();
  for (const item of items) {
    const before = first.get(item.name) ?? item;
    first.set(item.name, before);
    if (!same(before, item)) contradictions.add(`says different things of ${item.name} in two rows`);
  }
  return { kept: [...first.values()], contradictions: [...contradictions] };
}

function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
