/** Names that tell which part of a service is meant ("Application Insights"), or by which old name it was called. */
import type { Service } from "../knowledge/schema";

type TellingName = { readonly id: string; readonly words: readonly string[] };

export class TellingNames {
  /** By their first word, since a message is looked through word by word. */
  readonly #names = new Map<string, TellingName[]>();
  readonly #parts = new Map<string, ReadonlySet<string>>();
  readonly #services = new Map<string, string>();
  /** Of each service, by the words joined. */
  readonly #short = new Map<string, string>();

  /** @param allOf the words of a name as they stand in a message that was read */
  constructor(services: readonly Service[], allOf: (text: string) => readonly string[]) {
    for (const { id: service, notCovered, formerly } of services) {
      for (const { id, names, shortNames } of notCovered) {
        for (const short of shortNames) this.#short.set(`${service} ${allOf(short).join(" ")}`, id);
        this.#add(id, names, allOf);
        this.#parts.set(id, new Set(names.flatMap(allOf)));
        this.#services.set(id, service);
      }
      for (const { name, names } of formerly) this.#add(name, [name, ...names], allOf);
    }
  }

  /** @returns ids of parts and former names that stand in these words, each once */
  in(said: readonly string[]): string[] {
    const found = said.flatMap((word, at) =>
      (this.#names.get(word) ?? []).filter(({ words }) => words.every((one, i) => said[at + i] === one)),
    );
    return [...new Set(found.map(({ id }) => id))];
  }

  /** "Namespaces", after Event Grid: the part of that service that these words mean, and no others. */
  shortOf(service: string, words: readonly string[]): string | undefined {
    return this.#short.get(`${service} ${words.join(" ")}`);
  }

  /** @returns all words of the names of a part; null for a former name */
  wordsOfPart(id: string): ReadonlySet<string> | null {
    return this.#parts.get(id) ?? null;
  }

  /** @returns the service that it is a part of; undefined for a former name */
  serviceOf(part: string): string | undefined {
    return this.#services.get(part);
  }

  #add(id: string, names: readonly string[], allOf: (text: string) => readonly string[]): void {
    for (const words of names.map(allOf)) {
      const [first = ""] = words;
      this.#names.set(first, [...(this.#names.get(first) ?? []), { id, words }]);
    }
  }
}
