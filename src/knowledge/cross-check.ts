/**
 * What a schema cannot see: that the files agree with one another. Each check returns its faults; none throws.
 */
import type { Fault, Knowledge } from "./knowledge";
import { nameKey } from "./normalise";
import { placeNames } from "./place-names";
import type { Capability, Service, Targets } from "./schema";

/**
 * @param knowledge files that each passed its schema
 * @returns every fault between them, in a stable order
 */
export function crossCheck(knowledge: Knowledge): Fault[] {
  const known: Known = {
    services: new Set(knowledge.services.map((service) => service.id)),
    regions: new Set(knowledge.regions.map((region) => region.id)),
    targets: new Set(knowledge.targets.map((target) => target.id)),
  };
  return [
    ...knowledge.services.flatMap((service) => serviceFaults(service, known)),
    ...kindFaults(knowledge),
    ...aliasFaults(knowledge),
    ...regionFaults(knowledge, known),
    ...withoutRegionFaults(knowledge),
    ...targetFaults(knowledge, known),
    ...conceptFaults(knowledge),
  ];
}

type Known = { services: ReadonlySet<string>; regions: ReadonlySet<string>; targets: ReadonlySet<string> };

function serviceFaults(service: Service, known: Known): Fault[] {
  const file = `services/${service.id}.json`;
  const fault = (path: string, problem: string): Fault => ({ file, path, problem });
  const references: Array<[string, string | undefined]> = [
    ["retired.replacement", service.retired?.replacement],
    ...service.members.map((id, i): [string, string] => [`members[${i}]`, id]),
    ...service.worksOn.map((id, i): [string, string] => [`worksOn[${i}]`, id]),
    ...service.neighbours.map(({ service: id }, i): [string, string] => [`neighbours[${i}].service`, id]),
  ];
  return [
    ...references
      .filter(([, id]) => id !== undefined && !known.services.has(id))
      .map(([path, id]) => fault(path, `"${id}" is no service here: write the id of a file in services/`)),
    ...service.capabilities.flatMap((capability, i) =>
      capabilityFaults(capability, `capabilities[${i}]`, known, fault),
    ),
    ...service.cautions.flatMap((caution, i) =>
      unknownRegions(caution.regions ?? [], known).map((id) =>
        fault(`cautions[${i}].regions`, `"${id}" is no region of regions.json`),
      ),
    ),
    ...service.tiers.flatMap(({ keeps }, i) =>
      keeps
        .filter((kept) => !service.capabilities.some((capability) => capability.id === kept))
        .map((kept) => fault(`tiers[${i}].keeps`, `"${kept}" is no capability of this service: write the id of one`)),
    ),
    ...verdictFaults(service).map((problem) => fault("verdict.kind", problem)),
    ...duplicates(service.capabilities.map((capability) => capability.id)).map((id) =>
      fault("capabilities", `two capabilities have the id "${id}": rename one`),
    ),
  ];
}

function capabilityFaults(
  capability: Capability,
  path: string,
  known: Known,
  fault: (path: string, problem: string) => Fault,
): Fault[] {
  const faults = capability.exceptions.flatMap((exception, i) =>
    unknownRegions([...exception.regions, ...(exception.onlyTo ?? [])], known).map((id) =>
      fault(`${path}.exceptions[${i}].regions`, `"${id}" is no region of regions.json`),
    ),
  );
  if (capability.targets !== undefined && !known.targets.has(capability.targets)) {
    faults.push(fault(`${path}.targets`, `"${capability.targets}" is no file in targets/: add it, or take this out`));
  }
  return faults;
}

/** Nobody could ask for a kind that no word names. */
function kindFaults({ services, vocabulary }: Knowledge): Fault[] {
  return services.flatMap(({ id, kinds }) =>
    kinds
      .filter((kind) => !vocabulary.kinds[kind])
      .map((kind) => ({
        file: `services/${id}.json`,
        path: "kinds",
        problem: `no word names "${kind}": add it to kinds in vocabulary.json`,
      })),
  );
}

/** A verdict that its own capabilities contradict would be wrong and confident. */
function verdictFaults(service: Service): string[] {
  const { capabilities } = service;
  const anywhere = capabilities.some((capability) => capability.nonpaired);
  const { kind } = service.verdict;
  switch (kind) {
    case "works-anywhere":
    case "not-regional":
    case "backups-only":
      return anywhere ? [] : [`is ${kind}, but no capability has "nonpaired": true: correct one of them`];
    case "some-regions":
      return capabilities.some((capability) => capability.limits === "listed-regions" && capability.nonpaired)
        ? []
        : ['is some-regions, but no capability with "nonpaired": true has "limits": "listed-regions"'];
    case "paired-only":
      return !anywhere && capabilities.some((capability) => capability.paired)
        ? []
        : ['is paired-only: at least one capability must be "paired": true, and none "nonpaired": true'];
    case "nothing-built-in":
      return capabilities.length === 0
        ? []
        : ["is nothing-built-in, but capabilities are listed: move what one builds oneself to designs"];
    case "varies":
      return service.members.length > 1 ? [] : ["is varies: that is for a family, so list its members"];
  }
}

