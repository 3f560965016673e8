/** One row of a plan: the best option of a service, what it needs, who fails over and what is lost. */
import type { Assessment, CapabilityRow } from "../../answer/assess";
import type { Capability, Design, Service, Topic } from "../../knowledge/schema";
import { STARTS_FAILOVER } from "../verdict-words";
import type { Detail, Item } from "../view";
import { words } from "../words";
import { item, lowerFirst, whoStarts } from "./parts";

type Option =
  | { readonly kind: "capability"; readonly capability: Capability }
  | { readonly kind: "design"; readonly design: Design }
  /** A copy that stays in the region, where none that leaves it is to be had. */
  | { readonly kind: "within"; readonly text: string; readonly source: string };

/** The first row or design that answers. */
function optionFor({ works, designs: [design], lacking }: Assessment, topic: Topic | null): Option | null {
  const suits = (topics: readonly Topic[]) => topic === null || topics.includes(topic);
  const within = lacking.find(({ capability }) => capability.within !== undefined)?.capability;
  const row = works.find((one) => topic !== "backup" || isACopy(one));
  if (row && (suits(row.capability.topics) || !design || !suits(design.topics))) {
    return { kind: "capability", capability: row.capability };
  }
  if (design && (!within || suits(design.topics))) return { kind: "design", design };
  return within?.within ? { kind: "within", text: within.within, source: within.source } : null;
}

/** Fleet Manager joins clusters and keeps no copy: it is no answer to who asks for a backup. */
export function isACopy({ capability: { topics, rpo } }: CapabilityRow): boolean {
  const isCopying = topics.includes("geo-replication") && !topics.includes("failover");
  return isCopying || topics.includes("backup") || topics.includes("site-recovery") || rpo !== undefined;
}

/** For one line of a plan. */
export function bestOption(service: Service, assessment: Assessment, topic: Topic | null): Item {
  const option = optionFor(assessment, topic);
  switch (option?.kind) {
    case "capability": {
      const { name, source } = option.capability;
      return item({ text: name, link: { title: words.page, url: source } });
    }
    case "design": {
      const { name, source } = option.design;
      return item({ text: `${words.build}: ${lowerFirst(name)}`, link: { title: words.how, url: source } });
    }
    case "within":
      return item({ title: words.inRegionOnly, text: option.text, link: { title: words.page, url: option.source } });
    default:
      return item({ text: words.nothingToOffer, link: { title: words.page, url: service.links[0]?.url ?? "" } });
  }
}

/** What stands below the best option: its first condition, and what was asked about besides. */
export function aboutTheBest(assessment: Assessment, all: readonly Topic[], isLong: boolean): Detail[] {
  const topics = isLong ? all.slice(0, 1) : all;
  const option = optionFor(assessment, topics[0] ?? null);
  return [
    ...(isLong ? [] : neededBy(option)),
    ...(topics.some((topic) => ON_FAILOVER.has(topic)) ? whoFailsOver(option) : []),
    ...(topics.includes("recovery-objectives") ? figuresOf(option) : []),
  ];
}

/** "Premium tier": without it the green word would mislead. */
function neededBy(option: Option | null): Detail[] {
  const [first] = option?.kind === "capability" ? option.capability.needs : [];
  return first && first.length <= LONGEST_NEED ? [{ label: words.needs, value: first }] : [];
}

/** One line on a card; the service's own card has what takes more. */
const LONGEST_NEED = 60;

/** Nothing where Microsoft does not say. */
function whoFailsOver(option: Option | null): Detail[] {
  if (option?.kind === "design") return [{ label: words.failover, value: words.yoursToBuild }];
  const failover = option?.kind === "capability" ? option.capability.failover : undefined;
  if (!failover) return [];
  // "Automatic" has its conditions.
  const isShort = failover.by !== "automatic" && failover.by !== "none";
  return [{ label: words.failover, value: isShort ? STARTS_FAILOVER[failover.by] : whoStarts(failover) }];
}

/** How much is lost and how long it takes, or that Microsoft states no figure. */
function figuresOf(option: Option | null): Detail[] {
  if (option?.kind === "design") return [{ label: words.rpo, value: words.asYouBuild }];
  const { rpo, rto } = option?.kind === "capability" ? option.capability : {};
  return [
    { label: words.rpo, value: rpo ?? words.notStated },
    { label: words.rto, value: rto ?? words.notStated },
  ];
}

const ON_FAILOVER: ReadonlySet<Topic> = new Set([
  "failover",
  "customer-managed-failover",
  "microsoft-managed-failover",
]);
