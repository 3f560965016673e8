/** The names of tiers that the knowledge tells apart. */
import type { Service } from "../knowledge/schema";
import { tierId } from "../knowledge/tiers";

export type TierName = { readonly id: string; readonly service: string; readonly words: readonly string[] };

/** Where a tier may be named, and which tiers that may be, of one service or of many. */
export type TierPlace = { readonly start: number; readonly end: number; readonly names: readonly TierName[] };

export class TierNames {
  /** By their first word, since a message is looked through word by word. */
  readonly #names = new Map<string, TierName[]>();

  /** @param allOf the words of a name as they stand in a message that was read */
  constructor(services: readonly Service[], allOf: (text: string) => readonly string[]) {
    for (const service of services) {
      const tiers = [...service.tiers.map(({ names }) => names), service.betterTiers];
      for (const names of tiers) {
        const id = tierId(service, names);
        for (const name of names) this.#add({ id, service: service.id, words: allOf(name) });
      }
    }
  }

  /** @param words all of a message, in their canonical form */
  in(words: readonly string[]): TierPlace[] {
    return words.flatMap((word, at) => (this.#names.has(word) ? this.#at(at, words) : []));
  }

  #at(start: number, words: readonly string[]): TierPlace[] {
    const here = (this.#names.get(words[start] ?? "") ?? []).filter((name) =>
      name.words.every((word, i) => words[start + i] === word),
    );
    const lengths = new Set(here.map((name) => name.words.length));
    return [...lengths].map((length) => ({
      start,
      end: start + length,
      names: here.filter((name) => name.words.length === length),
    }));
  }

  #add(name: TierName): void {
    const [first = ""] = name.words;
    this.#names.set(first, [...(this.#names.get(first) ?? []), name]);
  }
}
