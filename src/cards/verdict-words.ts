/** Verdicts, ways to survive and who starts a failover: the words that stand on many cards, each with its colour. */
import type { Outcome } from "../answer/assess";
import type { Capability, Topic } from "../knowledge/schema";
import type { Tone } from "./view";

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
  "not-there": { word: "Not to that region", tone: "attention" },
  "nothing-built-in": { word: "Nothing built in", tone: "attention" },
};

/** The same of the very thing asked about, where the service's own verdict says something else. */
export const ASKED: Record<
  "needsPair" | "buildIt" | "notCovered" | "notInTier" | "partOfTier" | "notOfKind" | "partOfKind" | "ownSetUp",
  { word: string; tone: Tone }
> = {
  needsPair: { word: "Needs a pair", tone: "attention" },
  buildIt: { word: "Build it yourself", tone: "warning" },
  notCovered: { word: "Not covered", tone: "attention" },
  notInTier: { word: "Not in this tier", tone: "attention" },
  partOfTier: { word: "Partly in this tier", tone: "warning" },
  notOfKind: { word: "Not for this kind", tone: "attention" },
  partOfKind: { word: "Partly for this kind", tone: "warning" },
  ownSetUp: { word: "Possible anywhere, you set it up", tone: "warning" },
};

/** What is, where people tell what they lack. */
export const AS_IT_IS: Record<"nothing" | "perhaps" | "backups", { word: string; tone: Tone }> = {
  nothing: { word: "Not protected as it is", tone: "attention" },
  perhaps: { word: "Not protected by that", tone: "warning" },
  backups: { word: "Backups only", tone: "warning" },
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

/** The first thing on the card of one who asks who starts it: no colour that reads as "yes". */
export const STARTED_BY: Record<NonNullable<Capability["failover"]>["by"], { word: string; tone: Tone }> = {
  you: { word: "You start it", tone: "accent" },
  microsoft: { word: "Microsoft decides", tone: "accent" },
  "you-or-microsoft": { word: "You, or Microsoft as a last resort", tone: "accent" },
  automatic: { word: "By itself, once set up", tone: "accent" },
  none: { word: "Nothing to start", tone: "accent" },
};
