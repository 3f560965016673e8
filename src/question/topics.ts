/** Which ways to survive a message names, that which it asks about first. */
import { fold, wordSet } from "../knowledge/normalise";
import type { Topic } from "../knowledge/schema";
import { startOfClause } from "./clauses";
import { orDescribed } from "./described-ways";
import type { Lexicon } from "./lexicon";
import { isIn, questionsAmong, sentencesOf } from "./sentences";
import { withoutSetAside } from "./set-aside-topics";
import { type Found, isWithin, withKind } from "./spans";
import type { Span } from "./spot";
import { startOfSentence, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { byAgent, orMicrosoftMoves } from "./who-acts";
import {
  AUXILIARY_VERBS,
  anyOf,
  CONDITIONALS,
  FIRST_PERSON,
  FIRST_PERSON_POSSESSIVES,
  FORMS_OF_BE,
  PREPOSITIONS_INSIDE,
  QUESTION_WORDS,
  UNITS_OF_TIME,
} from "./word-classes";

type Topics = ReadonlyArray<Found<"topic">>;

/**
 * In the order named; of two that start together the longer phrase first ("failover group" before "failover"). What is
 * only supposed comes last: "if our write region dies, is the failover …".
 */
export function topicsOf(spans: readonly Span[], tokens: readonly Token[]): Topic[] {
  const found = withKind(spans, "topic").sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const whole = found.filter(({ span }) => !found.some((other) => isWithin(span, other.span)));
  const kept = whole.filter(({ span }) => !isSite(span, tokens));
  const questions = kept.length > 1 ? questionsAmong(sentencesOf(tokens), tokens) : [];
  const isAsked = kept.some(({ span }) => questions.some((question) => isIn(span, question)));
  const isOnlyTold = (span: Span) =>
    isAsked && !questions.some((question) => isIn(span, question)) && isTold(span, tokens);
  const last = ({ span }: Found<"topic">) =>
    isSupposed(span, tokens) || isOnlyOne(span, tokens) || isOnlyTold(span) ? 1 : 0;
  const asked = withoutSetAside(kept, spans, tokens, () => inOtherWords([], tokens).length > 0);
  const inOrder = asked.sort((a, b) => last(a) - last(b));
  const isOnFigures = asked.some((it) => FIGURES.has(wordAt(it.span.start, tokens)) && last(it) === 0);
  // "With one write region": what several would add is not asked about.
  const wanted = inOrder.filter(({ span }) => !isOnlyOne(span, tokens));
  const named = withoutLoose(wanted, tokens).map((it) => byAgent(it, tokens));
  const topics = inOtherWords([...new Set(named)], tokens);
  // "How much is gone after a failover, RPO I mean"
  const isAskedFor =
    asked.some(({ span }) => asksForFigure(span, tokens)) || tokens.some((_, at) => asksForTime(at, tokens));
  return isAskedFor || (isOnFigures && topics[0] === "failover")
    ? [...new Set<Topic>(["recovery-objectives", ...topics])]
    : topics;
}

/** "Primary Milan, backup site Madrid": no backup is asked about; but "do I need a backup region". */
function isSite({ start, end }: Span, tokens: readonly Token[]): boolean {
  const isCalledSo = end - start === 1 && wordAt(start, tokens) === "backup" && SITES.has(wordAt(end, tokens));
  return isCalledSo && (PREPOSITIONS_INSIDE.has(wordAt(end + 1, tokens)) || !INDEFINITE.has(wordAt(start - 1, tokens)));
}

const INDEFINITE = wordSet("a an no any another other");
const SITES = wordSet("site region location datacenter datacentre");

/** "Replicas of SignalR" are its geo-replication; "read replicas" are asked for by name. */
export function asReplicas(
  topics: readonly Topic[],
  services: readonly string[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): Topic[] {
  const isOfThese = services.length > 0 && services.every((id) => lexicon.replicating.has(id));
  if (!topics.includes("read-replicas") || !isOfThese || !tokens.some(({ word }) => word === "replica"))
    return [...topics];
  if (tokens.some(({ word }) => word === "read")) return [...topics];
  return [...new Set(topics.map((topic) => (topic === "read-replicas" ? "geo-replication" : topic)))];
}

/** What is asked about without its name. */
function inOtherWords(named: Topic[], tokens: readonly Token[]): Topic[] {
  const topics = withGroups(withWrites(orMicrosoftMoves(named, tokens), tokens), tokens);
  return orDescribed(topics, tokens);
}

/** "Promote the replica" is about the replica; "replicas of it: how is geo-replication switched on" about the copying. */
function withoutLoose(found: Topics, tokens: readonly Token[]): Topics {
  const has = (topic: Topic) => found.some(({ meaning }) => meaning.topic === topic);
  const wordOf = ({ span }: Found<"topic">) => wordAt(span.start, tokens);
  const isLoose = (it: Found<"topic">) => {
    const isOneWord = it.span.end - it.span.start === 1;
    if (isOneWord && PROMOTES.has(wordOf(it))) return has("read-replicas");
    // "GRS backups"
    if (it.meaning.topic === "geo-redundant-storage") return found.some((other) => isBackup(other, it.span.end));
    if (it.meaning.topic === "failover") return isSaidExactly(it.span, found, tokens);
    return isOneWord && it.meaning.topic === "read-replicas" && found.some((other) => isByName(other, tokens));
  };
  return found.filter((it) => !isLoose(it));
}

function isBackup({ span, meaning }: Found<"topic">, at: number): boolean {
  return meaning.topic === "backup" && span.start === at;
}

/** "Geo-replication" by its name, not "replicate". */
function isByName({ span, meaning }: Found<"topic">, tokens: readonly Token[]): boolean {
  return meaning.topic === "geo-replication" && /^(active|geo|georeplication)/.test(wordAt(span.start, tokens));
}

const PROMOTES = wordSet("promote promotes promoted promoting promotion");

/** "Key Vault's failover is Microsoft-managed": how it is done says more than that it is. */
function isSaidExactly(failover: Span, found: Topics, tokens: readonly Token[]): boolean {
  const clause = startOfClause(failover.start, tokens);
  const exact = found.filter(
    ({ span, meaning }) => EXACT.has(meaning.topic) && startOfClause(span.start, tokens) === clause,
  );
  return new Set(exact.map(({ meaning }) => meaning.topic)).size === 1;
}

const EXACT: ReadonlySet<Topic> = new Set<Topic>(["customer-managed-failover", "microsoft-managed-failover"]);

/** "Our SQL databases must fail over together", "put them in a group". */
function withGroups(topics: Topic[], tokens: readonly Token[]): Topic[] {
  const isOpen = topics.every((topic) => topic === "failover" || topic === "failover-groups");
  const isGrouped = isOpen && tokens.some(({ word }) => GROUPED.has(word));
  if (!isGrouped || !tokens.some(({ canonical }) => OF_GROUPS.has(canonical))) return topics;
  const isTogether = TOGETHER.test(tokens.map(({ word }) => word).join(" "));
  return isTogether ? [...new Set<Topic>(["failover-groups", ...topics])] : topics;
}

const OF_GROUPS: ReadonlySet<string> = new Set(["sql", "database", "instance"].map(fold));
const GROUPED = wordSet("group groups grouped grouping together one unit connection");
const TOGETHER =
  /\b((fail|failover|switch|move|go|moved|switched)( them| it)?( over)?( all)? (together|as (one|a unit|a group))|as one unit|(in|into|as) (a|one) group|group(ed|ing)|(one|same|single) connection string)\b/;

/** "SQL with a geo-secondary, what RPO do we get" */
function asksForFigure({ start }: Span, tokens: readonly Token[]): boolean {
  if (!FIGURES.has(wordAt(start, tokens))) return false;
  const before = wordAt(start - 1, tokens);
  return QUESTION_WORDS.has(before) || (before === "the" && FORMS_OF_BE.has(wordAt(start - 2, tokens)));
}

/** "How many seconds of writes are missing". */
function asksForTime(at: number, tokens: readonly Token[]): boolean {
  return UNITS_OF_TIME.has(wordAt(at, tokens)) && tokens[at - 1]?.word === "many" && tokens[at - 2]?.word === "how";
}

/** "Write to it in Chile Central and in Brazil South at the same time". */
function withWrites(topics: Topic[], tokens: readonly Token[]): Topic[] {
  const writes = tokens.some(({ canonical, word }) => canonical === "write" || WRITABLE.has(word));
  const isAtOnce = writes && AT_ONCE.test(tokens.map(({ word }) => word).join(" "));
  return isAtOnce ? [...new Set<Topic>([...topics, "multi-region-writes"])] : topics;
}

const WRITABLE = wordSet("writable writeable written insert inserts inserting update updates");
const AT_ONCE =
  /\b(same time|at once|simultaneou|concurrent|in parallel|both (update|write|insert)|in (both|two|several|all|either) (the )?(region|place|site|location)|both (region|side|end|place|countr|cit|site)|two region|(every|all|each) (the )?region|everywhere)/;

const FIGURES: ReadonlySet<string> = new Set(["rpo", "rto"]);

/** "Once the replica is lost, …"; but "when can we fail over" asks. */
function isSupposed({ start }: Span, tokens: readonly Token[]): boolean {
  const clause = startOfClause(start, tokens);
  const [opening, next] = wordsBetween(clause, clause + 2, tokens);
  if (!CONDITIONALS.has(opening ?? "")) return false;
  return !ASKS.has(next ?? "") && tokens.some(({ pause }, i) => i > start && pause === "comma");
}

/** "We know the RPO. How do we fail over?", "Event Hubs: we have geo-DR". */
function isTold({ start }: Span, tokens: readonly Token[]): boolean {
  const sentence = startOfSentence(start, tokens);
  const clause = startOfClause(start, tokens);
  return TELLS.has(wordAt(sentence, tokens)) || TELLS.has(wordAt(clause, tokens));
}

const TELLS = anyOf(FIRST_PERSON, FIRST_PERSON_POSSESSIVES, "there it they the");

/** "With a single write region": there is one, so it is hardly asked about. */
function isOnlyOne({ start, end }: Span, tokens: readonly Token[]): boolean {
  return (
    tokens[end - 1]?.plain === "region" && tokens[start]?.canonical === "write" && ONE.has(wordAt(start - 1, tokens))
  );
}

const ONE = wordSet("single one only just");
const ASKS = anyOf(AUXILIARY_VERBS, FIRST_PERSON);
