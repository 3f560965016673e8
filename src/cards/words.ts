/** All that people read, in plain English. A second language is a second object of this type. */
import type { CatalogGroup } from "../answer/answer";
import type { Outcome } from "../answer/assess";
import type { Capability, Region, Topic } from "../knowledge/schema";
import { onceForEach, onFirstUse } from "../on-first-use";
import type { Tone } from "./view";

// Made when first needed: the tables behind them take six megabytes.
const lists = onFirstUse(() => new Intl.ListFormat("en", { type: "conjunction" }));
const choices = onFirstUse(() => new Intl.ListFormat("en", { type: "disjunction" }));
const months = onFirstUse(() => new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }));
const days = onFirstUse(() => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }));

const list = (names: Iterable<string>) => lists().format(names);
const either = (names: Iterable<string>) => choices().format(names);
const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const month = onceForEach((day) => months().format(utc(day)));
const date = onceForEach((day) => days().format(utc(day)));
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const VERDICT: Record<Outcome, { word: string; tone: Tone }> = {
  "works-anywhere": { word: "Works anywhere", tone: "good" },
  "works-here": { word: "Works in this region", tone: "good" },
  "with-pair": { word: "Works with its pair", tone: "good" },
  "not-regional": { word: "Not tied to a region", tone: "good" },
  "some-regions": { word: "Works in some regions", tone: "warning" },
  "backups-only": { word: "Backups only", tone: "warning" },
  "paired-only": { word: "Paired regions only", tone: "warning" },
  varies: { word: "Depends on the kind", tone: "accent" },
  "not-here": { word: "Not copied from here", tone: "attention" },
  "nothing-built-in": { word: "Nothing built in", tone: "attention" },
};

/** The same of the very thing asked about, where the service's own verdict says something else. */
export const ASKED: Record<
  "needsPair" | "buildIt" | "notCovered" | "notInTier" | "partOfTier" | "ownSetUp",
  { word: string; tone: Tone }
> = {
  needsPair: { word: "Needs a pair", tone: "attention" },
  buildIt: { word: "Build it yourself", tone: "warning" },
  notCovered: { word: "Not covered", tone: "attention" },
  notInTier: { word: "Not in this tier", tone: "attention" },
  partOfTier: { word: "Partly in this tier", tone: "warning" },
  ownSetUp: { word: "Possible anywhere, you set it up", tone: "warning" },
};

export const TOPIC: Record<Topic, string> = {
  failover: "Failover",
  "geo-replication": "Geo-replication",
  "geo-disaster-recovery": "Geo-disaster recovery",
  "failover-groups": "Failover groups",
  "read-replicas": "Read replicas",
  "multi-region-writes": "Multi-region writes",
  backup: "Backup and restore",
  "geo-redundant-storage": "Geo-redundant storage (GRS)",
  "site-recovery": "Site Recovery",
  "customer-managed-failover": "Failover that you start",
  "microsoft-managed-failover": "Who starts the failover",
  "recovery-objectives": "RPO and RTO",
};

export const STARTS_FAILOVER: Record<NonNullable<Capability["failover"]>["by"], string> = {
  you: "You start it.",
  microsoft: "Microsoft decides.",
  "you-or-microsoft": "You, or Microsoft as a last resort.",
  automatic: "Automatic.",
  none: "There is none.",
};

