/** Names that are taken back at once, left out by an "only", or stand for the people who look after a service. */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import { besidesItself, besidesTheOnly } from "./itself";
import { mistakenPlaces } from "./mistaken-places";
import { type NameSpan, servicesAmong, servicesOf, sharesWith } from "./name-span";
import { isAnotherKept } from "./refused";
import { isUnbroken, startOfSentence, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  ADVERBS_OF_REMOVAL,
  anyOf,
  DETERMINERS,
  GROUPS_OF_PEOPLE,
  PREPOSITIONS_OF_PLACE,
  UNSETTLED_OPENINGS,
  VERBS_OF_LEAVING_OUT,
  WORDS_BEFORE_A_COMMAND,
} from "./word-classes";

/** @param chosen the names of the message, in order */
export function withdrawn(chosen: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const services = servicesAmong(chosen);
  if (services.length < 2) return placesTakenBack(chosen, tokens);
  const struck = services.filter((span) => isStruckOut(span, services, tokens));
  const isCalledSo = (span: NameSpan) => struck.some((it) => it.start >= span.end && isOfItsWords(it, span, tokens));
  const back = services.filter(
    (span, i) => struck.includes(span) || isCalledSo(span) || isLeft(span, services[i + 1], tokens),
  );
  const left = services.filter((span) => !back.includes(span));
  const places = placesTakenBack(chosen, tokens);
  const out = back.filter((span) => !(isOfPeople(span, tokens) && isMeantBy(left, span)));
  return left.length === 0
    ? places
    : [...places, ...out, ...besidesTheOnly(services, tokens), ...besidesItself(services, tokens)];
}

/** "The k8s people ask about clusters": words that many services share are of the one whose people ask. */
function isMeantBy(left: readonly NameSpan[], of: NameSpan): boolean {
  return left.every((span) => {
    const may = servicesOf(span);
    return may.length > 1 && servicesOf(of).some((id) => may.includes(id));
  });
}

function isLeft(span: NameSpan, next: NameSpan | undefined, tokens: readonly Token[]): boolean {
  return isTakenBack(span, next, tokens) || isOfPeople(span, tokens) || isThrownOut(span, tokens);
}

/** "The firewall policy… no, scrap the firewall. VPN Gateway: …": what was named before is told to be left out. */
function isStruckOut({ start, end }: NameSpan, services: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const at = DETERMINERS.has(wordAt(start - 1, tokens)) ? start - 2 : start - 1;
  const verb = tokens[at];
  const isCommand = verb?.breakBefore === true && !verb.asked && VERBS_OF_LEAVING_OUT.has(verb.word);
  const isNext = isCommand && isUnbroken(tokens.slice(at + 1, start + 1));
  if (verb && VERBS_OF_LEAVING_OUT.has(verb.word) && isAnotherKept(at, end, tokens)) return true;
  return (isNext && isAround(at, services)) || isInACommand(start, services, tokens) || isCorrected(start, end, tokens);
}

/** "Skip the firewall, the vnet and all that. AKS and its registry: …" */
function isInACommand(start: number, services: readonly NameSpan[], tokens: readonly Token[]): boolean {
  let opening = startOfSentence(start, tokens);
  // "You may leave out the web tier, …"
  while (opening < start && WORDS_BEFORE_A_COMMAND.has(wordAt(opening, tokens))) opening += 1;
  const [first, out] = tokens.slice(opening, opening + 2);
  if (!first || !(VERBS_OF_LEAVING_OUT.has(first.word) || (first.word === "leave" && out?.word === "out")))
    return false;
  // "Skip Front Door and Traffic Manager please, only Application Gateway: what happens …?"
  const isSkipped = VERBS_OF_LEAVING_OUT.has(first.word) && startOfClause(start, tokens) <= opening;
  if (first.asked && !isSkipped) return false;
  const next = tokens.findIndex(({ pause }, at) => at > start && (first.asked ? pause !== null : pause === "end"));
  return next > 0 && services.some((span) => span.start >= next);
}

/** "Scratch Service Bus, I meant storage queues". */
function isCorrected(start: number, end: number, tokens: readonly Token[]): boolean {
  const [i, meant] = tokens.slice(end, end + 2);
  const isTurn = i?.breakBefore === true && (MEANT.has(i.word) || MEANT.has(meant?.word ?? ""));
  return isTurn && start > 0 && VERBS_OF_LEAVING_OUT.has(wordAt(start - 1, tokens));
}

/** Services are named before it and behind. */
function isAround(at: number, services: readonly NameSpan[]): boolean {
  return services.some(({ end }) => end <= at) && services.some(({ start }) => start > at + 2);
}

/** "forget redis", of "redis enterprise". */
function isOfItsWords(short: NameSpan, long: NameSpan, tokens: readonly Token[]): boolean {
  const words = wordsBetween(long.start, long.end, tokens);
  return tokens.slice(short.start, short.end).every(({ word }) => words.includes(word));
}

