/**
 * Everything that can be recognised in a sentence, as phrases of known words in one tree: names of services and
 * regions, topics, concepts and cues. Built once from the knowledge.
 */
import { pushTo } from "../grouping";
import type { Knowledge } from "../knowledge/knowledge";
import { fold, words } from "../knowledge/normalise";
import type { Cue, Service, Topic } from "../knowledge/schema";
import { COMMON_WORDS, isEnglish } from "./english";
import { Spelling } from "./spelling";

/** What a phrase says. A shared name lists the services that it may mean, the likeliest first. */
export type Meaning =
  | {
      readonly kind: "service";
      readonly services: readonly string[];
      /** Counts only in capitals or standing by itself: an ordinary word too. */
      readonly ordinary?: true;
      /** An ordinary word that counts in the plural only: "topics", but not "the topic". */
      readonly plural?: true;
      /** Counts only where no other service is named. */
      readonly generic?: true;
    }
  | { readonly kind: "other-product"; readonly name: string }
  | {
      readonly kind: "region";
      readonly regions: readonly string[];
      /** A city or a country, which people speak of for other reasons too. */
      readonly place?: true;
      /** "sea" is short for Southeast Asia, and a word. */
      readonly ordinary?: true;
    }
  | { readonly kind: "area"; readonly area: string }
  | { readonly kind: "topic"; readonly topic: Topic }
  | { readonly kind: "concept"; readonly concept: string }
  | { readonly kind: "cue"; readonly cue: Cue }
  | { readonly kind: "ordinal"; readonly ordinal: number }
  | { readonly kind: "other-topic"; readonly service: string | null }
  | { readonly kind: "everyday" };

/** A place in the tree of phrases: where each next word leads, and what a phrase that ends here means. */
export type Node = {
  /** Nothing where no phrase goes on, as behind most: thousands of empty maps would be a megabyte. */
  next?: Map<string, Node>;
  readonly meanings: Meaning[];
};

/** Joined names shorter than this would be found inside ordinary sentences ("is c" for "isc"). */
const SHORTEST_JOINED = 6;
/** Names that were typed apart, or together, are looked for up to this length. */
export const LONGEST_JOINED = 26;
/** One wrong letter of six, two of eight; less like is a word of its own. */
const NEAR_STOP_WORD = 0.75;

/** A region's short form; what is longer is a place. */
const LONGEST_ABBREVIATION = 4;

/** Stand before many names and belong to the name. */
export const BRANDS: ReadonlySet<string> = new Set(["azure", "az", "microsoft", "ms"]);

export class Lexicon {
  readonly root: Node = node();
  readonly spelling: Spelling;
  /** Words of service names, each with the names it stands in: for names that were given only in part. */
  readonly names: PartialNames;
  /** Services that others run on. */
  readonly hosts: ReadonlySet<string>;
  /** Services that are a means for others, each with the topic that it is then. */
  readonly means: ReadonlyMap<string, Topic>;
  /** Families of services, each with its members. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  /** What a service does its work on. */
  readonly worksOn: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #meansTopics: ReadonlySet<Topic>;
  readonly #forms: ReadonlyMap<string, string>;
  readonly #fillers: ReadonlySet<string>;
  readonly #stopWords: ReadonlySet<string>;
  /** Topics of one word: "backup" asks for the topic, "Azure Backup" for the service. */
  readonly #topicWords: ReadonlySet<string>;
  /** Services, each with all words of its own names. */
  readonly #nameWords: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #known = new Set<string>();
  readonly #meanings = new Map<string, Meaning>();

