/** "We have no failover group", "are we protected?": the card says what is, before what can be set up. */
import { ALL_TOLD, type AsItIs } from "../../answer/as-it-is";
import type { Assessment } from "../../answer/assess";
import type { Capability } from "../../knowledge/schema";
import type { Lack } from "../../question/lacks";
import { AS_IT_IS, TOPIC } from "../verdict-words";
import type { View } from "../view";
import { words } from "../words";
import { lowerFirst } from "./parts";

type Verdict = NonNullable<View["verdict"]>;
type Lacking = Extract<AsItIs, { kind: "lacking" }>;

/** Of a row of a plan, whose word alone says little. */
export function rowAsItIs(assessment: Assessment): string | null {
  const { asItIs } = assessment;
  if (asItIs === null) return null;
  return asItIs.kind === "lacking" ? whatIsMissing(assessment, asItIs) : words.asItIs.onlyIfSetUp;
}

/** @returns null where nothing was said of what is there */
export function verdictAsItIs(assessment: Assessment, whole: () => Verdict): Verdict | null {
  const { asItIs } = assessment;
  if (asItIs === null) return null;
  return asItIs.kind === "lacking" ? onLacking(assessment, asItIs) : onlyIfSetUp(whole());
}

/** Green would read as "yes". */
function onlyIfSetUp({ word, tone, sentence }: Verdict): Verdict {
  const text = `${words.asItIs.onlyIf} ${sentence} ${words.asItIs.ifNot}`;
  return { word, tone: tone === "good" ? "warning" : tone, sentence: text };
}

function onLacking(assessment: Assessment, asItIs: Lacking): Verdict {
  const sentence = [
    asItIs.isOnLoss ? lossOf(asItIs) : "",
    whatIsMissing(assessment, asItIs),
    waysOut(assessment, asItIs),
  ];
  return { sentence: sentence.filter((part) => part !== "").join(" "), ...wordFor(asItIs) };
}

function wordFor(asItIs: Lacking): Pick<Verdict, "word" | "tone"> {
  if (asItIs.backups.length > 0) return AS_IT_IS.backups;
  const isOpen = asItIs.others.length + asItIs.settings.length > 0;
  return isOpen || isOnlyTold(asItIs) ? AS_IT_IS.perhaps : AS_IT_IS.nothing;
}

/** Never the figures of a way that is not there. */
function lossOf({ backups }: Lacking): string {
  return backups.length > 0 ? words.asItIs.lostSinceBackup : words.asItIs.lost;
}

function isBackup({ topics }: Capability): boolean {
  return topics.includes("backup");
}

/** "Without failover groups nothing of it outlives the region, unless you have set up active geo-replication." */
function whatIsMissing({ worksNot }: Pick<Assessment, "worksNot">, asItIs: Lacking): string {
  const { lacks, others, settings } = asItIs;
  const unless = namesOf(others).slice(0, MOST_NAMED);
  if (lacks.includes("all-but-backup")) return onlyBackups(worksNot, asItIs);
  if (lacks.includes("all-but-snapshots")) return words.asItIs.snapshots;
  if (lacks.includes("everything")) return words.asItIs.nothingLeaves(namesOf(backupsBesides(asItIs)));
  const own = isOnlyTold(asItIs) ? [...unless, words.asItIs.ownCopy] : unless;
  if (lacks.includes("all-but-local-copies")) return words.asItIs.localCopies(own);
  const ways = lacks.filter((lack) => lack !== "all-but-zones");
  if (ways.length === 0) return words.asItIs.zones(own);
  const one = onlyMissing(asItIs);
  const names = one ? namesOf([one]) : ways.map(labelOf);
  return settings.length > 0 && others.length === 0
    ? words.asItIs.withoutData(names, namesOf(settings))
    : words.asItIs.without(names, unless);
}

function onlyBackups(worksNot: Assessment["worksNot"], { backups }: Lacking): string {
  if (backups.length > 0) return words.asItIs.backups(namesOf(backups));
  const within = worksNot.find(({ capability }) => isBackup(capability) && capability.within)?.capability.within;
  return [within ?? words.asItIs.backupsWithin, words.asItIs.nothingLeaves([])].join(" ");
}

/** Some services copy their backups to the pair unless one chose otherwise: who has "nothing else" may not think of these. */
function backupsBesides({ ways, missing }: Lacking): Capability[] {
  return ways.filter((way) => isBackup(way) && !way.nonpaired && !missing.includes(way));
}

/** "AKS with three zones": nothing was said of other ways. */
function isOnlyTold({ lacks }: Lacking): boolean {
  return lacks.every((lack) => lack === "all-but-zones" || lack === "all-but-local-copies");
}

/** The one way that is missing, where it can be called by its name. */
function onlyMissing({ missing: [only, ...more] }: Lacking): Capability | null {
  return only !== undefined && more.length === 0 ? only : null;
}

/** "Geo-replication" as Microsoft's general word, where several ways of the service are meant by it. */
function labelOf(lack: Lack): string {
  if (lack === "object-replication") return "object replication";
  const topic = Object.entries(TOPIC).find(([id]) => id === lack);
  return topic ? lowerFirst(topic[1]) : lack;
}

/** What would keep it: what is built in and was not named yet, and what one builds. */
function waysOut({ designs }: Assessment, asItIs: Lacking): string {
  const { ways, others, lacks, backups } = asItIs;
  const isWhole = lacks.some((lack) => ALL_TOLD.has(lack));
  const named = [...others, ...backups, ...(isWhole ? backupsBesides(asItIs) : [onlyMissing(asItIs)])];
  const names = namesOf(ways.filter((way) => !named.includes(way))).slice(0, MOST_NAMED);
  // "Front Door in front of the replicas" is of no use without them.
  const own = designs.filter(({ topics }) => ways.length === 0 || topics.length !== 1 || topics[0] !== "failover");
  const built = names.length > 0 ? [words.asItIs.would(names)] : [];
  return [...built, ...(others.length === 0 ? own.slice(0, 1).map(({ name }) => words.orBuild([name])) : [])].join(" ");
}

/** Enough to show that there are other ways; the card has all of them. */
const MOST_NAMED = 3;

function namesOf(ways: readonly Capability[]): string[] {
  return ways.map(({ name }) => lowerFirst(name));
}