/** "We've thrown SignalR away", "kicked the firewall out"; but "if we switch AKS off" and "can I turn AKS off" ask. */
function isThrownOut({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const particle = tokens[end];
  if (!particle || particle.breakBefore || !AWAY.has(particle.word)) return false;
  const clause = wordsBetween(startOfClause(start, tokens), start, tokens);
  // "Leave Redis and Cosmos out"
  const isCommand = COMMANDS.has(clause.find((word) => word !== "please") ?? "") && ASIDE.has(particle.word);
  const isThrown = isCommand || clause.slice(-BEFORE_IT).some((word) => THROWS.has(word));
  return isThrown && !clause.some((word) => UNSETTLED_OPENINGS.has(word));
}

const COMMANDS: ReadonlySet<string> = new Set(["leave", "leaving", "put"]);
const ASIDE = anyOf(ADVERBS_OF_REMOVAL, "alone");
/** "kicked the". */
const BEFORE_IT = 2;
const AWAY = anyOf(ADVERBS_OF_REMOVAL, "alone behind down up");
const THROWS = wordSet(
  "leave leaving threw thrown tossed kicked phased ruled voted chucked binned gave given turned left put",
);

/** "Key Vault in Milan, sorry I mean Madrid", "the pair of Milan... no, Madrid" */
export function placesTakenBack(chosen: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const places = chosen.filter(({ name }) => name.kind === "region");
  const mistaken = mistakenPlaces(places, tokens);
  return places.filter((place, i) => {
    if (mistaken.includes(place)) return true;
    const next = places[i + 1];
    if (!next || regionsOf(place).some((id) => regionsOf(next).includes(id))) return false;
    const between = tokens.slice(place.end, next.start);
    const isNo = between.at(-1)?.word === "no" && tokens[next.start]?.breakBefore === true;
    const isRight = between.every(
      ({ word }) => TAKES_BACK.has(word) || BEFORE_THE_RIGHT_ONE.has(word) || PREPOSITIONS_OF_PLACE.has(word),
    );
    const isBack = isNo || between.some(({ word }) => TAKES_BACK.has(word) || MEANT.has(word));
    return isRight && isBack && between[0]?.breakBefore === true;
  });
}

function regionsOf({ name }: NameSpan): readonly string[] {
  return name.kind === "region" ? name.regions : [];
}

const MEANT = wordSet("mean meant actually rather");

/** "Event Hubs, no sorry, Event Grid" */
function isTakenBack(span: NameSpan, next: NameSpan | undefined, tokens: readonly Token[]): boolean {
  // "Cosmos for Postgres, sorry, Postgres flexible" says the one more exactly.
  if (!next || sharesWith(span, next)) return false;
  const end = endWithPlace(span, next, tokens);
  const between = wordsBetween(end, next.start, tokens);
  const isBack = between.length > 0 && between.every((word) => TAKES_BACK.has(word) || BEFORE_THE_RIGHT_ONE.has(word));
  if (isAnsweredWithNo(span, end, next, tokens)) return true;
  return isBack && between.some((word) => TAKES_BACK.has(word)) && tokens[end]?.breakBefore === true;
}

/** "Key Vault failover... no: App Configuration": a "no" of its own, and then the right one; nothing was asked before. */
function isAnsweredWithNo(span: NameSpan, end: number, next: NameSpan, tokens: readonly Token[]): boolean {
  const [word, ...rest] = tokens.slice(end, next.start);
  const isNo = word?.word === "no" && word.breakBefore && word.pause !== "colon";
  if (!isNo || tokens[span.start]?.asked === true) return false;
  const isPaused = (rest[0] ?? tokens[next.start])?.breakBefore === true;
  // "Container Instances (no, not Container Apps)" denies the other one.
  if (rest.some((token) => token.word === "not")) return false;
  return isPaused && rest.every((token) => TAKES_BACK.has(token.word) || BEFORE_THE_RIGHT_ONE.has(token.word));
}

/** "ASR in Mexico Central... no scratch that, Backup", "Key Vault failover... no: App Configuration": what belongs to the name stands before the pause. */
function endWithPlace({ end }: NameSpan, next: NameSpan, tokens: readonly Token[]): number {
  const longest = PREPOSITIONS_OF_PLACE.has(wordAt(end, tokens)) ? LONGEST_PLACE : WORDS_OF_A_MATTER;
  const place = tokens.slice(end, end + longest + 1).findIndex(({ breakBefore }) => breakBefore);
  return place > 0 && end + place < next.start ? end + place : end;
}

/** "in Germany West Central". */
const LONGEST_PLACE = 4;
/** "failover", "geo replication". */
const WORDS_OF_A_MATTER = 2;

const TAKES_BACK = wordSet(
  "sorry wait hmm hm pardon oops ups whoops correction scratch mistake typo er err erm argh apologies",
);
const BEFORE_THE_RIGHT_ONE = wordSet(
  "no not i mean meant my bad rather the it s that this oh ah well actually of course wrong one window chat channel tab a an our it what we have",
);

/** "The firewall team does its own plan" */
function isOfPeople({ end }: NameSpan, tokens: readonly Token[]): boolean {
  const [next, one] = tokens.slice(end, end + 2);
  if (!next || next.breakBefore) return false;
  return (
    GROUPS_OF_PEOPLE.has(next.word) ||
    GATHERINGS.has(next.word) ||
    (!one?.breakBefore && GATHERINGS.has(one?.word ?? ""))
  );
}

/** "The Event Hubs capacity meeting". */
const GATHERINGS = wordSet("meeting meetings workshop webinar training newsletter standup seminar");
