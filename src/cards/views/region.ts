import type { AnswerOf, RegionPair, Relation } from "../../answer/answer";
import type { Knowledge } from "../../knowledge/knowledge";
import type { Item, Tone, View } from "../view";
import { words } from "../words";
import { askedVerdict, waysOn } from "./asked-of-region";
import { EMPTY_VIEW, fit, item, oneLine, open, tap } from "./parts";

/** Regions and no service: pair or none, one-way, on request only, zones, and what that changes. */
export function regionView(answer: AnswerOf<"region">, knowledge: Knowledge): View {
  const { pairs, relation } = answer;
  const names = pairs.map(({ region }) => region.name);
  const [only, ...others] = pairs;
  if (!only) return EMPTY_VIEW;
  const onPairs = relation
    ? relationVerdict(relation, only, others)
    : others.length === 0
      ? pairVerdict(only, knowledge)
      : null;
  const asked = askedVerdict(answer, knowledge);
  const verdict = asked ?? onPairs;
  const { dated, checked, list, pairs: pairsPage, access } = knowledge.regionSources;
  const restricted = pairs.some(({ region, pair }) => region.restricted || pair?.restricted);
  return {
    ...EMPTY_VIEW,
    title: words.list(names),
    verdict,
    lead: asked && onPairs ? `**${onPairs.word}.** ${onPairs.sentence}` : "",
    sections: [
      {
        heading: others.length > 0 ? words.region.each : "",
        items: pairs.map((pair) => regionItem(pair, others.length > 0)),
      },
      { heading: words.region.changes, items: changes(pairs) },
    ].filter(({ items }) => items.length > 0),
    foot: words.sources(dated, checked),
    buttons: fit([
      open(words.openPage, list),
      open("Region pairs", pairsPage),
      ...(restricted ? [open("Ask for access", access)] : []),
      ...waysOn(answer),
      tap(words.worksWithoutPairs, { catalog: "works-without-pairs" }),
      tap(words.nonpairedRegions, { catalog: "nonpaired-regions" }),
    ]),
    summary: oneLine(
      verdict ? `${words.list(names)}: ${verdict.word.toLowerCase()}. ${verdict.sentence}` : words.list(names),
    ),
  };
}

type Verdict = { word: string; sentence: string; tone: Tone };

function pairVerdict({ region, pair }: RegionPair, knowledge: Knowledge): Verdict {
  if (!pair) return { tone: "attention", ...words.region.none };
  if (region.pairing === "mutual") return { tone: "good", ...words.region.mutual(pair.name) };
  const pairOfPair = knowledge.regions.find(({ id }) => id === pair.pair)?.name ?? words.noPair;
  return { tone: "warning", ...words.region.oneWay(pair.name, pairOfPair) };
}

function relationVerdict(relation: Relation, { region, pair }: RegionPair, others: readonly RegionPair[]): Verdict {
  const paired = others.filter((other) => pair === other.region || other.pair === region);
  const [a, b] = [region.name, words.either((paired.length > 0 ? paired : others).map((other) => other.region.name))];
  switch (relation) {
    case "mutual":
      return { tone: "good", ...words.region.relation.mutual(a, b) };
    case "one-way":
      return { tone: "warning", ...words.region.relation["one-way"](a, b) };
    case "one-way-back":
      return { tone: "warning", ...words.region.relation["one-way"](b, a) };
    case "none":
      return { tone: "attention", ...words.region.relation[pair ? "none" : "pairless"](a, b) };
  }
}

function regionItem({ region, pair }: RegionPair, named: boolean): Item {
  const { hasZones } = words.region;
  const zones = region.zones === null ? hasZones.unknown : region.zones ? hasZones.yes : hasZones.no;
  return item({
    title: named ? region.name : "",
    text: [region.note, pair?.restricted ? words.region.pairRestricted(pair.name) : ""].filter(Boolean).join(" "),
    details: [
      { label: words.region.pair, value: pair ? withOneWay({ region, pair }) : "None" },
      { label: words.region.zones, value: zones },
      {
        label: words.region.where,
        value: [...new Set([region.location, region.geography])].filter(Boolean).join(", "),
      },
      { label: words.region.access, value: region.restricted ? words.region.restricted : words.region.open },
    ],
  });
}

function withOneWay({ region, pair }: RegionPair): string {
  if (!pair) return "";
  return region.pairing === "one-way" ? words.catalog.oneWay(pair.name) : pair.name;
}

function changes(pairs: readonly RegionPair[]): Item[] {
  const nonpaired = pairs.some(({ pair }) => !pair);
  const paired = pairs.some(({ pair }) => pair);
  const texts =
    nonpaired && !paired ? words.region.nonpairedChanges : paired && !nonpaired ? words.region.pairedChanges : [];
  return texts.map((text) => item({ text }));
}
