/** "From Qatar Central to UAE North": whether a service copies from the one region to the other. */
import type { Assessment, CapabilityRow } from "../../answer/assess";
import { closedWay } from "../../answer/towards";
import type { Region, Service, Topic } from "../../knowledge/schema";
import { words } from "../words";

/** Regions that are named as targets, or those behind the first; of both the first is the one that is copied from. */
export type Way = { readonly from: Region; readonly to: readonly Region[]; readonly areTargets: boolean };

/** "In the UAE, DR in Qatar": of a country the first of its regions speaks for it. */
export function wayOf(regions: readonly Region[], targets: readonly Region[]): Way | null {
  const [from, ...others] = regions;
  if (!from) return null;
  return { from, to: targets.length > 0 ? targets : others, areTargets: targets.length > 0 };
}

/** @returns a sentence on the way from the first region to each place that is named, where one can be said of it */
export function betweenRegions(service: Service, assessment: Assessment, way: Way | null, topic: Topic | null): string {
  const places = way ? placesOf(way) : [];
  return places
    .map((to) => way && toAPlace(service, assessment, way.from, to, topic))
    .filter(Boolean)
    .join(" ");
}

function toAPlace(
  service: Service,
  assessment: Assessment,
  from: Region,
  to: readonly Region[],
  topic: Topic | null,
): string {
  const rows = [...assessment.works, ...assessment.worksNot];
  const no = noFor(service, assessment);
  const limited = rows.find(({ targets }) => targets !== null);
  if (limited) {
    const isListed = ({ id }: Region) => limited.targets?.some((one) => one.id === id) === true;
    return said(from, to, isListed, { yes: words.between.listed, no: no.listed });
  }
  if (isByPairs(service, assessment)) {
    const isOut = rows.length > 0 && rows.every(({ works, exception }) => !works && exception !== null);
    const isPair = ({ id }: Region) => from.pair === id && !isOut;
    const notPaired = isOut ? no.exception : from.pair === null ? no.pairless : no.noPair;
    return said(from, to, isPair, { yes: words.between.pair, no: notPaired });
  }
  const [closed] = to.flatMap((one) => noWay(from, one, service, topic));
  if (closed) return closed;
  if (to.some((one) => isListedWay(from, one, service, topic))) {
    return said(from, to, (one) => isListedWay(from, one, service, topic), {
      yes: words.between.listed,
      no: no.listed,
    });
  }
  const sentence = to.some((one) => isAnException(one, service)) ? null : withoutPairs(service, assessment, topic);
  return sentence ? said(from, to, () => true, { yes: sentence, no: sentence }) : "";
}

/** Where no pair and no list decides: what is free to go there, what the tier leaves of it, or that nothing goes. */
function withoutPairs(service: Service, assessment: Assessment, topic: Topic | null): Sentence | null {
  if (isFree(service, assessment, topic)) return words.between.free;
  if (service.verdict.kind === "nothing-built-in") return words.between.nothing;
  if (assessment.tiers.length === 0 || assessment.outcome !== "works-anywhere") return null;
  const { works, worksNot } = assessment;
  if (works.some((row) => isFreeRow(row, topic))) return words.between.inTier;
  return works.length === 0 && worksNot.some((row) => isFreeRow(row, topic)) ? words.between.notInTier : null;
}

/** "To Brazil South", from which Site Recovery copies, but never to it. */
function noWay(from: Region, to: Region, { capabilities }: Service, topic: Topic | null): string[] {
  const asked = capabilities.filter(({ topics }) => topic === null || topics.includes(topic));
  const why = asked.flatMap((capability) => closedWay(capability, from, to) ?? []);
  return why.slice(0, 1).map((reason) => words.between.noTarget(from.name, to.name, reason));
}

/** "From Brazil South to East US". */
function isListedWay(from: Region, to: Region, { capabilities }: Service, topic: Topic | null): boolean {
  const asked = capabilities.filter(({ topics }) => topic === null || topics.includes(topic));
  const sources = asked.flatMap(({ exceptions }) => exceptions.filter(({ regions }) => regions.includes(from.id)));
  return sources.some(({ onlyTo }) => onlyTo?.includes(to.id) === true);
}

type Sentence = (from: string, to: string) => string;
type Said = { readonly yes: Sentence; readonly no: Sentence };

/** "No" alone would read as if that region could not be the second one. */
function noFor({ designs }: Service, { works }: Assessment) {
  const { build, notListed, noPair, pairless } = words.between;
  return works.length === 0 && designs.length > 0
    ? build
    : { noPair, pairless, listed: notListed, exception: words.between.exception };
}

function said(from: Region, to: readonly Region[], isReached: (to: Region) => boolean, { yes, no }: Said): string {
  const reached = to.filter(isReached);
  const meant = reached.length > 0 ? reached : to;
  const sentence = (reached.length > 0 ? yes : no)(from.name, namesOf(meant));
  const isShut = meant.every(({ restricted }) => restricted);
  return isShut ? `${sentence} ${words.region.pairRestricted(words.list(meant.map(({ name }) => name)))}` : sentence;
}

function namesOf(regions: readonly Region[]): string {
  return words.either(regions.map(({ name }) => name));
}

/** "From Qatar to the UAE": of a country with more regions than one all are meant; of regions that are only listed none. */
function placesOf({ from, to, areTargets }: Way): ReadonlyArray<readonly Region[]> {
  const geographies = [...new Set(to.map(({ geography }) => geography))];
  const places = geographies.map((geography) => to.filter((region) => region.geography === geography));
  const isOnePlace = to.length === 1 || (places.length === 1 && geographies[0] !== from.geography);
  return areTargets || isOnePlace ? places : [];
}

/** "SQL MI in Poland, backed up in Sweden": of the way that was asked about a pair decides, whatever decides of the rest. */
function isByPairs({ verdict }: Service, { setting, lacking }: Assessment): boolean {
  return verdict.kind === "paired-only" || (setting.kind === "nonpaired" && lacking.length > 0);
}

/** "Brazil Southeast", of which Microsoft says something of its own. */
function isAnException({ id }: Region, { capabilities }: Service): boolean {
  return capabilities.some(({ exceptions }) => exceptions.some(({ regions }) => regions.includes(id)));
}

/** What copies to a region that one chooses; who names a tier, a part or another way is told of that alone. */
function isFree({ verdict }: Service, assessment: Assessment, topic: Topic | null): boolean {
  const { outcome, works, tiers, notCovered, onlyBuilt, lacking } = assessment;
  const isWhole = tiers.length + notCovered.length + lacking.length === 0 && onlyBuilt === null;
  if (!isWhole || outcome !== "works-anywhere") return false;
  return verdict.ownSetUp === true ? topic === null : works.some((row) => isFreeRow(row, topic));
}

function isFreeRow({ capability, exception }: CapabilityRow, topic: Topic | null): boolean {
  const isAsked = topic === null || capability.topics.includes(topic);
  return isAsked && exception === null && capability.nonpaired && capability.topics.some((it) => COPIES.has(it));
}

const COPIES: ReadonlySet<Topic> = new Set<Topic>([
  "geo-replication",
  "geo-disaster-recovery",
  "failover-groups",
  "read-replicas",
  "multi-region-writes",
  "site-recovery",
]);
