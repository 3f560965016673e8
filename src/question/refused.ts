/** Names refused in a word or two: "ACR yes, AKS no", "Event Hubs? No.", "(ExpressRoute cancelled)". */
import { wordSet } from "../knowledge/normalise";
import { type Clause, isAbout, startOfClause } from "./clauses";
import type { NameSpan } from "./name-span";
import type { Span } from "./spot";
import { beginsThought, endsThought, restOfThought, thoughtFrom, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  ADVERBS_OF_BEFORE,
  AUXILIARY_VERBS,
  anyOf,
  COORDINATORS,
  FIRST_PERSON,
  FIRST_PERSON_POSSESSIVES,
  FORMS_OF_BE,
  FORMS_OF_HAVE,
  GROUPS_OF_PEOPLE,
  OUTSIDERS,
  PARTICIPLES_OF_DONE,
  PARTICIPLES_OF_REFUSAL,
  PREPOSITIONS_OF_MEANS,
  PRONOUNS_OF_THINGS,
  UNSETTLED_OPENINGS,
  VERBS_OF_KEEPING,
  VERBS_OF_LEAVING_OUT,
} from "./word-classes";

/** "ACR yes, AKS no", "Event Hubs? No. …"; but at the end it only seeks consent: "…with Event Hubs, no?" */
export function isRefused({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const [no, next] = tokens.slice(end, end + 2);
  const isNotYet = no?.word === "not" && NOT_YET.has(next?.word ?? "") && !next?.breakBefore;
  if (isIgnoredInBrackets(end, tokens) || isLabelledOthers(start, end, tokens)) return true;
  // "Key Vault: the team needs it. App Configuration: too."
  if (no?.word === "too" && (next?.breakBefore ?? true)) return false;
  if (no?.breakBefore && (isNotYet || REFUSALS.has(no.word)))
    return isShortClause(end, tokens) && beginsThought(start, tokens);
  const isAside = beginsThought(start, tokens) && start > 0 && (next?.breakBefore ?? true);
  // "Container Instances since May (AKS before)"
  if (isAside && no && !no.breakBefore && ADVERBS_OF_BEFORE.has(no.word)) return true;
  if (no?.word !== "no") return false;
  // "API Center? No no. API Management"
  const behind = tokens.findIndex(({ word }, at) => at > end && word !== "no");
  if (behind > end + 1) return tokens[behind]?.breakBefore === true;
  // "Container Instances (no, not Container Apps)" denies what follows.
  return no.breakBefore ? next?.breakBefore === true && next.word !== "not" : (next?.breakBefore ?? true);
}

/** "Also a Kafka cluster on premises (ignore)". */
function isIgnoredInBrackets(end: number, tokens: readonly Token[]): boolean {
  const bracket = tokens.slice(end, end + BEFORE_A_BRACKET + 1).findIndex(({ breakBefore }) => breakBefore);
  const ignored = bracket < 0 ? undefined : tokens[end + bracket];
  if (ignored?.pause !== "other" || !IGNORED.has(ignored.word)) return false;
  const isAlone = endsThought(end + bracket + 1, tokens);
  return isAlone && !tokens.slice(end, end + bracket).some(({ word }) => TIES.has(word));
}

/** "Managed HSM: vendor's duty", "Azure Files: partner does it", "Queue Storage = other team". */
export function isLabelledOthers(start: number, end: number, tokens: readonly Token[]): boolean {
  const isLabel = tokens[end]?.pause === "colon" || OTHER.has(wordAt(end, tokens));
  if (!isLabel || !(beginsThought(start, tokens) || tokens[start - 1]?.word === "and")) return false;
  const words = thoughtFrom(end, tokens, LONGEST_LABEL + 1).map(({ word }) => word);
  if (words.length > LONGEST_LABEL || words.some((word) => OWN.has(word))) return false;
  const isAllOfOthers = words.some((word) => OUTSIDERS.has(word)) && words.every((word) => LABELS.has(word));
  return isAllOfOthers || GROUPS_OF_PEOPLE.has(words.at(-1) ?? "");
}

/** "the other team does it". */
const LONGEST_LABEL = 5;
const OTHER = wordSet("other another somebody someone");
const OWN = anyOf(FIRST_PERSON, FIRST_PERSON_POSSESSIVES, "needs need for is can");
const LABELS = new Set([
  ...OUTSIDERS,
  ...GROUPS_OF_PEOPLE,
  ...wordSet(
    "s the their a an other another else does do it that handle look after care job duty task business to by of already run",
  ),
]);

/** "cluster on premises". */
const BEFORE_A_BRACKET = 3;
const TIES = anyOf(PREPOSITIONS_OF_MEANS, "and or behind plus before to for");
const IGNORED = anyOf(VERBS_OF_LEAVING_OUT, "retired irrelevant");

/** "NetApp Files? Too pricey." */
const REFUSALS = anyOf(
  PARTICIPLES_OF_REFUSAL,
  PARTICIPLES_OF_DONE,
  "nope too history gone dead out check tick ticked replaced nice meh nah pass",
);
/** "Fabric? Not yet." */
const NOT_YET: ReadonlySet<string> = new Set(["yet", "now", "ours", "us", "here", "anymore", "mine", "today", "this"]);
const LONGEST_REFUSAL = 3;

function isShortClause(start: number, tokens: readonly Token[]): boolean {
  const end = tokens.findIndex(({ breakBefore }, i) => i > start && breakBefore);
  // "ACR. Out of scope: Batch" heads what follows.
  return end > start && end - start <= LONGEST_REFUSAL && tokens[end]?.pause !== "colon";
}

/** "… (ExpressRoute cancelled, too pricey)": a clause of nothing but a name and its end. */
export function isOver({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const [verb, next] = tokens.slice(end, end + 2);
  const isEnd = verb !== undefined && !verb.breakBefore && OVER.has(verb.word) && (next?.breakBefore ?? true);
  return (isEnd || isOutInBrackets(start, end, tokens)) && beginsThought(start, tokens);
}

/** "AKS, ACR (Batch is out) …" */
function isOutInBrackets(start: number, end: number, tokens: readonly Token[]): boolean {
  const [is, out, next] = tokens.slice(end, end + 3);
  const isSaid = FORMS_OF_BE.has(is?.word ?? "") && OVER.has(out?.word ?? "") && !out?.breakBefore;
  return tokens[start]?.pause === "other" && isSaid && (next?.breakBefore ?? true);
}

const OVER = anyOf(
  PARTICIPLES_OF_REFUSAL,
  "deleted goes leaves left out retires dies ends disappears vanishes stops exits",
);

/** "Container Instances? Nah.", "…, but dropped it" */
const MOST_WORDS_OF_A_REFUSAL = 4;

/** "Nah", which turns down what stands before it. */
export function isRefusal(
  clause: Clause | undefined,
  refusals: readonly Span[],
  services: readonly NameSpan[],
  tokens: readonly Token[],
): boolean {
  if (!clause || clause.end - clause.start > MOST_WORDS_OF_A_REFUSAL) return false;
  const isInside = (span: Span) => isAbout(span, clause);
  return !services.some(isInside) && refusals.some((span) => isInside(span) && !isOnAnother(span, clause, tokens));
}

/** "ASE. Load tests done." has a subject of its own; "ASE. Already done." has not. */
function isOnAnother({ start, end }: Span, clause: Clause, tokens: readonly Token[]): boolean {
  const isPredicate = end === clause.end && end - start === 1 && PARTICIPLES_OF_DONE.has(wordAt(start, tokens));
  return isPredicate && tokens[clause.start]?.pause === "end" && !isOfTheBefore(clause.start, start, tokens);
}

function isOfTheBefore(from: number, to: number, tokens: readonly Token[]): boolean {
  return tokens.slice(from, to).every(({ word }) => BEFORE_DONE.has(word));
}

const BEFORE_DONE = anyOf(
  FORMS_OF_BE,
  FORMS_OF_HAVE,
  PRONOUNS_OF_THINGS,
  "all already been we ve s long now both well mostly not and to be got fully",
);

/** "We drop Redis and keep SQL", "we keep SQL and drop Redis". */
export function isAnotherKept(verb: number, end: number, tokens: readonly Token[]): boolean {
  return isKeptBehind(end, tokens) || isKeptBefore(verb, tokens);
}

/** "We'll drop Redis and keep SQL" */
function isKeptBehind(at: number, tokens: readonly Token[]): boolean {
  const [and, next] = tokens.slice(at, at + 2);
  if (
    VERBS_OF_KEEPING.has(and?.word ?? "") ||
    (VERBS_OF_KEEPING.has(next?.word ?? "") && COORDINATORS.has(and?.word ?? ""))
  )
    return true;
  const rest = restOfThought(at + 1, tokens, BEFORE_IT_STAYS - 1);
  const isJoined = COORDINATORS.has(and?.word ?? "") || and?.pause === "comma";
  return isJoined && rest.some(({ word }) => VERBS_OF_KEEPING.has(word));
}

/** "We keep Event Hubs and drop Event Grid"; but "should we keep it and drop" asks. */
function isKeptBefore(verb: number, tokens: readonly Token[]): boolean {
  let at = verb;
  while (at > 0 && !tokens[at]?.breakBefore && OURS.has(wordAt(at - 1, tokens))) at -= 1;
  const isJoined = COORDINATORS.has(wordAt(at - 1, tokens)) || (tokens[at]?.breakBefore && tokens[at]?.pause !== "end");
  const before = wordsBetween(startOfClause(Math.max(0, at - 2), tokens), at, tokens);
  const kept = before.findIndex((word) => VERBS_OF_KEEPING.has(word));
  return isJoined === true && kept >= 0 && !before.slice(0, kept).some((word) => UNSETTLED_OPENINGS.has(word));
}

const OURS = anyOf(FIRST_PERSON, "will ll can to");
/** "but Data Factory for now stays". */
const BEFORE_IT_STAYS = 7;

/** "Isn't ACR the one thing that …?" says it by asking; "Not AKS?" asks nothing. */
export function asksAgainst(start: number, tokens: readonly Token[]): boolean {
  const isn = tokens[start];
  return isn?.asked === true && (start === 0 || isn.pause === "end") && INVERTED.has(isn.word);
}

const INVERTED = wordSet("isn isnt aren arent wasn weren");

/** "Can we do without Site Recovery, or is ASR the only way?" */
export function isAlternativelyAsked({ start }: NameSpan, tokens: readonly Token[]): boolean {
  const [or, verb] = tokens.slice(Math.max(0, start - 4), start).filter((token) => OR.has(token.word));
  return or?.word === "or" && verb !== undefined && tokens[start]?.asked === true;
}

const OR = anyOf(AUXILIARY_VERBS, "or need");
