/** Which general question, which list, which way to survive: the second reading of what a message is about. */

import { TOPICS } from "../knowledge/topics";
import { onFirstUse } from "../on-first-use";
import { CATALOGS } from "./catalogs";
import type { Guess, Subject } from "./likely";
import { LinearModel, sharesOf } from "./linear-model";
import subjectWeights from "./subject-weights.json";
import topicWeights from "./topic-weights.json";

/*
 * Above these the weights were right in 4 of 5 disputes with the rules on lists, in 5 of 5 on general questions and in 4 of
 * 4 on topics, in two lots of questions at first sight (3,340 and 3,700).
 */
const SURE_OF_LIST = 0.7;
const SURE_OF_CONCEPT = 0.85;
const SURE_OF_TOPIC = 0.85;

/** How outcomes are called in subject-weights.json: a list and a general question may have the same id. */
export const LIST = "list ";
export const CONCEPT = "concept ";

const subjects = onFirstUse(() => new LinearModel(subjectWeights, subjectWeights.outcomes.length));
const topics = onFirstUse(() => new LinearModel(topicWeights, topicWeights.outcomes.length));

export const NO_SUBJECT: Subject = { concept: null, list: null, topic: null };

/**
 * @param features of the message
 * @param of of services the topic is asked, in general the list or the concept
 */
export function subjectOf(features: readonly string[], of: "services" | "general"): Subject {
  if (of === "services") {
    const topic = likeliest(topics(), topicWeights.outcomes, features, SURE_OF_TOPIC, (name) => name);
    return { ...NO_SUBJECT, topic: among(TOPICS, topic) };
  }
  const guess = (prefix: string, sure: number) =>
    likeliest(subjects(), subjectWeights.outcomes, features, sure, (name) =>
      name.startsWith(prefix) ? name.slice(prefix.length) : null,
    );
  const concept = guess(CONCEPT, SURE_OF_CONCEPT);
  return { concept, list: among(CATALOGS, guess(LIST, SURE_OF_LIST)), topic: null };
}

/** The likeliest of the outcomes that have an id, as a share of these alone. */
function likeliest(
  model: LinearModel,
  outcomes: readonly string[],
  features: readonly string[],
  sure: number,
  idOf: (outcome: string) => string | null,
): Guess<string> | null {
  const sums = model.sums(features);
  const own = outcomes.flatMap((name, i) => {
    const id = idOf(name);
    return id === null ? [] : [{ id, sum: sums[i] ?? 0 }];
  });
  const shares = sharesOf(own.map(({ sum }) => sum));
  const most = Math.max(...shares);
  const best = own[shares.indexOf(most)];
  return best ? { id: best.id, isSure: most >= sure } : null;
}

/** Only what we know today: the weights may be older. */
function among<T extends string>(known: readonly T[], guess: Guess<string> | null): Guess<T> | null {
  const id = known.find((one) => one === guess?.id);
  return guess && id !== undefined ? { id, isSure: guess.isSure } : null;
}