function aliasFaults(knowledge: Knowledge): Fault[] {
  const claims = new Map<string, Array<{ service: Service; text: string; shared: boolean }>>();
  for (const service of knowledge.services) {
    for (const alias of service.aliases) {
      const key = nameKey(alias.text);
      const entry = { service, text: alias.text, shared: alias.shared === true };
      const list = claims.get(key) ?? [];
      if (!list.some((claim) => claim.service === service)) claims.set(key, [...list, entry]);
    }
  }
  return [...claims.values()].flatMap((list) => {
    const unmarked = list.filter((claim) => !claim.shared);
    if (list.length < 2 || unmarked.length === 0) return [];
    const owners = list.map((claim) => claim.service.id).join(" and ");
    return unmarked.map(({ service, text }) => ({
      file: `services/${service.id}.json`,
      path: "aliases",
      problem: `"${text}" is claimed by ${owners}: take it out of all but one, or write {"text": "${text}", "shared": true} in each to have the bot ask back`,
    }));
  });
}

function regionFaults(knowledge: Knowledge, known: Known): Fault[] {
  const file = "regions.json";
  const byId = new Map(knowledge.regions.map((region) => [region.id, region]));
  const pairs = knowledge.regions.flatMap((region, i): Fault[] => {
    const path = `regions[${i}].pair`;
    if (region.pair === null) {
      return region.pairing === "none"
        ? []
        : [{ file, path, problem: `is null, so "pairing" must be "none", not "${region.pairing}"` }];
    }
    const pair = byId.get(region.pair);
    if (!pair) return [{ file, path, problem: `"${region.pair}" is no region here` }];
    const expected = pair.pair === region.id ? "mutual" : "one-way";
    return region.pairing === expected
      ? []
      : [{ file, path, problem: `${region.pair} names ${pair.pair ?? "nobody"}, so "pairing" must be "${expected}"` }];
  });
  const places = knowledge.places.flatMap((place, i) =>
    unknownRegions(place.regions, known).map((id) => ({
      file,
      path: `places[${i}].regions`,
      problem: `"${id}" is no region here`,
    })),
  );
  const names = knowledge.regions.flatMap((region) => {
    const all = [region.id, region.name, ...region.aliases].map(nameKey);
    return [...new Set(all)];
  });
  const twice = duplicates([...names, ...knowledge.places.map((place) => nameKey(place.text))]).map((key) => ({
    file,
    path: "",
    problem: `"${key}" names two regions: move it to places, which lists all regions that it means`,
  }));
  return [...pairs, ...places, ...twice];
}

/** As soon as a country gets its region, what says that it has none would be wrong and confident. */
function withoutRegionFaults({ regions, places, withoutRegion }: Knowledge): Fault[] {
  const file = "places-without-region.json";
  const fault = (path: string, problem: string): Fault => ({ file, path, problem });
  const named = regions.flatMap(({ id, name, geography, location, aliases }) => [
    ...[id, name, geography, location ?? "", ...aliases].map((text): [string, string] => [nameKey(text), id]),
  ]);
  const owners = new Map([...places.map(({ text }): [string, string] => [nameKey(text), text]), ...named]);
  const names = placeNames(withoutRegion);
  const keys = new Set(names.map(({ text }) => nameKey(text)));
  const taken = names.flatMap(({ text }) => {
    const owner = owners.get(nameKey(text));
    return owner === undefined
      ? []
      : [fault("places", `"${text}" has a region, "${owner}" of regions.json: take it out here`)];
  });
  const twice = duplicates(names.map(({ text }) => nameKey(text))).map((key) =>
    fault("places", `"${key}" stands here twice: take one of them out`),
  );
  const unknown = withoutRegion.doubtful
    .filter((text) => !keys.has(nameKey(text)))
    .map((text) => fault("doubtful", `"${text}" is none of the names under places`));
  const geographies = new Set(regions.map(({ geography }) => geography));
  const lost = withoutRegion.elsewhere
    .filter(({ geography }) => !geographies.has(geography))
    .map(({ geography }) => fault("elsewhere", `"${geography}" is no geography of regions.json`));
  return [...taken, ...twice, ...unknown, ...lost];
}

function targetFaults(knowledge: Knowledge, known: Known): Fault[] {
  return knowledge.targets.flatMap((target) => {
    return unknownRegions(regionsOfRule(target.rule), known).map((id) => ({
      file: `targets/${target.id}.json`,
      path: "rule",
      problem: `"${id}" is no region of regions.json`,
    }));
  });
}

function regionsOfRule(rule: Targets["rule"]): string[] {
  switch (rule.kind) {
    case "pairs":
      return rule.pairs.flat();
    case "groups":
      return rule.groups.flatMap((group) => [...group.from, ...group.to, ...group.apart]);
    case "choice":
      return rule.to;
    case "homes":
      return rule.homes;
  }
}

function conceptFaults(knowledge: Knowledge): Fault[] {
  const ids = new Set(knowledge.concepts.map((concept) => concept.id));
  return knowledge.concepts.flatMap((concept, i) =>
    concept.related
      .filter((id) => !ids.has(id))
      .map((id) => ({
        file: "concepts.json",
        path: `concepts[${i}].related`,
        problem: `"${id}" is no concept here`,
      })),
  );
}

function unknownRegions(ids: readonly string[], known: Known): string[] {
  return [...new Set(ids)].filter((id) => !known.regions.has(id));
}

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
