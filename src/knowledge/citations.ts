/** Every address in our files, with the fact that rests on it and the date of the page as its author knew it. */
import type { Knowledge } from "./knowledge";
import { pageOf } from "./links";
import type { Capability, Concept, RegionsFile, Service, Targets } from "./schema";

export type Citation = {
  /** From the knowledge folder on. */
  readonly file: string;
  readonly path: string;
  /** The fact, for a person. */
  readonly text: string;
  readonly address: string;
  readonly dated: string;
};

/** A citation before its date is settled: `dated` only where the author wrote one for this very source. */
type Draft = {
  readonly path: string;
  readonly text: string;
  readonly address: string;
  readonly dated?: string | undefined;
};

/** All addresses of all files, in the order of the files. */
export function citationsOf(knowledge: Knowledge): Citation[] {
  return [
    ...knowledge.services.flatMap(citationsOfService),
    ...citationsOfRegions(knowledge.regionSources),
    ...knowledge.targets.map(citationOfTargets),
    ...knowledge.concepts.flatMap(citationsOfConcept),
  ];
}

/** What one service's card says, fact by fact, each with its page. */
export function citationsOfService(service: Service): Citation[] {
  const drafts: Draft[] = [
    { path: "verdict.nonpaired", text: service.verdict.nonpaired, address: service.verdict.source },
    { path: "verdict.paired", text: service.verdict.paired, address: service.verdict.source },
    ...(service.retired ? [draft("retired", service.retired)] : []),
    ...service.capabilities.flatMap((capability, i) => [
      draft(`capabilities[${i}]`, { ...capability, text: factsOf(capability) }),
      ...capability.exceptions.map((exception, j) => draft(`capabilities[${i}].exceptions[${j}]`, exception)),
    ]),
    ...service.designs.map((one, i) => draft(`designs[${i}]`, { ...one, text: `${one.name}: ${one.summary}` })),
    ...service.cautions.map((caution, i) => draft(`cautions[${i}]`, caution)),
    ...service.notCovered.map((part, i) => draft(`notCovered[${i}]`, part)),
    ...service.tiers.map((tier, i) => draft(`tiers[${i}]`, tier)),
    ...service.changed.map((change, i) => draft(`changed[${i}]`, change)),
    ...service.links.map(({ title, url, dated }, i) => ({ path: `links[${i}]`, text: title, address: url, dated })),
  ];
  return settle(`services/${service.id}.json`, drafts, service.sources.dated);
}

/** All that rests on a capability's one source. */
function factsOf({ name, summary, failover, needs, rpo, rto }: Capability): string {
  const figures = [rpo && `RPO: ${rpo}`, rto && `RTO: ${rto}`];
  return [`${name}: ${summary}`, failover?.text, ...needs, ...figures].filter(Boolean).join(" | ");
}

function draft(path: string, fact: { text: string; source: string; dated?: string | undefined }): Draft {
  return { path, text: fact.text, address: fact.source, dated: fact.dated };
}

/**
 * A fact's own date first, then the date that its file gives for the same page elsewhere (the oldest: nothing of that
 * page may be newer than what was read), then the date that the file gives for all its pages.
 */
function settle(file: string, drafts: readonly Draft[], otherwise: string): Citation[] {
  const known = new Map<string, string>();
  for (const { address, dated } of drafts) {
    const before = known.get(pageOf(address));
    if (dated && (!before || dated < before)) known.set(pageOf(address), dated);
  }
  return drafts.map((one) => ({ ...one, file, dated: one.dated ?? known.get(pageOf(one.address)) ?? otherwise }));
}

/** What each region's card says; the file has one set of pages for all of them. */
export function citationsOfRegions({ list, pairs, access, dated }: RegionsFile["sources"]): Citation[] {
  const drafts = Object.entries({ list, pairs, access }).map(([name, address]) => ({
    path: `sources.${name}`,
    text: `All regions: ${name}`,
    address,
  }));
  return settle("regions.json", drafts, dated);
}

/** What stands on a service's own list of regions. */
export function citationOfTargets({ id, source, dated }: Targets): Citation {
  return {
    file: `targets/${id}.json`,
    path: "source",
    text: `Which region can copy to which: ${id}`,
    address: source,
    dated,
  };
}

/** What the card on a general question says. */
export function citationsOfConcept(concept: Concept): Citation[] {
  const drafts = concept.links.map(({ title, url, dated }, i) => ({
    path: `${concept.id}.links[${i}]`,
    text: `${concept.title}: ${title}`,
    address: url,
    dated,
  }));
  return settle("concepts.json", drafts, concept.checked);
}
