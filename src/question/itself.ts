/** "A DDoS Protection plan, VNets in two regions: does the plan itself die", "only APIM worries me": what is asked of one is not of the others. */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import { type NameSpan, servicesOf, sharesWith } from "./name-span";
import { wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  AUXILIARY_VERBS,
  anyOf,
  COORDINATORS,
  DETERMINERS,
  FIRST_PERSON,
  FIRST_PERSON_POSSESSIVES,
  FORMS_OF_BE,
  FORMS_OF_HAVE,
  NEGATIVE_WORDS,
  POLITE_WORDS,
  PREPOSITIONS_INSIDE,
  PREPOSITIONS_TOWARDS,
  PRONOUNS_OF_THINGS,
  RESTRICTIVE_ADVERBS,
  VERBS_OF_STANDING,
} from "./word-classes";

/** @param services the services named, in order; those that stand before an "itself" of another are left out */
export function besidesItself(services: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const at = services.length < 2 ? -1 : tokens.findIndex(({ word }) => word === "itself");
  const noun = tokens[at - 1];
  if (noun && isWhereItRuns(at, tokens)) return services.filter((span) => span.end <= startOfClause(at, tokens));
  if (!noun || noun.breakBefore || !AUXILIARY_VERBS.has(wordAt(startOfClause(at, tokens), tokens))) return [];
  const owner = ownerOf(noun, services, tokens);
  if (owner === undefined) return [];
  const again = new Set(services.filter(({ start }) => start > at).flatMap(servicesOf));
  const isOther = (span: NameSpan) => !servicesOf(span).some((id) => id === owner || again.has(id));
  return services.filter((span) => span.end < at && isOther(span));
}

/** "Users reach the app over VPN. The app itself is on App Service" */
function isWhereItRuns(at: number, tokens: readonly Token[]): boolean {
  const said = wordsBetween(at + 1, at + 1 + BEFORE_ITS_PLACE, tokens);
  const opening = startOfClause(at, tokens);
  return (
    tokens[opening]?.pause === "end" && RUNS.has(said[0] ?? "") && said.some((word) => PREPOSITIONS_INSIDE.has(word))
  );
}

/** "is hosted on". */
const BEFORE_ITS_PLACE = 3;
const RUNS = anyOf(FORMS_OF_BE, VERBS_OF_STANDING);

/** The one service that has this word in its name here. */
function ownerOf(noun: Token, services: readonly NameSpan[], tokens: readonly Token[]): string | undefined {
  const having = services.filter(({ start, end }) =>
    tokens.slice(start, end).some(({ canonical }) => canonical === noun.canonical),
  );
  const [only, ...others] = new Set(having.flatMap(servicesOf));
  return others.length === 0 ? only : undefined;
}

/** "NAT Gateway only. The firewall does …": what is named in later sentences is left out. */
export function besidesTheOnly(services: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const used = services.filter((span, i) => i > 0 && isItsUse(span, tokens));
  if (used.length > 0 && used.length < services.length) return used;
  const turned = services.find(
    (span) => isOnlyAfterADenial(span, tokens) || isOnlyLeft(span, tokens) || isJustThis(span, services, tokens),
  );
  if (turned) {
    // "Only Cosmos DB worries me; AKS and Key Vault don't"
    const isOther = ({ end }: NameSpan) => end <= turned.start || worriesUs(turned.end, tokens);
    return services.filter((span) => isOther(span) && !sharesWith(span, turned));
  }
  const [first, ...others] = services;
  if (!first || servicesOf(first).length !== 1) return [];
  if (!isOnlyBehind(first, tokens) && !isOnlyBefore(first, tokens)) return [];
  return others.filter((span) => !sharesWith(span, first));
}

