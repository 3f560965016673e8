/** Everything that can be recognised in a sentence, and what is known of each word. Built once from the knowledge. */
import type { Knowledge } from "../knowledge/knowledge";
import { words } from "../knowledge/normalise";
import type { Service, Topic } from "../knowledge/schema";
import { onFirstUse } from "../on-first-use";
import { COMMON_WORDS, isEnglish } from "./english";
import { keepPhrases } from "./known-phrases";
import { NamePairs } from "./name-pairs";
import { PartialNames } from "./partial-names";
import { PhraseTree } from "./phrase-tree";
import { serviceNames } from "./phrases";
import { RegionNames } from "./region-names";
import { Spelling } from "./spelling";
import { TellingNames } from "./telling-names";
import { TierNames } from "./tier-names";
import { TypedForms } from "./typed-forms";
import { WordKinds } from "./word-kinds";
import { WordShapes } from "./word-shapes";

/** "push to phones" is no name with a "to". */
const LONGEST_PREPOSITION = 2;
/** One wrong letter of six, two of eight; less like is a word of its own. */
const NEAR_STOP_WORD = 0.75;

export class Lexicon extends WordKinds {
  /** Names of services and regions, topics, concepts and cues. */
  readonly phrases: PhraseTree;
  readonly spelling: Spelling;
  /** Words of service names, each with the names it stands in: for names that were given only in part. */
  readonly names: PartialNames;
  /** Of all that isKnown knows. */
  readonly shapes: WordShapes;
  /** Which words of names stand beside each other: for a word that is right, and was not meant. */
  readonly pairs: NamePairs;
  /** Services that others run on. */
  readonly hosts: ReadonlySet<string>;
  /** Services that are a means for others, each with the topic that it is then. */
  readonly means: ReadonlyMap<string, Topic>;
  /** Services whose replicas are not for reading alone: "replicas of SignalR" are its geo-replication. */
  readonly replicating: ReadonlySet<string>;
  /** Families of services, each with its members. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  /** Services, each with those that its card names beside it. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  /** What a service does its work on. */
  readonly worksOn: ReadonlyMap<string, ReadonlySet<string>>;
  /** Regions that name a pair. */
  readonly paired: ReadonlySet<string>;
  /** What tells a service from those that share a name with it, in words of the tree. */
  readonly traits: ReadonlyMap<string, ReadonlyArray<readonly string[]>>;
  /** Names of parts of services, and former names. */
  readonly telling: TellingNames;
  readonly tiers: TierNames;
  readonly typed = new TypedForms(this);
  readonly #regionNames: () => RegionNames;
  /** Services, each with all words of its own names. */
  readonly #nameWords: ReadonlyMap<string, ReadonlySet<string>>;

  /**
   * @param knowledge checked knowledge; the lexicon keeps nothing of it but its words
   * @param phrases its phrases, where the build has kept them: finding them anew takes a tenth of a second
   */
  constructor(knowledge: Knowledge, phrases = keepPhrases(knowledge)) {
    const { vocabulary, services, regions } = knowledge;
    super(vocabulary);
    this.phrases = new PhraseTree(phrases);
    this.means = new Map(Object.entries(vocabulary.servicesAsTopics));
    this.replicating = new Set(services.flatMap((service) => (isReplicating(service) ? [service.id] : [])));
    this.hosts = new Set(vocabulary.hosts);
    this.families = new Map(services.flatMap(({ id, members }) => (members.length > 0 ? [[id, members]] : [])));
    this.neighbours = new Map(services.map(({ id, neighbours }) => [id, neighbours.map(({ service }) => service)]));
    this.worksOn = new Map(services.flatMap(({ id, worksOn }) => (worksOn.length > 0 ? [[id, new Set(worksOn)]] : [])));
    this.paired = new Set(regions.flatMap(({ id, pair }) => (pair === null ? [] : [id])));
    this.traits = new Map(services.map(({ id, traits }) => [id, traits.map((text) => this.#asTold(text))]));
    this.telling = new TellingNames(services, (text) => this.allOf(text));
    this.tiers = new TierNames(services, (text) => this.allOf(text));
    const known = [...this.phrases.words(), ...this.forms.keys()];
    this.spelling = new Spelling([...known, ...this.stopWords], COMMON_WORDS);
    this.shapes = new WordShapes(known);
    this.names = new PartialNames(serviceNames(knowledge), (text) => this.#wordsOf(text));
    this.pairs = new NamePairs(fullNames(knowledge).map((text) => this.#asPaired(text)));
    const places = knowledge.places.map(({ text }) => text);
    this.#regionNames = onFirstUse(() => new RegionNames(knowledge.regions, places));
    this.#nameWords = new Map(services.map((service) => [service.id, this.#allWordsOf(service)]));
  }

  /** How names of regions are built. */
  get regionNames(): RegionNames {
    return this.#regionNames();
  }

  /** The words of a service's names and nicknames, shared ones left out. */
  nameWords(service: string): ReadonlySet<string> {
    return this.#nameWords.get(service) ?? new Set();
  }

  /** Whether it tells of any service: a word of a name, or what describes it ("hyperscale"). */
  isOfAName(word: string): boolean {
    return this.names.has(word) || [...this.#nameWords.values()].some((words) => words.has(word));
  }

  isKnown(word: string): boolean {
    return this.phrases.has(word) || this.forms.has(word);
  }

  /** A stop word, spelt right or nearly so. */
  isNearStopWord(word: string): boolean {
    if (this.isStopWord(word)) return true;
    if (isEnglish(word)) return false;
    const similar = this.spelling.similar(word);
    return similar.some((one) => this.isStopWord(one.word) && one.confidence >= NEAR_STOP_WORD);
  }

  /** And the single words that describe it: "the push one". */
  #allWordsOf({ name, shortName, aliases, traits }: Service): ReadonlySet<string> {
    const own = aliases.flatMap(({ text, shared }) => (shared ? [] : [text]));
    const telling = traits.filter((text) => words(text).length === 1);
    const all = [name, shortName, ...own, ...telling].flatMap((text) => this.#wordsOf(text));
    return new Set(all.filter((word) => word.length > LONGEST_PREPOSITION || !this.isStopWord(word)));
  }

  /** A word by itself tells in this form alone: the "twin" of a device is no "pair". */
  #asTold(text: string): string[] {
    const all = words(text);
    return all.length > 1 ? this.allOf(text) : all;
  }

  /** Its brand belongs to a name of one word: "Azure Files". */
  #asPaired(text: string): string[] {
    const all = this.#wordsOf(text);
    return all.length > 1 ? all : this.allOf(text);
  }

  #wordsOf(text: string): string[] {
    return this.allOf(text).filter((word) => !this.isFiller(word));
  }
}

function fullNames(knowledge: Knowledge): string[] {
  return [...serviceNames(knowledge).map(([text]) => text), ...knowledge.regions.map(({ name }) => name)];
}

function isReplicating({ capabilities, designs }: Service): boolean {
  const topics = [...capabilities, ...designs].flatMap((it) => it.topics);
  return topics.includes("geo-replication") && !topics.includes("read-replicas");
}
