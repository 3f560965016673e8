/** Of what a name may mean, that which was spoken of: "are events copied", "the vault", "and queues" after tables. */
import { wordSet } from "../knowledge/normalise";
import { isCorrection, type NamesKnown } from "./chosen-by-words";
import type { ConversationContext } from "./context";
import { LONGEST_PICK } from "./lengths";
import { type Candidate, namesService, type Query } from "./query";

export type KnownNames = NamesKnown & {
  /** Services, each with those that are taken for it or stand beside it. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
};

/** @returns the message, with the names settled that the turn before settles */
export function settled(query: Query, context: ConversationContext, known: KnownNames): Query {
  const near = isOnTheSame(query, context, known) ? [{ service: context.services[0] ?? "", confidence: 1 }] : null;
  if (near) return { ...query, services: near, unclear: [] };
  if (!namesService(query)) return { ...query, services: sisterOf(query, context, known) };
  const meant = (name: readonly Candidate[]) => spokenOf(name, query, context, known);
  const found = query.unclear.map(meant).flatMap((one) => (one.length === 1 ? one : []));
  const unclear = query.unclear.filter((name) => meant(name).length !== 1);
  return { ...query, services: [...query.services, ...found], unclear };
}

function spokenOf(
  name: readonly Candidate[],
  query: Query,
  { services, recent, choices }: ConversationContext,
  known: KnownNames,
): readonly Candidate[] {
  // "And the old cache?" after the managed one.
  const isOnTheOther = query.cues.has("other-one") || query.words.some((word) => OTHER.has(word));
  const others = isOnTheOther ? name.filter(({ service }) => !services.includes(service)) : [];
  if (others.length === 1) return others;
  // "No, the cache": of what was offered that which was not answered.
  const isLeft = (id: string) => choices.includes(id) && !services.includes(id);
  const left = isCorrection(query) ? name.filter(({ service }) => isLeft(service)) : [];
  if (left.length === 1) return left;
  const among = (ids: readonly string[]) => name.filter(({ service }) => ids.includes(service));
  // "And queues" after tables are those of the same storage, "the registry that goes with it", after AKS, its neighbour.
  const neighbours = query.cues.has("pronoun") ? services.flatMap((id) => known.neighbours.get(id) ?? []) : [];
  const fitting = [services, sisters(services, known), neighbours, recent].map(among);
  return fitting.find(({ length }) => length > 0) ?? [];
}

const OTHER = wordSet("old older classic legacy other");

/** "A replica cluster in Germany?" after DocumentDB, whose names have the word "cluster" too. */
function isOnTheSame(query: Query, { services }: ConversationContext, known: KnownNames): boolean {
  const [only, ...others] = services;
  const isOneName = query.unclear.length === 1 && query.services.length === 0 && !query.cues.has("pronoun");
  if (only === undefined || others.length > 0 || !isOneName || query.regions.length === 0) return false;
  const telling = query.words.filter((word) => !known.isStopWord(word) && !known.isTopicWord(word));
  return query.length <= LONGEST_PICK && telling.some((word) => known.nameWords(only).has(word));
}

/** "And files of the same account" after tables: what is but an ordinary word elsewhere is a sister's name. */
function sisterOf({ guesses, length }: Query, { services }: ConversationContext, known: KnownNames): Candidate[] {
  const near = services.flatMap((id) => known.neighbours.get(id) ?? []);
  const others = [...sisters(services, known), ...near].filter((id) => !services.includes(id));
  const found = guesses.filter(({ service, confidence }) => confidence === 1 && others.includes(service));
  return found.length === 1 && length <= LONGEST_PICK ? found : [];
}

function sisters(services: readonly string[], { families }: KnownNames): readonly string[] {
  return [...families.values()].filter((members) => members.some((id) => services.includes(id))).flat();
}
