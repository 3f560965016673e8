/** Services that are a means for others: Backup and Site Recovery are services, and topics too. */
import { fold } from "../knowledge/normalise";
import type { Topic } from "../knowledge/schema";
import type { Lexicon } from "./lexicon";
import { joinedBy, listedBy, type NameSpan, servicesAmong, servicesOf, startOfNoun } from "./name-span";
import type { Candidate } from "./query";
import { withKind } from "./spans";
import type { Span } from "./spot";
import { endsThought, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  PREPOSITIONS_OF_BELONGING,
  PREPOSITIONS_OF_MEANS,
  PREPOSITIONS_OF_PLACE,
  QUESTION_OPENINGS,
} from "./word-classes";

/** Names that several services share: those that something settles, and those that stay open. */
export type Settled = {
  readonly settled: readonly Candidate[];
  readonly unclear: ReadonlyArray<readonly Candidate[]>;
};

type Asked = { readonly services: readonly Candidate[]; readonly topics: readonly Topic[] };

/**
 * "VMs with Site Recovery" asks for VMs; Site Recovery is the means. Alone, or joined by "and", it is the service.
 * @param listed services that an "and" joins to others
 */
export function meansOrEnds({ services, topics }: Asked, listed: ReadonlySet<string>, lexicon: Lexicon): Asked {
  const ends = services.filter(({ service }) => !lexicon.means.has(service) || listed.has(service));
  // "VMs, ASR, Azure Backup: who does what" asks about all.
  const areCompared = services.filter(({ service }) => lexicon.means.has(service)).length > 1;
  if (ends.length !== 1 || ends.length === services.length || areCompared) return { services, topics };
  const asTopics = services.flatMap(({ service }) => lexicon.means.get(service) ?? []);
  return { services: ends, topics: [...new Set([...asTopics, ...topics])] };
}

/** "Brazil South can only be a source with Site Recovery. Fine for our VMs there?": told before, it is still the means. */
export function withMeansTold(
  { services, topics }: Asked,
  { chosen, denied }: { readonly chosen: readonly NameSpan[]; readonly denied: readonly string[] },
  lexicon: Lexicon,
): Asked {
  if (services.length !== 1 || services.some(({ service }) => lexicon.means.has(service))) return { services, topics };
  const named = chosen.flatMap(servicesOf).filter((id) => !denied.includes(id));
  const told = named.flatMap((id) => lexicon.means.get(id) ?? []);
  return { services, topics: [...new Set([...topics, ...told])] };
}

/** "ASR for the AKS nodes", "backups of our VMs": the name that belongs to a way to survive. */
export function isEndOfAMeans({ start }: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  const noun = startOfNoun(start, tokens);
  const isOfIt = (end: number) => end < start && noun <= end + 1 && PREPOSITIONS_OF_BELONGING.has(wordAt(end, tokens));
  return withKind(spans, "topic").some(({ span }) => isOfIt(span.end));
}

/** What is no means of another service: an "and" joins it to others, or it has its own part of the question. */
export function isListed(
  at: number,
  meant: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
): boolean {
  const span = meant[at];
  if (!span) return false;
  const services = servicesAmong(meant);
  const next = services[services.indexOf(span) + 1];
  return (
    listedBy(at, meant, tokens) === "word" ||
    hasItsOwnPurpose(span, services, spans, tokens) ||
    isAskedToo(span, tokens) ||
    // "Is Site Recovery gone, and are the VMs gone?"
    (next !== undefined && isAskedToo(next, tokens)) ||
    isPlacedItem(at, meant, tokens) ||
    isBehindBrackets(span, tokens)
  );
}

