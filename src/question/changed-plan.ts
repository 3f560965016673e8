import type { ConversationContext } from "./context";
import { PART } from "./follow-up";
import { LONGEST_ADDITION, LONGEST_CONTINUATION, LONGEST_CORRECTION, LONGEST_PICK } from "./lengths";
import { type Candidate, namesService, type Query, servicesNamed } from "./query";
import { anyOf, LIST_CONJUNCTIONS, POLITE_WORDS, VERBS_OF_SWAPPING } from "./word-classes";

type KnownFamilies = { readonly families: ReadonlyMap<string, readonly string[]> };

/** @returns the message, on what is left of the plan with what comes in; null where it changes none */
export function changedPlan(typed: Query, context: ConversationContext, known: KnownFamilies): Query | null {
  const before = planBefore(context);
  const query = withMore(withMembersLeft(typed, before, known), context);
  const others = query.services.map(({ service }) => service).filter((service) => !before.includes(service));
  const isSome = before.length > 1 || others.length > 0;
  const inPlace = replaced(query, before, others);
  const out = [
    ...query.changes.left,
    ...leftByAPart(query, before),
    ...leftByPlace(query, before),
    ...deniedAlone(query, before),
    ...inPlace,
  ];
  const left = isSome ? before.filter((service) => out.includes(service)) : [];
  // What "swap Key Vault for Managed HSM" names and was not there comes in.
  const incoming = left.length > 0 ? [...query.changes.added, ...out, ...others] : query.changes.added;
  const isAll = others.every((service) => incoming.includes(service));
  const asksHow = query.words.includes("how") && !query.cues.has("compare");
  const longest = query.changes.added.length > 0 ? LONGEST_ADDITION : LONGEST_CORRECTION;
  const asksElse = asksHow || query.topics.length > 0 || query.length > longest;
  const isFull = before.length === 0 || !isAll || asksElse;
  // What is named instead has the row of that which it replaces.
  const swapped = before.flatMap((service) => (service === inPlace[0] ? [service, ...others] : [service]));
  const services = [...new Set([...swapped, ...others])].filter((service) => !left.includes(service));
  const shared = sharedAdded(query, before, left);
  const order = [...services, ...shared.flatMap(([likeliest]) => likeliest?.service ?? [])];
  if (!asksElse && leavesOutOthers(query, before))
    return { ...asked(query, before), order: before, absent: absentOf(query) };
  if (isFull || left.length + others.length + shared.length === 0 || order.length === 0) return null;
  // The plan is asked for anew, whatever "add redis" would be by itself.
  const likely = shared.length > 0 ? { ...query.likely, kind: "services" as const } : query.likely;
  return { ...asked(query, services), unclear: shared, order, denied: [], otherTopic: false, likely };
}

/** A narrowed plan is changed as a whole. */
function planBefore({ services, shown }: ConversationContext): readonly string[] {
  return shown && shown.whole.length > 1 ? shown.whole : services;
}

/** "Without the storage" where the plan has blobs. */
function withMembersLeft(query: Query, before: readonly string[], { families }: KnownFamilies): Query {
  const { left } = query.changes;
  const members = left.filter((id) => !before.includes(id)).flatMap((id) => families.get(id) ?? []);
  const named = members.filter((id) => before.includes(id));
  if (named.length === 0) return query;
  const isFamily = ({ service }: Candidate) => families.get(service)?.some((id) => named.includes(id)) !== true;
  const changes = { ...query.changes, left: [...left, ...named] };
  return { ...query, changes, services: query.services.filter(isFamily) };
}

/** "And Cosmos", "also Key Vault" right after "add redis": more of it. */
function withMore(query: Query, { edited }: ConversationContext): Query {
  const { changes, cues, topics, regions, length } = query;
  const isMore = edited && (cues.has("follow") || cues.has("likewise")) && length <= LONGEST_MORE;
  const isElse = topics.length + regions.length + changes.left.length > 0 || query.unknownWords > 0;
  if (!isMore || isElse) return query;
  return { ...query, changes: { ...changes, added: servicesNamed(query) } };
}

/** "And the front door too" */
const LONGEST_MORE = 6;

