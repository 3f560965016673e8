/** The names of tiers that the knowledge tells apart. */
import type { Service } from "../knowledge/schema";
import { tierId } from "../knowledge/tiers";

export type TierName = {
  readonly id: string;
  readonly service: string;
  readonly words: readonly string[];
  /** The tier that who is not in this one is in: of those that lack something the one that lacks least. */
  readonly below: string | null;
};

/** Where a tier may be named, and which tiers that may be, of one service or of many. */
export type TierPlace = { readonly start: number; readonly end: number; readonly names: readonly TierName[] };

export class TierNames {
  /** By their first word, since a message is looked through word by word. */
  readonly #names = new Map<string, TierName[]>();

  /** @param allOf the words of a name as they stand in a message that was read */
  constructor(services: readonly Service[], allOf: (text: string) => readonly string[]) {
    for (const service of services) {
      const add = (names: readonly string[], below: string | null) => {
        const id = tierId(service, names);
        for (const name of names) this.#add({ id, service: service.id, words: allOf(name), below });
      };
      for (const { names } of service.tiers) add(names, null);
      add(service.betterTiers, belowBetter(service));
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

/** Kinds are no tiers: who is not on Premium may well have blobs of any kind. */
function belowBetter(service: Service): string | null {
  const [first, ...others] = service.tiers.filter(({ kind }) => !kind);
  const best = others.reduce((one, other) => (other.keeps.length > (one?.keeps.length ?? 0) ? other : one), first);
  return best ? tierId(service, best.names) : null;
}
