/** What a service has as it stands, where people tell what they lack or ask whether they are protected. */
import type { Capability, Topic } from "../knowledge/schema";
import type { Lack } from "../question/lacks";

export type AsItIs =
  /** Nothing was told: what works has to be set up. */
  | { readonly kind: "only-if-set-up" }
  | {
      readonly kind: "lacking";
      readonly lacks: readonly Lack[];
      /** What was said to be missing, of what works here. */
      readonly missing: readonly Capability[];
      /** What works here too, and may be set up for all we know. */
      readonly others: readonly Capability[];
      /** What may keep its settings elsewhere, and none of its data. */
      readonly settings: readonly Capability[];
      /** All that would keep a copy elsewhere. */
      readonly ways: readonly Capability[];
      /** Those that are all that there is: "we only have backups". */
      readonly backups: readonly Capability[];
      /** "What do we lose?" */
      readonly isOnLoss: boolean;
    };

export type AskedAsItIs = {
  /** "What do we lose?" */
  readonly isOnLoss: boolean;
  readonly lacks: readonly Lack[];
  readonly asksIfEnough: boolean;
};

type Rows = ReadonlyArray<{ readonly capability: Capability }>;
type Seen = { readonly outcome: string; readonly works: Rows; readonly worksNot: Rows };

/** @returns null where what could be is asked, or where it is there without being set up */
export function asItIs(seen: Seen, asked: AskedAsItIs): AsItIs | null {
  if (seen.outcome === "not-regional" || seen.works.some(({ capability }) => capability.withoutSetUp)) return null;
  // "Does AKS with zones …" is answered on zones; that they are all there is matters to who asks whether they are enough.
  const isAsked = asked.asksIfEnough || asked.isOnLoss;
  const lacks = asked.lacks.filter((lack) => isAsked || lack !== "all-but-zones");
  if (lacks.length > 0) return lacking(seen, lacks, asked.isOnLoss);
  return asked.asksIfEnough && isToBeSetUp(seen) ? { kind: "only-if-set-up" } : null;
}

function lacking({ works, worksNot }: Seen, lacks: readonly Lack[], isOnLoss: boolean): AsItIs | null {
  const isMissing = (way: Capability) => lacks.some((lack) => isOf(lack, way));
  const all = [...works, ...worksNot].map(({ capability }) => capability);
  const isOfAny = lacks.some((lack) => WHOLE.has(lack)) || all.some(isMissing);
  // "AKS without Site Recovery": what the service has not anyway is no loss.
  if (!isOfAny) return null;
  const isAll = lacks.some((lack) => ALL_TOLD.has(lack));
  const working = works.map(({ capability }) => capability);
  const ways = working.filter(({ topics }) => topics.some((topic) => OF_COPIES.has(topic)));
  const missing = ways.filter(isMissing);
  const settings = isAll ? [] : working.filter((way) => keepsSettings(way) && !isMissing(way));
  const others = isAll ? [] : ways.filter((way) => !isMissing(way));
  const backups = lacks.includes("all-but-backup") ? working.filter(({ topics }) => topics.includes("backup")) : [];
  return { kind: "lacking", lacks, missing, others, ways, backups, settings, isOnLoss };
}

/** These tell of all that there is: nothing else may be set up. */
export const ALL_TOLD: ReadonlySet<Lack> = new Set(["everything", "all-but-backup", "all-but-snapshots"]);

function keepsSettings({ topics }: Capability): boolean {
  return topics.includes("geo-disaster-recovery") && !topics.some((topic) => OF_COPIES.has(topic));
}

/** "Metadata Geo-Disaster Recovery" keeps settings, and none of the messages. */
const OF_COPIES: ReadonlySet<Topic> = new Set<Topic>([
  "geo-replication",
  "read-replicas",
  "backup",
  "geo-redundant-storage",
  "site-recovery",
  "failover-groups",
  "multi-region-writes",
]);

const WHOLE: ReadonlySet<Lack> = new Set([...ALL_TOLD, "all-but-local-copies", "all-but-zones"]);

/** What copies single objects, as GRS does not. */
const OF_OBJECTS: ReadonlySet<string> = new Set(["object-replication", "storage-mover"]);

/** An account of local copies has none that are geo-redundant. */
function isOf(lack: Lack, { id, topics }: Capability): boolean {
  if (lack === "object-replication") return OF_OBJECTS.has(id);
  const topic = lack === "all-but-local-copies" ? "geo-redundant-storage" : lack;
  return topics.some((it) => it === topic);
}

function isToBeSetUp({ outcome, works }: Seen): boolean {
  return works.length > 0 && outcome !== "nothing-built-in" && outcome !== "not-here";
}