/** "Drop the last one" */
function leftByPlace({ cues, ordinal, services, unclear, words }: Query, before: readonly string[]): readonly string[] {
  const isSeveral = words.includes("and") || before.length < 2;
  if (ordinal === null || !cues.has("leave-out") || services.length + unclear.length > 0 || isSeveral) return [];
  const chosen = before.at(ordinal);
  return chosen === undefined ? [] : [chosen];
}

/** "Take out Cosmos" of a plan without it: the plan stays as it is, and nothing is opened. */
function leavesOutOthers(query: Query, before: readonly string[]): boolean {
  const { changes, cues } = query;
  const areLeft = changes.left.length > 0 && servicesNamed(query).every((id) => changes.left.includes(id));
  const isIn = changes.left.some((id) => before.includes(id)) || changes.added.length > 0;
  return areLeft && !isIn && before.length > 1 && cues.has("leave-out");
}

/** What was to go, each name once; "functions" may be no name, where nothing else says so. */
function absentOf({ mentioned, changes }: Query): readonly string[] {
  return mentioned.length > 0 ? mentioned : changes.left.slice(0, 1);
}

/** "Not Key Vault" after a plan that has it: nothing else is said. */
function deniedAlone({ services, unclear, cues, words, topics }: Query, before: readonly string[]): readonly string[] {
  const named = services.map(({ service }) => service);
  const isElse = unclear.length + topics.length > 0 || words.some((word) => !SAYS_NO_MORE.has(word));
  if (before.length < 2 || !cues.has("not") || isElse) return [];
  return named.every((service) => before.includes(service)) ? named : [];
}

const SAYS_NO_MORE = anyOf(LIST_CONJUNCTIONS, POLITE_WORDS, "but so ok also then");

/** "Container Apps instead of AKS", "instead of AKS Container Apps", "not AKS but Container Apps". */
function replaced(
  { cues, denied, services: [first] }: Query,
  before: readonly string[],
  others: readonly string[],
): readonly string[] {
  if (before.length < 2 || others.length === 0) return [];
  if (denied.length > 0) return denied;
  return cues.has("rather-than") && first && before.includes(first.service) ? [first.service] : [];
}

/** "Drop AKS and add redis": what a shared name may mean comes in as its likeliest. */
function sharedAdded(
  { unclear, changes, words }: Query,
  before: readonly string[],
  left: readonly string[],
): ReadonlyArray<readonly Candidate[]> {
  const isSwap = words.some((word) => VERBS_OF_SWAPPING.has(word));
  const isOut = ({ service }: Candidate) => before.includes(service) || (!isSwap && changes.left.includes(service));
  const isIn = ({ service }: Candidate) => left.length > 0 || changes.added.includes(service);
  return unclear.filter((name) => !name.some(isOut) && name.some(isIn));
}

/** "Skip the instances" of Container Instances. */
function leftByAPart(query: Query, before: readonly string[]): readonly string[] {
  const { cues, guesses, length } = query;
  if (!cues.has("leave-out") || namesService(query) || before.length < 2 || length > LONGEST_PICK) return [];
  const parts = guesses.filter(({ service, confidence }) => confidence >= PART && before.includes(service));
  return parts.length === 1 ? parts.map(({ service }) => service) : [];
}

export function asked(query: Query, services: readonly string[]): Query {
  return { ...query, services: candidates(services), unclear: [], guesses: [] };
}

export function candidates(services: readonly string[]): Candidate[] {
  return services.map((service) => ({ service, confidence: 1 }));
}

/** "Leave Switzerland out, only Frankfurt", "without Osaka" after Tokyo and Osaka. */
export function withoutPlaces(query: Query, { regions }: ConversationContext): readonly string[] | null {
  const { leftPlaces } = query.changes;
  if (regions.length < 2 || namesService(query) || query.length > LONGEST_CONTINUATION) return null;
  if (!regions.some((region) => leftPlaces.includes(region))) return null;
  const kept = [...new Set([...regions, ...query.regions])].filter((region) => !leftPlaces.includes(region));
  return kept.length > 0 ? kept : null;
}

/** "Supposing we drop Cosmos and move over to DocumentDB": what was spoken of is left. */
export function withoutLeft(query: Query, context: ConversationContext): Query {
  const isLeft = ({ service }: Candidate) => query.changes.left.includes(service) && context.services.includes(service);
  const services = query.services.filter((candidate) => !isLeft(candidate));
  return services.length > 0 && context.services.length === 1 ? { ...query, services } : query;
}