/** "SQL MI for the data, Site Recovery for the app boxes", "ASR for the servers and failover groups for SQL DB" */
function hasItsOwnPurpose(
  { start, end }: NameSpan,
  services: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
): boolean {
  if (tokens[end]?.word !== "for" || tokens[end]?.breakBefore) return false;
  if (start > 0 && tokens[start]?.pause === "comma") return true;
  const purpose = tokens.slice(end + 1, end + 1 + LONGEST_PURPOSE);
  const stop = purpose.findIndex(({ word, breakBefore }) => breakBefore || word === "and");
  const joint = stop < 0 ? tokens.length : end + 1 + stop;
  if (services.some((other) => other.start >= end && other.start < joint)) return false;
  const isLast = isItemBehindAnd(start, tokens) && services.some((other) => other.end < start);
  return isLast || isItemAt(tokens[joint]?.word === "and" ? joint + 1 : joint, services, spans, tokens);
}

/** "our old app servers in Milan". */
const LONGEST_PURPOSE = 6;

function isItemBehindAnd(start: number, tokens: readonly Token[]): boolean {
  return tokens[startOfNoun(start, tokens) - 1]?.word === "and";
}

/** "failover groups for SQL DB", "our SQL MI for the data": the next of a list. */
function isItemAt(
  at: number,
  services: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
): boolean {
  const isFor = (end: number) => tokens[end]?.word === "for" && !tokens[end]?.breakBefore;
  const isWay = withKind(spans, "topic").some(({ span }) => span.start === at && isFor(span.end));
  return isWay || services.some(({ start, end }) => startOfNoun(start, tokens) === at && isFor(end));
}

/** "Azure Backup in Madrid and Log Analytics in Madrid": each with its place. */
function isPlacedItem(at: number, meant: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const isRow = (service?: NameSpan, place?: NameSpan, next?: NameSpan) =>
    service?.name.kind === "service" &&
    place?.name.kind === "region" &&
    next?.name.kind === "service" &&
    tokens.slice(service.end, place.start).every(({ word }) => PREPOSITIONS_OF_PLACE.has(word)) &&
    joinedBy(place, next, tokens) === "word";
  return [at, at - 2].some((i) => isRow(meant[i], meant[i + 1], meant[i + 2]));
}

/** "Is SQL DB ok and is Site Recovery ok", "what about VMs and what about Backup". */
function isAskedToo({ start }: NameSpan, tokens: readonly Token[]): boolean {
  const noun = startOfNoun(start, tokens);
  const before = wordsBetween(Math.max(0, noun - WORDS_OF_A_TURN), noun, tokens);
  const rest = before.slice(before.lastIndexOf("and") + 1);
  return before.includes("and") && rest.length > 0 && rest.every((word) => OPENS_ITS_PART.has(word));
}

/** "and what about". */
const WORDS_OF_A_TURN = 3;
const OPENS_ITS_PART = anyOf(QUESTION_OPENINGS, "about");

/** "What about blobs (we have GRS there) and Backup vaults" */
function isBehindBrackets({ start }: NameSpan, tokens: readonly Token[]): boolean {
  const and = tokens[startOfNoun(start, tokens) - 1];
  return and?.word === "and" && and.pause === "other";
}

/** "Backup, not Site Recovery": of the two means the one that is left. */
export function meansLeft(denied: ReadonlySet<string>, spans: readonly Span[], lexicon: Lexicon): NameSpan | null {
  if (![...denied].some((id) => lexicon.means.has(id))) return null;
  for (const [service, topic] of lexicon.means) {
    const found = withKind(spans, "topic").find(({ meaning }) => meaning.topic === topic);
    if (found && !denied.has(service)) return { ...found.span, name: { kind: "service", services: [service] } };
  }
  return null;
}

/** "And with Site Recovery?": alone, and yet a means for what was spoken of before. */
export function meansOf(
  services: readonly Candidate[],
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): Topic | null {
  const [only, ...others] = services;
  const topic = only && others.length === 0 ? lexicon.means.get(only.service) : undefined;
  if (topic === undefined) return null;
  const isBy = ({ start }: Span) => {
    const at = lexicon.isFiller(wordAt(start - 1, tokens)) ? start - 2 : start - 1;
    return BY.has(wordAt(at, tokens));
  };
  return withKind(spans, "service").some(({ span, meaning }) => meaning.services[0] === only?.service && isBy(span))
    ? topic
    : null;
}

