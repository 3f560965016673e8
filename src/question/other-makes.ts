/** Names beside products that we don't know: what belongs to these is none of Azure's, and some only run on a service. */
import { fold } from "../knowledge/normalise";
import { isEnglish } from "./english";
import type { Lexicon } from "./lexicon";
import { joinedBy, type NameSpan, servicesAmong, servicesOf, textOf } from "./name-span";
import type { Span } from "./spot";
import { isUnbroken, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  DETERMINERS,
  PREPOSITIONS_INSIDE,
  PREPOSITIONS_OF_MEANS,
  PREPOSITIONS_TOWARDS,
  REFLEXIVE_PRONOUNS,
} from "./word-classes";
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
  const isServed = (at: number): boolean => {
    const [before, span, next] = [meant[at - 1], meant[at], meant[at + 1]];
    if (span?.name.kind !== "other-product") return false;
    if (isHost(next) && isTied(span, next, PREPOSITIONS_INSIDE)) return true;
    if (before?.name.kind === "service" && isTied(before, span, FOR)) return true;
    // "SAP HANA and Oracle on VMs"
    return next !== undefined && joinedBy(span, next, tokens) === "word" && isServed(at + 1);
  };
  return meant.filter((_, at) => !isServed(at));
}

const FOR: ReadonlySet<string> = new Set(["for"]);

/** "Postgres we host ourselves on VMs", "self-hosted MySQL on a VM": the database is no service of Azure's. */
export function isOfOurMaking({ start, end }: NameSpan, host: NameSpan, tokens: readonly Token[]): boolean {
  const between = wordsBetween(end, host.start, tokens);
  const isOn = between.length <= BEFORE_A_HOST && between.some((word) => PREPOSITIONS_INSIDE.has(word));
  if (!isOn || !isUnbroken(tokens.slice(end, host.start + 1))) return false;
  return tokens[start - 2]?.word === "self" || between.some((word) => REFLEXIVE_PRONOUNS.has(word));
}

/** "which we run ourselves on". */
const BEFORE_A_HOST = 5;

function isTiedBy(
  ties: ReadonlySet<string>,
  first: NameSpan,
  second: NameSpan,
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  const [tie, ...others] = tokens.slice(first.end, second.start);
  const isOneThought = ![tie, ...others, tokens[second.start]].some((token) => token?.breakBefore);
  const isLead = ({ word }: Token) => lexicon.isFiller(word) || DETERMINERS.has(word);
  return isOneThought && ties.has(tie?.word ?? "") && others.every(isLead);
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
  return withoutWordsOfThem(left, tokens);
}

/** "Is HDInsight able to fail over, we have two Spark clusters on it": a word that many use is one of the product's. */
function withoutWordsOfThem(meant: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const first = meant.findIndex(({ name }) => name.kind === "other-product");
  const product = meant[first]?.name;
  const isAMaker = product?.kind === "other-product" && isMakerOfMany(product.name);
  const isWord = (span: NameSpan) =>
    span.name.kind === "service" &&
    (span.name.generic === true || isOneWordOfTheirs(span, tokens) || (isAMaker && isAnywheres(span, tokens)));
  const isOnIt = first >= 0 && meant.every((span) => span.name.kind !== "service" || isWord(span));
  return isOnIt ? meant.filter((span, i) => !(i > first && isWord(span))) : meant;
}

/** "Cisco ACI …, how does the fabric fail over" */
function isOneWordOfTheirs({ start, end }: Span, tokens: readonly Token[]): boolean {
  const token = tokens[start];
  const isWord = end - start === 1 && token !== undefined && token.raw === token.plain && isEnglish(token.plain);
  return isWord && tokens[start - 1]?.word === "the";
}

