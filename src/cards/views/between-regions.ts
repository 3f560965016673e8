/** "From Qatar Central to UAE North": whether a service copies from the one region to the other. */
import type { Assessment, CapabilityRow } from "../../answer/assess";
import type { Capability, Region, Service, Topic } from "../../knowledge/schema";
import { words } from "../words";

/** @returns a sentence on the way from the first region to the others, where one can be said of it */
export function betweenRegions(
  service: Service,
  assessment: Assessment,
  regions: readonly Region[],
  topic: Topic | null,
): string {
  const [from, ...others] = regions;
  if (!from || others.length === 0 || !isOnePlace(from, others)) return "";
  const rows = [...assessment.works, ...assessment.worksNot];
  const limited = rows.find(({ targets }) => targets !== null);
  if (limited) {
    return said(from, others, ({ id }) => limited.targets?.some((one) => one.id === id) === true, LISTED);
  }
  if (isByPairs(service, assessment)) return said(from, others, ({ id }) => from.pair === id, PAIRED);
  const [closed] = others.flatMap((to) => noTarget(from, to, service, topic));
  if (closed) return closed;
  return isFree(service, assessment, topic) && !others.some((to) => isAnException(to, service))
    ? words.between.free(from.name, namesOf(others))
    : "";
}

/** "To Brazil South", from which Site Recovery copies, but never to it. */
function noTarget(from: Region, to: Region, { capabilities }: Service, topic: Topic | null): string[] {
  const isAsked = ({ topics }: Capability) => topic === null || topics.includes(topic);
  const exceptions = capabilities.filter(isAsked).flatMap((capability) => capability.exceptions);
  const why = exceptions.find(({ regions, asTarget }) => asTarget !== undefined && regions.includes(to.id))?.asTarget;
  return why === undefined ? [] : [words.between.noTarget(from.name, to.name, why)];
}

type Said = { readonly yes: Sentence; readonly no: Sentence };
type Sentence = (from: string, to: string) => string;

const LISTED: Said = { yes: words.between.listed, no: words.between.notListed };
const PAIRED: Said = { yes: words.between.pair, no: words.between.noPair };
/** "That is not its pair" would read as if another region were. */
const PAIRLESS: Said = { yes: words.between.pair, no: words.between.pairless };

function said(from: Region, others: readonly Region[], isReached: (to: Region) => boolean, { yes, no }: Said): string {
  const reached = others.filter(isReached);
  if (reached.length > 0) return yes(from.name, namesOf(reached));
  const sentence = no === words.between.noPair && from.pair === null ? PAIRLESS.no : no;
  return sentence(from.name, namesOf(others));
}

function namesOf(regions: readonly Region[]): string {
  return words.either(regions.map(({ name }) => name));
}

/** "From Qatar to the UAE": of a country with more regions than one all are meant. */
function isOnePlace(from: Region, others: readonly Region[]): boolean {
  const [geography, ...more] = new Set(others.map((to) => to.geography));
  return others.length === 1 || (more.length === 0 && geography !== from.geography);
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
