/** What stands on a list. */
import type { Index } from "../knowledge/indexed";
import type { Capability, Cue, Region, Service } from "../knowledge/schema";
import { type Catalog, isOfRegions } from "../question/catalogs";
import type { Query } from "../question/query";
import type { CatalogGroup, CatalogItem } from "./answer";
import { type Assessment, assess, settingOf } from "./assess";
import { regionsOf } from "./outcomes";

/**
 * @returns what stands on the list, in the order of the knowledge; regions of the areas or places named, else all
 */
export function listCatalog(catalog: Catalog, query: Query, index: Index): CatalogItem[] {
  const ofRegions = REGIONS[catalog];
  if (ofRegions) {
    const also = traitsBeside(catalog, query);
    return regionItems(query, index).filter(
      ({ region }) => ofRegions(region) && also.every((one) => REGIONS[one]?.(region)),
    );
  }
  const groupOf = servicesOn(catalog, query, index);
  return index.knowledge.services.flatMap((service): CatalogItem[] => {
    const group = groupOf(service);
    return group ? [{ kind: "service", service, group }] : [];
  });
}

const REGIONS: Partial<Record<Catalog, (region: Region) => boolean>> = {
  "nonpaired-regions": ({ pair }) => pair === null,
  "paired-regions": ({ pair }) => pair !== null,
  "restricted-regions": ({ restricted }) => restricted,
  "open-regions": ({ restricted }) => !restricted,
  "zone-regions": ({ zones }) => zones === true,
  "zoneless-regions": ({ zones }) => zones === false,
  "one-way-regions": ({ pairing }) => pairing === "one-way",
  "all-regions": () => true,
};

/** "Regions without a pair and without zones": what is asked of them beside what the list is of. */
export function traitsBeside(catalog: Catalog, { cues }: Query): readonly Catalog[] {
  if (!isOfRegions(catalog)) return [];
  return TRAITS.flatMap(([cue, trait, unless]) =>
    cues.has(cue) && trait !== catalog && !unless.some((other) => cues.has(other)) ? [trait] : [],
  );
}

/** Each but where another cue says more: the "zones" of "no zones". */
const TRAITS: ReadonlyArray<readonly [Cue, Catalog, readonly Cue[]]> = [
  ["zones", "zone-regions", ["zoneless"]],
  ["zoneless", "zoneless-regions", []],
  ["restricted", "restricted-regions", ["open-to-all"]],
  ["open-to-all", "open-regions", []],
];

/** In which group of the list a service stands; null where it is not on it. */
type GroupOf = (service: Service) => CatalogGroup | null;

export function servicesOn(catalog: Catalog, query: Query, index: Index): GroupOf {
  const ifSo =
    (isOn: (service: Service) => boolean): GroupOf =>
    (service) =>
      isOn(service) ? service.verdict.kind : null;
  const capabilities = (service: Service) => capabilitiesIn(service, query, index);
  switch (catalog) {
    case "needs-a-pair":
      return ifSo((service) => rowsOf(service).length > 0 && rowsOf(service).every(({ nonpaired }) => !nonpaired));
    case "nothing-built-in":
      return ifSo(({ verdict }) => verdict.kind === "nothing-built-in");
    case "not-regional":
      return ifSo(({ verdict }) => verdict.kind === "not-regional");
    case "being-retired":
      return ifSo(({ retired }) => retired !== undefined);
    case "with-a-way":
      return (service) =>
        reachOf(capabilities(service).filter(({ topics }) => topics.some((topic) => topic === query.topics[0])));
    case "fails-over-without-you":
      return (service) => starterOf(capabilities(service), ["automatic", "microsoft", "you-or-microsoft"]);
    case "you-fail-over":
      return (service) => starterOf(capabilities(service), ["you", "you-or-microsoft"]);
    case "can-fail-over":
      return (service) => starterOf(capabilities(service), ["automatic", "microsoft", "you-or-microsoft", "you"]);
    case "works-here":
    case "works-not-here":
      return (service) => groupHere(service, catalog === "works-here", query, index);
    case "works-without-pairs":
      return ifSo((service) => rowsOf(service).some(({ nonpaired }) => nonpaired));
    default:
      return ({ verdict }) => verdict.kind;
  }
}

/** How far the best of them reaches. */
function reachOf(capabilities: readonly Capability[]): CatalogGroup | null {
  if (capabilities.length === 0) return null;
  const anywhere = capabilities.filter(({ nonpaired }) => nonpaired);
  if (anywhere.length === 0) return "paired-only";
  return anywhere.every(({ limits }) => limits === "listed-regions") ? "some-regions" : "works-anywhere";
}

/** Who starts the failover of the capability that comes first in the order given; backups are restored, not failed over. */
function starterOf(capabilities: readonly Capability[], order: ReadonlyArray<Starter>): CatalogGroup | null {
  const failing = capabilities.filter(({ topics }) => topics.includes("failover"));
  return order.find((by) => failing.some(({ failover }) => failover?.by === by)) ?? null;
}

type Starter = "automatic" | "microsoft" | "you-or-microsoft" | "you";

/** "Services with read replicas without a pair" */
export function isForUnpaired({ regions, cues }: Query): boolean {
  return regions.length === 0 && cues.has("nonpaired");
}

/** What the service can do in all the regions that were named; all where none was. */
function capabilitiesIn(service: Service, query: Query, index: Index): readonly Capability[] {
  const there = assessed(service, query, index);
  const worksThere = (capability: Capability) =>
    there.every(({ works }) => works.some((row) => row.capability.id === capability.id));
  const isFor = isForUnpaired(query) ? ({ nonpaired }: Capability) => nonpaired : worksThere;
  return service.capabilities.filter(isFor);
}

/** No way leads a list. */
const NOTHING_ASKED = { topic: null, told: [], lacks: [], asksIfEnough: false, isOnLoss: false } as const;

function assessed(service: Service, query: Query, index: Index): Assessment[] {
  return regionsOf(query, index).map((region) =>
    assess(service, settingOf(region, index.knowledge), NOTHING_ASKED, index.knowledge),
  );
}

/** A service works in the regions named if it does in each; where it does not, the group says why. */
function groupHere(service: Service, works: boolean, query: Query, index: Index): CatalogGroup | null {
  const outcomes = assessed(service, query, index).map(({ outcome }) => outcome);
  const failing = outcomes.find((outcome) => outcome === "nothing-built-in" || outcome === "not-here");
  if (works) return failing ? null : (outcomes[0] ?? null);
  return failing === "nothing-built-in" ? service.verdict.kind : (failing ?? null);
}

/** Microsoft's own table counts where the service stands in it; our additions only where it does not. */
function rowsOf(service: Service): Service["capabilities"] {
  const inTable = service.capabilities.filter(({ tableRow }) => tableRow !== undefined);
  return inTable.length > 0 ? inTable : service.capabilities;
}

type RegionItem = Extract<CatalogItem, { kind: "region" }>;

function regionItems(query: Query, index: Index): RegionItem[] {
  const { regions } = index.knowledge;
  const chosen =
    query.areas.length + query.regions.length === 0 ? regions : regions.filter((region) => isIn(region, query));
  return chosen.map((region) => ({
    kind: "region",
    region,
    pair: index.pairOf(region),
  }));
}

function isIn(region: Region, query: Query): boolean {
  return query.areas.includes(region.continent) || query.regions.includes(region.id);
}
