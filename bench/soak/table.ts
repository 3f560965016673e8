/** Bounds and how they were kept, for people and for an exit status. */
export type Bound = {
  readonly what: string;
  readonly found: number;
  readonly bound: number;
  readonly unit?: string;
  /** Whether it must be exactly that; otherwise at most. */
  readonly exactly?: boolean;
};

/** @returns whether all were kept */
export function printBounds(title: string, bounds: readonly Bound[]): boolean {
  console.log(`\n${title}`);
  for (const { what, found, bound, unit = "", exactly } of bounds) {
    const kept = isKept({ what, found, bound, ...(exactly === undefined ? {} : { exactly }) }) ? "" : "   BROKEN";
    const limit = `${exactly ? "exactly" : "at most"} ${round(bound)}${unit}`;
    console.log(`  ${what.padEnd(58)} ${`${round(found)}${unit}`.padStart(12)}   ${limit}${kept}`);
  }
  return bounds.every(isKept);
}

function isKept({ found, bound, exactly }: Bound): boolean {
  return exactly ? found === bound : found <= bound;
}

function round(figure: number): string {
  return (Math.round(figure * 10) / 10).toLocaleString("en");
}

/** @param share 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
