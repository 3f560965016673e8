/** Names that belong to another name of the message: they say what it is, where it runs or what it works on. */
import { withoutExplanations, withoutNetworks, withoutTheirFamily } from "./appositions";
import { startOfClause } from "./clauses";
import type { Lexicon } from "./lexicon";
import { isMeasuredBy } from "./likened";
import {
  isJoinedAfter,
  isJoinedBefore,
  joinedBy,
  listedBy,
  type NameSpan,
  servicesAmong,
  servicesOf,
  sharesWith,
  startOfNoun,
} from "./name-span";
import { isOfOurMaking, withoutOtherMakes, withoutServed } from "./other-makes";
import { endsThought, isUnbroken, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  AUXILIARY_VERBS,
  anyOf,
  FORMS_OF_BE,
  LIST_CONJUNCTIONS,
  PREPOSITIONS_INSIDE,
  VERBS_OF_STANDING,
} from "./word-classes";
import { BRANDS } from "./word-kinds";

/** "SQL Server itself installed on our own VMs": no more words stand before the host. */
const BEFORE_A_HOST = 5;
/** One sister may be named by chance: "blobs, and a queue". */
const SISTERS_OF_A_FAMILY = 2;

/**
 * @param meant the names that the message means, in order
 * @param areAll whether it asks about all of so many: "Capture dumps to the lake; I need both in a second region"
 */
export function withoutBelonging(
  meant: readonly NameSpan[],
  tokens: readonly Token[],
  lexicon: Lexicon,
  areAll: (services: number) => boolean,
): readonly NameSpan[] {
  const named = withoutExplanations(meant, tokens, lexicon);
  const whole = withoutPartsOfOthers(withoutOtherMakes(named, tokens, lexicon), tokens);
  const family = withoutTheirFamily(ofTheFamily(whole, tokens, lexicon), tokens, lexicon);
  if (areAll(distinct(family))) return family;
  const specific = withoutGeneric(family, tokens);
  const served = withoutServed(specific, tokens, lexicon);
  return withoutNetworks(withoutHosted(withoutWorkedOn(served, tokens, lexicon), tokens, lexicon), tokens);
}

function distinct(meant: readonly NameSpan[]): number {
  return new Set(meant.flatMap((span) => servicesOf(span).slice(0, 1))).size;
}

/**
 * "The gateways of API Management": a word that many services use names one only where none is named otherwise. In a
 * list it does: "AKS, Key Vault and a storage account"; by a comma alone if it is the name of one.
 */
function withoutGeneric(meant: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const isSpecific = ({ name }: NameSpan) => name.kind !== "service" || !name.generic;
  const specific = meant.filter((span) => span.name.kind === "service" && isSpecific(span));
  if (specific.length === 0) return meant;
  // "Search service with blobs behind it: AI Search or Blob Storage": it stands first.
  const ownNames = new Set(specific.flatMap((span) => (servicesOf(span).length === 1 ? servicesOf(span) : [])));
  return meant.filter((span, i) => {
    const isOne = servicesOf(span).length === 1;
    const isLong = isOne && span.end - span.start > 1;
    if (
      isSpecific(span) ||
      isAskedAgain(span, meant, tokens) ||
      (isLong && servicesOf(span).every((id) => ownNames.has(id)))
    )
      return true;
    const listed = listedBy(i, meant, tokens);
    if (specific.length > 1 && isItemByItself(span, tokens)) return true;
    if (isLong && isMeasuredBy(span, specific, tokens)) return true;
    // "It is on ADLS. Object replication refuses us"
    const isPaused = listed === "pause" && !(tokens[span.start]?.pause === "end" && !tokens[span.end]?.breakBefore);
    return listed === "word" || (isOne && (isPaused || (ownNames.size > 1 && isSubject(span, tokens))));
  });
}

