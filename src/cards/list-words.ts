/** What lists are called, and the sentence that says what stands on each. */
import type { Kind } from "../knowledge/schema";
import type { Catalog } from "../question/catalogs";
import type { SharedOutcome } from "../question/narrowing";

export const CATALOG_TITLE: Record<Catalog, string> = {
  "nonpaired-regions": "Regions without a pair",
  "paired-regions": "Regions with a pair",
  "works-without-pairs": "Services that work without a region pair",
  "needs-a-pair": "Services that need a region pair",
  "nothing-built-in": "Services with nothing built in",
  "restricted-regions": "Restricted regions",
  "open-regions": "Regions open to all",
  "zone-regions": "Regions with availability zones",
  "zoneless-regions": "Regions without availability zones",
  "one-way-regions": "Regions with a one-way pair",
  "all-regions": "All regions",
  "works-here": "Services with something built in",
  "works-not-here": "Services with nothing built in",
  "fails-over-without-you": "Services that fail over without you",
  "you-fail-over": "Services that you fail over",
  "can-fail-over": "Services that can fail over",
  "not-regional": "Services not tied to a region",
  "with-a-way": "Services that have it",
  "being-retired": "Services being retired",
  "all-services": "All services",
};

/** The same on a button; a phone shows some twenty-five letters. */
export const CATALOG_BUTTON: Record<Catalog, string> = {
  ...CATALOG_TITLE,
  "works-without-pairs": "What works without a pair",
  "needs-a-pair": "What needs a pair",
  "nothing-built-in": "Nothing built in",
  "zone-regions": "Regions with zones",
  "zoneless-regions": "Regions without zones",
  "one-way-regions": "One-way pairs",
  "works-here": "What works there",
  "works-not-here": "What doesn't work there",
  "fails-over-without-you": "Fails over without you",
  "you-fail-over": "You fail it over",
  "can-fail-over": "What can fail over",
  "not-regional": "Not tied to a region",
  "being-retired": "Being retired",
};

export const CATALOG_LEAD: Record<Catalog, string> = {
  "nonpaired-regions": "Services that rely on pairs offer nothing here; those that work between any regions do.",
  "paired-regions": "A pair is fixed by Microsoft, and protects nothing until a service is set up to use it.",
  "works-without-pairs": "Each has something built in that works from a region without a pair.",
  "needs-a-pair":
    "What they have built in works between the two regions of a pair only. Elsewhere you build it yourself.",
  "nothing-built-in": "You run one in each region yourself, and take care of copies and failover.",
  "restricted-regions": "Access must be requested from Microsoft before you can use them.",
  "open-regions": "No access has to be requested.",
  "zone-regions": "Zones protect against the loss of a data centre, not of the region.",
  "zoneless-regions": "Nothing protects against the loss of a data centre there but another region.",
  "one-way-regions": "The region in brackets is their pair, but does not name them back.",
  "all-regions": "In brackets the pair; a region without brackets has none.",
  "works-here":
    "From here they can copy or fail over to another region. Whether the region offers a service at all is another matter.",
  "works-not-here": "From here nothing copies or fails over to another region by itself; you build that.",
  "fails-over-without-you": "For most only once you have set it up; each card says what it takes.",
  "you-fail-over": "The service copies; the switch is yours to start.",
  "can-fail-over": "By who starts it. For most you must set it up first; each card says what it takes.",
  "not-regional": "They go on when a region is lost; what you put behind them does not.",
  "with-a-way": "Each card says what it takes.",
  "being-retired": "Its card says when, and what replaces it.",
  "all-services": "Those that I can tell you about, by what they have built in where a region has no pair.",
};

/** What the services that are shown of a plan have in common. */
export const OUTCOME_SHOWN: Record<SharedOutcome, string> = {
  fails: "nothing built in works there, so you build it yourself",
  works: "something built in works there, once you have set it up",
  "nothing-built-in": "nothing built in",
  "needs-a-pair": "a region pair is needed",
  "works-without-pairs": "works without a region pair",
  "fails-over-without-you": "fails over without you",
  "you-fail-over": "you start the failover",
};

/** What else was asked of the regions on a list, behind its title. */
export const ALSO: Readonly<Partial<Record<Catalog, string>>> = {
  "zone-regions": ", with availability zones",
  "zoneless-regions": ", without availability zones",
  "restricted-regions": ", on request only",
  "open-regions": ", open to all",
};

export const KIND: Record<Kind, string> = {
  storage: "storage",
  database: "databases",
  caching: "caches",
  messaging: "messaging",
  compute: "compute",
  container: "containers",
  serverless: "serverless",
  web: "web",
  networking: "networking",
  security: "security",
  identity: "identity",
  analytics: "analytics",
  integration: "integration",
  management: "management",
  monitoring: "monitoring",
  iot: "IoT",
  ai: "AI",
  developer: "developer tools",
};
