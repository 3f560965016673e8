/** Which of what was offered the words tell: "the managed one", "the database, not the instance", "enterprise tier". */
import { wordSet } from "../knowledge/normalise";
import type { Topic } from "../knowledge/schema";
import type { ConversationContext } from "./context";
import { LONGEST_CONTINUATION, LONGEST_PICK } from "./lengths";
import { type Candidate, namesService, type Query } from "./query";
import {
  anyOf,
  KINDS_OF_THINGS,
  LIST_CONJUNCTIONS,
  PREPOSITIONS_OF_BELONGING,
  PREPOSITIONS_OF_MEANS,
  PREPOSITIONS_TOWARDS,
  RELATIVE_PRONOUNS,
  UNIVERSAL_PRONOUNS,
} from "./word-classes";

export type NamesKnown = {
  /** The words of a service's names, for "the managed one". */
  nameWords(service: string): ReadonlySet<string>;
  isStopWord(word: string): boolean;
  isTopicWord(word: string): boolean;
  /** Services that are a means for others. */
  readonly means: ReadonlyMap<string, Topic>;
  /** Families of services, each with its members. */
  readonly families: ReadonlyMap<string, readonly string[]>;
};

/** A question back waits for its answer. */
export function isAwaited({ services, choices, catalog }: ConversationContext): boolean {
  return services.length === 0 && choices.length > 0 && catalog === null;
}

/** @returns the one choice whose names have most of the words, if these tell one */
export function choiceByWords(query: Query, context: ConversationContext, known: NamesKnown): string | undefined {
  const saysOne = query.words.some((word) => KINDS_OF_THINGS.has(word));
  // "Notification", after the hub that was picked first.
  const isAPart = query.nothingAsked?.kind === "part";
  const picks = isAwaited(context) || saysOne || isAPart || (isCorrection(query) && !namesService(query));
  const names = [...query.services, ...query.unclear.flat()];
  const named = names.filter(({ service }) => context.choices.includes(service));
  const [only, ...more] = named;
  if (only && more.length === 0 && isAwaited(context) && isToldAlone(query) && !namesAnother(query, context))
    return only.service;
  // A service by its name is what is meant, whatever else the message says: "zone redundant AKS" after SQL.
  const isNamed = names.some((name) => !isFamilyOfOne(name, context, known)) && !isDescribed(query);
  // "The same ones in Chile" picks none.
  const isAll = query.regions.length > 0 && query.cues.has("likewise");
  const longest = saysOne && !query.cues.has("both") ? LONGEST_CONTINUATION : LONGEST_PICK;
  if (!picks || only || isNamed || isAll || context.catalog || query.length > longest) return undefined;
  return bestByWords(query, choicesLeft(query, context), known);
}

function bestByWords(query: Query, choices: readonly string[], known: NamesKnown): string | undefined {
  const telling = (service: string) => query.words.filter((word) => tells(word, service, query, known));
  const shares = choices.map((service) => ({ service, share: telling(service).length }));
  const [best, next] = shares.sort((a, b) => b.share - a.share);
  if (!best || best.share <= (next?.share ?? 0)) return undefined;
  // "The application of all this is critical for us": a word among others of its own picks nothing.
  const isBeside = (word: string) => !known.isStopWord(word) && !known.nameWords(best.service).has(word);
  const beside = Math.max(query.words.filter(isBeside).length, query.unknownWords);
  return beside <= MOST_BESIDE ? best.service : undefined;
}

/** "The kafka one for analytics". */
const MOST_BESIDE = 2;

/** "Failover?" asks how it goes, and is no name of the one that has failover groups; "backup" is one of Azure Backup. */
function tells(word: string, service: string, { words }: Query, known: NamesKnown): boolean {
  if (!known.nameWords(service).has(word) || TELL_NOTHING.has(word)) return false;
  return !known.isTopicWord(word) || known.means.has(service) || words.some((one) => KINDS_OF_THINGS.has(one));
}

/** These stand in names ("secrets and keys", "same DNS zone"), and in any sentence. */
const TELL_NOTHING = anyOf(
  LIST_CONJUNCTIONS,
  PREPOSITIONS_OF_BELONGING,
  PREPOSITIONS_OF_MEANS,
  PREPOSITIONS_TOWARDS,
  UNIVERSAL_PRONOUNS,
  "with over behind same next but region regional zone tier sku plan pair",
);

/** "AKS and the vault": another is named beside what was offered. */
function namesAnother({ services }: Query, { choices }: ConversationContext): boolean {
  return services.some(({ service }) => !choices.includes(service));
}

/** "The storage one" of two queues is no other service. */
function isFamilyOfOne({ service }: Candidate, { choices }: ConversationContext, { families }: NamesKnown): boolean {
  return families.get(service)?.some((id) => choices.includes(id)) === true;
}

/** "The one in front of AKS": the other service only tells which one. */
function isDescribed({ words }: Query): boolean {
  return words.some((word, i) => ONES.has(word) && TELLS_WHICH.has(words[i + 1] ?? ""));
}

const ONES = wordSet("one ones");
const TELLS_WHICH = anyOf(RELATIVE_PRONOUNS, PREPOSITIONS_OF_BELONGING, "with behind before");

/** "No, the database" is none of that which was answered. */
export function choicesLeft(query: Query, { services, choices }: ConversationContext): readonly string[] {
  return isCorrection(query) ? choices.filter((service) => !services.includes(service)) : choices;
}

/** "Sorry, the database", "actually the managed one". */
export function isCorrection({ cues, words: [first = ""] }: Query): boolean {
  return cues.has("correction") || TAKES_BACK.has(first);
}

const TAKES_BACK = wordSet("sorry actually rather");

/** "Kafka clients read from it", asked which hub: no question of its own. */
function isToldAlone({ length, regions, words }: Query): boolean {
  return length <= LONGEST_PICK && regions.length === 0 && !words.some((word) => ASKS.has(word));
}

const ASKS = wordSet("how what which why when who where can does doe is are");

/** What tells which of the choices is meant is no other matter, whatever it is about: "Hyperscale". */
export function asAReply(query: Query, context: ConversationContext): Query {
  return isAwaited(context) && isToldAlone(query) ? { ...query, otherTopic: false, unknownWords: 0 } : query;
}
