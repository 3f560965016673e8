/** Names of what a message has moved on from: "Batch was ported to AKS", "until the ExpressRoute comes", "was Redis, is …". */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import { type NameSpan, servicesAmong, servicesOf, sharesWith, startOfNoun } from "./name-span";
import { thoughtFrom, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  ADVERBS_OF_BEFORE,
  ADVERBS_OF_NOW,
  anyOf,
  COPULAS,
  DETERMINERS,
  FORMS_OF_BE,
  LISTS_AND_PLANS,
  MODAL_VERBS,
  NEGATIONS,
  PREPOSITIONS_INSIDE,
  PREPOSITIONS_OF_BELONGING,
  PREPOSITIONS_OF_SWAPPING,
  PREPOSITIONS_TOWARDS,
  QUESTION_WORDS,
  UNSETTLED_OPENINGS,
  VERBS_OF_SWAPPING,
} from "./word-classes";

/** @param chosen the names of the message, in order */
export function movedOn(chosen: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const services = servicesAmong(chosen);
  if (services.length < 2) return [];
  // "We left Databricks for Snowflake": it need be none of ours.
  const things = chosen.filter(({ name }) => name.kind !== "region");
  const nextTo = (span: NameSpan) => things[things.indexOf(span) + 1];
  const left = services.filter(
    (span) =>
      isMovedTo(span, nextTo(span), tokens) ||
      isAwaited(span, tokens) ||
      isWhatWas(span, tokens) ||
      isLeftTo(span, tokens) ||
      isExchanged(span, nextTo(span), tokens) ||
      isExchangedToo(span, things, tokens),
  );
  return [...left, ...beforeTheConclusion(services, tokens)];
}

/** "Everything on Elastic SAN has been moved to managed disks", "Kafka on AKS got replaced by Event Hubs". */
function isMovedTo({ start, end }: NameSpan, next: NameSpan | undefined, tokens: readonly Token[]): boolean {
  // "Traffic Manager is out, replaced by Front Door"
  const isParted = ({ breakBefore, pause, word }: Token) =>
    breakBefore && !(pause === "comma" && VERBS_OF_SWAPPING.has(word));
  if (!next || tokens.slice(end, next.start + 1).some(isParted)) return false;
  const between = wordsBetween(end, next.start, tokens);
  const verb = between.findIndex((word) => MOVED.has(word) || VERBS_OF_SWAPPING.has(word) || BECAME.has(word));
  if (verb < 0 || UNSETTLED_OPENINGS.has(wordAt(startOfClause(start, tokens), tokens))) return false;
  const isBy = VERBS_OF_SWAPPING.has(between[verb] ?? "");
  if (BECAME.has(between[verb] ?? "")) return between.slice(verb + 1).every((word) => ARTICLES.has(word));
  const isTold = between.slice(0, verb).every((word) => !TO_COME.has(word));
  const [link, ...rest] = between.slice(verb + 1).filter((word) => word !== "over" && word !== "across");
  return (
    isTold &&
    (isBy ? PREPOSITIONS_OF_SWAPPING : PREPOSITIONS_TOWARDS).has(link ?? "") &&
    rest.every((word) => ARTICLES.has(word))
  );
}

const MOVED = wordSet(
  "moved migrated ported transferred converted consolidated folded merged shifted switched absorbed",
);
/** "All VMs have become AKS pods". */
const BECAME: ReadonlySet<string> = new Set(["become", "became"]);
const ARTICLES = anyOf(DETERMINERS, "azure plain new");
/** "Can it be moved to", "is not to be moved to". */
const TO_COME = anyOf(MODAL_VERBS, NEGATIONS, "if when or and once before unless");

/** "We moved off Batch onto Managed Redis" */
export function isMovedOnto({ start }: NameSpan, tokens: readonly Token[]): boolean {
  const to = startOfNoun(start, tokens) - 1;
  const before = tokens.slice(startOfClause(start, tokens), Math.max(0, to));
  return (
    tokens[to]?.word === "onto" ||
    (tokens[to]?.word === "to" &&
      before.some(({ word }, i) => word === "off" && MOVED_OFF.has(before[i - 1]?.word ?? "")))
  );
}

const MOVED_OFF = anyOf(MOVED, "went everything all");

