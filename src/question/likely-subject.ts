/** Which general question, which list, which way to survive: the second reading of what a message is about. */

import { TOPICS } from "../knowledge/topics";
import { onFirstUse } from "../on-first-use";
import { CATALOGS, type Catalog } from "./catalogs";
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

/** Of so few questions on this list the weights know nothing. */
export const UNLEARNT: Catalog = "paired-regions";
/** The lists on pairs; the others are asked for by what they are called. */
export const LISTS_ON_PAIRS: readonly Catalog[] = [
  ...(["nonpaired-regions", "works-without-pairs", "needs-a-pair", "nothing-built-in"] as const),
  UNLEARNT,
];

const subjects = onFirstUse(() => new LinearModel(subjectWeights));
const topics = onFirstUse(() => new LinearModel(topicWeights));

export const NO_SUBJECT: Subject = { concept: null, list: null, topic: null };

/**
 * @param features of the message, their fingerprints
 * @param of of services the topic is asked, in general the list or the concept
 */
export function subjectOf(features: readonly number[], of: "services" | "general"): Subject {
  if (of === "services") {
    return { ...NO_SUBJECT, topic: among(TOPICS, likeliest(weighed(topics(), features), "", SURE_OF_TOPIC)) };
  }
  const all = weighed(subjects(), features);
  const list = among(CATALOGS, likeliest(all, LIST, SURE_OF_LIST));
  return { concept: likeliest(all, CONCEPT, SURE_OF_CONCEPT), list, topic: null };
}

type Weighed = { readonly outcome: string; readonly sum: number };

function weighed(model: LinearModel, features: readonly number[]): Weighed[] {
  const sums = model.sums(features);
  return model.outcomes.map((outcome, i) => ({ outcome, sum: sums[i] ?? 0 }));
}

/** The likeliest of the outcomes that begin so, as a share of these alone; its id is what comes behind that. */
function likeliest(all: readonly Weighed[], prefix: string, sure: number): Guess<string> | null {
  const own = all.filter(({ outcome }) => outcome.startsWith(prefix));
  const shares = sharesOf(own.map(({ sum }) => sum));
  const most = Math.max(...shares);
  const best = own[shares.indexOf(most)];
  return best ? { id: best.outcome.slice(prefix.length), isSure: most >= sure } : null;
}

/** Only what we know today: the weights may be older. */
function among<T extends string>(known: readonly T[], guess: Guess<string> | null): Guess<T> | null {
  const id = known.find((one) => one === guess?.id);
  return guess && id !== undefined ? { id, isSure: guess.isSure } : null;
}
