/**
 * Everything that can be recognised in a sentence, as phrases of known words in one tree: names of services and
 * regions, topics, concepts and cues. Built once from the knowledge.
 */
import type { Knowledge } from "../knowledge/knowledge";
import { fold, words } from "../knowledge/normalise";
import type { Service, Topic } from "../knowledge/schema";
import { COMMON_WORDS, isEnglish } from "./english";
import type { Meaning } from "./meaning";
import { PartialNames } from "./partial-names";
import { allPhrases, entries, serviceNames } from "./phrases";
import { Spelling } from "./spelling";

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
/** "push to phones" is no name with a "to". */
const LONGEST_PREPOSITION = 2;
/** One wrong letter of six, two of eight; less like is a word of its own. */
const NEAR_STOP_WORD = 0.75;

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
  /** Services, each with those that its card names beside it. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  /** What a service does its work on. */
  readonly worksOn: ReadonlyMap<string, ReadonlySet<string>>;
  /** What tells a service from those that share a name with it, in words of the tree. */
  readonly traits: ReadonlyMap<string, ReadonlyArray<readonly string[]>>;
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
    this.neighbours = new Map(services.map(({ id, neighbours }) => [id, neighbours.map(({ service }) => service)]));
    this.worksOn = new Map(services.flatMap(({ id, worksOn }) => (worksOn.length > 0 ? [[id, new Set(worksOn)]] : [])));
    this.traits = new Map(services.map(({ id, traits }) => [id, traits.map((text) => this.#asTold(text))]));
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
    const all = this.#asTyped(phrase);
    const isName = meaning.kind === "service" || meaning.kind === "region" || meaning.kind === "other-product";
    const isGeneric = meaning.kind === "service" && meaning.generic === true;
    const kept = isGeneric && this.#isABrandsWord(all) ? all : this.#withoutFillers(all, isName);
    this.#insert(kept, meaning);
    if (!isName) return;
    // "az" is no other form of "azure" everywhere: an AZ is a zone too.
    if (kept[0] === "azure") this.#insert(["az", ...kept.slice(1)], meaning);
    const [brand, word] = kept;
    const isCut = kept.length === 2 && word !== undefined && this.isFiller(brand ?? "") && !this.isTopicWord(word);
    if (meaning.kind === "service" && isCut && !isGeneric) {
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

  /** "Azure AI": without its brand it would be anything. */
  #isABrandsWord([brand, word, ...more]: readonly string[]): boolean {
    return BRANDS.has(brand ?? "") && word !== undefined && more.length === 0;
  }

  #insert(path: readonly string[], meaning: Meaning): void {
    let place = this.root;
    for (const word of path) {
      this.#known.add(word);
      place = stepFrom(place, word);
    }
    if (!place.meanings.includes(meaning)) place.meanings.push(meaning);
  }

  /** And the single words that describe it: "the push one". */
  #allWordsOf({ name, shortName, aliases, traits }: Service): ReadonlySet<string> {
    const own = aliases.flatMap(({ text, shared }) => (shared ? [] : [text]));
    const telling = traits.filter((text) => words(text).length === 1);
    const all = [name, shortName, ...own, ...telling].flatMap((text) => this.#wordsOf(text));
    return new Set(all.filter((word) => word.length > LONGEST_PREPOSITION || !this.isStopWord(word)));
  }

  #asTyped(text: string): string[] {
    return words(text).map((word) => this.canonical(word));
  }

  /** A word by itself tells in this form alone: the "twin" of a device is no "pair". */
  #asTold(text: string): string[] {
    const all = words(text);
    return all.length > 1 ? this.#asTyped(text) : all;
  }

  #wordsOf(text: string): string[] {
    return words(text)
      .map((word) => this.canonical(word))
      .filter((word) => !this.isFiller(word));
  }
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
