/** Which regions a region can copy to, for the services whose own list of regions decides. */
import type { Knowledge } from "../knowledge/knowledge";
import type { Capability, Region, Targets } from "../knowledge/schema";

export type RegionList = {
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
  const ids = new Set(targetIds(targets.rule, region.id));
  return { regions: knowledge.regions.filter(({ id }) => ids.has(id)), dated: targets.dated };
}

function targetIds(rule: Targets["rule"], region: string): string[] {
  switch (rule.kind) {
    case "pairs":
      return rule.pairs.flatMap(([a, b]) => (a === region ? [b] : b === region ? [a] : []));
    case "groups":
      return rule.groups
        .filter(({ from }) => from.includes(region))
        .flatMap(({ to, apart }) =>
          to.filter((id) => id !== region && !(apart.includes(region) && apart.includes(id))),
        );
  }
}
