/** All that people read, in plain English. A second language is a second object of this type. */
import type { CatalogGroup } from "../answer/answer";
import type { Capability } from "../knowledge/schema";
import { date, either, list, month, plural } from "./formats";
import { regionWords } from "./region-words";
import { talkWords } from "./talk-words";

const unless = (others: readonly string[]) => (others.length > 0 ? `, unless you have set up ${either(others)}` : "");

export const words = {
  whoStarts: {
    by: {
      you: "You do.",
      microsoft: "Microsoft alone; you cannot start it.",
      "you-or-microsoft": "You do, or Microsoft as a last resort.",
      automatic: "The service does, by itself, once you have set that up.",
      none: "Nobody: there is nothing to fail over.",
    } satisfies Record<NonNullable<Capability["failover"]>["by"], string>,
    of: (name: string, who: string) => `${name}: ${who}`,
    ofKind: {
      you: "you start it.",
      microsoft: "Microsoft decides.",
      "you-or-microsoft": "you start it, or Microsoft as a last resort.",
      automatic: "by itself, once set up.",
      none: "nobody, as nothing is built in here.",
    } satisfies Record<NonNullable<Capability["failover"]>["by"], string>,
    nobody: {
      open: "Without a pair nobody does: nothing is built in.",
      nonpaired: "Nobody: nothing is built in here.",
      paired: "Nobody: nothing is built in here.",
    },
    inPairs: (who: string) => `With a pair: ${who}`,
  },
  whatIsLost: (way: string, rpo = "Microsoft states no figure", rto = "Microsoft states no figure") =>
    `${way}. Can be lost: ${rpo}. Time to recover: ${rto}.`,
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
  ofTiers: { not: "Not in this tier", own: "In this tier", others: "In a tier that has it" },
  ofKinds: { not: "Not for this kind", own: "Of this kind", others: "Of other kinds" },
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
  whatItNeeds: "What it needs",
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
  toItsPairOnly: (region: string, pair: string) => `What is built in goes from ${region} to its pair, ${pair}, only.`,
  onlyElsewhere: "Only to another region",
  wayThere: "Second region",
  between: {
    listed: (from: string, to: string) => `From ${from} to ${to}: yes, that is on Microsoft's list.`,
    notListed: (from: string, to: string) => `From ${from} to ${to}: no, that is not on Microsoft's list.`,
    pair: (from: string, to: string) => `From ${from} to ${to}: yes, that is its pair.`,
    noPair: (from: string, to: string) => `From ${from} to ${to}: no, that is not its pair.`,
    pairless: (from: string, to: string) => `From ${from} to ${to}: no, ${from} has no pair.`,
    noTarget: (from: string, to: string, why: string) => `From ${from} to ${to}: no, ${why}`,
    exception: (from: string, to: string) => `From ${from} to ${to}: no.`,
    build: {
      listed: (from: string, to: string) =>
        `From ${from} to ${to}: not by itself, that is not on Microsoft's list; build it yourself.`,
      noPair: (from: string, to: string) =>
        `From ${from} to ${to}: not by itself, that is not its pair; build it yourself.`,
      pairless: (from: string, to: string) =>
        `From ${from} to ${to}: not by itself, as ${from} has no pair; build it yourself.`,
      exception: (from: string, to: string) => `From ${from} to ${to}: not by itself; build it yourself.`,
    },
    free: (from: string, to: string) => `From ${from} to ${to}: possible, no pair is needed.`,
    inTier: (from: string, to: string) =>
      `From ${from} to ${to}: possible as far as this tier goes, no pair is needed.`,
    notInTier: (from: string, to: string) => `From ${from} to ${to}: not in this tier.`,
    nothing: (from: string, to: string) =>
      `From ${from} to ${to}: not by itself, nothing is built in; build it yourself. No pair is needed.`,
  },
  onTheList: (region: string) => `${region} is on it.`,
  notOnTheList: (region: string, others: readonly string[]) =>
    `${region} can stand behind it; for the home choose ${either(others)}.`,
  notListed: (region: string, dated: string) =>
    `${region} is not on Microsoft's list of regions that can copy to another (${month(dated)}), so nothing is built in here.`,

  asItIs: {
    onlyIf: "Only if you have set it up:",
    ifNot: "If you have not, what is in one region only is lost with it.",
    canBe: "What can be set up",
    label: "As it is",
    onlyIfSetUp: "Only if you have set it up.",
    nothingLeaves: (backups: readonly string[]) =>
      `As you have it, nothing leaves the region${backups.length > 0 ? `, unless its backups do (${list(backups)})` : ""}.`,
    localCopies: (others: readonly string[]) =>
      `LRS and ZRS keep all copies in the region, so nothing outlives it${unless(others)}.`,
    zones: (others: readonly string[]) =>
      `Availability zones do not protect against the loss of the region: nothing outlives it${unless(others)}.`,
    without: (ways: readonly string[], others: readonly string[]) =>
      `Without ${either(ways)} nothing of it outlives the region${unless(others)}.`,
    withoutData: (ways: readonly string[], settings: readonly string[]) =>
      `Without ${either(ways)} none of its data outlives the region; its settings do where you have set up ${list(settings)}.`,
    snapshots: "Snapshots outlive the region only where you copy them to another; those that stay are lost with it.",
    backups: (ways: readonly string[]) =>
      `Backups outlive the region only where they are kept in another (${list(ways)}), and what was written since the last one is lost.`,
    backupsWithin: "Backups that stay in the region are lost with it.",
    ownCopy: "a second one of your own",
    lost: "You lose everything since the last copy that you keep in another region; without one, all of it.",
    lostSinceBackup: "You lose everything since the last backup that is kept in another region.",
    would: (ways: readonly string[]) => `What would protect it: ${either(ways)}.`,
  },
  needsPair: {
    open: () => "works in paired regions only.",
    nonpaired: (region: string | null) =>
      region ? `needs a region pair, and ${region} has none.` : "needs a region pair.",
    paired: () => "does not work from here.",
  },
  pairOnlyWay: (pair: string) => `goes to ${pair} only.`,
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
  planPart: (count: number, all: number) =>
    `${count} of ${plural(all, "service", "services")} and the loss of a region`,
  planOnly: (what: string) => `Only: ${what}. "All" brings the others back.`,
  planNone: (what: string) => `None of them: ${what}. So here are all.`,
  planWhole: (count: number) => `Show all ${count}`,
  planAbsent: (names: readonly string[]) => `${either(names)}: not in the plan, which stays as it is.`,
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

  catalog: {
    regions: (count: number) => plural(count, "region", "regions"),
    services: (count: number) => plural(count, "service", "services"),
    none: "None",
    areas: (areas: readonly string[]) => ` in ${list(areas)}`,
    oneWay: (pair: string) => `${pair}, one way`,
    noneOf: {
      regions: "Microsoft's list has no such public region.",
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
      "not-there": "Not to that region",
      "nothing-built-in": "Nothing built in anywhere",
      automatic: "By itself",
      microsoft: "Microsoft decides",
      "you-or-microsoft": "You, or Microsoft as a last resort",
      you: "You",
    } satisfies Record<CatalogGroup, string>,
  },

  ...regionWords,
  ...talkWords,
} as const;

export type Words = typeof words;
