import type { AnswerOf, CatalogItem } from "../../answer/answer";
import type { Knowledge } from "../../knowledge/knowledge";
import type { Item, View } from "../view";
import { CATALOG_BUTTON, CATALOG_LEAD, CATALOG_TITLE, words } from "../words";
import { EMPTY_VIEW, fit, item, oneLine, open, TABLE, tap } from "./parts";

/** A list: names in groups, several to a line, so that forty of them stay readable on a phone. */
export function catalogView(answer: AnswerOf<"catalog">, knowledge: Knowledge): View {
  const { catalog, items, areas } = answer;
  const ofRegions = catalog.endsWith("regions");
  const count = ofRegions ? words.catalog.regions(items.length) : words.catalog.services(items.length);
  const where = [...areas, ...answer.regions.map(({ geography }) => geography)];
  const title = `${CATALOG_TITLE[catalog]}${where.length > 0 ? words.catalog.areas([...new Set(where)]) : ""}`;
  const { list, dated, checked } = knowledge.regionSources;
  return {
    ...EMPTY_VIEW,
    title,
    verdict: {
      word: items.length > 0 ? count : words.catalog.none,
      sentence: CATALOG_LEAD[catalog],
      tone: "accent",
    },
    sections: items.length > 0 ? [{ heading: "", items: groups(items) }] : [],
    foot: words.sources(dated, checked),
    buttons: fit([
      open(words.openPage, ofRegions ? list : TABLE),
      ...(["works-without-pairs", "needs-a-pair", "nothing-built-in", "nonpaired-regions"] as const)
        .filter((other) => other !== catalog)
        .map((other) => tap(CATALOG_BUTTON[other], { catalog: other })),
    ]),
    summary: oneLine(`${title}: ${count}`),
  };
}

function groups(items: readonly CatalogItem[]): Item[] {
  const byGroup = new Map<string, string[]>();
  for (const entry of items) byGroup.set(groupOf(entry), [...(byGroup.get(groupOf(entry)) ?? []), nameOf(entry)]);
  return [...byGroup].map(([title, names]) =>
    item({ title: byGroup.size > 1 ? `${title} (${names.length})` : "", text: names.join(", ") }),
  );
}

function groupOf(entry: CatalogItem): string {
  if (entry.kind === "region") return entry.region.continent;
  const { kind } = entry.service.verdict;
  const { groups: names } = words.catalog;
  return kind in names ? names[kind as keyof typeof names] : names.other;
}

function nameOf(entry: CatalogItem): string {
  if (entry.kind === "service") return entry.service.shortName;
  const { region, pair } = entry;
  return pair
    ? `${region.name} (${region.pairing === "one-way" ? words.catalog.oneWay(pair.name) : pair.name})`
    : region.name;
}