/** "Kafka from Confluent", "the identity provider of AWS"; but "to Event Hubs from Confluent" is a way to go. */
function isMadeBy(span: NameSpan, maker: NameSpan, tokens: readonly Token[], lexicon: Lexicon): boolean {
  if (isWordOfMany(span) && isTiedBy(OF, span, maker, tokens, lexicon)) return true;
  const isDestination = isTowards(span.start, tokens);
  if (span.name.kind !== "service" || isDestination || BRANDS.has(wordAt(span.start, tokens))) return false;
  const isMaker = maker.name.kind === "other-product" && isMakerOfMany(maker.name.name);
  // "NetApp Cloud Volumes ONTAP": the maker, and what it makes.
  const isMakerOfIt =
    span.end === maker.start && tokens[maker.start]?.breakBefore === false && isAnywheres(span, tokens);
  if (isMakerOfIt) return true;
  if (isMaker && (isAnywheres(span, tokens) || isWordOfMany(span)) && isSaidToBeTheirs(span, maker, tokens))
    return true;
  // "ExpressRoute from Equinix" is Azure's all the same: carriers sell it.
  const isSold = servicesOf(span).every((id) => id === "azure-expressroute");
  if (isMaker && textOf(span, tokens) === "dns" && isTiedBy(WITH, span, maker, tokens, lexicon)) return true;
  return !isSold && isTiedBy(isMaker ? AT_OTHERS : MADE_BY, span, maker, tokens, lexicon);
}

/** "Postgres, the one in AWS RDS", "kubernetes (we run GKE)", "our Redis is the ElastiCache one". */
function isSaidToBeTheirs({ end }: Span, { start }: Span, tokens: readonly Token[]): boolean {
  const between = wordsBetween(end, start, tokens);
  return between.length > 0 && between.length <= LONGEST_TIE && between.every((word) => TIES_TO_A_MAKER.has(word));
}

const LONGEST_TIE = 7;
const TIES_TO_A_MAKER: ReadonlySet<string> = new Set(
  [
    ..."but though although the one in on at from by of we they he run use have it s is are our your their i mean a an that".split(
      " ",
    ),
    ..."which flavour flavor kind variety hosted managed sit live running via name namely meaning called appliance box".split(
      " ",
    ),
    ..."cluster instance server service database machine still here currently self".split(" "),
  ].map(fold),
);

/** "DNS with GoDaddy". */
const WITH = anyOf(PREPOSITIONS_OF_MEANS, "at");

/** "A load balancer at Google". */
const AT_OTHERS: ReadonlySet<string> = new Set(["from", "by", "at", "on", "in"]);
function isMakerOfMany(name: string): boolean {
  // "AWS Step Functions", "Amazon S3"
  return CLOUDS.has(name) || MAKES.has(name) || CLOUDS.has(name.split(" ")[0] ?? "") || /^(S3|EC2) /.test(name);
}

/** What they call theirs. */
const MAKES: ReadonlySet<string> = new Set(
  [
    "EKS, GKE, Amazon EKS, AWS EKS, ROSA, OpenShift, Rancher, RKE2, K3s, kubeadm, Tanzu, minikube, MicroK8s",
    "OKD, Google Kubernetes Engine, GKE Autopilot, Amazon RDS, AWS RDS, RDS, Aurora, Amazon Aurora",
    "AWS Aurora, Cloud SQL, Google Cloud SQL, AlloyDB, Aiven, EDB Postgres, EnterpriseDB, Crunchy Data",
    "Patroni, MySQL HeatWave, HeatWave, PlanetScale, Supabase, Neon, Percona, Galera, ElastiCache",
    "Amazon ElastiCache, MemoryDB, Amazon MemoryDB, Memorystore, Google Memorystore, Upstash, Redis Cloud",
    "Redis Labs, Redis Enterprise Cloud, Redis Enterprise Software, Redis Sentinel, Valkey, Confluent",
    "Confluent Cloud, Confluent Platform, Amazon MSK, AWS MSK, MSK, Redpanda, Instaclustr, MongoDB Atlas",
    "Mongo Atlas, Atlas, Atlas cluster, Grafana Cloud, Grafana Labs, Grafana Enterprise, Fortinet",
    "FortiGate, F5, Palo Alto, Check Point, Cisco ASA, NGINX Plus, HAProxy, Kong, Elastic Cloud",
    "MetroCluster, NetApp MetroCluster, NetApp filer, SnapMirror, ONTAP Select, NetApp FAS, NetApp AFF",
    "Route 53, Route53, AWS Route 53, Amazon Route 53, Global Accelerator, AWS Global Accelerator, ELB, S3",
    "Amazon S3, AWS S3, EC2, AWS ALB, AWS NLB, F5 GTM, F5 BIG-IP, BIG-IP, F5 DNS, NS1, GSLB, Elastic",
    "Elasticsearch, Google Cloud Functions, VMware Tanzu, Strimzi, Heroku, Render, Fly.io",
    "GoDaddy, Namecheap, Gandi, Infoblox, Cloudflare DNS, Synology, Synology NAS, QNAP, TrueNAS, Wasabi, MinIO, Backblaze",
  ].flatMap((line) => line.split(", ")),
);

