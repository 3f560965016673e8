/** Which of the services of the turn before is picked: "the second one", "the managed one", "the other one". */
import { wordSet } from "../knowledge/normalise";
import { asked } from "./changed-plan";
import { choiceByWords, isAwaited, type NamesKnown } from "./chosen-by-words";
import type { ConversationContext } from "./context";
import { LONGEST_PICK, LONGEST_WITH_A_PRONOUN } from "./lengths";
import { namesService, type Query } from "./query";
import { asksWhatIsLost } from "./still-ours";
import { anyOf, RESTRICTIVE_ADVERBS, UNIVERSAL_PRONOUNS, VERBS_OF_LOSING } from "./word-classes";

/** @returns the service that is picked, if one is */
export function picked(typed: Query, context: ConversationContext, known: NamesKnown): string | undefined {
  const query = withoutWhatIsLost(typed);
  return (
    chosenService(query, context) ??
    choiceByWords(query, context, known) ??
    partOfAPlan(query, context, known) ??
    theOther(query, context)
  );
}

/** "Which ones lose data" picks none that has data in its names. */
function withoutWhatIsLost(query: Query): Query {
  return asksWhatIsLost(query) ? { ...query, words: query.words.filter((word) => !LOST.has(word)) } : query;
}

const LOST = anyOf(VERBS_OF_LOSING, "data");

/** "And the other one?": of two choices that which was not spoken of. */
function theOther(query: Query, { services, choices, recent }: ConversationContext): string | undefined {
  const isOpen = query.cues.has("other-one") && !namesService(query) && query.length <= LONGEST_PICK;
  const others = choices.filter((service) => !services.includes(service));
  // Of more than two that which was spoken of before.
  const [only, ...more] = choices.length === 2 ? others : others.filter((service) => recent.includes(service));
  return isOpen && services.length === 1 && more.length === 0 ? only : undefined;
}

/** "both of them": what was asked back, a plan's services, or those of the last two answers. */
export function bothOf({ words }: Query, context: ConversationContext): readonly string[] {
  const { services, choices, recent } = context;
  if (isAwaited(context)) return choices;
  if (services.length > 1) return services;
  // "Number 2", then "the same three in Chile".
  if (words.includes("three") && choices.length === SAID_THREE) return choices;
  if (words.some((word) => UNIVERSAL_PRONOUNS.has(word))) return recent;
  if (isPlanWithMore(context) && !words.some((word) => TWO.has(word))) return unique([...choices, ...recent]);
  return recent.slice(words.includes("three") ? -3 : -2);
}

/** "Yes", "all of them", where it was asked whether one is meant or more: all that were offered. */
export function allOffered(query: Query, context: ConversationContext): Query | null {
  const isOnAll = query.words.length > 0 && query.words.every((word) => ALL_OF_THEM.has(word));
  return isAwaited(context) && isOnAll && query.words.some((word) => SAYS_ALL.has(word))
    ? asked(query, context.choices)
    : null;
}

const SAYS_ALL = wordSet("all everything both yes yeah yep more three each every");
const ALL_OF_THEM = anyOf(SAYS_ALL, "of them these those the please one two four of and");

const SAID_THREE = 3;
const TWO = wordSet("two both either three");

/** A plan, and "and Storage?" behind it: "which of them" are all of these. */
function isPlanWithMore({ services: [only], choices, recent }: ConversationContext): boolean {
  const isIn = only !== undefined && choices.includes(only);
  // Choices of a question back were offered, and not answered.
  return !isIn && choices.filter((service) => recent.includes(service)).length > 1;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/** "Only the table part, go deeper" after a plan: the service that alone has the word in its names. */
function partOfAPlan(query: Query, { services }: ConversationContext, known: NamesKnown): string | undefined {
  // "Just the database, in Mexico"
  const isPlaced = query.regions.length > 0 && !query.words.some((word) => ONLY.has(word));
  const isOpen = services.length > 1 && !namesService(query) && !isPlaced;
  const longest = query.cues.has("pronoun") ? LONGEST_WITH_A_PRONOUN : LONGEST_PICK;
  if (!isOpen || query.length > longest) return undefined;
  const telling = query.words.filter((word) => !known.isStopWord(word) && !known.isTopicWord(word));
  const meant = new Set(
    telling.flatMap((word) => {
      const having = services.filter((service) => known.nameWords(service).has(word));
      return having.length === 1 ? having : [];
    }),
  );
  const [only, ...others] = meant;
  return others.length === 0 ? only : undefined;
}

const ONLY = anyOf(RESTRICTIVE_ADVERBS, "alone");

function chosenService(query: Query, context: ConversationContext): string | undefined {
  // "With Israel Central as first region"
  const isOnPlaces = query.regions.length > 0 && query.cues.has("regions");
  if (query.ordinal === null || query.services.length > 0 || isOnPlaces) return undefined;
  // "What about the first one, but in Dublin" after two answers.
  const spokenOf = context.choices.length === 0 && query.regions.length > 0 ? context.recent : context.choices;
  const chosen = spokenOf.at(query.ordinal);
  // "The last one only, does its vault survive?"
  const isOneOf = query.unclear.every((name) => name.some(({ service }) => service === chosen));
  return isOneOf ? chosen : undefined;
}
