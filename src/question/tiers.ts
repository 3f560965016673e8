/** Tiers that a message names: "Service Bus Standard", "APIM on the basic SKU", "is standard enough" in a follow-up. */
import { wordSet } from "../knowledge/normalise";
import type { Lexicon } from "./lexicon";
import { type NameSpan, servicesAmong, servicesOf } from "./name-span";
import { placesOf } from "./spans";
import type { Span } from "./spot";
import { beginsThought, endsThought, startOfSentence, wordAt, wordsBetween } from "./thoughts";
import type { TierPlace } from "./tier-names";
import type { Token } from "./tokens";
import {
  AUXILIARY_VERBS,
  anyOf,
  DETERMINERS,
  FORMS_OF_BE,
  FORMS_OF_HAVE,
  LIST_CONJUNCTIONS,
  POLITE_WORDS,
  PREPOSITIONS_OF_PLACE,
  PREPOSITIONS_OF_SWAPPING,
  QUESTION_WORDS,
  RESTRICTIVE_ADVERBS,
} from "./word-classes";

export type ToldTiers = { readonly ids: readonly string[]; readonly places: ReadonlySet<number> };

const NO_TIERS: ToldTiers = { ids: [], places: new Set() };

/** @param names all names of the message, in order */
export function tiersIn(tokens: readonly Token[], names: readonly NameSpan[], lexicon: Lexicon): ToldTiers {
  const found = longestOf(lexicon.tiers.in(tokens.map(({ canonical }) => canonical)));
  if (found.length === 0) return NO_TIERS;
  const told = found.flatMap((place) => {
    const others = names.filter((name) => !isJustThat(name, place));
    const services = servicesAmong(others);
    const owned = () => ownersOf(place, tokens, services).flatMap((owners) => ownedBy(place, owners, tokens));
    if (isDenied(place, tokens, services)) return owned().flatMap(belowIt);
    return isATier(place, tokens, services) || endsAListOfNames(place, tokens, others) ? owned() : [];
  });
  const ids = new Set(told.flatMap((place) => place.names.map(({ id }) => id)));
  return { ids: [...ids], places: placesOf(told.map((place) => widened(place, tokens))) };
}

/** "Premium page blobs" are no "premium" and no "page blobs" besides. */
function longestOf(places: readonly TierPlace[]): readonly TierPlace[] {
  const length = ({ start, end }: TierPlace) => end - start;
  const isEnclosed = (place: TierPlace) =>
    places.some((wider) => wider.start <= place.start && place.end <= wider.end && length(wider) > length(place));
  return places.length > 1 ? places.filter((place) => !isEnclosed(place)) : places;
}

/** "A standard design" names no tier; "the standard SKU" and "ACR standard" do. */
function isATier({ start, end }: TierPlace, tokens: readonly Token[], services: readonly NameSpan[]): boolean {
  const [before, behind] = [tokens[start - 1]?.word ?? "", tokens[end]?.word ?? ""];
  if (isLeft(start, tokens) || isAnOrdinaryWord(start, end, tokens)) return false;
  if (ONLY_TIERS.has(tokens[start]?.word ?? "") || NOUNS.has(before) || NOUNS.has(behind)) return true;
  if (services.length === 0) return behind === "" || SUFFICES.has(behind);
  const isNamed = (at: number) => services.some((name) => name.start <= at && at < name.end);
  const isNamedHere = Array.from({ length: end - start + 2 }, (_, i) => start - 1 + i).some(isNamed);
  if (isNamedHere || SUFFICES.has(behind)) return true;
  // "Does Standard do", "can basic have replicas"
  if (AUXILIARY_VERBS.has(before) && HAS.has(behind)) return true;
  // "Our Service Bus is on Standard"
  return LEADS_TO_A_TIER.has(before) && [2, 3, 4].some((steps) => isNamed(start - steps));
}

/** "We are not on Premium", "no Service Bus Premium", "without premium"; but "isn't Premium enough", "not just Premium". */
function isDenied({ start, end }: TierPlace, tokens: readonly Token[], services: readonly NameSpan[]): boolean {
  if (NO_TIER_BEHIND.has(wordAt(end, tokens))) return false;
  const isNamed = (at: number) => services.some((name) => name.start <= at && at < name.end);
  for (let at = start - 1; at >= 0 && start - at <= FURTHEST_DENIAL && !tokens[at + 1]?.breakBefore; at -= 1) {
    const word = wordAt(at, tokens);
    if (DENIES.has(word)) return true;
    if (word === "t") return at > 1 && !beginsThought(at - 1, tokens);
    if (!AFTER_DENIAL.has(word) && !isNamed(at)) return false;
  }
  return false;
}

function belowIt({ names, ...place }: TierPlace): TierPlace[] {
  const below = names.flatMap(({ below, ...name }) => (below === null ? [] : [{ ...name, below: null, id: below }]));
  return below.length > 0 ? [{ ...place, names: below }] : [];
}

/** "From Standard to Premium", "Premium instead of Standard", "not Basic". */
function isLeft(start: number, tokens: readonly Token[]): boolean {
  const at = DETERMINERS.has(tokens[start - 1]?.word ?? "") ? start - 2 : start - 1;
  const [word, before] = [tokens[at]?.word ?? "", tokens[at - 1]?.word ?? ""];
  return word === "from" || word === "not" || (LEFT_FOR.has(before) && (word === "of" || word === "than"));
}

/** "Standard failover procedure", "basic question", "developer portal", "the basics", "I am a developer". */
function isAnOrdinaryWord(start: number, end: number, tokens: readonly Token[]): boolean {
  const isOfAThing = wordsBetween(end, end + 3, tokens).some((word) => NO_TIER_BEHIND.has(word));
  const isAPerson = tokens[start]?.word === "developer" && wordAt(start - 1, tokens) === "a";
  return isAPerson || PLURALS.has(tokens[start]?.plain ?? "") || (isOfAThing && !NOUNS.has(wordAt(end, tokens)));
}

