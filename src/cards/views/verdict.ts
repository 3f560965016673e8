/** The answer in a word, a colour and a sentence. */
import { type Assessment, type CapabilityRow, exceptionalRow, type Setting } from "../../answer/assess";
import type { Region, Service } from "../../knowledge/schema";
import { ASKED, TOPIC, VERDICT } from "../verdict-words";
import type { Tone } from "../view";
import { words } from "../words";
import { verdictAsItIs } from "./as-it-is";
import { isACopy } from "./option";
import { lowerFirst } from "./parts";

export type Verdict = { readonly word: string; readonly tone: Tone; readonly sentence: string };

export type Seen = { readonly service: Service; readonly assessment: Assessment };

/** Enough to show that there are other ways; the card has all of them. */
const MOST_NAMED = 3;

/** "Geo-redundant backup", "Application Insights": of the very thing asked about, where the service's own verdict misleads. */
export function verdictOf(seen: Seen): Verdict {
  const { notCovered } = seen.assessment;
  if (notCovered.length > 0) {
    return { sentence: notCovered.map(({ text }) => text).join(" "), ...ASKED.notCovered };
  }
  if (seen.assessment.tiers.length > 0) return verdictOnTier(seen);
  const asItIs = verdictAsItIs(seen.assessment, () => wholeVerdict(seen));
  if (asItIs) return asItIs;
  if (isOnLacking(seen)) return verdictOnLacking(seen.assessment);
  return isOnBuilding(seen) ? verdictOnBuilding(seen.assessment) : wholeVerdict(seen);
}

/** "Service Bus Standard": of what was asked about the tier that was named has nothing. */
export function isOutOfTier({ assessment: { tiers, works, lacking } }: Seen): boolean {
  return tiers.length > 0 && (works.length === 0 || lacking.length > 0);
}

/** "Cosmos DB serverless", "append blobs": kinds that nobody calls a tier. */
function isOnAKind({ tiers }: Assessment): boolean {
  return tiers.length > 0 && tiers.every(({ kind }) => kind === true);
}

/** What the card says of the tier, or of the kind. */
export function tierWords(assessment: Assessment): typeof words.ofTiers | typeof words.ofKinds {
  return isOnAKind(assessment) ? words.ofKinds : words.ofTiers;
}

/** What the tier has is told of in its own sentence. */
function verdictOnTier(seen: Seen): Verdict {
  const sentence = seen.assessment.tiers.map(({ text }) => text).join(" ");
  if (isOnAKind(seen.assessment)) return { sentence, ...(isOutOfTier(seen) ? ASKED.notOfKind : ASKED.partOfKind) };
  return { sentence, ...(isOutOfTier(seen) ? ASKED.notInTier : ASKED.partOfTier) };
}

/** "Geo-replicate Event Grid in West Europe": what is green there is something else. */
export function isOnBuilding(seen: Seen): boolean {
  return seen.assessment.onlyBuilt !== null && VERDICT[seen.assessment.outcome].tone === "good";
}

/** Where all of the service is to be had nowhere, that says enough of each of its ways. */
export function isOnLacking({ assessment: { outcome, lacking } }: Seen): boolean {
  const { tone } = VERDICT[outcome];
  return lacking.length > 0 && (tone === "good" || tone === "accent");
}

/** Of the service, whatever was asked of it. */
export function wholeVerdict({ service, assessment }: Seen): Verdict {
  const isOwn = service.verdict.ownSetUp === true && assessment.outcome === "works-anywhere";
  return { sentence: sentenceOf(service, assessment), ...(isOwn ? ASKED.ownSetUp : VERDICT[assessment.outcome]) };
}

