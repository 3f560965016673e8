/** Groups questions that are one question in different words or spellings. The same questions give the same groups. */
import { pushTo } from "../grouping";
import { type Counts, compareText, increase } from "./counts";
import type { Asked } from "./tally";
import { type KnownWords, type Weighed, weighWordings } from "./wording";

export type Group = {
  /** The wording asked most. */
  readonly question: string;
  readonly count: number;
  /** In how many wordings; upper and lower case count as one. */
  readonly wordings: number;
  /** Some others of them. */
  readonly also: readonly string[];
  readonly reasons: Counts;
  readonly nearest: Counts;
};

/**
 * How much of the weight of all words of two questions must be common to both. At a half, questions on two different
 * services join by the words around the names.
 */
const LIKE = 0.6;
const MOST_ALSO = 3;

/**
 * @param asked questions in their exact wordings
 * @returns groups, the most asked first; each wording is in exactly one
 */
export function groupByLikeness(asked: Iterable<Asked>, known: KnownWords): Group[] {
  const sorted = [...asked].sort((a, b) => b.count - a.count || compareText(a.text, b.text));
  const weighed = weighWordings(sorted, known);
  const clusters = new Clusters();
  sorted.forEach((one, i) => {
    clusters.add(one, weighed[i] ?? new Map());
  });
  return clusters.members.map(toGroup).sort((a, b) => b.count - a.count || compareText(a.question, b.question));
}

/** Each question joins the group whose first question is most like it, or begins one. */
class Clusters {
  readonly members: Asked[][] = [];
  readonly #leaders: Weighed[] = [];
  readonly #byWord = new Map<string, number[]>();

  add(one: Asked, words: Weighed): void {
    const found = this.#mostLike(words);
    if (found !== undefined) this.members[found]?.push(one);
    else this.#begin(one, words);
  }

  #begin(one: Asked, words: Weighed): void {
    const index = this.members.push([one]) - 1;
    this.#leaders.push(words);
    for (const word of words.keys()) pushTo(this.#byWord, word, index);
  }

  #mostLike(words: Weighed): number | undefined {
    const common = new Map<number, number>();
    for (const [word, weight] of words) {
      for (const index of this.#byWord.get(word) ?? []) common.set(index, (common.get(index) ?? 0) + weight);
    }
    const own = total(words);
    let best: { readonly index: number; readonly likeness: number } | undefined;
    for (const [index, weight] of common) {
      const likeness = weight / (own + total(this.#leaders[index] ?? new Map()) - weight);
      const better =
        best === undefined || likeness > best.likeness || (likeness === best.likeness && index < best.index);
      if (likeness >= LIKE && better) best = { index, likeness };
    }
    return best?.index;
  }
}

function total(words: Weighed): number {
  let sum = 0;
  for (const weight of words.values()) sum += weight;
  return sum;
}

function toGroup(members: readonly Asked[]): Group {
  const reasons: Counts = new Map();
  const nearest: Counts = new Map();
  for (const member of members) {
    for (const [reason, times] of member.reasons) increase(reasons, reason, times);
    for (const [service, times] of member.nearest) increase(nearest, service, times);
  }
  const [first, ...others] = members.map(({ text }) => text);
  return {
    question: first ?? "",
    count: members.reduce((sum, member) => sum + member.count, 0),
    wordings: members.length,
    also: others.slice(0, MOST_ALSO),
    reasons,
    nearest,
  };
}