export const words = {
  whoStarts: {
    by: {
      you: "You do.",
      microsoft: "Microsoft alone; you cannot start it.",
      "you-or-microsoft": "You do, or Microsoft as a last resort.",
      automatic: "The service does, by itself.",
      none: "Nobody: there is nothing to fail over.",
    } satisfies Record<NonNullable<Capability["failover"]>["by"], string>,
    of: (name: string, who: string) => `${name}: ${who}`,
    nobody: {
      open: "Without a pair nobody does: nothing is built in.",
      nonpaired: "Nobody: nothing is built in here.",
      paired: "Nobody: nothing is built in here.",
    },
    inPairs: (who: string) => `With a pair: ${who}`,
  },
  list,
  either,
  month,
  day: date,

  sources: (dated: string, checked: string) => `Microsoft's pages of ${month(dated)}, checked ${date(checked)}`,
  olderSource: (dated: string) => `Microsoft's page of ${month(dated)}`,

  changedSince: (pages: readonly string[], more: number) => {
    const what = pages.length + more === 1 ? "a page" : "pages";
    const names = list([...pages, ...(more > 0 ? [`${more} more`] : [])]);
    return `Microsoft has changed ${what} behind this answer since it was written: ${names}. Look there before you rely on it.`;
  },
  ofDay: (page: string, dated: string) => `${page} (${date(dated)})`,

  pages: "More pages",
  openPage: "Open the Microsoft page",
  page: "Page",
  how: "How",
  otherRegion: { paired: "With a paired region", nonpaired: "Without a pair" },
  allServices: "All services",
  nonpairedRegions: "Regions without a pair",
  worksWithoutPairs: "What works without a pair",
  notCovered: "Not covered",
  notInTier: "Not in this tier",
  inThisTier: "In this tier",
  inOtherTiers: "In a tier that has it",
  beingRetired: (verdict: string) => `${verdict}, being retired`,
  asked: "Asked for",
  askAnother: "What can I ask?",
  compareWith: (name: string) => `Compare with ${name}`,
  back: { choices: "Back to the choices", overview: "Back to the overview" },
  askPerson: "Ask a person",
  questionForPerson: "A question on Azure and the loss of a region:",

  noPair: "no region pair",
  pairedWith: (pair: string) => `pair: ${pair}`,
  oneWayPair: (pair: string) => `one-way pair: ${pair}`,
  anyNonpaired: "regions without a pair",
  anyPaired: "regions with a pair",

  works: { open: "Works without a pair", nonpaired: "Works here", paired: "Works here" },
  worksNot: { open: "Only with a pair", nonpaired: "Only with a pair", paired: "Not in this region" },
  notListedHere: "Not from this region",
  withAPair: "With a pair",
  withoutPair: (sentence: string) => `Without a pair: ${sentence}`,
  build: "Build it yourself",
  mind: "Mind",
  changed: "Changed since August 2025",
  elsewhere: "In the other regions you named",
  members: "Kind by kind",
  failover: "Failover",
  needs: "Needs",
  rpo: "Can be lost",
  rto: "Time to recover",
  targets: "Can copy to",
  buildYourself: "Build it yourself",
  pairOnly: "Only with a pair",
  nothingOnTopic: (topic: string, service: string) =>
    `Microsoft's guide states nothing on ${topic} for ${service}. This is what there is:`,
  tellApart: "Not to be confused with",

  canCopyTo: (region: string, targets: readonly string[]) =>
    `From ${region} it can copy to ${either(targets)}: Microsoft's list of regions decides.`,
  wayThere: "Second region",
  between: {
    listed: (from: string, to: string) => `From ${from} to ${to}: yes, that stands on Microsoft's list.`,
    notListed: (from: string, to: string) => `From ${from} to ${to}: no, that does not stand on Microsoft's list.`,
    pair: (from: string, to: string) => `From ${from} to ${to}: yes, that is its pair.`,
    noPair: (from: string, to: string) => `From ${from} to ${to}: no, that is not its pair.`,
  },
  onTheList: (region: string) => `${region} is on it.`,
  notOnTheList: (region: string, others: readonly string[]) => `${region} is not on it: choose ${either(others)}.`,
  notListed: (region: string, dated: string) =>
    `${region} is not on Microsoft's list of regions that can copy to another (${month(dated)}), so nothing is built in here.`,

  needsPair: {
    open: () => "works in paired regions only.",
    nonpaired: (region: string | null) =>
      region ? `needs a region pair, and ${region} has none.` : "needs a region pair.",
    paired: () => "does not work from here.",
  },
  otherWays: {
    open: (ways: readonly string[]) => `Without a pair there is: ${list(ways)}.`,
    nonpaired: (ways: readonly string[]) => `What works: ${list(ways)}.`,
    paired: (ways: readonly string[]) => `What works: ${list(ways)}.`,
  },
  notBuiltIn: (what: string) => `${what}: not built in.`,
  orBuild: (designs: readonly string[]) => `Build it yourself: ${list(designs)}.`,
  formerly: (name: string, former: string) => `${name}, formerly ${former}`,
  itself: (service: string) => `${service} itself`,

  planTitle: (count: number) => `${plural(count, "service", "services")} and the loss of a region`,
  planLead: "Each service with its verdict and its best option.",
  planRest: "A row without a button opens when you type its name.",
  planLeft: (names: readonly string[]) =>
    `One card holds ten. Not shown: ${list(names)}. Ask for these in a second message.`,
  assumed: (name: string, others: readonly string[]) => `Read as ${name}; it could also be ${either(others)}.`,
  best: "Best option",
  inRegionOnly: "In the region only",
  yoursToBuild: "Yours to build.",
  asYouBuild: "It depends on your own design.",
  notStated: "Microsoft states no figure.",
  nothingToOffer: "Nothing built in and no common design: see the page.",

  region: {
    none: {
      word: "No region pair",
      sentence: "Services that need a pair offer nothing here. Many others replicate to any region.",
    },
    mutual: (pair: string) => ({
      word: "Has a pair",
      sentence: `Paired with ${pair}. Nothing is copied or failed over until a service is set up for it.`,
    }),
    oneWay: (pair: string, pairOfPair: string) => ({
      word: "One-way pair",
      sentence: `Its pair is ${pair}, which itself is paired with ${pairOfPair}. Services copy one way only.`,
    }),
    each: "Each by itself",
    pair: "Pair",
    zones: "Availability zones",
    hasZones: {
      yes: "Yes, against the loss of a data centre, not of the region",
      no: "No",
      unknown: "Microsoft does not say",
    },
    where: "Where",
    access: "Access",
    restricted: "On request only",
    pairRestricted: (pair: string) => `${pair} must be requested from Microsoft before you can use it.`,
    open: "Open to all",
    changes: "What this changes",
    nonpairedChanges: [
      "GRS for storage, geo-redundant backup and Microsoft's own failover are not offered.",
      "Replication that you choose a target for works: SQL failover groups, Cosmos DB, Service Bus, Container Registry and others.",
    ],
    pairedChanges: [
      "GRS, geo-redundant backup and Microsoft-managed failover use this pair; you cannot choose another.",
      "Services that work between any regions do not need it.",
    ],
    relation: {
      mutual: (a: string, b: string) => ({
        word: "Paired with each other",
        sentence: `${a} and ${b} are a region pair.`,
      }),
      "one-way": (a: string, b: string) => ({
        word: "Paired one way",
        sentence: `${a} names ${b} as its pair, but ${b} does not name it back.`,
      }),
      none: (a: string, b: string) => ({
        word: "Not paired with each other",
        sentence: `Services that need a pair cannot copy between ${a} and ${b}; those that work between any regions can.`,
      }),
    },
  },

  grs: {
    none: (region: string) => `${region} has no pair, so neither GRS nor GZRS is available there.`,
    copies: (region: string, pair: string) => `From ${region}, GRS copies to its pair, ${pair}.`,
    zones: "So does GZRS where Storage offers it.",
    withoutZones: (region: string) => `GZRS is not available: ${region} has no availability zones.`,
    oneWay: (pair: string, pairOfPair: string) => `The pair is one-way: ${pair} itself copies to ${pairOfPair}.`,
  },
  pairOf: {
    none: (region: string) => `${region} has no pair.`,
    mutual: (region: string, pair: string) => `${region} is paired with ${pair}.`,
    oneWay: (region: string, pair: string, pairOfPair: string) =>
      `The pair of ${region} is ${pair}, one way: that of ${pair} is ${pairOfPair}.`,
  },

  zones: {
    enough: "Zones are not enough",
    no: "Availability zones do not protect against the loss of the region.",
    page: "What zones protect against",
    ofRegion: ({ name, zones }: Region) =>
      zones === false
        ? `No: ${name} has no availability zones, and zones would not protect against the loss of the region.`
        : `No: the zones of ${name} are all in one region, and do not protect against its loss.`,
    has: {
      yes: { word: "Has availability zones", tone: "good" },
      no: { word: "No availability zones", tone: "attention" },
      unknown: { word: "Zones: not said", tone: "warning" },
    } satisfies Record<"yes" | "no" | "unknown", { word: string; tone: Tone }>,
    ofTheRegion: {
      yes: "They protect against the loss of a data centre, not of the region.",
      no: "Nothing inside the region protects against the loss of a data centre.",
      unknown: "Microsoft's list says nothing on zones here.",
    },
  },
  zrs: {
    ofRegion: (region: string) => `ZRS in ${region} does not survive the loss of the region: its copies are all there.`,
    withoutZones: (region: string) => `ZRS is not available: ${region} has no availability zones.`,
  },
  residency: {
    alone: (region: string, geography: string) =>
      `${region} is the only region of its geography (${geography}): a copy in any other region leaves it.`,
    among: (region: string, geography: string, others: readonly string[]) =>
      `${region} shares its geography (${geography}) with ${list(others)}: a copy there stays inside it, a copy anywhere else does not.`,
    together: (regions: readonly string[], geography: string) =>
      `${list(regions)} are in one geography (${geography}): a copy from one to another stays inside it.`,
    otherCountry: "That is another country, though.",
    general: "A copy goes to the region it is made in: for data residency choose one in the same geography.",
  },
  backups: (region: string, pair: string | null) =>
    pair
      ? `Backups that are in ${region} alone can be lost with it; geo-redundant ones are copied to its pair, ${pair}.`
      : `Backups that are in ${region} alone can be lost with it, and it has no pair that geo-redundant ones could be copied to.`,
  recovery: (region: string, pair: string | null) =>
    pair
      ? `Nothing leaves ${region} by itself: for each service set up a copy in its pair, ${pair}, or in a region that you choose.`
      : `${region} has no pair and nothing leaves it by itself: for each service set up a copy in a region that you choose.`,

  onRegion: {
    access: {
      open: { word: "Open to all", sentence: "No access has to be requested." },
      restricted: {
        word: "On request only",
        sentence: "Ask Microsoft for access first: “Ask for access” below leads to how.",
      },
    },
    ranking: {
      word: "I do not rank regions",
      sentence: "Any region can be the second one for services that copy to a region you choose.",
    },
    listed: (region: string, services: readonly string[]) =>
      `Microsoft's lists decide from ${region}: ${services.join("; ")}.`,
    target: (service: string, targets: readonly string[]) =>
      targets.length > 0 ? `${service} to ${either(targets)}` : `${service} to none`,
    roadmap: {
      word: "I know of no plans",
      sentence: (dated: string) => `I know Microsoft's list of ${month(dated)}, and nothing of what is planned.`,
    },
    distance: {
      word: "I know no distances",
      sentence: "Nor do I know latencies: Microsoft has statistics of latency between regions.",
    },
    capacity: { word: "I know nothing of capacity", sentence: "Capacity and quotas are for Microsoft to say." },
    "zones-of-services": {
      word: "I have no list of zones",
      sentence: "Which services are zone-redundant stands on Microsoft's page, “Zone support by service”.",
    },
    "ranking-of-services": {
      word: "I do not rank services",
      sentence: "I can list what has something built in there, and what has nothing.",
    },
  },

  catalog: {
    regions: (count: number) => plural(count, "region", "regions"),
    services: (count: number) => plural(count, "service", "services"),
    none: "There is none.",
    areas: (areas: readonly string[]) => ` in ${list(areas)}`,
    oneWay: (pair: string) => `${pair}, one way`,
    noneOf: {
      regions: "By Microsoft's list no public region is so.",
      services: "I know no such service.",
    },
    withAWay: (topic: string) => `Services with ${topic}`,
    without: (names: readonly string[]) => `, without ${list(names)}`,
    groups: {
      "works-anywhere": "Between any regions",
      "works-here": "To the regions on Microsoft's list",
      "with-pair": "With the pair",
      "some-regions": "Between listed regions only",
      "backups-only": "Backups only",
      "not-regional": "Not tied to a region",
      "paired-only": "Only where there is a pair",
      varies: "Depends on the kind",
      "not-here": "Not from this region",
      "nothing-built-in": "Nothing built in anywhere",
      automatic: "By itself",
      microsoft: "Microsoft decides",
      "you-or-microsoft": "You, or Microsoft as a last resort",
      you: "You",
    } satisfies Record<CatalogGroup, string>,
  },

  unknown: {
    products: (names: readonly string[]) => `I don't know ${either(names)}.`,
    regions: (names: readonly string[]) => `I don't know ${either(names)}: Microsoft's list has no such region.`,
    places: (names: readonly string[]) => `Microsoft's list of public regions has none in ${either(names)}.`,
    city: (name: string, geography: string, regions: readonly string[]) =>
      `Microsoft's list of public regions does not name ${name}. ${/^United/.test(geography) ? "The " : ""}${geography} has ${list(regions)}.`,
    nearest: (names: readonly string[]) => `The nearest by name: ${list(names)}.`,
    anywhere: "This card is for no region in particular.",
  },

  askBack: {
    title: "Which one do you mean?",
    lead: "The name fits more than one service.",
    together: {
      title: "Which do you mean?",
      lead: (names: readonly string[]) =>
        `You name ${list(names)}. Is your question about one of them, or ${names.length > 2 ? "more" : "both"}?`,
      all: (count: number) => ["Both", "All three", "All four", "All five"][count - 2] ?? "All of them",
    },
  },
  decline: {
    empty: {
      title: "I found no question in that",
      lead: "I read text only. Ask how an Azure service survives the loss of a region, for example in Qatar Central.",
    },
    unknown: (products: readonly string[]) => `I don't know ${either(products)}`,
    noRegion: {
      lead: "Microsoft's list of public regions has no such name. Check the spelling, or look at the list.",
    },
    noPlace: {
      title: (places: readonly string[]) => `No public region in ${either(places)}`,
      lead: "Microsoft's list of public regions has none there. Name a region that is on it, or ask about a service.",
    },
    noCity: (name: string) => `No region is listed for ${name}`,
    "no-match": {
      title: "I don't know that",
      lead: "I only know how Azure services and regions survive the loss of a region. Name a service or a region, or look at Microsoft's own list.",
    },
    "other-topic": {
      title: (service: string) => `I know ${service}, but not that side of it`,
      lead: "I only answer on several regions: replication, failover, backup to another region. For the rest Microsoft's documentation is the place.",
    },
    noList: {
      title: "I have no such list",
      lead: "A list of something else would mislead you. These are the ones that I have.",
    },
    microsoftsList: "Microsoft's own list",
    nearest: "The nearest I know",
  },
  help: {
    hello: {
      title: "Hello",
      lead: "Ask me how an Azure service survives the loss of a region, above all a region without a pair.",
    },
    thanks: { title: "You're welcome", lead: "Ask me about the next service or region whenever you like." },
    more: {
      title: "The card above is all that I have on it",
      lead: "Ask for one thing, such as failover, backup or what can be lost, or name another region or service. Its Microsoft page has the rest.",
    },
    source: {
      title: "Microsoft's own pages",
      lead: "Each statement on a card links to its page. The last line of the card says of which month the pages are and when they were checked.",
    },
    about: {
      title: "What I can tell you",
      lead: "How Azure services survive the loss of a region, above all one without a pair: what is built in, who starts a failover, what can be lost, and the Microsoft page that says so.",
    },
    welcome: {
      title: "Region Guide",
      lead: "I answer how Azure services survive the loss of a region, above all a region without a pair. Every answer has its Microsoft page.",
    },
    know: (services: number, regions: number) =>
      `I know ${services} services and ${regions} public regions. I use no language model: the same question always gets the same answer, and what I don't know I say.`,
    how: "Name one or more services, a region if you have one, and what you are after: failover, replication, backup. Follow-ups such as “and Cosmos DB?” work for half an hour.",
    try: "Try one of these, or type your own:",
  },
  search: {
    nothing: "No Azure service or region of that name. Try another one, such as Event Grid, AKS or Qatar Central.",
  },
  unexpected: {
    title: "Something went wrong on my side",
    lead: "I could not answer that. It was logged; please try again, or put it another way.",
  },
} as const;

export type Words = typeof words;
