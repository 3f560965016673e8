/** Learnt weights as `npm run learn` keeps them: for each feature one for each outcome. */
import { bytesOf, Fingerprints } from "./fingerprint";

export type KeptWeights = {
  readonly outcomes: readonly string[];
  /** What 1 stands for. */
  readonly unit: number;
  /** Fingerprints, ascending, little-endian, base64. */
  readonly features: string;
  /** A signed byte for each outcome of each feature, base64. */
  readonly weights: string;
};

export class LinearModel {
  readonly #features: Fingerprints;
  readonly #weights: Int8Array;
  readonly #unit: number;
  /** Of each feature: the last call that it counted in. */
  readonly #countedIn: Uint32Array;
  #calls = 0;
  /** Their names, in the order of the sums. */
  readonly outcomes: readonly string[];

  constructor({ outcomes, unit, features, weights }: KeptWeights) {
    this.outcomes = outcomes;
    this.#features = new Fingerprints(new Uint32Array(bytesOf(features).buffer));
    this.#weights = new Int8Array(bytesOf(weights).buffer);
    this.#unit = unit;
    this.#countedIn = new Uint32Array(this.#features.ascending.length);
  }

  /**
   * @param features their fingerprints
   * @returns the sums with the weights of these on top; each counts once, and one that was never seen adds nothing
   */
  added(sums: readonly number[], features: readonly number[]): number[] {
    const [known, weights, count] = [this.#features, this.#weights, this.outcomes.length];
    const units = new Int32Array(count);
    this.#calls += 1;
    for (const feature of features) {
      const place = known.placeOf(feature);
      if (place < 0 || this.#countedIn[place] === this.#calls) continue;
      this.#countedIn[place] = this.#calls;
      const row = place * count;
      for (let i = 0; i < count; i += 1) units[i] = (units[i] ?? 0) + (weights[row + i] ?? 0);
    }
    return sums.map((sum, i) => sum + (units[i] ?? 0) * this.#unit);
  }

  sums(features: readonly number[]): number[] {
    return this.added(new Array<number>(this.outcomes.length).fill(0), features);
  }
}

/** Softmax: what each sum stands for, as a share of 1. */
export function sharesOf(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const whole = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / whole);
}