function sentenceOf(service: Service, assessment: Assessment): string {
  const { setting, outcome } = assessment;
  const region = regionOf(setting);
  const rows = [...assessment.works, ...assessment.worksNot];
  const exception = service.verdict.kind === "works-anywhere" ? exceptionalRow(service, rows)?.exception : null;
  if (exception) return exception;
  const decided = rows.find((row) => row.targets !== null || row.exception !== null);
  const isOnTheWay = outcome === "works-here" || outcome === "not-there";
  if (region && isOnTheWay && decided?.targets && decided.targets.length > 0 && !decided.isChoice) {
    return words.canCopyTo(
      region.name,
      decided.targets.map(({ name }) => name),
    );
  }
  if (region && outcome === "not-there" && setting.kind === "paired" && setting.pair) {
    return words.toItsPairOnly(region.name, setting.pair.name);
  }
  // "Fabric in Qatar Central": nothing is built in, and that it is not offered there says more.
  const isLacking = outcome === "not-here" || outcome === "nothing-built-in";
  const reason = region && isLacking && decided ? ownReason(decided, region) : null;
  if (reason !== null) return reason;
  const home = rows.find(({ homes }) => homes !== null);
  if (region && home?.homes) return `${verdictFor(service, setting)} ${homeOf(region, home.homes)}`;
  if (setting.kind === "paired") return service.verdict.paired;
  const { nonpaired } = service.verdict;
  // "Paired regions only. Nothing leaves the region" would speak of two kinds of region in one breath.
  const isOfOneKind = setting.kind === "open" && outcome === "paired-only" && !/\bwithout a pair\b/i.test(nonpaired);
  return isOfOneKind ? words.withoutPair(lowerFirst(nonpaired)) : nonpaired;
}

function verdictFor({ verdict }: Service, { kind }: Setting): string {
  return kind === "paired" ? verdict.paired : verdict.nonpaired;
}

function homeOf({ id, name }: Region, homes: readonly Region[]): string {
  if (homes.some((home) => home.id === id)) return words.onTheList(name);
  return words.notOnTheList(
    name,
    homes.map((home) => home.name),
  );
}

/** Why not from this very region: what Microsoft says of it, or its list, of the day that the list is of. */
function ownReason({ exception, targets, listDated }: CapabilityRow, region: Region): string | null {
  if (exception !== null || targets === null || listDated === null) return exception;
  return words.notListed(region.name, listDated);
}

function verdictOnLacking(assessment: Assessment): Verdict {
  const { setting, lacking } = assessment;
  const names = lacking.map(({ capability }) => capability.name);
  const [first] = lacking;
  const region = regionOf(setting);
  const own = first && region ? ownReason(first, region) : null;
  const pair = first && !first.reaches && setting.kind === "paired" ? (setting.pair?.name ?? null) : null;
  const why = own ?? (pair === null ? words.needsPair[setting.kind](region?.name ?? null) : words.pairOnlyWay(pair));
  const within = lacking.flatMap(({ capability }) => capability.within ?? []).slice(0, 1);
  const sentence = [`${words.list(names)}: ${why}`, ...within, ...otherWays(assessment)].join(" ");
  return { sentence, ...(pair ? VERDICT["not-there"] : own ? VERDICT["not-here"] : NOT_WITHOUT[setting.kind]) };
}

function verdictOnBuilding(assessment: Assessment): Verdict {
  const { setting, works, onlyBuilt } = assessment;
  const names = onlyBuilt?.designs.slice(0, 1).map(({ name }) => name) ?? [];
  const ways = works.slice(0, MOST_NAMED).map(({ capability }) => capability.name);
  const subject = onlyBuilt ? words.notBuiltIn(TOPIC[onlyBuilt.topic]) : "";
  const others = ways.length > 0 ? [words.otherWays[setting.kind](ways)] : [];
  return { sentence: [subject, words.orBuild(names), ...others].join(" "), ...ASKED.buildIt };
}

const NOT_WITHOUT = {
  open: VERDICT["paired-only"],
  nonpaired: ASKED.needsPair,
  paired: VERDICT["not-here"],
} as const;

/** What one has instead: other ways of the service, and those that one builds for this very purpose. */
function otherWays({ setting, works, designs, lacking }: Assessment): string[] {
  const topics = new Set(lacking.flatMap(({ capability }) => capability.topics));
  const isOnBackup = topics.has("backup");
  const others = works.filter((row) => !isOnBackup || isACopy(row)).slice(0, MOST_NAMED);
  const ways = others.map(({ capability }) => capability.name);
  const own = designs.slice(0, 1).filter((design) => design.topics.some((topic) => topics.has(topic)));
  return [
    ...(ways.length > 0 ? [words.otherWays[setting.kind](ways)] : []),
    ...(own.length > 0 ? [words.orBuild(own.map(({ name }) => name))] : []),
  ];
}

export function regionOf(setting: Setting): Region | null {
  return setting.kind === "open" ? null : setting.region;
}
