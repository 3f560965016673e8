/** "Not that one", "wrong one" after an answer: the next card is any but that one. */
import { candidates } from "./changed-plan";
import type { NamesKnown } from "./chosen-by-words";
import type { ConversationContext } from "./context";
import { SHORTEST_QUESTION } from "./lengths";
import { namesService, type Query } from "./query";

export type KnownNeighbours = NamesKnown & {
  /** Services, each with those that are taken for it or stand beside it. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
};

/**
 * @returns the message, on what else was offered or is taken for what was answered; null where nothing was turned down.
 * One that is left is answered, of more it is asked which.
 */
export function rejected(query: Query, context: ConversationContext, known: KnownNeighbours): Query | null {
  const [answered, ...others] = context.services;
  if (answered === undefined || others.length > 0 || !turnsDown(query)) return null;
  const isTurnedDown = (id: string) => context.services.includes(id);
  const offered = context.choices.filter((id) => !isTurnedDown(id));
  const near = (known.neighbours.get(answered) ?? []).filter((id) => !isTurnedDown(id));
  const left = candidates(offered.length > 0 ? offered : near);
  const [only] = left;
  return { ...query, services: left.length === 1 && only ? [only] : [], unclear: left.length > 1 ? [left] : [] };
}

/** Nothing else is said. */
function turnsDown(query: Query): boolean {
  const isElse = namesService(query) || query.regions.length + query.topics.length + query.concepts.length > 0;
  const isOnIt = query.cues.has("turned-down") && query.cues.has("correction");
  return isOnIt && !isElse && query.unknownWords === 0 && query.ordinal === null && query.length <= SHORTEST_QUESTION;
}