  /** @param knowledge checked knowledge; the lexicon keeps nothing of it but its words */
  constructor(knowledge: Knowledge) {
    const { vocabulary } = knowledge;
    this.#forms = formsOf(vocabulary.forms);
    this.means = new Map(Object.entries(vocabulary.servicesAsTopics));
    this.#meansTopics = new Set(this.means.values());
    this.hosts = new Set(vocabulary.hosts);
    const { services } = knowledge;
    this.families = new Map(services.flatMap(({ id, members }) => (members.length > 0 ? [[id, members]] : [])));
    this.worksOn = new Map(services.flatMap(({ id, worksOn }) => (worksOn.length > 0 ? [[id, new Set(worksOn)]] : [])));
    this.#fillers = new Set(vocabulary.fillers.map(fold));
    this.#stopWords = new Set(vocabulary.stopWords.map(fold));
    this.#topicWords = new Set(
      [...Object.values(vocabulary.topics), vocabulary.cues["region-loss"], vocabulary.cues.regions]
        .flat()
        .map((text) => this.canonical(fold(text))),
    );
    for (const [phrase, meaning] of allPhrases(knowledge)) this.#add(phrase, interned(meaning, this.#meanings));
    for (const form of this.#forms.keys()) this.#known.add(form);
    this.spelling = new Spelling([...this.#known, ...this.#stopWords], COMMON_WORDS);
    this.names = new PartialNames(serviceNames(knowledge), (text) => this.#wordsOf(text));
    this.#nameWords = new Map(knowledge.services.map((service) => [service.id, this.#allWordsOf(service)]));
  }

  /** The words of a service's names and nicknames, shared ones left out. */
  nameWords(service: string): ReadonlySet<string> {
    return this.#nameWords.get(service) ?? new Set();
  }

  /** The form under which a folded word stands in the tree: "replicating" → "replicate". */
  canonical(word: string): string {
    return this.#forms.get(word) ?? word;
  }

  isKnown(word: string): boolean {
    return this.#known.has(word);
  }

  /** May stand inside a name without changing it. */
  isFiller(word: string): boolean {
    return this.#fillers.has(word);
  }

  /** Says nothing about the subject. */
  isStopWord(word: string): boolean {
    return this.#stopWords.has(word);
  }

  /** Says what is asked, not of what: no part of a name by itself. */
  isTopicWord(word: string): boolean {
    return this.#topicWords.has(word);
  }

  /** A topic that is a service too. */
  isMeans(topic: Topic): boolean {
    return this.#meansTopics.has(topic);
  }

  /** A stop word, spelt right or nearly so. */
  isNearStopWord(word: string): boolean {
    if (this.isStopWord(word)) return true;
    if (isEnglish(word)) return false;
    const similar = this.spelling.similar(word);
    return similar.some((one) => this.isStopWord(one.word) && one.confidence >= NEAR_STOP_WORD);
  }

  #add(phrase: string, meaning: Meaning): void {
    const all = words(phrase).map((word) => this.canonical(word));
    const isName = meaning.kind === "service" || meaning.kind === "region" || meaning.kind === "other-product";
    const kept = this.#withoutFillers(all, isName);
    this.#insert(kept, meaning);
    if (!isName) return;
    // "az" is no other form of "azure" everywhere: an AZ is a zone too.
    if (kept[0] === "azure") this.#insert(["az", ...kept.slice(1)], meaning);
    const [brand, word] = kept;
    const isCut = kept.length === 2 && word !== undefined && this.isFiller(brand ?? "") && !this.isTopicWord(word);
    if (meaning.kind === "service" && isCut) {
      this.#insert([word], interned({ ...meaning, ordinary: true }, this.#meanings));
    }
    const joined = kept.join("");
    if (kept.length > 1 && joined.length >= SHORTEST_JOINED && joined.length <= LONGEST_JOINED) {
      this.#insert([joined], meaning);
    }
    const last = kept.slice(-2).join("");
    if (kept.length > 2 && /\d$/.test(last)) this.#insert([...kept.slice(0, -2), last], meaning);
  }

  /** "SQL Azure" without Azure would be all of SQL, "Microsoft managed" without Microsoft whatever is managed. */
  #withoutFillers(all: readonly string[], isName: boolean): readonly string[] {
    const kept = all.filter((word, i) => !this.isFiller(word) || (i === 0 && this.#needsAzure(all)));
    const isCutToOne = kept.length === 1 && all.length > 1;
    const saysLess = isCutToOne && (!isName || kept[0] === all[0]);
    // "Azure to Azure replication" without Azure would be found in "how to replicate".
    const saysNothing = kept.every((word) => this.isStopWord(word) || this.isTopicWord(word)) && kept.length > 1;
    return kept.length === 0 || saysLess || saysNothing ? all : kept;
  }

  /** "Azure Files" without Azure would be found in every sentence about files. */
  #needsAzure(all: readonly string[]): boolean {
    const [first, second, ...more] = all;
    if (!BRANDS.has(first ?? "") || second === undefined || more.length > 0) return false;
    return isEnglish(second) || this.#topicWords.has(second);
  }

  #insert(path: readonly string[], meaning: Meaning): void {
    let place = this.root;
    for (const word of path) {
      this.#known.add(word);
      place = stepFrom(place, word);
    }
    if (!place.meanings.includes(meaning)) place.meanings.push(meaning);
  }

  #allWordsOf({ name, shortName, aliases }: Service): ReadonlySet<string> {
    const own = aliases.flatMap(({ text, shared }) => (shared ? [] : [text]));
    return new Set([name, shortName, ...own].flatMap((text) => this.#wordsOf(text)));
  }

  #wordsOf(text: string): string[] {
    return words(text)
      .map((word) => this.canonical(word))
      .filter((word) => !this.isFiller(word));
  }
}

/**
 * Service names by their words, for a question that names one only in part ("the grid", "cognitive"). Rare words
 * weigh more (inverse document frequency over services).
 */
export class PartialNames {
  readonly #weights = new Map<string, number>();
  readonly #byWord = new Map<string, Array<{ service: string; total: number }>>();

