/** What the knowledge has to be recognised: every phrase with its meaning. */
import { pushTo } from "../grouping";
import type { Knowledge } from "../knowledge/knowledge";
import { fold, words } from "../knowledge/normalise";
import { placeNames } from "../knowledge/place-names";
import { isEnglish } from "./english";
import type { Meaning } from "./meaning";

/** A region's short form; what is longer is a place. */
const LONGEST_ABBREVIATION = 4;

/** Stands for a name that is built as those of regions and is none (no-regions.ts); nobody types it. */
export const NO_REGION = "noregionwithaname";

export function* allPhrases(knowledge: Knowledge): Iterable<readonly [string, Meaning]> {
  yield* servicePhrases(knowledge);
  yield* regionPhrases(knowledge);
  const { vocabulary } = knowledge;
  for (const [topic, list] of entries(vocabulary.topics))
    for (const text of list) yield [text, { kind: "topic", topic }];
  for (const [cue, list] of entries(vocabulary.cues)) for (const text of list) yield [text, { kind: "cue", cue }];
  for (const [area, list] of entries(vocabulary.areas)) for (const text of list) yield [text, { kind: "area", area }];
  for (const [i, list] of vocabulary.ordinals.entries()) {
    for (const text of list) yield [text, { kind: "ordinal", ordinal: i === vocabulary.ordinals.length - 1 ? -1 : i }];
  }
  yield [NO_REGION, { kind: "other-place" }];
  for (const place of vocabulary.otherPlaces) yield [place, { kind: "other-place" }];
  for (const { text, shown, doubtful, geography } of placeNames(knowledge.withoutRegion))
    yield [text, { kind: "other-place", shown, ...(doubtful && { doubtful }), ...(geography && { geography }) }];
  for (const name of vocabulary.otherProducts) yield [name, { kind: "other-product", name }];
  for (const text of vocabulary.otherTopics) yield [text, { kind: "other-topic", service: null }];
  for (const text of vocabulary.everyday) yield [text, { kind: "everyday" }];
  for (const { id, cues } of knowledge.concepts)
    for (const text of cues) yield [text, { kind: "concept", concept: id }];
}

function* servicePhrases(knowledge: Knowledge): Iterable<readonly [string, Meaning]> {
  const shared = new Map<string, SharedName[]>();
  for (const { id, aliases, otherTopics } of knowledge.services) {
    for (const text of otherTopics) yield [text, { kind: "other-topic", service: id }];
    for (const alias of aliases) {
      const { text, rank = 5, generic = false, ordinary = false } = alias;
      const traits = { ...(generic && { generic }), ...(ordinary && ordinarily(text)) };
      const key = words(text).join(" ");
      // The singular and the plural are one name.
      const isNamedSo = shared.get(key)?.some(({ service }) => service === id);
      if (alias.shared && !isNamedSo) pushTo(shared, key, { service: id, rank, traits });
      if (!alias.shared) yield [text, { kind: "service", services: [id], ...traits }];
    }
  }
  for (const [text, owners] of shared) {
    owners.sort((a, b) => a.rank - b.rank || (a.service < b.service ? -1 : 1));
    const services = owners.map(({ service }) => service);
    yield [text, { kind: "service", services, ...Object.assign({}, ...owners.map(({ traits }) => traits)) }];
  }
  yield* serviceNames(knowledge).map(([text, id]): [string, Meaning] => [text, { kind: "service", services: [id] }]);
}

type Traits = { readonly generic?: true; readonly ordinary?: true; readonly plural?: true };
type SharedName = { readonly service: string; readonly rank: number; readonly traits: Traits };

function ordinarily(text: string): Traits {
  return PLURAL.test(text) ? { ordinary: true, plural: true } : { ordinary: true };
}

const PLURAL = /[^s]s$/;

export function serviceNames(knowledge: Knowledge): Array<[string, string]> {
  return knowledge.services.flatMap(
    ({ id, name, shortName }): Array<[string, string]> => [
      [name, id],
      [shortName, id],
    ],
  );
}

/** "weu", "eus2"; but not "Oslo". */
function isAbbreviation(text: string): boolean {
  return text.length < LONGEST_ABBREVIATION || /\d$/.test(text);
}

function* regionPhrases(knowledge: Knowledge): Iterable<readonly [string, Meaning]> {
  for (const { id, name, aliases } of knowledge.regions) {
    for (const text of [id, name, ...aliases]) {
      const ordinary = text.length <= LONGEST_ABBREVIATION && isEnglish(fold(text));
      const place = text !== id && text !== name && !isAbbreviation(text);
      yield [text, { kind: "region", regions: [id], ...(ordinary && { ordinary }), ...(place && { place }) }];
    }
  }
  for (const { text, regions } of knowledge.places) {
    // "US" in capitals is a country.
    const ordinary = knowledge.vocabulary.stopWords.includes(fold(text));
    yield [text, { kind: "region", regions, place: true, ...(ordinary && { ordinary }) }];
  }
}

export function entries<K extends string, V>(record: Readonly<Record<K, V>>): Array<[K, V]> {
  return Object.entries(record) as Array<[K, V]>;
}