const CLOUDS: ReadonlySet<string> = new Set([
  ...["AWS", "Amazon", "Amazon Web Services", "GCP", "Google", "Google Cloud", "Hetzner", "OVH", "OVHcloud", "STACKIT"],
  ...["IBM Cloud", "Oracle Cloud", "Alibaba Cloud", "IONOS", "DigitalOcean", "Scaleway", "Exoscale"],
]);

function isWordOfMany({ name }: NameSpan): boolean {
  return name.kind === "service" && (name.generic === true || name.ordinary === true || name.services.length > 1);
}

const OF: ReadonlySet<string> = new Set(["of"]);
const MADE_BY: ReadonlySet<string> = new Set(["from", "by"]);
/** "To our Event Hubs", but "our Kubernetes" goes nowhere. */
function isTowards(start: number, tokens: readonly Token[]): boolean {
  const isDetermined = DETERMINERS.has(wordAt(start - 1, tokens));
  return TOWARDS.has(wordAt(isDetermined ? start - 2 : start - 1, tokens));
}

const TOWARDS = anyOf(PREPOSITIONS_TOWARDS, "on in");

/** "SQL Server on-premises", "Redis in our own rack": in no cloud, where nothing says Azure or region. */
function isAllAtHome(meant: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const services = servicesAmong(meant);
  const isAzures = tokens.some(({ word }) => BRANDS.has(word) || word === "region");
  // "Stretched over Graz and Vienna": a town is no region yet.
  const isInRegion = meant.some(({ name }) => name.kind === "region" && name.place !== true);
  if (services.length === 0 || isAzures || isInRegion) return false;
  return services.every((span) => isAnywheres(span, tokens)) && AT_HOME.test(tokens.map(({ word }) => word).join(" "));
}

/** What is nobody's own: "Redis", "the load balancer". */
function isAnywheres(span: NameSpan, tokens: readonly Token[]): boolean {
  return TECHNOLOGIES.has(textOf(span, tokens));
}

function asOther(tokens: readonly Token[]) {
  return (span: NameSpan): NameSpan =>
    span.name.kind === "service" ? { ...span, name: { kind: "other-product", name: textOf(span, tokens) } } : span;
}

const AT_HOME =
  /\b(on prem|on premises?|onprem|on site|self hosted|selfhosted|bare metal|basement|cellar|server room|homelab|colo|own (two )?(data cent|datacent|dcs?\b|domain controller|rack|server|hardware|box|metal|iron|machine room))/;
const TECHNOLOGIES: ReadonlySet<string> = new Set(
  [
    ..."redis kubernetes k8s kube postgres postgresql mysql mssql sql kafka vmware esxi netapp grafana mongo mongodb".split(
      " ",
    ),
    ..."spark cluster nfs databricks vpn srm ad sentinel ingress".split(" "),
    ...[
      "sql server",
      "vmware srm",
      "nginx ingress",
      "site recovery manager",
      "vmware site recovery manager",
      "active directory",
      ...["sql server", "sql", "linux", "windows"].flatMap((kind) => [`${kind} box`, `${kind} boxes`]),
      "kubernetes cluster",
      "k8s cluster",
      "kafka cluster",
      "redis cluster",
      "redis cache",
      "file share",
      "load balancer",
      "api gateway",
      "search service",
    ],
  ].map((text) => text.split(" ").map(fold).join(" ")),
);

/** "GCP cloud storage"; but "the Oracle VM" and "Datadog Azure Monitor" stay what they are. */
function isMakeOf(before: NameSpan, span: NameSpan, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const isHost = servicesOf(span).some((id) => lexicon.hosts.has(id));
  if (span.name.kind !== "service" || isHost || BRANDS.has(wordAt(span.start, tokens))) return false;
  const between = tokens.slice(before.end, span.start + 1);
  return between.slice(0, -1).every(({ word }) => word === "cloud" || word === "s") && isUnbroken(between);
}