  constructor(names: ReadonlyArray<readonly [string, string]>, toWords: (text: string) => string[]) {
    const split = names.map(([text, service]) => ({ service, words: [...new Set(toWords(text))] }));
    const services = new Map<string, Set<string>>();
    for (const { service, words: list } of split) {
      for (const word of list) services.set(word, (services.get(word) ?? new Set()).add(service));
    }
    const count = new Set(names.map(([, service]) => service)).size;
    for (const [word, owners] of services) this.#weights.set(word, Math.log(1 + count / owners.size));
    for (const { service, words: list } of split) {
      const total = list.reduce((sum, word) => sum + (this.#weights.get(word) ?? 0), 0);
      const name = { service, total };
      for (const word of list) pushTo(this.#byWord, word, name);
    }
  }

  /** Whether a word stands in any name. */
  has(word: string): boolean {
    return this.#byWord.has(word);
  }

  /**
   * @param found canonical words of the question, each with the confidence that it was meant
   * @returns services of whose name these words are a part, with the share of the name (0 to 1), best first
   */
  match(found: ReadonlyMap<string, number>): Array<{ service: string; share: number }> {
    const best = new Map<string, number>();
    const sums = new Map<object, { service: string; sum: number; total: number }>();
    for (const [word, confidence] of found) {
      for (const name of this.#byWord.get(word) ?? []) {
        const entry = sums.get(name) ?? { service: name.service, sum: 0, total: name.total };
        entry.sum += confidence * (this.#weights.get(word) ?? 0);
        sums.set(name, entry);
      }
    }
    for (const { service, sum, total } of sums.values()) {
      best.set(service, Math.max(best.get(service) ?? 0, sum / total));
    }
    return [...best]
      .map(([service, share]) => ({ service, share }))
      .sort((a, b) => b.share - a.share || (a.service < b.service ? -1 : 1));
  }
}

function* allPhrases(knowledge: Knowledge): Iterable<readonly [string, Meaning]> {
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
      if (alias.shared) pushTo(shared, words(text).join(" "), { service: id, rank, traits });
      else yield [text, { kind: "service", services: [id], ...traits }];
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

function serviceNames(knowledge: Knowledge): Array<[string, string]> {
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
  for (const { text, regions } of knowledge.places) yield [text, { kind: "region", regions, place: true }];
}

/** Every other form of a word → the word, both folded. */
export function formsOf(forms: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(
    entries(forms).flatMap(([base, list]) => list.map((form): [string, string] => [fold(form), fold(base)])),
  );
}

/** Phrases that say the same share one meaning, so that meanings can be told apart by themselves, without a look inside. */
function interned(meaning: Meaning, same: Map<string, Meaning>): Meaning {
  const key = JSON.stringify(meaning);
  const known = same.get(key) ?? meaning;
  same.set(key, known);
  return known;
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): Array<[K, V]> {
  return Object.entries(record) as Array<[K, V]>;
}

/** The place behind a word, made where there is none. */
function stepFrom(place: Node, word: string): Node {
  place.next ??= new Map();
  const next = place.next.get(word) ?? node();
  place.next.set(word, next);
  return next;
}

function node(): Node {
  return { meanings: [] };
}
