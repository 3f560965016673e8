/** Questions on regions that name no service. */
import type { Index } from "../knowledge/indexed";
import type { Cue, Region } from "../knowledge/schema";
import type { Query } from "../question/query";
import type { Answer, Relation } from "./answer";
import { askedOf } from "./concern";
import { common, regionsOf } from "./outcomes";
import { STRANGE_WORDS_BESIDE_A_REGION, STRANGE_WORDS_IF_PERHAPS, STRANGE_WORDS_ON_REGIONS } from "./thresholds";

export function aboutRegions(query: Query, index: Index): Answer | null {
  if (query.regions.length === 0) return null;
  // The card of a region tells of its zones.
  const isOnTraits = query.cues.has("trait") || query.cues.has("zones");
  const isOther = query.otherTopic && query.concepts.length === 0 && !isOnTraits;
  const beside = isOnTraits ? STRANGE_WORDS_ON_REGIONS : STRANGE_WORDS_BESIDE_A_REGION;
  const least = query.place ? (isOnTraits ? STRANGE_WORDS_IF_PERHAPS : 0) : beside;
  const isElsewhere = isOther || query.unknownWords > least || isOnPeople(query);
  if (query.everyday || (isElsewhere && !onRegions(query).some((cue) => query.cues.has(cue)))) return null;
  return regionAnswer(query, index);
}

/** The regions that are named, whatever else the message says; null where none is. */
export function regionAnswer(query: Query, index: Index): Answer | null {
  const regions = regionsOf(query, index);
  if (regions.length === 0) return null;
  const pairs = regions.map((region) => ({ region, pair: index.pairOf(region) }));
  const relation = relationOf(regions) ?? relationToOneOf(regions, query.targets);
  return { kind: "region", pairs, relation, asked: askedOf(query), ...common(1, [], query, index) };
}

/** "The Tokyo team lost a customer". */
function isOnPeople({ place, cues }: Query): boolean {
  return place && cues.has("people") && !cues.has("zones") && !cues.has("trait");
}

/** "Our backup goalkeeper in Brussels", "the coldest region in Canada": of a city less is said by a strange word. */
function onRegions({ place, unknownWords, cues, words }: Query): readonly Cue[] {
  if (!place || (unknownWords === 0 && !cues.has("people"))) return ON_REGIONS;
  const sure = words.includes("azure") || cues.has("zones") ? ON_PAIRS_AND_REGIONS : PAIRING;
  return unknownWords > 1 || cues.has("people") ? sure : [...sure, "region-loss"];
}

export const PAIRING = ["paired", "nonpaired"] as const;
const ON_PAIRS_AND_REGIONS = [...PAIRING, "regions"] as const;
const ON_REGIONS = [...ON_PAIRS_AND_REGIONS, "region-loss"] as const;

function relationOf(regions: readonly Region[]): Relation | null {
  const [a, b, ...more] = regions;
  if (!a || !b || more.length > 0) return null;
  if (a.pair === b.id) return b.pair === a.id ? "mutual" : "one-way";
  return b.pair === a.id ? "one-way-back" : "none";
}

/** "Is Germany our pair?" after Poland: of a country's regions one may be. */
function relationToOneOf([from, ...others]: readonly Region[], targets: readonly string[]): Relation | null {
  if (!from || others.length === 0 || !others.every(({ id }) => targets.includes(id))) return null;
  const relations = others.map((to) => relationOf([from, to]));
  return relations.find((relation) => relation !== null && relation !== "none") ?? "none";
}
