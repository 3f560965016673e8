/** Which regions a region can copy to, for the services whose own list of regions decides. */
import type { Knowledge } from "../knowledge/knowledge";
import type { Capability, Region, Targets } from "../knowledge/schema";

export type RegionList = {
  readonly kind: Targets["rule"]["kind"];
  readonly regions: readonly Region[];
  /** Of the page that the list stands on, which may be older than the service's other pages. */
  readonly dated: string;
};

/**
 * @returns the regions that the list gives for this one (none: it is not on the list), or null where no list decides
 */
export function listFor(capability: Capability, region: Region, knowledge: Knowledge): RegionList | null {
  const targets = knowledge.targets.find(({ id }) => id === capability.targets);
  if (!targets) return null;
  const { rule } = targets;
  const ids = new Set(targetIds(rule, region));
  return { kind: rule.kind, regions: knowledge.regions.filter(({ id }) => ids.has(id)), dated: targets.dated };
}

function targetIds(rule: Targets["rule"], { id: region, pair }: Region): readonly string[] {
  switch (rule.kind) {
    case "pairs":
      return rule.pairs.flatMap(([a, b]) => (a === region ? [b] : b === region ? [a] : []));
    case "choice":
      return [...rule.to, ...(pair === null ? [] : [pair])].filter((id) => id !== region);
    case "homes":
      return rule.homes;
    case "groups":
      return rule.groups
        .filter(({ from }) => from.includes(region))
        .flatMap(({ to, apart }) =>
          to.filter((id) => id !== region && !(apart.includes(region) && apart.includes(id))),
        );
  }
}