/** "Service Bus Doha standard", "Event Hubs in Doha, basic": behind nothing but names, and nothing is called standard. */
function endsAListOfNames({ start, end }: TierPlace, tokens: readonly Token[], names: readonly NameSpan[]): boolean {
  if (isLeft(start, tokens) || isAskedToBe(start, tokens)) return false;
  const behind = tokens[end];
  if (behind && !behind.breakBefore && !GOES_ON.has(behind.word)) return false;
  let at = start;
  while (at > 0) {
    const name = names.find((one) => one.start < at && at <= one.end);
    if (name?.name.kind === "service") return true;
    if (!name && !BETWEEN_NAMES.has(wordAt(at - 1, tokens))) return false;
    at = name?.start ?? at - 1;
  }
  return false;
}

/** "Is ACR in Milan free": what it is, not what it is called. */
function isAskedToBe(at: number, tokens: readonly Token[]): boolean {
  return FORMS_OF_BE.has(wordAt(startOfSentence(at, tokens), tokens));
}

/** "Event Hubs and Service Bus, both standard" is of all that stand before; else of one. */
function ownersOf(
  { start }: TierPlace,
  tokens: readonly Token[],
  services: readonly NameSpan[],
): ReadonlyArray<readonly NameSpan[]> {
  const isOfAll = wordsBetween(start - 3, start, tokens).some((word) => OF_ALL.has(word));
  return isOfAll && services.length > 0 ? services.filter(({ end }) => end <= start).map((name) => [name]) : [services];
}

/** Those of the service that the tier stands with; of all where none is named, as the turn before may have named it. */
function ownedBy(place: TierPlace, services: readonly NameSpan[], tokens: readonly Token[]): TierPlace[] {
  const owner = ownerOf(
    place,
    services.filter((name) => !isJustThat(name, place)),
    tokens,
  );
  if (!owner) return services.length === 0 ? [place] : [];
  const names = place.names.filter(({ service }) => servicesOf(owner).includes(service));
  return names.length > 0 ? [{ start: place.start, end: place.end, names }] : [];
}

/** "Cosmos in Doha, serverless": of the services that are called so none is meant, where that is how another one is run. */
function isJustThat(name: NameSpan, { start, end, names }: TierPlace): boolean {
  return name.start === start && name.end === end && !names.some(({ service }) => servicesOf(name).includes(service));
}

/** "Service Bus Standard", "the basic tier of ACR", "standard ACR": the name around it, before it or behind it. */
function ownerOf(
  { start, end }: TierPlace,
  services: readonly NameSpan[],
  tokens: readonly Token[],
): NameSpan | undefined {
  const around = services.find((name) => name.start < end && start < name.end);
  const before = services.filter((name) => name.end <= start).at(-1);
  const behind = services.find((name) => name.start >= end);
  const [begins, ends] = [beginsThought(start, tokens), endsThought(end, tokens)];
  // "Postgres in Milan burstable, APIM in Doha": what stands behind the comma is another's. "Cosmos, serverless Functions".
  const isApart = ends && !begins;
  if (begins && !ends && behind?.start === end && !around) return behind;
  const isNearer = !isApart && behind !== undefined && before !== undefined && behind.start - end < start - before.end;
  return around ?? (isNearer ? behind : (before ?? behind));
}

/** With the word for a tier beside it: "standard SKU". */
function widened({ start, end }: TierPlace, tokens: readonly Token[]): Pick<Span, "start" | "end"> {
  const from = NOUNS.has(tokens[start - 1]?.word ?? "") ? start - 1 : start;
  const to = NOUNS.has(tokens[end]?.word ?? "") ? end + 1 : end;
  return { start: from, end: to };
}

/** Nothing else is called so. */
const ONLY_TIERS = wordSet("burstable v2 b1ms b1s b2s b2ms");
const NOUNS = wordSet("tier tiers sku skus plan edition level v2 namespace namespaces instance instances unit");
const DENIES = wordSet("not no without lack lacks lacking never");
const AFTER_DENIAL = anyOf(DETERMINERS, FORMS_OF_HAVE, FORMS_OF_BE, "any on in use using got yet azure");
const FURTHEST_DENIAL = 7;
const NO_TIER_BEHIND = wordSet(
  "procedure procedures operating practice practices question questions step steps portal way ways approach pattern support guidance naming design",
);
/** As they are typed: without their ending they would be the tiers. */
const PLURALS: ReadonlySet<string> = new Set(["developers", "basics", "standards"]);
const SUFFICES = wordSet("enough ok okay fine sufficient suffice suffices too also instead now then");
const HAS = wordSet("do have has support supports work works allow allows suffice include includes");
const LEADS_TO_A_TIER = anyOf(
  FORMS_OF_BE,
  PREPOSITIONS_OF_SWAPPING,
  RESTRICTIVE_ADVERBS,
  "in on at use using a the still",
);
const LEFT_FOR = wordSet("instead rather");
const OF_ALL = wordSet("both all each");
/** What may stand between names and the tier behind them. */
const BETWEEN_NAMES = anyOf(PREPOSITIONS_OF_PLACE, DETERMINERS, LIST_CONJUNCTIONS, OF_ALL, "on azure");
/** "Service Bus Doha standard, is it safe", "… and ACR". */
const GOES_ON = anyOf(AUXILIARY_VERBS, QUESTION_WORDS, LIST_CONJUNCTIONS, POLITE_WORDS);
