/**
 * Multinomial logistic regression over sparse features, by stochastic gradient descent with AdaGrad's steps (Duchi,
 * Hazan, Singer 2011). The packages for Node take dense matrices: 19,000 questions by 16,000 features are 2.4 GB.
 */
import { sharesOf } from "../../src/question/linear-model";

export type Example = {
  /** Each once. */
  readonly features: readonly string[];
  readonly outcome: number;
};
export type Weights = ReadonlyMap<string, Float64Array>;

/** Chosen by the likelihood of blind questions that were not learnt from; the figures hardly depend on them. */
const ROUNDS = 12;
/** The weights after each round from this one on are averaged, which forgets in which order the examples came last. */
const FIRST_AVERAGED = 4;
const STEP = 0.1;
/** What was seen once is a coincidence. */
const LEAST_SEEN = 2;

/** @param features some may come twice, and count once */
export function exampleOf(features: readonly string[], outcome: number): Example {
  return { features: [...new Set(features)], outcome };
}

/** @returns a weight for each outcome and each feature that stands in two examples or more; the same on every run */
export function fit(examples: readonly Example[], outcomes: number): Weights {
  const seen = withoutRare(examples);
  const weights = new Map<string, Float64Array>();
  const slopes = new Map<string, Float64Array>();
  for (const feature of seen.flatMap(({ features }) => features)) {
    if (weights.has(feature)) continue;
    weights.set(feature, new Float64Array(outcomes));
    slopes.set(feature, new Float64Array(outcomes).fill(1));
  }
  const random = numbers();
  const total = new Map([...weights].map(([feature, own]) => [feature, own.slice()]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const example of shuffled(seen, random)) learn(example, weights, slopes, outcomes);
    if (round >= FIRST_AVERAGED) addAll(total, weights, 1 / (ROUNDS - FIRST_AVERAGED));
  }
  return total;
}

function addAll(total: Weights, weights: Weights, share: number): void {
  for (const [feature, own] of weights) {
    const sums = total.get(feature);
    own.forEach((weight, i) => {
      if (sums) add(sums, i, weight * share);
    });
  }
}

/** @returns the share of each outcome, 0 to 1, 1 in all */
export function sharesBy(weights: Weights, features: readonly string[], outcomes: number): number[] {
  const sums = new Float64Array(outcomes);
  for (const feature of features)
    weights.get(feature)?.forEach((weight, i) => {
      add(sums, i, weight);
    });
  return sharesOf([...sums]);
}

function learn({ features, outcome }: Example, weights: Weights, slopes: Weights, outcomes: number): void {
  const errors = sharesBy(weights, features, outcomes).map((share, i) => share - (i === outcome ? 1 : 0));
  for (const feature of features) {
    const [own, slope] = [weights.get(feature), slopes.get(feature)];
    if (!own || !slope) continue;
    errors.forEach((error, i) => {
      add(slope, i, error * error);
      add(own, i, (-STEP * error) / Math.sqrt(slope[i] ?? 1));
    });
  }
}

function add(to: Float64Array, at: number, value: number): void {
  to[at] = (to[at] ?? 0) + value;
}

function withoutRare(examples: readonly Example[]): Example[] {
  const counts = new Map<string, number>();
  for (const feature of examples.flatMap(({ features }) => features)) {
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const isSeen = (feature: string) => (counts.get(feature) ?? 0) >= LEAST_SEEN;
  return examples.map(({ features, outcome }) => ({ features: features.filter(isSeen), outcome }));
}

/** Fisher and Yates. */
function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const all = [...values];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [all[i], all[j]];
    if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a];
  }
  return all;
}

/** 0 to 1, the same row of numbers on every run (the generator of ANSI C). */
function numbers(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return state / 0x80_00_00_00;
  };
}
