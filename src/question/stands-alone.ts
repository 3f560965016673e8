/** Where an ordinary word ("functions", "files") stands as a name. */
import { fold, wordSet } from "../knowledge/normalise";
import type { Meaning } from "./meaning";
import { ITEM_NUMBER, startOfNoun } from "./name-span";
import type { Span } from "./spot";
import { beginsThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import {
  AUXILIARY_VERBS,
  anyOf,
  CARDINAL_NUMBERS,
  DETERMINERS,
  FIRST_PERSON_POSSESSIVES,
  FORMS_OF_BE,
  NEGATED_AUXILIARIES,
  PREPOSITIONS_INSIDE,
  PREPOSITIONS_OF_MEANS,
  PREPOSITIONS_TOWARDS,
  QUANTITIES,
  RELATIVE_PRONOUNS,
  RESTRICTIVE_ADVERBS,
  VERBS_OF_STANDING,
} from "./word-classes";

/** An ordinary word that may be a name, and what stands around it. */
type Place = Span & {
  readonly isPlural: boolean;
  /** No other service is named by a name of its own. */
  readonly isOnly: boolean;
  readonly before: Token | undefined;
  readonly after: Token | undefined;
  /** Nothing of the same thought follows, or what is asked at once. */
  readonly isEnd: boolean;
  readonly tokens: readonly Token[];
  readonly spans: readonly Span[];
};

/**
 * Between commas, the ends of the message, or words that join or place things: "AKS, functions and batch in Doha".
 * @param isPlural whether the word is a name in the plural only
 */
export function standsAlone(span: Span, isPlural: boolean, spans: readonly Span[], tokens: readonly Token[]): boolean {
  const [before, after] = [tokens[span.start - 1], tokens[span.end]];
  const isEnd = !after || after.breakBefore || ITEM_NUMBER.test(after.word) || asks(span.end, spans);
  const place = { isPlural, isOnly: isOnlyName(spans), before, after, isEnd, tokens, spans, ...span };
  return isOneOfOurs(place) ?? isCounted(place) ?? (isContrasted(place) || (!isHeld(place) && isFree(place)));
}

/** "Our functions in Doha", but not "our search for a concept" or "my monitor is broken". */
function isOneOfOurs({ before, after, isOnly, isPlural, isEnd, end, tokens }: Place): boolean | null {
  // "The functions next to it"
  const isBeside = BESIDE.has(after?.word ?? "") && tokens[end - 1]?.plain.endsWith("s") === true;
  const isThe = before?.word === "the" && (isPlural || isBeside);
  if (!before || !isOnly || !(FIRST_PERSON_POSSESSIVES.has(before.word) || isThe)) return null;
  // "Our topic is in one region", but not "our search is slow".
  const isPlaced = IS.has(after?.word ?? "") && PLACES.has(wordAt(end + 1, tokens));
  return isEnd || isPlaced || BEHIND_OURS.has(after?.word ?? "");
}

/** "About twenty topics in Brussels". */
function isCounted({ before, after, start, tokens, isOnly, isPlural, isEnd }: Place): boolean | null {
  const isAFew = before?.word === "of" && QUANTITIES.has(wordAt(start - 2, tokens));
  if (!isPlural || !isOnly || !before || !(isAFew || isCount(before.word))) return null;
  return !isEnd && BEHIND_COUNTED.has(after?.word ?? "");
}

/** "Files, not blobs". */
function isContrasted({ start, end, after, tokens, spans }: Place): boolean {
  return isOpens(start, tokens) && after?.word === "not" && isServiceAt(end + 1, spans);
}

/** "Files in Blob Storage" are none of Azure Files. */
function isHeld({ after, end, spans }: Place): boolean {
  return PREPOSITIONS_INSIDE.has(after?.word ?? "") && !after?.breakBefore && isServiceAt(end + 1, spans);
}

function isFree(place: Place): boolean {
  const { before, after, start, isEnd, tokens } = place;
  if (isLedTo(place)) return true;
  const opens = isOpens(start, tokens) || isOpens(start - wordsBefore(place), tokens) || isBehindAPlace(place);
  const isListed = isListedWithOthers(place);
  const isOpen = opens || JOINS.has(before?.word ?? "") || isListed;
  if (isListed && BEHIND_LISTED.has(after?.word ?? "")) return true;
  const isBetween =
    isEnd || BEHIND_ALONE.has(after?.word ?? "") || JOINS.has(after?.word ?? "") || PLACES.has(after?.word ?? "");
  return isOpen && (isBetween || isAtWork(place));
}

/** "Doha law", "and Doha law", and nothing else. */
function isBehindAPlace({ start, end, tokens, spans }: Place): boolean {
  if (end !== tokens.length || tokens[start]?.breakBefore) return false;
  const isRegion = (span: Span) => span.end === start && span.meanings.some(({ kind }) => kind === "region");
  const opens = (at: number) => isOpens(at, tokens) || (JOINS.has(wordAt(at - 1, tokens)) && isOpens(at - 1, tokens));
  return spans.some((span) => isRegion(span) && opens(span.start));
}

/** "The VMs and the disks matter". */
const BEHIND_LISTED = anyOf(
  AUXILIARY_VERBS,
  NEGATED_AUXILIARIES,
  "matter need hold cannot stay not either treated behave differ survive as",
);

/** "APIM and my functions", "do the functions and the bus", "one table": beside another service a noun is one too. */
function isListedWithOthers(place: Place): boolean {
  const { start, end, isOnly, isPlural, tokens } = place;
  const noun = startOfNoun(start, tokens);
  if (isOnly || isPlural) return false;
  if (tokens[end - 1]?.plain.endsWith("s") !== true) return noun === start - 1 && isOneOfAList(noun, place);
  return isOpens(noun, tokens) || JOINS.has(wordAt(noun - 1, tokens)) || isBeforeAnother(place);
}

/** "App Service, one blob container, one table"; but "AKS and ACR, one table please" asks for a list. */
function isOneOfAList(noun: number, { isEnd, tokens, spans }: Place): boolean {
  if (!isEnd || tokens[noun]?.word !== "one") return false;
  const isAnd = tokens[noun - 1]?.word === "and" && !tokens[noun]?.breakBefore;
  if (!isAnd && tokens[noun]?.pause !== "comma") return false;
  const last = isAnd ? noun - 1 : noun;
  return spans.some(({ end, meanings }) => end === last && meanings.some(({ kind }) => kind === "service"));
}

/** "It is made of functions, Cosmos DB and …", "but the disks and the elastic SAN": a list begins with it. */
function isBeforeAnother({ end, tokens, spans }: Place): boolean {
  const isAnd = tokens[end]?.word === "and" && !tokens[end]?.breakBefore;
  if (!isAnd && tokens[end]?.pause !== "comma") return false;
  const next = isAnd ? end + 1 : end;
  return isServiceAt(DETERMINERS.has(wordAt(next, tokens)) ? next + 1 : next, spans);
}

/** "Rewrote the logic app in functions", "APIM in front of functions": one service tells that the other word is one too. */
function isLedTo({ before, after, isOnly, isEnd, start, tokens }: Place): boolean {
  const isInFront = before?.word === "of" && tokens[start - 2]?.word === "front";
  // "…sends to functions which write to blobs", "calling functions calling Postgres"
  const ends = isEnd || RELATIVE_PRONOUNS.has(after?.word ?? "") || /.ing$/i.test(after?.raw ?? "");
  // "Event Grid pushes the events to a function"
  const isToA = before?.word === "a" && isEnd && TO.has(wordAt(start - 2, tokens));
  return !isOnly && ends && (isInFront || isToA || LEADS_TO.has(before?.word ?? ""));
}

/** "Functions writing into Cosmos DB", "functions triggered by queues", "Batch reads from blobs". */
function isAtWork({ start, end, isOnly, after, tokens }: Place): boolean {
  if (isOnly || !after) return false;
  const isMany = tokens[end - 1]?.plain.endsWith("s") === true || /^\p{Lu}/u.test(tokens[start]?.raw ?? "");
  // "→ function resizes": where no article stands before the subject it is a name.
  const isSubject = isOpens(start, tokens) && start > 0 && !after.breakBefore && /s$/i.test(after.raw);
  return (isMany && /ing$/i.test(after.raw)) || ((isMany || isSubject) && AT_WORK.has(after.word));
}

/**
 * "A function writes to Cosmos DB", "rates by a function", "calling a function that …": beside other services one that
 * works is a service too.
 */
export function isAWorker({ start, end }: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  const [before, article, after] = [wordAt(start - 2, tokens), tokens[start - 1], tokens[end]];
  const isOne = article !== undefined && AGENTS.has(article.word) && tokens[start]?.breakBefore === false;
  if (!isOne || !WORKERS.has(wordAt(start, tokens)) || isOnlyName(spans)) return false;
  const isEnd = after?.breakBefore ?? true;
  const isRelative = RELATIVE_PRONOUNS.has(after?.word ?? "");
  const works = !isEnd && (isRelative || (/[a-z]{2}s$/i.test(after?.raw ?? "") && !IS.has(after?.raw ?? "")));
  const opens = isOpens(start - 1, tokens) || JOINS.has(before);
  return (opens && works) || (CALLS.has(before) && (works || isEnd));
}

const WORKERS = wordSet("function");
const AGENTS: ReadonlySet<string> = new Set(["a", "one", "another"]);
const CALLS = anyOf(
  PREPOSITIONS_TOWARDS,
  PREPOSITIONS_OF_MEANS,
  "trigger triggers triggering call calls calling invoke invokes invoking runs start starts",
);

/** "Functions only". */
const BEHIND_ALONE = wordSet("only alone too then please itself instead now");

/** "Only the disks", "the q failover": how many of these words stand before. */
function wordsBefore({ start, end, spans, tokens }: Place): number {
  const article = DETERMINERS.has(wordAt(start - 1, tokens)) ? 1 : 0;
  if (RESTRICTIVE_ADVERBS.has(wordAt(start - 1 - article, tokens))) return 1 + article;
  return asks(end, spans) ? article : 0;
}

function isOpens(start: number, tokens: readonly Token[]): boolean {
  return beginsThought(start, tokens);
}

function isServiceAt(at: number, spans: readonly Span[]): boolean {
  return spans.some(({ start, meanings }) => start === at && meanings.some(({ kind }) => kind === "service"));
}

const AT_WORK: ReadonlySet<string> = new Set(
  [
    ..."triggered read write call process consume pull poll feed listen talk behind that which compute".split(" "),
    ..."transform enrich send push handle parse convert validate generate create update check calculate".split(" "),
    ..."aggregate forward route resize render watch react glue orchestrate crunch fetch load import export".split(" "),
    ..."roll rotate patch restart notify trigger fire scale post publish subscribe receive pick turn query serve execute clean".split(
      " ",
    ),
    // As these fold: "crunches", "pushes".
    ..."crunche pushe publishe fetche watche processe parse digeste collect compresse".split(" "),
    ..."store save collect consume ingest crunch digest compress upload download replicate sync".split(" "),
  ].map(fold),
);
const TO = anyOf(PREPOSITIONS_TOWARDS, "trigger triggers");
const LEADS_TO = anyOf(
  PREPOSITIONS_TOWARDS,
  PREPOSITIONS_OF_MEANS,
  "in on behind trigger triggering feed feeding call calling invoke invoking",
);

/** "law replication", "batch dr": what is asked follows at once. */
function asks(at: number, spans: readonly Span[]): boolean {
  return spans.some(({ start, meanings }) => start === at && meanings.some((meaning) => isAsked(meaning)));
}

export function isAsked(meaning: Meaning): boolean {
  return (
    meaning.kind === "topic" ||
    meaning.kind === "region" ||
    (meaning.kind === "cue" && (meaning.cue === "region-loss" || meaning.cue === "regions"))
  );
}

const JOINS = wordSet(
  "and or so hence compare vs versus plus with about use using run running add include drop remove skip host deploy have has is are does do can for if whether call invoke",
);
/** "Our files in Blob Storage" are none of Azure Files. */
function isOnlyName(spans: readonly Span[]): boolean {
  return !spans.some(({ meanings }) => meanings.some((it) => it.kind === "service" && !it.ordinary));
}

function isCount(word: string): boolean {
  return COUNTS.has(word) || /^\d+$/.test(word);
}

const COUNTS = anyOf(CARDINAL_NUMBERS, QUANTITIES);
const BEHIND_COUNTED: ReadonlySet<string> = new Set(["in", "across", "from"]);
const IS = anyOf(FORMS_OF_BE, VERBS_OF_STANDING);
const BEHIND_OURS: ReadonlySet<string> = new Set(
  "in across from when if without are we that they get need next beside behind too also only alone".split(" "),
);
const BESIDE: ReadonlySet<string> = new Set(["next", "beside", "behind", "around"]);
const PLACES = wordSet("in for across from to without when if while behind below underneath inside get gets");
