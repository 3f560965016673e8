/** Which way to survive a follow-up is still about, where it names none. */
import { wordSet } from "../knowledge/normalise";
import type { Topic } from "../knowledge/schema";
import type { ConversationContext } from "./context";
import type { Query } from "./query";

/** What is asked about another matter ("how much does it cost") is not about the topic of before. */
export function keptTopics({ topics, otherTopic, words }: Query, { topic }: ConversationContext): readonly Topic[] {
  if (topics.length > 0 || !topic || otherTopic) return topics;
  const has = (some: ReadonlySet<string>) => words.some((word) => some.has(word));
  // "What if I use ZRS instead", after GRS
  if (topic === "geo-redundant-storage" && has(OTHER_REDUNDANCIES)) return [];
  // "What does it need", "is it on by default", after who starts it
  return OF_ANY_WAY.has(topic) && has(OF_SETTING_UP) ? [] : [topic];
}

const OTHER_REDUNDANCIES = wordSet("zrs lrs");
const OF_ANY_WAY: ReadonlySet<Topic> = new Set<Topic>([
  "recovery-objectives",
  "customer-managed-failover",
  "microsoft-managed-failover",
]);
const OF_SETTING_UP = wordSet("need needs require requires required requirement default enabled enable prerequisite");
