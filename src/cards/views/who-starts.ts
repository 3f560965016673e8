/** "Who initiates it", "does Microsoft fail it over": first the one who does. */
import type { Assessment, CapabilityRow } from "../../answer/assess";
import type { Topic } from "../../knowledge/schema";
import type { Item } from "../view";
import { words } from "../words";
import { item, lowerFirst } from "./parts";

/** Whether it is about this topic; who starts a failover is asked of all that can fail over. */
export function isOn(topics: readonly Topic[], topic: Topic): boolean {
  return topics.includes(topic) || (topic === "microsoft-managed-failover" && topics.some((it) => FAILOVER.has(it)));
}

const FAILOVER: ReadonlySet<Topic> = new Set(["failover", "customer-managed-failover", "microsoft-managed-failover"]);

/** Nobody where nothing is built in, even if Microsoft does it in pairs. */
export function whoStartsItems({ setting, works, worksNot }: Assessment, topic: Topic): Item[] {
  if (topic !== "microsoft-managed-failover") return [];
  const here = startedBy(works);
  if (here !== null) return [item({ text: here })];
  const inPairs = setting.kind === "paired" ? null : startedBy(worksNot.filter(({ inTier }) => inTier));
  const nobody = words.whoStarts.nobody[setting.kind];
  return [item({ text: inPairs ? `${nobody} ${words.whoStarts.inPairs(lowerFirst(inPairs))}` : nobody })];
}

/** One word for all of them, or one each. */
function startedBy(rows: readonly CapabilityRow[]): string | null {
  const found = rows.flatMap(({ capability: { name, topics, failover } }) =>
    failover && isOn(topics, "microsoft-managed-failover") ? [{ name, who: words.whoStarts.by[failover.by] }] : [],
  );
  const [first] = found;
  if (!first) return null;
  const isOne = found.every(({ who }) => who === first.who);
  return isOne ? first.who : found.map(({ name, who }) => words.whoStarts.of(name, lowerFirst(who))).join(" ");
}
