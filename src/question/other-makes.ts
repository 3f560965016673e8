/** Names beside products that we don't know: what belongs to these is none of Azure's, and some only run on a service. */
import { fold } from "../knowledge/normalise";
import type { Lexicon } from "./lexicon";
import { type NameSpan, servicesOf } from "./name-span";
import type { Token } from "./tokens";
import { BRANDS } from "./word-kinds";

/** "NFS for our SAP", "Keycloak on AKS": a product that we don't know is only what the service is there for. */
export function withoutServed(
  meant: readonly NameSpan[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const isTied = (first: NameSpan | undefined, second: NameSpan | undefined, ties: ReadonlySet<string>) =>
    first !== undefined && second !== undefined && isTiedBy(ties, first, second, tokens, lexicon);
  const isHost = (span?: NameSpan) => span !== undefined && servicesOf(span).some((id) => lexicon.hosts.has(id));
  return meant.filter((span, i) => {
    const [before, next] = [meant[i - 1], meant[i + 1]];
    if (span.name.kind !== "other-product") return true;
    if (isHost(next) && isTied(span, next, HOSTED)) return false;
    return !(before?.name.kind === "service" && isTied(before, span, FOR));
  });
}

const HOSTED: ReadonlySet<string> = new Set(["on", "in", "inside", "within"]);
const FOR: ReadonlySet<string> = new Set(["for"]);

function isTiedBy(
  ties: ReadonlySet<string>,
  first: NameSpan,
  second: NameSpan,
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  const [tie, ...others] = tokens.slice(first.end, second.start);
  const isOneThought = ![tie, ...others, tokens[second.start]].some((token) => token?.breakBefore);
  return isOneThought && ties.has(tie?.word ?? "") && others.every(({ word }) => lexicon.isFiller(word));
}

/** "HDInsight Spark cluster", "Hetzner load balancer": right behind a product that we don't know a name is its own. */
export function withoutOtherMakes(
  meant: readonly NameSpan[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  if (isAllAtHome(meant, tokens)) return meant.map(asOther(tokens));
  const theirs = new Set<NameSpan>();
  for (const [i, span] of meant.entries()) {
    const [before, next] = [meant[i - 1], meant[i + 1]];
    const isTheirs = before && (before.name.kind === "other-product" || theirs.has(before));
    if (isTheirs && isMakeOf(before, span, tokens, lexicon)) theirs.add(span);
    if (next?.name.kind === "other-product" && isMadeBy(span, next, tokens, lexicon)) theirs.add(span);
  }
  const left = meant.filter((span) => !theirs.has(span));
  return withoutWordsOfThem(left);
}

/** "Is HDInsight able to fail over, we have two Spark clusters on it": a word that many use is one of the product's. */
function withoutWordsOfThem(meant: readonly NameSpan[]): readonly NameSpan[] {
  const isWord = ({ name }: NameSpan) => name.kind === "service" && name.generic === true;
  const first = meant.findIndex(({ name }) => name.kind === "other-product");
  const isOnIt = first >= 0 && meant.every((span) => span.name.kind !== "service" || isWord(span));
  return isOnIt ? meant.filter((span, i) => !(i > first && isWord(span))) : meant;
}

/** "Kafka from Confluent", "the identity provider of AWS"; but "to Event Hubs from Confluent" is a way to go. */
function isMadeBy(span: NameSpan, maker: NameSpan, tokens: readonly Token[], lexicon: Lexicon): boolean {
  if (isWordOfMany(span) && isTiedBy(OF, span, maker, tokens, lexicon)) return true;
  const isDestination = TOWARDS.has(tokens[span.start - 1]?.word ?? "");
  if (span.name.kind !== "service" || isDestination || BRANDS.has(tokens[span.start]?.word ?? "")) return false;
  const isCloud = maker.name.kind === "other-product" && CLOUDS.has(maker.name.name);
  return isTiedBy(isCloud ? AT_OTHERS : MADE_BY, span, maker, tokens, lexicon);
}

/** "A load balancer at Google". */
const AT_OTHERS: ReadonlySet<string> = new Set(["from", "by", "at", "on", "in"]);
const CLOUDS: ReadonlySet<string> = new Set([
  ...["AWS", "Amazon", "Amazon Web Services", "GCP", "Google", "Google Cloud", "Hetzner", "OVH", "OVHcloud", "STACKIT"],
  ...["IBM Cloud", "Oracle Cloud", "Alibaba Cloud", "IONOS", "DigitalOcean", "Scaleway", "Exoscale"],
]);

function isWordOfMany({ name }: NameSpan): boolean {
  return name.kind === "service" && (name.generic === true || name.ordinary === true || name.services.length > 1);
}

const OF: ReadonlySet<string> = new Set(["of"]);
const MADE_BY: ReadonlySet<string> = new Set(["from", "by"]);
const TOWARDS: ReadonlySet<string> = new Set(["to", "into", "onto", "on", "in", "the", "our"]);

/** "SQL Server on-premises", "Redis in our own rack": in no cloud, where nothing says Azure or region. */
function isAllAtHome(meant: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const services = meant.filter(({ name }) => name.kind === "service");
  const isAzures = tokens.some(({ word, canonical }) => BRANDS.has(word) || canonical === "region");
  // "Stretched over Graz and Vienna": a town is no region yet.
  const isInRegion = meant.some(({ name }) => name.kind === "region" && name.place !== true);
  if (services.length === 0 || isAzures || isInRegion) return false;
  const isAnywheres = (span: NameSpan) => TECHNOLOGIES.has(wordsOf(span, tokens));
  return services.every(isAnywheres) && AT_HOME.test(tokens.map(({ word }) => word).join(" "));
}

function asOther(tokens: readonly Token[]) {
  return (span: NameSpan): NameSpan =>
    span.name.kind === "service" ? { ...span, name: { kind: "other-product", name: wordsOf(span, tokens) } } : span;
}

function wordsOf({ start, end }: NameSpan, tokens: readonly Token[]): string {
  return tokens
    .slice(start, end)
    .map(({ word }) => word)
    .join(" ");
}

const AT_HOME =
  /\b(on prem|on premises?|onprem|on site|self hosted|selfhosted|bare metal|basement|cellar|server room|homelab|colo|own (two )?(data cent|datacent|rack|server|hardware|box|metal|iron|machine room))/;
const TECHNOLOGIES: ReadonlySet<string> = new Set(
  [
    ..."redis kubernetes k8s kube postgres postgresql mysql mssql sql kafka vmware esxi netapp grafana mongo mongodb".split(
      " ",
    ),
    ..."spark cluster nfs".split(" "),
    ...[
      "sql server",
      "kubernetes cluster",
      "k8s cluster",
      "kafka cluster",
      "redis cluster",
      "redis cache",
      "file share",
    ],
  ].map((text) => text.split(" ").map(fold).join(" ")),
);

/** "GCP cloud storage"; but "the Oracle VM" and "Datadog Azure Monitor" stay what they are. */
function isMakeOf(before: NameSpan, span: NameSpan, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const isHost = servicesOf(span).some((id) => lexicon.hosts.has(id));
  if (span.name.kind !== "service" || isHost || BRANDS.has(tokens[span.start]?.word ?? "")) return false;
  const between = tokens.slice(before.end, span.start + 1);
  return between.slice(0, -1).every(({ word }) => word === "cloud") && !between.some(({ breakBefore }) => breakBefore);
}
