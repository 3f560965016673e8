/** A general question: two or three sentences and the page; for a region that was named its own answer first. */
import type { AnswerOf, PairAndItsPair } from "../../answer/answer";
import { RESIDENCY } from "../../answer/concern";
import type { Concept } from "../../knowledge/schema";
import { CATALOG_BUTTON } from "../list-words";
import type { Button, View } from "../view";
import { words } from "../words";
import { placeOf, residencyLines } from "./borders";
import { EMPTY_VIEW, fit, item, oneLine, open, tap } from "./parts";

/** "GRS in the US" names nine regions, and asks for none of them. */
const MOST_REGIONS = 4;

export function conceptView({ concept, related, pairs }: AnswerOf<"concept">): View {
  const [first, ...more] = concept.links;
  const dated = concept.links
    .flatMap((link) => link.dated ?? [])
    .sort()
    .at(-1);
  const here = pairs.length > MOST_REGIONS ? [] : linesOn(concept, pairs);
  return {
    ...EMPTY_VIEW,
    title: concept.title,
    lead: [...here.map((line) => `**${line}**`), concept.answer].join(" "),
    sections: concept.points.length > 0 ? [{ heading: "", items: concept.points.map((text) => item({ text })) }] : [],
    foot: dated ? words.sources(dated, concept.checked) : "",
    buttons: fit([
      ...(first ? [open(words.openPage, first.url)] : []),
      ...more.map(({ title, url }) => open(title, url)),
      ...waysThere(concept, pairs),
      ...related.map(({ id, title }) => tap(title, { concept: id })),
    ]),
    summary: oneLine(`${concept.title}: ${[...here, concept.answer].join(" ")}`),
  };
}

/** To prepare for the loss of a region one needs to know what its services can do. */
function waysThere({ id }: Concept, pairs: readonly PairAndItsPair[]): Button[] {
  const regions = pairs.map(({ region }) => region.id);
  if (!ON_WHAT_REMAINS.has(id) || regions.length !== 1) return [];
  return (["works-here", "works-not-here"] as const).map((catalog) =>
    tap(CATALOG_BUTTON[catalog], { catalog, regions }),
  );
}

const ON_WHAT_REMAINS: ReadonlySet<string> = new Set(["disaster-recovery", "zones-vs-regions"]);

function linesOn(concept: Concept, pairs: readonly PairAndItsPair[]): string[] {
  if (concept.id !== RESIDENCY) return pairs.flatMap((pair) => lineOn(concept, pair));
  // Of two regions in one country it is only asked whether the border lies between them.
  return [...residencyLines(pairs), ...(pairs.length === 1 ? pairs.map(storageLine) : [])];
}

function lineOn({ id, topics }: Concept, pair: PairAndItsPair): string[] {
  const own = OWN_LINES[id];
  if (own) return own(pair);
  if (topics.includes("geo-redundant-storage")) return [storageLine(pair)];
  return topics.length === 0 ? [pairLine(pair)] : [];
}

const OWN_LINES: Readonly<Record<string, (pair: PairAndItsPair) => string[]>> = {
  zrs: (pair) => [zrsLine(pair), storageLine(pair)],
  "zones-vs-regions": ({ region }) => [words.zones.ofRegion(region)],
  "backup-vs-replication": ({ region, pair }) => [words.backups(region.name, pair?.name ?? null)],
  "disaster-recovery": ({ region, pair }) => [words.recovery(region.name, pair?.name ?? null)],
};

function zrsLine({ region }: PairAndItsPair): string {
  return region.zones === false ? words.zrs.withoutZones(region.name) : words.zrs.ofRegion(region.name);
}

/** "Can I use GRS in Qatar Central", "where does GRS go from West Europe". */
function storageLine({ region, pair, pairOfPair }: PairAndItsPair): string {
  const { grs } = words;
  if (!pair) return grs.none(region.name);
  const oneWay = region.pairing === "one-way" && pairOfPair ? [grs.oneWay(pair.name, pairOfPair.name)] : [];
  const gzrs = region.zones === false ? grs.withoutZones(region.name) : grs.zones;
  return [grs.copies(region.name, placeOf(pair, region)), gzrs, ...oneWay].join(" ");
}

function pairLine({ region, pair, pairOfPair }: PairAndItsPair): string {
  if (!pair) return words.pairOf.none(region.name);
  const isOneWay = region.pairing === "one-way" && pairOfPair;
  return isOneWay
    ? words.pairOf.oneWay(region.name, pair.name, pairOfPair.name)
    : words.pairOf.mutual(region.name, pair.name);
}
