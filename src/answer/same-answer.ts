/**
 * "Can a SQL failover group go from Qatar to UAE North": which SQL is meant makes no difference where the answer is the same
 * for each, so both are answered and nothing is asked.
 */
import { wordSet, words } from "../knowledge/normalise";
import type { Topic } from "../knowledge/schema";
import type { Query } from "../question/query";
import type { ServiceView } from "./answer";
import type { CapabilityRow } from "./assess";

/** A yes or no, on one way to survive: what else there is to know may differ. */
export function isOneQuestion({ cues, topics, together }: Query): boolean {
  return cues.has("reason") && topics.length === 1 && !together;
}

/**
 * @param views of what a shared name may mean
 * @param said the words of the message: "SQL" is in both names; of "flexible server", in none, it matters which it is
 */
export function haveOneAnswer(views: readonly ServiceView[], topic: Topic, said: readonly string[]): boolean {
  const [first, ...others] = views.map((view) => answerTo(view, topic));
  const isRetired = views.some(({ service }) => service.retired);
  const names = views.map(({ service }) => words(service.shortName));
  const areAlike = said.some((word) => !OF_MANY.has(word) && names.every((name) => name.includes(word)));
  return views.length === 2 && !isRetired && areAlike && others.every((other) => other === first);
}

/** "Database for MySQL" and "Database for PostgreSQL" are as unlike as any two. */
const OF_MANY = wordSet("for database azure");

/** What is said of the way that was asked about, region by region. */
function answerTo({ assessments }: ServiceView, topic: Topic): string {
  const said = assessments.map(({ outcome, works, worksNot }) => {
    const isAsked = ({ capability }: CapabilityRow) => capability.topics.includes(topic);
    const starters = works.filter(isAsked).map(({ capability }) => capability.failover?.by ?? "");
    return { outcome, starters: [...new Set(starters)].sort(), isLacking: worksNot.some(isAsked) };
  });
  return JSON.stringify(said);
}
