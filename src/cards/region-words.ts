/** What cards say of regions: pairs, zones, borders. */
import type { Region } from "../knowledge/schema";
import { either, list, month } from "./formats";
import type { Tone } from "./view";

export const regionWords = {
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
      pairless: (a: string, b: string) => ({
        word: "Not paired with each other",
        sentence: `${a} has no pair: services that need one cannot copy to ${b}; those that work between any regions can.`,
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
} as const;
