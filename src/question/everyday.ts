/** Whether a message is on life outside the job: "what's for lunch"; but "RPO or RTO, asks my wife" is not. */
import type { Cue, Topic } from "../knowledge/schema";

/** What a message without a service says. */
type Said = {
  readonly cues: ReadonlySet<Cue>;
  readonly topics: readonly Topic[];
  readonly concepts: readonly string[];
};

/** @returns whether it asks what only we are asked, so that a word on daily life is but told beside it */
export function isOurs({ cues, topics, concepts }: Said): boolean {
  const has = (...some: readonly Cue[]) => some.some((cue) => cues.has(cue));
  // "Our RTO policy says three days in the office" is on no loss.
  const isOnAWay = topics.some((topic) => topic !== "recovery-objectives") || has("compare", "define");
  const isOnLoss = (topics.length > 0 && isOnAWay) || has("region-loss", "regions", "paired", "nonpaired");
  // "We are two people and a dog: which services need no pair"
  const isList = has("services", "regions") && has("nonpaired", "paired", "needs", "nothing");
  const isOnTwoWays = topics.length > 1 && has("services", "compare", "define");
  const isOnPairs = has("paired", "nonpaired") && has("updates");
  return isList || isOnPairs || isOnTwoWays || (concepts.length > 0 && isOnLoss);
}
