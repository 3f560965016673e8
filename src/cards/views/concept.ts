/** A general question: two or three sentences and the page; for a region that was named its own answer first. */
import type { AnswerOf, PairAndItsPair } from "../../answer/answer";
import type { Concept, Region } from "../../knowledge/schema";
import type { View } from "../view";
import { words } from "../words";
import { EMPTY_VIEW, fit, item, oneLine, open, tap } from "./parts";

/** "GRS in the US" names nine regions, and asks for none of them. */
const MOST_REGIONS = 4;

export function conceptView({ concept, related, pairs }: AnswerOf<"concept">): View {
  const [first, ...more] = concept.links;
  const dated = concept.links
    .flatMap((link) => link.dated ?? [])
    .sort()
    .at(-1);
  const here = pairs.length > MOST_REGIONS ? [] : pairs.flatMap((pair) => lineOn(concept, pair));
  return {
    ...EMPTY_VIEW,
    title: concept.title,
    lead: [...here.map((line) => `**${line}**`), concept.answer].join(" "),
    sections: concept.points.length > 0 ? [{ heading: "", items: concept.points.map((text) => item({ text })) }] : [],
    foot: dated ? words.sources(dated, concept.checked) : "",
    buttons: fit([
      ...(first ? [open(words.openPage, first.url)] : []),
      ...more.map(({ title, url }) => open(title, url)),
      ...related.map(({ id, title }) => tap(title, { concept: id })),
    ]),
    summary: oneLine(`${concept.title}: ${[...here, concept.answer].join(" ")}`),
  };
}

function lineOn({ topics }: Concept, pair: PairAndItsPair): string[] {
  if (topics.includes("geo-redundant-storage")) return [storageLine(pair)];
  return topics.length === 0 ? [pairLine(pair)] : [];
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

/** "South Central US (Texas, United States)": whether the copy leaves the country is asked too. */
function placeOf(pair: Region, region: Region): string {
  const where = [pair.location, pair.geography === region.geography ? "" : pair.geography].filter(Boolean);
  return where.length > 0 ? `${pair.name} (${where.join(", ")})` : pair.name;
}
