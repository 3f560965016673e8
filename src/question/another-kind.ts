/** "And the database", "apps" after AKS: a part of other names, or a kind; the card before is no answer to it. */
import type { NamesKnown } from "./chosen-by-words";
import type { ConversationContext } from "./context";
import type { Candidate, Query } from "./query";

/** @returns the message by itself, in the region of before; null where it is on what was spoken of, or asks anything */
export function onAnother(query: Query, context: ConversationContext, known: NamesKnown): Query | null {
  const { nothingAsked: nothing, guesses, words } = query;
  const spokenOf = [...context.services, ...context.choices];
  if (nothing?.kind !== "part" || spokenOf.length === 0) return null;
  // "Instances" after Managed Instance, "the events" after Event Grid.
  const isOfThese = words.some((word) => spokenOf.some((service) => known.nameWords(service).has(word)));
  if (isOfThese || guesses.some(({ service }) => context.services.includes(service))) return null;
  // "The data" after Key Vault is what it holds.
  if (query.cues.has("contents") && !isOne(nothing.words, guesses[0])) return null;
  const isOffered = query.unclear.length > 0 || (guesses[0]?.confidence ?? 0) >= HINT;
  if (query.kinds.length > 0 && !isOffered)
    return { ...query, ofAKind: true, regions: context.regions, isCarried: true };
  if (!isOffered) return { ...query, otherProducts: nothing.words, guesses: [] };
  return { ...query, regions: context.regions, isCarried: true };
}

/** "Event", half of the names of two services. */
function isOne([word = ""]: readonly string[], guess: Candidate | undefined): boolean {
  return !/s$/i.test(word) && (guess?.confidence ?? 0) >= HINT;
}

/** As much of a name as is offered. */
const HINT = 0.4;
