/** "Swap them" after "Log Analytics in Poland, DR in West Europe": the same question, the other way round. */
import { isAwaited } from "./chosen-by-words";
import type { ConversationContext } from "./context";
import { namesService, type Query } from "./query";
import { tapToQuery } from "./tap";
import { PREPOSITIONS_OF_SWAPPING, VERBS_OF_SWAPPING } from "./word-classes";

/**
 * @param typed the message by itself
 * @returns the question of before with source and target exchanged, or that there are no two; null where none of that is
 * asked
 */
export function turnedRound(typed: Query, context: ConversationContext): Query | null {
  const { wayRound } = typed;
  // "Swap region: East Asia"
  const isElse = typed.regions.some((id) => !context.regions.includes(id));
  const isOpen = (context.services.length > 0 || context.aboutRegions) && !isAwaited(context);
  if (wayRound === null || !isOpen) return null;
  const { sources, targets } = waysOf(context);
  if (wayRound.kind === "swapped") {
    if (isElse) return null;
    return targets.length > 0 ? asked(typed, targets, sources, context) : { ...typed, bare: "one-place" };
  }
  const others = targets.includes(wayRound.region) ? sources : targets;
  const behind = targets.length > 0 ? others : onlyOne(typed, wayRound.region, context);
  return behind.length > 0 ? asked(typed, [wayRound.region], behind, context) : null;
}

/** "Make Dubai primary" after Key Vault in Qatar: Qatar is the second one then; "from Dubai then" says nothing of Qatar. */
function onlyOne({ words }: Query, primary: string, { regions }: ConversationContext): readonly string[] {
  return words.includes("from") || regions.length !== 1 || regions.includes(primary) ? [] : regions;
}

/** "Swap Dubai for Dublin" after Qatar to Dubai: the one that was spoken of leaves, and the other takes its place. */
export function replacedPlace(typed: Query, context: ConversationContext): Query | null {
  const { words, regions, topics } = typed;
  const isSwap = words.some((it) => VERBS_OF_SWAPPING.has(it)) && words.some((it) => PREPOSITIONS_OF_SWAPPING.has(it));
  const [left, ...more] = regions.filter((id) => context.regions.includes(id));
  const coming = regions.filter((id) => !context.regions.includes(id));
  const isOpen = context.services.length > 0 && !isAwaited(context) && !namesService(typed) && topics.length === 0;
  if (!isSwap || !isOpen || left === undefined || more.length > 0 || coming.length === 0) return null;
  const inPlace = (ids: readonly string[]) => ids.flatMap((id) => (id === left ? coming : [id]));
  const targets = inPlace(context.targets);
  return asked(
    typed,
    inPlace(context.regions).filter((id) => !targets.includes(id)),
    targets,
    context,
  );
}

/** Of two regions that were named the first is the one that is copied from. */
function waysOf({ regions, targets }: ConversationContext) {
  if (targets.length > 0) return { sources: regions.filter((id) => !targets.includes(id)), targets };
  return regions.length === 2 ? { sources: regions.slice(0, 1), targets: regions.slice(1) } : NO_WAYS;
}

const NO_WAYS: { readonly sources: readonly string[]; readonly targets: readonly string[] } = {
  sources: [],
  targets: [],
};

function asked(typed: Query, from: readonly string[], to: readonly string[], context: ConversationContext): Query {
  const { topic, told, services } = context;
  const named = namesService(typed) ? typed.order : services;
  return tapToQuery({
    services: [...named],
    choices: [],
    regions: [...from, ...to],
    targets: [...to],
    topic,
    pairing: null,
    told,
    concept: null,
    catalog: null,
    kinds: [],
  });
}
