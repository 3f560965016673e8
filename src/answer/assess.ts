/** One service in one region: what works there, what only with a pair, and the verdict that follows. */
import type { Knowledge } from "../knowledge/knowledge";
import type { Capability, Caution, Design, Region, Service, Tier, Topic, Verdict } from "../knowledge/schema";
import { tierId } from "../knowledge/tiers";
import { type AsItIs, type AskedAsItIs, asItIs } from "./as-it-is";
import { listFor } from "./targets";

/** Which kind of region the answer is for. "open": none was named, so the nonpaired verdict leads (product.md). */
export type Setting =
  | { readonly kind: "open" }
  | { readonly kind: "nonpaired"; readonly region: Region | null }
  | { readonly kind: "paired"; readonly region: Region | null; readonly pair: Region | null };

/** The service's own verdict, or what it comes to in the region at hand. */
export type Outcome = Verdict | "works-here" | "not-here" | "not-there" | "with-pair";

export type CapabilityRow = {
  readonly capability: Capability;
  readonly works: boolean;
  /** The tier that was named has it, or none was. */
  readonly inTier: boolean;
  /** It gets to a region that was named as the target, or none was. */
  readonly reaches: boolean;
  /** Regions that this region can copy to, where Microsoft lists them; null where no list decides. */
  readonly targets: readonly Region[] | null;
  /** Where what joins the regions may itself be, where Microsoft lists that: any region takes part. */
  readonly homes: readonly Region[] | null;
  /** Any region may copy to those that are listed. */
  readonly isChoice: boolean;
  /** The date of that list. */
  readonly listDated: string | null;
  /** What is different in this very region. */
  readonly exception: string | null;
};

export type Assessment = {
  readonly setting: Setting;
  readonly outcome: Outcome;
  /** Best first, those of the asked topic before the others. */
  readonly works: readonly CapabilityRow[];
  readonly worksNot: readonly CapabilityRow[];
  /** What the asked topic is about, where none of it works in this setting. */
  readonly lacking: readonly CapabilityRow[];
  readonly designs: readonly Design[];
  /** The asked topic, where the service has nothing for it but designs to build oneself. */
  readonly onlyBuilt: { readonly topic: Topic; readonly designs: readonly Design[] } | null;
  readonly cautions: readonly Caution[];
  /** Parts of the service that were asked about and that its verdict does not hold for. */
  readonly notCovered: readonly Caution[];
  /** Tiers that were named and that lack some of it: "Service Bus Standard". */
  readonly tiers: readonly Tier[];
  /** What is there, where people tell what they lack or ask whether that is enough. */
  readonly asItIs: AsItIs | null;
};

/** What of a service was asked about; the topic is null where nothing was named. */
export type Asked = AskedAsItIs & { readonly topic: Topic | null; readonly told: readonly string[] };

/**
 * @param service what was asked about
 * @param setting the region or the kind of region
 * @param asked what leads the card
 */
export function assess(service: Service, setting: Setting, asked: Asked, knowledge: Knowledge): Assessment {
  const { topic, told } = asked;
  const inAnyTier = lead(service.capabilities, topic).map((capability) => toRow(capability, setting, knowledge));
  const tiers = service.tiers.filter((tier) => told.includes(tierId(service, tier.names)));
  const rows = tiers.length > 0 ? inAnyTier.map((row) => within(tiers, row)) : inAnyTier;
  const designs = lead(service.designs, topic).filter(
    ({ only }) => !only || setting.kind === "open" || setting.kind === only,
  );
  const outcome = outcomeOf(service, setting, inAnyTier);
  const works = rows.filter((row) => row.works);
  const worksNot = rows.filter((row) => !row.works);
  return {
    setting,
    outcome,
    works,
    worksNot,
    lacking: lackingOf(rows, topic),
    designs,
    onlyBuilt: onlyBuiltOf(rows, designs, topic),
    cautions: service.cautions.filter((caution) => concerns(caution, setting)),
    notCovered: service.notCovered.filter((part) => told.includes(part.id) && concerns(part, setting)),
    tiers,
    asItIs: asItIs({ outcome, works, worksNot }, asked),
  };
}

/** The region's setting: paired where it names a pair. */
export function settingOf(region: Region, knowledge: Knowledge): Setting {
  if (region.pair === null) return { kind: "nonpaired", region };
  return { kind: "paired", region, pair: knowledge.regions.find(({ id }) => id === region.pair) ?? null };
}

/** Stable: what answers the topic first, all else in the order of the file. */
function lead<T extends { readonly topics: readonly Topic[] }>(items: readonly T[], topic: Topic | null): readonly T[] {
  if (topic === null) return items;
  return [
    ...items.filter((item) => item.topics.includes(topic)),
    ...items.filter((item) => !item.topics.includes(topic)),
  ];
}

/** "Event Hubs Standard" copies settings and no events. */
function within(tiers: readonly Tier[], row: CapabilityRow): CapabilityRow {
  const inTier = tiers.every(({ keeps }) => keeps.includes(row.capability.id));
  return { ...row, inTier, works: row.works && inTier };
}

