import type { Knowledge } from "./knowledge";
import type { Concept, Region, Service } from "./schema";

/** The knowledge with a way to find each thing by its id. */
export type Index = {
  readonly knowledge: Knowledge;
  service(id: string): Service | undefined;
  region(id: string): Region | undefined;
  /** The region that it names as its pair. */
  pairOf(region: Region): Region | null;
  concept(id: string): Concept | undefined;
};

export function indexKnowledge(knowledge: Knowledge): Index {
  const services = byId(knowledge.services);
  const regions = byId(knowledge.regions);
  const concepts = byId(knowledge.concepts);
  return {
    knowledge,
    service: (id) => services.get(id),
    region: (id) => regions.get(id),
    pairOf: ({ pair }) => (pair ? (regions.get(pair) ?? null) : null),
    concept: (id) => concepts.get(id),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
