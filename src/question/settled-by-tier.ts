/** "Redis in Doha, standard": of what a name may mean only one has such a tier. */
import { serviceOfTier } from "../knowledge/tiers";
import type { Settled } from "./means";
import type { Candidate } from "./query";

/** @param tiers ids of the tiers that the message tells of */
export function settledByTier(open: Settled, tiers: readonly string[]): Settled {
  if (tiers.length === 0 || open.unclear.length === 0) return open;
  const owners = new Set(tiers.map(serviceOfTier));
  const theOne = (candidates: readonly Candidate[]) => {
    const fitting = candidates.filter(({ service }) => owners.has(service));
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  return {
    settled: [...open.settled, ...open.unclear.flatMap((candidates) => theOne(candidates) ?? [])],
    unclear: open.unclear.filter((candidates) => theOne(candidates) === undefined),
  };
}
