/** A service on the way from one region to another that was named: what gets there, and what goes elsewhere only. */
import type { Capability, Region, Topic } from "../knowledge/schema";
import { type Assessment, type CapabilityRow, lackingOf } from "./assess";

/**
 * "Key Vault in Frankfurt, DR in Poland": it works with its pair, and that is not Poland.
 * @param targets none: nothing of the assessment changes
 */
export function towards(assessment: Assessment, targets: readonly Region[], topic: Topic | null): Assessment {
  const { setting, works, worksNot, outcome } = assessment;
  const from = setting.kind === "open" ? null : setting.region;
  if (from === null || targets.length === 0 || targets.some(({ id }) => id === from.id)) return assessment;
  const there = works.filter((row) => getsThere(row, from, targets));
  if (there.length === works.length) return assessment;
  const elsewhere = works
    .filter((row) => !there.includes(row))
    .map((row) => ({ ...row, works: false, reaches: false }));
  const rest = [...elsewhere, ...worksNot];
  const isNone = there.length === 0;
  return {
    ...assessment,
    outcome: isNone ? "not-there" : outcome,
    works: there,
    worksNot: rest,
    lacking: isNone ? [] : lackingOf([...there, ...rest], topic),
  };
}

/** A list of regions decides, or the pair; all else goes anywhere. */
function getsThere({ capability, targets, exception }: CapabilityRow, from: Region, to: readonly Region[]): boolean {
  if (targets !== null) return to.some(({ id }) => targets.some((listed) => listed.id === id));
  if (to.every((one) => closedWay(capability, from, one) !== null)) return false;
  return capability.nonpaired || exception !== null || to.some(({ id }) => id === from.pair);
}

/** "From Qatar to Brazil South", which is a source only; "from Brazil South to UAE North", which is not on its list. */
export function closedWay({ exceptions }: Capability, from: Region, to: Region): string | null {
  const target = exceptions.find(({ regions, asTarget }) => asTarget !== undefined && regions.includes(to.id));
  if (target?.asTarget) return target.asTarget;
  const source = exceptions.find(({ regions, onlyTo }) => onlyTo !== undefined && regions.includes(from.id));
  return source?.onlyTo?.includes(to.id) === false ? source.text : null;
}
