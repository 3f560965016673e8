/** "AGC, the app gateway thing for containers": what explains a name in other words is no second one. */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import { isEnglish } from "./english";
import type { Lexicon } from "./lexicon";
import { type NameSpan, servicesAmong, servicesOf } from "./name-span";
import { isUnbroken, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  ARTICLES,
  anyOf,
  DETERMINERS,
  KINDS_OF_THINGS,
  PREPOSITIONS_INSIDE,
  PREPOSITIONS_OF_BELONGING,
  QUESTION_WORDS,
} from "./word-classes";

/**
 * Of a name and its explanation the one that says more is meant: "DNS, the private resolver".
 * @param meant the names that the message means, in order
 */
export function withoutExplanations(
  meant: readonly NameSpan[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const left = new Set(meant);
  const services = servicesAmong(meant);
  for (const [i, span] of services.entries()) {
    const before = services[i - 1];
    const [id, otherId] = [before && only(before), only(span)];
    if (before && otherId !== undefined && isIt(before, span, tokens)) left.delete(before);
    if (!before || id === undefined || otherId === undefined || id === otherId) continue;
    const isOfAFamily = lexicon.families.get(otherId)?.includes(id) === true;
    if (!isOfAFamily && isTheKind(before, span, tokens) && areAkin(id, otherId, lexicon)) left.delete(before);
    if (!left.has(before) || !isOpeningBehind(before, span, tokens)) continue;
    const isWider = isPart(before, otherId, tokens, lexicon) && !isPart(span, id, tokens, lexicon);
    const isThing = isCalledAThing(span, tokens);
    if (isWider && (isThing || isOnePair(meant))) left.delete(before);
    else if (isThing && areAkin(id, otherId, lexicon)) left.delete(span);
  }
  return meant.filter((span) => left.has(span) && !(services.length > 1 && isOfItsAddress(span, tokens)));
}

function isIt(before: NameSpan, span: NameSpan, tokens: readonly Token[]): boolean {
  return isSaidToBe(before, span, tokens);
}

/** "Our front door is API Management": ordinary words, and which service they stand for. */
function isSaidToBe(before: NameSpan, { start }: NameSpan, tokens: readonly Token[]): boolean {
  const is = A.has(wordAt(start - 1, tokens)) ? start - 2 : start - 1;
  if (tokens[is]?.word !== "is" || !isUnbroken(tokens.slice(before.end, start + 1))) return false;
  const between = wordsBetween(before.end, is, tokens);
  const isOfOurs =
    between.length === 0 || (between.length === WORDS_OF_OURS && PREPOSITIONS_OF_BELONGING.has(between[0] ?? ""));
  const isOurs = between.length > 0 || DETERMINERS.has(wordAt(before.start - 1, tokens));
  return isOfOurs && isOurs && isOrdinary(before, tokens);
}

const A = anyOf(ARTICLES, "really actually");
/** "of our architecture". */
const WORDS_OF_OURS = 3;

/** "Tables (the storage account ones)", "queues, the storage account kind": the family only says which tables are meant. */
export function withoutTheirFamily(
  meant: readonly NameSpan[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const isMember = (id: string, at: number) => {
    const before = meant.slice(0, at).findLast(({ name }) => name.kind === "service");
    const member = before && only(before);
    return member !== undefined && lexicon.families.get(id)?.includes(member) === true;
  };
  const whole = meant.find((span) => lexicon.families.has(only(span) ?? "") && isAsAWhole(span, tokens));
  const members = whole ? lexicon.families.get(only(whole) ?? "") : undefined;
  return meant.filter((span, at) => {
    if (members && servicesOf(span).every((id) => members.includes(id)) && span.name.kind === "service") return false;
    const isWhich = KINDS_OF_THINGS.has(wordAt(span.end, tokens)) && tokens[span.end]?.breakBefore === false;
    return !isWhich || !isMember(only(span) ?? "", at);
  });
}

/** "Azure Storage as a whole", "an overall picture of Azure Storage": its parts are but told. */
function isAsAWhole({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const behind = wordsBetween(end, end + WORDS_OF_A_WHOLE, tokens);
  const isWhole =
    behind.at(-1) === "whole" || WHOLE.has(behind[0] ?? "") || behind.slice(0, 2).join(" ") === "in general";
  return (
    isWhole || (PREPOSITIONS_OF_BELONGING.has(wordAt(start - 1, tokens)) && PICTURES.has(wordAt(start - 2, tokens)))
  );
}

/** "as a whole". */
const WORDS_OF_A_WHOLE = 3;
const WHOLE = wordSet("altogether overall generally");
const PICTURES = wordSet("picture overview summary");

/** "SQL MI in our hub vnet": where it stands is no second one. */
export function withoutNetworks(meant: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  return meant.filter((span, i) => {
    const before = meant[i - 1];
    if (only(span) !== NETWORK || before?.name.kind !== "service" || only(before) === undefined) return true;
    if (isMoreThanAPlace(before, span, meant[i + 1], tokens)) return true;
    const [tie, ...rest] = tokens.slice(before.end, span.start);
    const isTied =
      tie !== undefined && !tie.breakBefore && PREPOSITIONS_INSIDE.has(tie.word) && rest.length <= BEFORE_A_NETWORK;
    return !isTied || !rest.every(({ word, breakBefore }) => A_NETWORK.has(word) && !breakBefore);
  });
}

/** "Which subnet size for 200 VMs in a vnet", "ACI in a vnet published by a Private Link service" */
function isMoreThanAPlace(
  before: NameSpan,
  { end }: NameSpan,
  next: NameSpan | undefined,
  tokens: readonly Token[],
): boolean {
  const isGoneOn = next?.name.kind === "service" && !tokens.slice(end, next.start + 1).some((it) => it.breakBefore);
  return isGoneOn || QUESTION_WORDS.has(wordAt(startOfClause(before.start, tokens), tokens));
}

const NETWORK = "azure-virtual-network";
/** "our own hub". */
const BEFORE_A_NETWORK = 3;
const A_NETWORK = anyOf(DETERMINERS, "own hub spoke central shared landing zone hubs spokes");

/** "Must I change the DNS name", "besides the DNS zone": the address of another service. */
function isOfItsAddress({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  if (tokens[start]?.word !== "dns") return false;
  const last = tokens[end - 1];
  const isWhole = end - start > 1 && ADDRESSES.has(last?.word ?? "") && tokens[start - 1]?.word === "the";
  const next = tokens[end];
  return isWhole || (next !== undefined && !next.breakBefore && ADDRESSES.has(next.word));
}

const ADDRESSES = wordSet("name entry ttl suffix alias zone record label");

/** "the app gateway thing"; but "a Redis of the managed kind" is a Redis. */
function isCalledAThing({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const isOfAKind = tokens.slice(start, end).some(({ word }) => word === "of");
  return !isOfAKind && THINGS.has(wordAt(end, tokens)) && !tokens[end]?.breakBefore;
}

/** Not spelt as a name; the first word of a message is in capitals anyway. */
function isOrdinary({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  return tokens
    .slice(start, end)
    .every(({ raw, plain, word }, i) => (raw === plain || start + i === 0) && isEnglish(word));
}

/** "File shares over SMB, the NetApp ones": ordinary words, and behind them which of these. */
function isTheKind(before: NameSpan, { start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const isWhich = KINDS_OF_THINGS.has(wordAt(end, tokens)) && !tokens[end]?.breakBefore;
  const article = tokens[start - 1];
  const isOpening = article?.breakBefore === true && article.pause !== "end" && article.word === "the";
  return isOrdinary(before, tokens) && isWhich && isOpening && start - before.end <= BEFORE_THE_KIND;
}

/** "over SMB in Milan, the". */
const BEFORE_THE_KIND = 5;

function only(span: NameSpan): string | undefined {
  const [id, ...others] = servicesOf(span);
  return others.length === 0 ? id : undefined;
}

/** Behind a comma or a bracket: ", the app gateway". */
function isOpeningBehind({ end }: NameSpan, { start }: NameSpan, tokens: readonly Token[]): boolean {
  const opening = tokens[end];
  const isOpen = opening?.breakBefore === true && opening.pause !== "end";
  const before = tokens.slice(end, start);
  return (
    isOpen &&
    before.length > 0 &&
    before.length <= BEFORE_AN_EXPLANATION &&
    before.every(({ word }) => BEFORE_A_THING.has(word))
  );
}

/** No list goes on behind it: "Key Vault, the managed HSM and ACR". */
function isOnePair(meant: readonly NameSpan[]): boolean {
  return new Set(meant.flatMap(servicesOf)).size === 2;
}

/** "DNS" is in the names of the DNS Private Resolver. */
function isPart({ start, end }: NameSpan, id: string, tokens: readonly Token[], lexicon: Lexicon): boolean {
  return tokens.slice(start, end).every(({ canonical }) => lexicon.nameWords(id).has(canonical));
}

/** "some kind of new". */
const BEFORE_AN_EXPLANATION = 4;
const BEFORE_A_THING = anyOf(DETERMINERS, "new newer old some kind sort of azure other same");
const THINGS = anyOf(KINDS_OF_THINGS, "thing things thingy stuff product");

/** Neighbours, or of names with a word in common. */
function areAkin(id: string, otherId: string, lexicon: Lexicon): boolean {
  const areNeighbours = [lexicon.neighbours.get(id), lexicon.neighbours.get(otherId)].some(
    (ids) => ids?.includes(id) || ids?.includes(otherId),
  );
  return areNeighbours || [...lexicon.nameWords(id)].some((word) => lexicon.nameWords(otherId).has(word));
}
