/** Ways to survive that a message says it does not ask about: "not the geo-replication, the metadata geo-DR". */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import { isIn, questionsAmong, type Sentence, sentencesOf } from "./sentences";
import { cuesIn, type Found } from "./spans";
import type { Span } from "./spot";
import { endsThought, isUnbroken, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  COORDINATORS,
  COPULAS,
  NEGATED_AUXILIARIES,
  NEGATIVE_WORDS,
  NO_ANSWERS,
  PREPOSITIONS_OF_BELONGING,
  QUESTION_OPENINGS,
  SINGULAR_PRONOUNS,
} from "./word-classes";

type Topics = ReadonlyArray<Found<"topic">>;

/** What sets a topic aside that stands behind it, and what does so before it. */
type Said = { readonly ahead: readonly Span[]; readonly swapped: readonly Span[]; readonly behind: readonly Span[] };

/**
 * "Enough of backup. How is the failover done?", "backups instead of a failover group".
 * @param isAllowedNone whether what is asked about is told in other words: "skip backups. Can both regions be written to?"
 */
export function withoutSetAside(
  found: Topics,
  spans: readonly Span[],
  tokens: readonly Token[],
  isAllowedNone: () => boolean,
): Topics[number][] {
  if (found.length === 0) return [];
  const cues = cuesIn(spans);
  const said = {
    ahead: [...cues("set-aside"), ...cues("not")].filter((it) => !isSwap(it, tokens)),
    swapped: [...cues("rather-than"), ...cues("not").filter((it) => isSwap(it, tokens))],
    behind: cues("set-aside", "not-behind"),
  };
  const asides = found.filter((it) => isAside(it.span, said, tokens));
  if (asides.length === 0) return [...found];
  const rest = found.filter((it) => !asides.includes(it));
  const clauseOf = ({ span }: Topics[number]) => startOfClause(span.start, tokens);
  const isApart = (it: Topics[number]) =>
    isSwappedAt(it.span, said, tokens) || rest.every((other) => clauseOf(other) !== clauseOf(it));
  const isNoneLeft = () =>
    isAllowedNone() || asides.every(({ span }) => isRuledOutApart(span, said, tokens) || isDoneWithout(span, tokens));
  return (rest.length > 0 || isNoneLeft()) && asides.every(isApart) ? rest : [...found];
}

/** "GRS is no option for us. What do we do for AKS?": another sentence asks, and not about that ("why is it so?"). */
function isRuledOutApart(topic: Span, { behind }: Said, tokens: readonly Token[]): boolean {
  if (tokens[topic.start]?.asked || !isSaidOfIt(topic, behind, tokens)) return false;
  const others = sentencesOf(tokens).filter((sentence) => !isIn(topic, sentence));
  const questions = questionsAmong(others, tokens);
  const refersBack = ({ start, end }: Sentence) =>
    tokens.slice(start, end).some(({ word }) => SINGULAR_PRONOUNS.has(word));
  return questions.length > 0 && !questions.some(refersBack);
}

/** "Without GRS, how do we protect our blobs?": given up in a clause of its own, and another is asked for. */
function isDoneWithout({ start, end }: Span, tokens: readonly Token[]): boolean {
  const isGivenUp = tokens[startOfClause(start, tokens)]?.word === "without" && endsThought(end, tokens);
  return isGivenUp && ASKS_FOR_A_WAY.has(wordAt(end, tokens));
}

const ASKS_FOR_A_WAY = wordSet("how what which");

function isAside(topic: Span, said: Said, tokens: readonly Token[]): boolean {
  return (
    isSwappedAt(topic, said, tokens) || isDenied(topic, said.ahead, tokens) || isSaidOfIt(topic, said.behind, tokens)
  );
}

function isSwap({ start }: Span, tokens: readonly Token[]): boolean {
  return tokens[start]?.word === "without";
}

/** "Rather than a geo-replica", "instead of restoring", "without failover groups". */
function isSwappedAt(topic: Span, { swapped }: Said, tokens: readonly Token[]): boolean {
  return leadsTo(topic, tokens, (at) => swapped.some(({ end }) => end === at));
}

/** "Not the newer geo-replication", "I don't need replication", "we can't afford a failover group"; "why not" asks. */
function isDenied(topic: Span, ahead: readonly Span[], tokens: readonly Token[]): boolean {
  const clause = startOfClause(topic.start, tokens);
  const opening = COORDINATORS.has(wordAt(clause, tokens)) ? clause + 1 : clause;
  if (ASKS.has(wordAt(opening, tokens))) return false;
  return leadsTo(topic, tokens, (at) => NOT.has(wordAt(at - 1, tokens)) || ahead.some(({ end }) => end === at));
}

/** Whether only such words stand between as lead from a denial to what is denied. */
function leadsTo({ start }: Span, tokens: readonly Token[], isDenial: (at: number) => boolean): boolean {
  for (let at = start; at > 0 && start - at <= BEFORE_A_TOPIC; at -= 1) {
    if (tokens[at]?.breakBefore) return false;
    if (isDenial(at)) return true;
    if (!LEADS.has(wordAt(at - 1, tokens))) return false;
  }
  return false;
}

const BEFORE_A_TOPIC = 4;
const LEADS = wordSet(
  "about of on for to the a an any our my your their that this all more talking asking ask tell want need use using used have afford get do be care worry know mean trust consider new newer newest old older usual plain simple classic real single nightly daily full own separate native azure costly expensive one two three several",
);
const NOT = anyOf(
  NEGATIVE_WORDS,
  "nobody forbids forbid forbade prohibits excludes vetoed rejected dropped bans banned",
);
const ASKS = anyOf(QUESTION_OPENINGS, NEGATED_AUXILIARIES);

/** "Backup isn't my question", "geo-replication of a single database I know already", "backup we have". */
function isSaidOfIt({ end }: Span, behind: readonly Span[], tokens: readonly Token[]): boolean {
  const [next, second] = wordsBetween(end, end + 2, tokens);
  if (next === undefined || tokens[end]?.breakBefore) return false;
  // "Backups no, read replicas yes?"
  if (NO_ANSWERS.has(next) && endsThought(end + 1, tokens)) return true;
  // "Failover is solved, backups aren't" asks about those.
  if (BE.has(next) && TOO.has(second ?? "")) return second !== "t" || tokens[end + 2]?.breakBefore === false;
  const last = end + (OF.has(next) ? WORDS_OF_ITS_OBJECT : BEFORE_A_PREDICATE);
  const isNext = (at: number) => at >= end && at <= last && isUnbroken(tokens.slice(end, at + 1));
  return behind.some(({ start }) => isNext(start));
}

/** "of a single database". */
const WORDS_OF_ITS_OBJECT = 5;
/** "itself", "are". */
const BEFORE_A_PREDICATE = 1;
const OF = anyOf(PREPOSITIONS_OF_BELONGING, "from with to");
const BE = anyOf(COPULAS, NEGATED_AUXILIARIES, "would can");
const TOO = wordSet("t not too overkill useless pointless impossible out unaffordable expensive forbidden never");
