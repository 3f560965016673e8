/** How often each thing occurred. */

export type Counts<K extends string = string> = Map<K, number>;

export type Row = { readonly name: string; readonly count: number };

/** @param by how much; nothing is counted under an empty name */
export function increase<K extends string>(counts: Counts<K>, name: K | null | undefined, by = 1): void {
  if (name) counts.set(name, (counts.get(name) ?? 0) + by);
}

/** Counts as rows, the largest first, equal ones by name. */
export function rows(counts: Counts, top = Number.POSITIVE_INFINITY): Row[] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name))
    .slice(0, top);
}

/** By code unit, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