/** "Until the ExpressRoute comes"; but "until the gateway is back". */
function isAwaited({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const [come, next] = tokens.slice(end, end + 2);
  if (!come || come.breakBefore || !COMES.has(come.word) || BACK.has(next?.word ?? "")) return false;
  const before = tokens.slice(Math.max(startOfClause(start, tokens), start - 2), start);
  return before.some(({ word }) => UNTIL.has(word));
}

const COMES = wordSet("come comes arrives arrive lands gets is are");
const BACK = wordSet("back up again online down available restored reachable in gone lost recovered running");
const UNTIL: ReadonlySet<string> = new Set(["until", "till"]);

/** "We swapped MySQL for PostgreSQL"; but "what if we swapped it for" asks. */
function isExchanged({ start, end }: NameSpan, next: NameSpan | undefined, tokens: readonly Token[]): boolean {
  const verb = tokens[start - 1] && ARTICLES.has(wordAt(start - 1, tokens)) ? start - 2 : start - 1;
  if (!next || verb < 1 || !EXCHANGED.has(wordAt(verb, tokens))) return false;
  const [link, ...rest] = tokens.slice(end, next.start);
  const isTold = tokens
    .slice(startOfClause(verb, tokens), verb)
    .every(({ word }) => !TO_COME.has(word) && !UNSETTLED_OPENINGS.has(word));
  return isTold && FOR.has(link?.word ?? "") && rest.every(({ word }) => ARTICLES.has(word));
}

/** "We left Databricks for Snowflake and ADX for Elastic". */
function isExchangedToo(span: NameSpan, things: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const at = things.indexOf(span);
  const [left, instead] = [things[at - 2], things[at - 1]];
  const and = tokens[span.start - 1];
  if (!left || !instead || and?.word !== "and" || instead.end !== span.start - 1) return false;
  return FOR.has(wordAt(span.end, tokens)) && isExchanged(left, instead, tokens);
}

const EXCHANGED = anyOf(VERBS_OF_SWAPPING, "left converted turned ported migrated");
const FOR = anyOf(PREPOSITIONS_OF_SWAPPING, PREPOSITIONS_TOWARDS, "against");

/** "Leave IoT Hub to the device people". */
function isLeftTo({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const before = tokens.slice(Math.max(startOfClause(start, tokens), start - 2), start);
  return tokens[end]?.word === "to" && !tokens[end]?.breakBefore && before.some(({ word }) => LEAVE.has(word));
}

const LEAVE: ReadonlySet<string> = new Set(["leave", "leaving"]);

/** "Was Data Factory, is Fabric now"; but "was Data Factory down?" asks. */
function isWhatWas({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const was = tokens[start - 1];
  const isOpening = was !== undefined && FORMS_OF_BE.has(was.word) && (start === 1 || was.breakBefore);
  const we = tokens[start - 2];
  // "We had Container Instances, now Container Apps"
  const isHad = was !== undefined && HAD.has(was.word) && we?.word === "we" && (start === 2 || we.breakBefore);
  // "We used Batch before, now AKS"
  const next = ADVERBS_OF_BEFORE.has(wordAt(end, tokens)) ? tokens[end + 1] : tokens[end];
  return (
    next?.breakBefore === true && ((isOpening && NOW_IS.has(next.word)) || (isHad && ADVERBS_OF_NOW.has(next.word)))
  );
}

const HAD = wordSet("had used ran were");
const NOW_IS = anyOf(COPULAS, ADVERBS_OF_NOW, "it");

/** "The NetApp quote came, we fainted. So Azure Files, Norway East": the one thing named before led to it. */
function beforeTheConclusion(services: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const last = services.at(-1);
  const before = services.slice(0, -1);
  if (!last || new Set(before.flatMap(servicesOf)).size !== 1 || before.some((span) => sharesWith(span, last)))
    return [];
  const so = tokens[last.start - 1]?.word === "azure" ? last.start - 2 : last.start - 1;
  const isConclusion = tokens[so]?.word === "so" && tokens[so]?.pause === "end";
  const [next, is] = tokens.slice(last.end, last.end + 2);
  const isAlone = next === undefined || (next.breakBefore && next.word !== "and");
  return isConclusion && (isAlone || (next?.word === "it" && COPULAS.has(is?.word ?? ""))) ? before : [];
}

/** "What is left of Key Vault", "we're left with it", "what have I left: Key Vault": it is still there. */
export function isLeftOver(start: number, end: number, tokens: readonly Token[]): boolean {
  const clause = wordsBetween(startOfClause(start, tokens), start, tokens);
  return clause.some((word) => STILL_THERE.has(word)) || OF_IT.has(wordAt(end, tokens)) || isLeftOn(end, tokens);
}

/** "They left the bot service on the list". */
function isLeftOn(at: number, tokens: readonly Token[]): boolean {
  const words = thoughtFrom(at, tokens, BEFORE_THE_LIST).map(({ word }) => word);
  return words.some(
    (word, i) => LISTS_AND_PLANS.has(word) && (words[i - 1] === "in" || PREPOSITIONS_INSIDE.has(words[i - 2] ?? "")),
  );
}

/** "the Foundry models and the bot service on the list". */
const BEFORE_THE_LIST = 14;

const OF_IT = anyOf(PREPOSITIONS_OF_BELONGING, "with");
const STILL_THERE = anyOf(FORMS_OF_BE, QUESTION_WORDS, "be anything nothing");