const BY = anyOf(PREPOSITIONS_OF_MEANS, "using use");

/** "Site Recovery and backup": beside a means in a list the topic's own word names the service. */
export function withMeansByTopic(
  meant: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const services = meant.flatMap(servicesOf);
  const means = meant.filter((name) => servicesOf(name).some((id) => lexicon.means.has(id)));
  const joins = (first: Span, second: Span) => joinedBy(withItsEnd(first, meant, tokens), second, tokens);
  const isListedWith = (span: Span) =>
    means.some((name) => joins(name, span) ?? joins(span, name) ?? areCompared(name, span, tokens)) ||
    // "vms asr backup", a list without commas
    (endsThought(span.end, tokens) &&
      means.some(({ start, end }) => end === span.start && meant.some((other) => other.end === start)));
  const added = spans.flatMap((span) => {
    const id = [...lexicon.means].find(([, topic]) => tokens[span.start]?.canonical === topic)?.[0];
    const isOneWord = span.end - span.start === 1 && span.meanings.some(({ kind }) => kind === "topic");
    if (id === undefined || !isOneWord || services.includes(id)) return [];
    if (!isListedWith(span) && !isItemInCapitals(span, meant, tokens)) return [];
    return [{ ...span, name: { kind: "service", services: [id] } } as const];
  });
  return [...meant, ...added].sort((a, b) => a.start - b.start);
}

/** "Key Vault, Backup, Log Analytics": spelt as a name among names. */
function isItemInCapitals(span: Span, meant: readonly NameSpan[], tokens: readonly Token[]): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(tokens[span.start]?.raw ?? "")) return false;
  const named = servicesAmong(meant);
  const [before, next] = [named.findLast(({ end }) => end <= span.start), named.find(({ start }) => start >= span.end)];
  return before !== undefined && next !== undefined && areInARow(before, span, tokens) && areInARow(span, next, tokens);
}

function areInARow(first: Span, second: Span, tokens: readonly Token[]): boolean {
  const isNewSentence = tokens.slice(first.end, second.start + 1).some(({ pause }) => pause === "end");
  return !isNewSentence && joinedBy(first, second, tokens) !== null;
}

/** "Site Recovery as opposed to Backup", "Backup compared with ASR": null where they are not. */
function areCompared(one: Span, other: Span, tokens: readonly Token[]): true | null {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const between = wordsBetween(first.end, second.start, tokens).join(" ");
  return COMPARISONS.has(between) ? true : null;
}

const COMPARISONS: ReadonlySet<string> = new Set(
  ["as opposed to", "opposed to", "compared to", "compared with", "in contrast to", "against", "next to"].map(
    (phrase) => phrase.split(" ").map(fold).join(" "),
  ),
);

/** "Backup for the VMs or Site Recovery": what it is for stands between the two. */
function withItsEnd(span: Span, meant: readonly NameSpan[], tokens: readonly Token[]): Span {
  const isFor = PREPOSITIONS_OF_BELONGING.has(wordAt(span.end, tokens)) && tokens[span.end]?.breakBefore === false;
  const end = isFor
    ? meant.find(({ start }) => start > span.end && startOfNoun(start, tokens) <= span.end + 1)
    : undefined;
  return end ? { ...span, end: end.end } : span;
}

/** "recovery services vault, cross-region restore": of those that share the name, the likeliest does what is asked. */
export function settledByTopic(
  unclear: ReadonlyArray<readonly Candidate[]>,
  topics: readonly Topic[],
  lexicon: Lexicon,
): Settled {
  const meant = ([likeliest]: readonly Candidate[]) => {
    const topic = likeliest && lexicon.means.get(likeliest.service);
    return topic !== undefined && topics.includes(topic);
  };
  return {
    settled: unclear.filter(meant).flatMap(([likeliest]) => likeliest ?? []),
    unclear: unclear.filter((candidates) => !meant(candidates)),
  };
}