function toRow(capability: Capability, setting: Setting, knowledge: Knowledge): CapabilityRow {
  const region = setting.kind === "open" ? null : setting.region;
  const list = region ? listFor(capability, region, knowledge) : null;
  const isOfHomes = list?.kind === "homes";
  const targets = isOfHomes ? null : (list?.regions ?? null);
  const homes = isOfHomes ? list.regions : null;
  const exception = capability.exceptions.find(({ regions }) => region !== null && regions.includes(region.id));
  const usual = setting.kind === "paired" ? capability.paired : capability.nonpaired;
  const listed = targets ? targets.length > 0 : usual;
  const works = exception?.works ?? listed;
  const [listDated, text] = [list?.dated ?? null, exception?.text ?? null];
  const isChoice = list?.kind === "choice";
  return { capability, targets, homes, isChoice, listDated, works, inTier: true, reaches: true, exception: text };
}

function outcomeOf(service: Service, setting: Setting, rows: readonly CapabilityRow[]): Outcome {
  const { kind } = service.verdict;
  if (setting.kind === "open") return kind;
  const works = rows.some((row) => row.works);
  switch (kind) {
    case "paired-only":
      if (setting.kind === "nonpaired") return works ? "works-here" : "nothing-built-in";
      return works ? "with-pair" : "not-here";
    case "some-regions":
      return listedOutcome(rows, setting);
    case "works-anywhere":
      return exceptionalOutcome(service, setting, rows);
    default:
      return kind;
  }
}

/** "Site Recovery in Brazil Southeast", "in Brazil South": what works anywhere else does not, or not to any region. */
function exceptionalOutcome(service: Service, setting: Setting, rows: readonly CapabilityRow[]): Outcome {
  const own = exceptionalRow(service, rows);
  if (!own) return "works-anywhere";
  if (own.works) return "works-here";
  if (!rows.some((row) => row.works)) return "not-here";
  return setting.kind === "paired" ? "with-pair" : "works-here";
}

/** What the service's verdict is about, where this region is an exception. */
export function exceptionalRow(service: Service, rows: readonly CapabilityRow[]): CapabilityRow | undefined {
  const [leading] = service.capabilities;
  return rows.find(({ capability, exception }) => capability === leading && exception !== null);
}

/**
 * "Geo-redundant backup in Italy North": a service that has other ways has not this one. "Who fails over blobs in
 * Poland" is answered of the way that works there, though GRS alone is about it by name.
 */
export function lackingOf(rows: readonly CapabilityRow[], topic: Topic | null): readonly CapabilityRow[] {
  if (topic !== null && ASKED_OF_ANY_WAY.has(topic) && rows.some(({ works }) => works)) return [];
  const asked = topic === null ? [] : rows.filter(({ capability }) => capability.topics.includes(topic));
  return asked.some((row) => row.works) ? [] : asked;
}

const ASKED_OF_ANY_WAY: ReadonlySet<Topic> = new Set<Topic>([
  "recovery-objectives",
  "customer-managed-failover",
  "microsoft-managed-failover",
]);

/** "Geo-replicate Event Grid": Microsoft's recovery of its metadata is not what was asked about. */
function onlyBuiltOf(
  rows: readonly CapabilityRow[],
  designs: readonly Design[],
  topic: Topic | null,
): Assessment["onlyBuilt"] {
  if (topic === null || !TOPICS_OF_A_FEATURE.has(topic)) return null;
  const isOnIt = ({ topics }: { readonly topics: readonly Topic[] }) => topics.includes(topic);
  const built = designs.filter(isOnIt);
  return built.length > 0 && !rows.some(({ capability }) => isOnIt(capability)) ? { topic, designs: built } : null;
}

/** What a service has or has not; backups, figures and who starts a failover are to be had in some way. */
const TOPICS_OF_A_FEATURE: ReadonlySet<Topic> = new Set<Topic>([
  "failover",
  "geo-replication",
  "geo-disaster-recovery",
  "multi-region-writes",
]);

/** "A GRS storage account in Qatar Central": what no member has there, the family has not. */
export function ofFamily(family: Assessment, members: readonly Assessment[], topic: Topic | null): Assessment {
  const works = members.flatMap((member) => member.works);
  const asItIs = family.asItIs ?? members.find((member) => member.asItIs !== null)?.asItIs ?? null;
  if (topic === null || works.some(({ capability }) => capability.topics.includes(topic))) return { ...family, asItIs };
  const byName = new Map(members.flatMap(({ lacking }) => lacking.map((row) => [row.capability.name, row])));
  return { ...family, asItIs, lacking: [...byName.values()] };
}

/** Where Microsoft's list of regions decides, the list's word counts; where we have no list, the general verdict. */
function listedOutcome(rows: readonly CapabilityRow[], setting: Setting): Outcome {
  const limited = rows.filter(({ capability }) => capability.limits === "listed-regions");
  const region = setting.kind === "open" ? null : setting.region;
  const decided = limited.filter((row) => row.targets !== null || row.homes !== null || row.exception !== null);
  if (!region || decided.length === 0) return "some-regions";
  return decided.some((row) => row.works) ? "works-here" : "not-here";
}

function concerns(caution: Caution, setting: Setting): boolean {
  const region = setting.kind === "open" ? null : setting.region;
  if (caution.regions) return region !== null && caution.regions.includes(region.id);
  return caution.only === undefined || setting.kind === "open"
    ? caution.only !== "paired"
    : caution.only === setting.kind;
}
