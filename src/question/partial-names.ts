import { pushTo } from "../grouping";

/**
 * Service names by their words, for a question that names one only in part ("the grid", "cognitive"). Rare words
 * weigh more (inverse document frequency over services).
 */
export class PartialNames {
  readonly #weights = new Map<string, number>();
  readonly #byWord = new Map<string, Array<{ service: string; total: number }>>();

  constructor(names: ReadonlyArray<readonly [string, string]>, toWords: (text: string) => string[]) {
    const split = names.map(([text, service]) => ({ service, words: [...new Set(toWords(text))] }));
    const services = new Map<string, Set<string>>();
    for (const { service, words: list } of split) {
      for (const word of list) services.set(word, (services.get(word) ?? new Set()).add(service));
    }
    const count = new Set(names.map(([, service]) => service)).size;
    for (const [word, owners] of services) this.#weights.set(word, Math.log(1 + count / owners.size));
    for (const { service, words: list } of split) {
      const total = list.reduce((sum, word) => sum + (this.#weights.get(word) ?? 0), 0);
      const name = { service, total };
      for (const word of list) pushTo(this.#byWord, word, name);
    }
  }

  /** Whether a word stands in any name. */
  has(word: string): boolean {
    return this.#byWord.has(word);
  }

  /**
   * @param found canonical words of the question, each with the confidence that it was meant
   * @returns services of whose name these words are a part, with the share of the name (0 to 1), best first
   */
  match(found: ReadonlyMap<string, number>): Array<{ service: string; share: number }> {
    const best = new Map<string, number>();
    const sums = new Map<object, { service: string; sum: number; total: number }>();
    for (const [word, confidence] of found) {
      for (const name of this.#byWord.get(word) ?? []) {
        const entry = sums.get(name) ?? { service: name.service, sum: 0, total: name.total };
        entry.sum += confidence * (this.#weights.get(word) ?? 0);
        sums.set(name, entry);
      }
    }
    for (const { service, sum, total } of sums.values()) {
      best.set(service, Math.max(best.get(service) ?? 0, sum / total));
    }
    return [...best]
      .map(([service, share]) => ({ service, share }))
      .sort((a, b) => b.share - a.share || (a.service < b.service ? -1 : 1));
  }
}