/** "Are webhooks working when the region is dead? We use them for the failover of SQL" */
function isItsUse({ start }: NameSpan, tokens: readonly Token[]): boolean {
  const opening = startOfClause(start, tokens);
  const [we, use, it, tie] = tokens.slice(opening, start);
  const isSaid =
    FIRST_PERSON.has(we?.word ?? "") &&
    USE.has(use?.word ?? "") &&
    PRONOUNS_OF_THINGS.has(it?.word ?? "") &&
    TIE.has(tie?.word ?? "");
  return isSaid && we?.asked === false;
}

const USE = wordSet("use");
const TIE = anyOf(PREPOSITIONS_TOWARDS, "for");

/** "Not interested in the pair stuff for Blob, only ADLS Gen2" */
function isOnlyAfterADenial({ start }: NameSpan, tokens: readonly Token[]): boolean {
  const only = tokens[start - 1];
  if (!only?.breakBefore || !RESTRICTIVE_ADVERBS.has(only.word)) return false;
  return NEGATIVE_WORDS.has(wordAt(startOfClause(start - 2, tokens), tokens));
}

/** "Key Vault has its plan. Only Service Bus still lacks one": all before has what it needs. */
function isOnlyLeft({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const only = tokens[DETERMINERS.has(wordAt(start - 1, tokens)) ? start - 2 : start - 1];
  const [first, second] = wordsBetween(end, end + 2, tokens);
  if (!only || !RESTRICTIVE_ADVERBS.has(only.word) || tokens[start]?.asked) return false;
  return LACKS.has(first ?? "") || (LEAVES.has(first ?? "") && OPEN.has(second ?? "")) || worriesUs(end, tokens);
}

/** "Of the five only APIM worries me", "… gives us headaches", "… is my concern". */
function worriesUs(end: number, tokens: readonly Token[]): boolean {
  const said = wordsBetween(end, end + WORDS_OF_A_WORRY, tokens);
  const [verb, us, worry] = said.filter((word) => word !== "a");
  if (us === undefined || !FIRST_PERSON_POSSESSIVES.has(us)) return false;
  return WORRIES.has(verb ?? "") || (GIVES.has(verb ?? "") && WORRY.has(worry ?? ""));
}

/** "gives us a headache" */
const WORDS_OF_A_WORRY = 4;
const WORRIES = wordSet("worries worry concerns bothers troubles scares interests keeps puzzles");
const GIVES = wordSet("gives is are causes remains stays");
const WORRY = wordSet("headache headaches concern worry worries problem trouble grief question topic issue");

/** "Vnet peering is there already. Just the SQL MI and the NetApp volumes between Milan and Gävle." */
function isJustThis({ start }: NameSpan, services: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const only = tokens[DETERMINERS.has(wordAt(start - 1, tokens)) ? start - 2 : start - 1];
  // "Geo redundancy for Grafana? Only dashboards, …"
  if (services.some((span) => span.end < start && tokens[span.start]?.asked)) return false;
  return only?.pause === "end" && RESTRICTIVE_ADVERBS.has(only.word) && !only.asked;
}

const LACKS = wordSet("still lacks lack misses remains remain stays needs");
const LEAVES = anyOf(FORMS_OF_BE, FORMS_OF_HAVE);
const OPEN = wordSet("left open missing unclear unsolved no none nothing without still");

function isOnlyBehind({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const [only, next] = tokens.slice(end, end + 2);
  const isOnly = only !== undefined && !only.breakBefore && RESTRICTIVE_ADVERBS.has(only.word);
  // "Not AVS alone. AVS with Site Recovery."
  if (NEGATIVE_WORDS.has(wordAt(start - 1, tokens))) return false;
  return isOnly && next?.pause === "end" && !ADDS.has(next.word);
}

/** "Only NAT Gateway please (…)" */
function isOnlyBefore({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const isOnly = start === 1 && RESTRICTIVE_ADVERBS.has(wordAt(0, tokens));
  const next = POLITE_WORDS.has(wordAt(end, tokens)) ? tokens[end + 1] : tokens[end];
  return isOnly && next?.breakBefore === true && next.pause !== "comma" && !ADDS.has(next.word);
}

const ADDS = anyOf(COORDINATORS, "plus also or finally");
