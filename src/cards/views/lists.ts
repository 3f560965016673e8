import type { AnswerOf, CatalogItem } from "../../answer/answer";
import type { Knowledge } from "../../knowledge/knowledge";
import { isOfRegions } from "../../question/catalogs";
import { ALSO, CATALOG_BUTTON, CATALOG_LEAD, CATALOG_TITLE, KIND } from "../list-words";
import { TOPIC } from "../verdict-words";
import type { Button, Item, View } from "../view";
import { words } from "../words";
import { EMPTY_VIEW, fit, item, lowerFirst, oneLine, open, TABLE, tap } from "./parts";

/** A list: names in groups, several to a line, so that forty of them stay readable on a phone. */
export function catalogView(answer: AnswerOf<"catalog">, knowledge: Knowledge): View {
  const { catalog, items } = answer;
  const ofRegions = isOfRegions(catalog);
  const count = ofRegions ? words.catalog.regions(items.length) : words.catalog.services(items.length);
  const title = titleOf(answer);
  const { list, pairs, access, dated, checked } = knowledge.regionSources;
  const page = catalog === "restricted-regions" ? access : catalog === "one-way-regions" ? pairs : list;
  return {
    ...EMPTY_VIEW,
    title,
    verdict: {
      word: items.length > 0 ? count : words.catalog.none,
      sentence: items.length > 0 ? CATALOG_LEAD[catalog] : words.catalog.noneOf[ofRegions ? "regions" : "services"],
      tone: "accent",
    },
    sections: items.length > 0 ? [{ heading: "", items: groups(items) }] : [],
    foot: words.sources(dated, checked),
    buttons: fit([
      open(words.openPage, ofRegions ? page : TABLE),
      ...hereToo(answer),
      ...(["works-without-pairs", "needs-a-pair", "nothing-built-in", "nonpaired-regions"] as const)
        .filter((other) => other !== catalog)
        .map((other) => tap(CATALOG_BUTTON[other], { catalog: other })),
    ]),
    summary: oneLine(`${title}: ${count}`),
  };
}

/** "Regions with a pair in Europe", "Services with nothing built in: Mexico Central". */
function titleOf({ catalog, topic, kinds, also, unpaired, areas, regions, without }: AnswerOf<"catalog">): string {
  const title = topic ? words.catalog.withAWay(lowerFirst(TOPIC[topic])) : CATALOG_TITLE[catalog];
  const kind = kinds.length > 0 ? `: ${words.list(kinds.map((one) => KIND[one]))}` : "";
  const ofRegions = isOfRegions(catalog);
  const where = [...areas, ...(ofRegions ? regions.map(({ geography }) => geography) : [])];
  const beside = also.map((one) => ALSO[one] ?? "").join("");
  const inAreas = where.length > 0 ? words.catalog.areas([...new Set(where)]) : "";
  const everywhere = unpaired ? `: ${words.anyNonpaired}` : "";
  const here = ofRegions || regions.length === 0 ? "" : `: ${words.list(regions.map(({ name }) => name))}`;
  const left = without.length > 0 ? words.catalog.without([...new Set(without.map(({ shortName }) => shortName))]) : "";
  return `${title}${beside}${kind}${inAreas}${everywhere}${here}${left}`;
}

/** Behind what works in a region what does not, and the other way round. */
function hereToo({ catalog, regions, kinds }: AnswerOf<"catalog">): Button[] {
  if (catalog !== "works-here" && catalog !== "works-not-here") return [];
  const other = catalog === "works-here" ? "works-not-here" : "works-here";
  return [tap(CATALOG_BUTTON[other], { catalog: other, regions: regions.map(({ id }) => id), kinds: [...kinds] })];
}

function groups(items: readonly CatalogItem[]): Item[] {
  const byGroup = new Map<string, string[]>();
  for (const entry of items) byGroup.set(groupOf(entry), [...(byGroup.get(groupOf(entry)) ?? []), nameOf(entry)]);
  return [...byGroup].map(([title, names]) =>
    item({ title: byGroup.size > 1 ? `${title} (${names.length})` : "", text: names.join(", ") }),
  );
}

function groupOf(entry: CatalogItem): string {
  return entry.kind === "region" ? entry.region.continent : words.catalog.groups[entry.group];
}

function nameOf(entry: CatalogItem): string {
  if (entry.kind === "service") return entry.service.shortName;
  const { region, pair } = entry;
  return pair
    ? `${region.name} (${region.pairing === "one-way" ? words.catalog.oneWay(pair.name) : pair.name})`
    : region.name;
}