/** "VMs with ASR, SQL DB in a failover group, vault.", "…, images in registry, …": a short part between two commas. */
function isItemByItself({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  if (!endsThought(end, tokens)) return false;
  const opening = startOfClause(start, tokens);
  const isHeld = start - opening === BEFORE_WHAT_HOLDS && PREPOSITIONS_INSIDE.has(wordAt(start - 1, tokens));
  // "…, its registry"
  const isBare = opening === startOfNoun(start, tokens);
  return tokens[opening]?.pause === "comma" && (isBare || isHeld);
}

/** "images in". */
const BEFORE_WHAT_HOLDS = 2;

/** "'Hub' feeds Functions. What's the DR of the hub?": what was told of before with another stands alone in the question. */
function isAskedAgain(span: NameSpan, meant: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const own = tokens.slice(span.start, span.end).map(({ canonical }) => canonical);
  const isSame = ({ start, end }: NameSpan) =>
    end - start === own.length && own.every((word, i) => tokens[start + i]?.canonical === word);
  const same = meant.filter(isSame);
  const last = same.at(-1);
  if (!last || same.length < 2) return false;
  const start = startOfClause(last.start, tokens);
  const others = servicesAmong(meant).filter((other) => !same.includes(other));
  const isOther = (other: NameSpan) => !sharesWith(other, span);
  return others.every((other) => other.end <= start && isOther(other));
}

/** "SQL MI needs a failover group, the storage account needs GRS": what a clause of its own is about. */
function isSubject({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  return isJoinedBefore(start, tokens) && SAYS_OF_IT.has(wordAt(end, tokens));
}

const SAYS_OF_IT = anyOf(AUXILIARY_VERBS, "need get run use sit live store hold keep stay replicate fail");

/** "The DNS Private Resolver …, DNS from on-premises": a word of a longer name that stands by itself later is that name. */
function withoutPartsOfOthers(meant: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const wordsOf = ({ start, end }: NameSpan) => wordsBetween(start, end, tokens);
  const isPartOf = (span: NameSpan, other: NameSpan) => {
    const word = tokens[span.start]?.word;
    if (word === undefined || span.end - span.start !== 1 || other.end >= span.start) return false;
    return isOfThatName(word, span, other) || (other.end - other.start > 1 && wordsOf(other).includes(word));
  };
  const others = meant.filter((other) => other.name.kind === "service" && servicesOf(other).length === 1);
  return meant.filter((span, i) => {
    const isListed = listedBy(i, meant, tokens) === "word";
    return span.name.kind !== "service" || isListed || !others.some((other) => isPartOf(span, other));
  });
}

/** "private resolver inbound endpoints, DNS from on-premises": one word, and behind it the rest of the other's name. */
function isOfThatName(word: string, span: NameSpan, other: NameSpan): boolean {
  const [id, ...others] = servicesOf(span);
  const isAnother = others.length === 0 && id !== undefined && !servicesOf(other).includes(id);
  return isAnother && servicesOf(other).some((it) => it.startsWith(`azure-${word}-`));
}

/** "a queue in the storage account", "blobs, files and queues": of a family, the name that others share is its member's. */
function ofTheFamily(meant: readonly NameSpan[], tokens: readonly Token[], lexicon: Lexicon): readonly NameSpan[] {
  const named = new Set(meant.flatMap((span) => (servicesOf(span).length === 1 ? servicesOf(span) : [])));
  const members = [...lexicon.families].flatMap(([family, list]) => {
    const sisters = [...named].filter((id) => list.includes(id) || isOfItsName(id, family, lexicon)).length;
    return named.has(family) || sisters >= SISTERS_OF_A_FAMILY ? list : [];
  });
  return meant.map((span, i) => {
    if (span.name.kind !== "service" || span.name.services.length === 1) return span;
    const sisters = [meant[i - 1], meant[i + 1]].flatMap((other) => sistersBy(other, span, tokens, lexicon));
    const services = span.name.services.filter((id) => members.includes(id) || sisters.includes(id));
    return services.length === 1 ? { ...span, name: { ...span.name, services } } : span;
  });
}

/** "Table and queue": the family of a sister that stands in one breath with it. */
function sistersBy(
  other: NameSpan | undefined,
  span: NameSpan,
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly string[] {
  const [id, ...more] = other ? servicesOf(other) : [];
  if (!other || id === undefined || more.length > 0) return [];
  const [first, second] = other.start < span.start ? [other, span] : [span, other];
  const isInOneBreath = joinedBy(first, second, tokens) === "word" && second.start - first.end === 1;
  if (!isInOneBreath || tokens.slice(first.start, second.end).some(({ breakBefore }, i) => i > 0 && breakBefore))
    return [];
  return [...lexicon.families.values()].filter((members) => members.includes(id)).flat();
}

/** Data Lake Storage is called after the family: "blobs + ADLS + queues". */
function isOfItsName(id: string, family: string, lexicon: Lexicon): boolean {
  const [, ...words] = family.split("-");
  return words.every((word) => lexicon.nameWords(id).has(word));
}

/** "DDoS Protection for our virtual networks" asks for the former, "DDoS Protection and virtual networks" for both. */
function withoutWorkedOn(meant: readonly NameSpan[], tokens: readonly Token[], lexicon: Lexicon): readonly NameSpan[] {
  const services = meant.filter(({ name }) => name.kind !== "region");
  return meant.filter((span, i) => {
    if (BRANDS.has(wordAt(span.start, tokens))) return true;
    const worksOnIt = (other?: NameSpan) =>
      other !== undefined && isWorkedOn(servicesOf(span), servicesOf(other), lexicon);
    // "Our AVNM lives in Milan. Can we still manage the networks" with it.
    const before = isGenericWord(span, tokens) ? services[services.indexOf(span) - 1] : meant[i - 1];
    if (worksOnIt(before)) return isJoinedBefore(span.start, tokens) || isMovedTo(span, tokens);
    return !worksOnIt(meant[i + 1]) || isJoinedAfter(span.end, tokens);
  });
}

/** "the networks", not "the virtual networks". */
function isGenericWord({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  return end - start === 1 && WORDS_OF_MANY.has(tokens[start]?.canonical ?? "");
}

const WORDS_OF_MANY: ReadonlySet<string> = new Set(["network", "machine", "registry", "database", "cluster"]);

/** "From App Service Environment to plain App Service": one takes the place of the other. */
function isMovedTo({ start }: NameSpan, tokens: readonly Token[]): boolean {
  const to = startOfNoun(start, tokens) - 1;
  return tokens[to]?.word === "to" && tokens.slice(startOfClause(to, tokens), to).some(({ word }) => word === "from");
}

function isWorkedOn(services: readonly string[], by: readonly string[], lexicon: Lexicon): boolean {
  const [subject, ...others] = by;
  const works = subject === undefined || others.length > 0 ? undefined : lexicon.worksOn.get(subject);
  return works !== undefined && services.some((id) => works.has(id));
}

/** "SQL Server 2019 installed on our VMs": what may mean several services, and runs on one that is named, is none. */
function withoutHosted(meant: readonly NameSpan[], tokens: readonly Token[], lexicon: Lexicon): readonly NameSpan[] {
  const isHost = (span?: NameSpan) => span !== undefined && servicesOf(span).some((id) => lexicon.hosts.has(id));
  return meant.filter((span, i) => {
    const { name, end } = span;
    const [before, host] = [meant[i - 1], meant[i + 1]];
    if (name.kind === "service" && host?.name.kind === "other-product") return !isOn(end, tokens);
    if (host && isHost(host) && isOfOurMaking(span, host, tokens)) return false;
    if (name.kind !== "service" || name.services.length === 1) return true;
    if (before && isHost(before) && isInstalled(before, span, tokens)) return false;
    const between = host ? wordsBetween(end, host.start, tokens) : [];
    return !(isHost(host) && between.length <= BEFORE_A_HOST && between.some((word) => PREPOSITIONS_INSIDE.has(word)));
  });
}

/** "A VM with SQL Server installed by us". */
function isInstalled(host: NameSpan, { start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const ties = wordsBetween(host.end, start, tokens);
  const isTied = ties.length > 0 && ties.length <= BEFORE_A_GUEST && TIES_A_GUEST.has(ties[0] ?? "");
  // "VMs with SQL Server, …"; but "VMs with SQL databases behind" are two.
  const isEnd = endsThought(end, tokens) || LIST_CONJUNCTIONS.has(wordAt(end, tokens));
  const isBare = tokens[end - 1]?.canonical === "server" && isEnd;
  return isTied && tokens[start]?.breakBefore === false && (isBare || INSTALLED.has(wordAt(end, tokens)));
}

/** "with a", "running our own". */
const BEFORE_A_GUEST = 3;
const TIES_A_GUEST: ReadonlySet<string> = new Set(["with", "running", "hosting", "that", "which", "where", "having"]);
const INSTALLED: ReadonlySet<string> = new Set(["installed", "inside", "in", "on", "itself"]);

/** "Redis on AWS", "our Kubernetes runs on EKS": none of Azure's. */
function isOn(at: number, tokens: readonly Token[]): boolean {
  const on = LIVES.has(wordAt(at, tokens)) ? at + 1 : at;
  return tokens[on]?.word === "on" && isUnbroken(tokens.slice(at, on + 1));
}

const LIVES = anyOf(FORMS_OF_BE, VERBS_OF_STANDING);
