/** "MySQL, Postgres and Cosmos: the options of the last two": names that are left out, or all meant, by counting. */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import { type NameSpan, servicesOf } from "./name-span";
import type { SpansOf } from "./spans";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, DETERMINERS, EXCEPTIVE_WORDS, UNIVERSAL_PRONOUNS, VERBS_OF_LEAVING_OUT } from "./word-classes";

/**
 * @param services the names of services, in order
 * @returns those before the last two, or behind the first two, that the message asks about
 */
export function countedOff(
  services: readonly NameSpan[],
  cues: SpansOf,
  tokens: readonly Token[],
): readonly NameSpan[] {
  const counted = tokens.findLastIndex((_, at) => isCount(at, tokens));
  if (counted < 0) return [];
  const isExcept =
    EXCEPTIVE_WORDS.has(wordAt(counted - 3, tokens)) && UNIVERSAL_PRONOUNS.has(wordAt(counted - 4, tokens));
  const isAside = !isExcept && isSkipped(counted, cues, tokens);
  if (!isAside && !isExcept && isOfOthers(counted, tokens)) return [];
  const list = services.filter(({ end }) => end < counted);
  const ids = [...new Set(list.flatMap((span) => servicesOf(span).slice(0, 1)))];
  const these = countedBy(counted, isAside || isExcept, ids, list.at(-1), tokens);
  const left = new Set(isAside ? ids.filter((id) => !these.includes(id)) : these);
  const isAllJoined = services.slice(list.length).every(({ start }) => isJoinedTo(counted, start, tokens));
  if (these.length === 0 || left.size === 0 || !isAllJoined) return [];
  return list.filter((span) => !left.has(servicesOf(span)[0] ?? ""));
}

/** "the last two", "the middle one". */
function isCount(at: number, tokens: readonly Token[]): boolean {
  const isEnd = COUNT_WORDS.has(wordAt(at, tokens)) && ENDS_OF_A_LIST.has(wordAt(at - 1, tokens));
  return isEnd || (wordAt(at, tokens) === "one" && PLACES_IN_A_LIST.has(wordAt(at - 1, tokens)));
}

/** "To the first two and to Cosmos": what is named behind the count belongs to it. */
function isJoinedTo(at: number, name: number, tokens: readonly Token[]): boolean {
  const between = tokens.slice(at + 1, name);
  return between.length > 0 && between.length <= BEFORE_THE_NEXT && between.every(({ word }) => JOINTS.has(word));
}

/** "and to the". */
const BEFORE_THE_NEXT = 3;
const JOINTS = wordSet("and plus to of for in the also with");

/** "Skip the middle one", "the network guys look after the first two": the others are meant. */
function isSkipped(at: number, cues: SpansOf, tokens: readonly Token[]): boolean {
  const start = startOfClause(at, tokens);
  const isStated = !tokens[start]?.asked && ARTICLES.has(wordAt(at - 2, tokens));
  const end = tokens.findIndex(({ breakBefore }, i) => i > at && breakBefore);
  const isHere = (cue: { readonly start: number }) => cue.start >= start && (end < 0 || cue.start < end);
  const isCommand = tokens.slice(start, at).some(({ word }) => SKIPS.has(word));
  return isStated && (isCommand || cues("set-aside").some(isHere));
}

const SKIPS = anyOf(VERBS_OF_LEAVING_OUT, "except without minus not out");

/** "Event Grid → Service Bus → Functions; the Service Bus has geo-DR. The other two?": but that which was spoken of. */
function countedBy(
  at: number,
  isOne: boolean,
  ids: readonly string[],
  last: NameSpan | undefined,
  tokens: readonly Token[],
): readonly string[] {
  const [word, count] = [wordAt(at - 1, tokens), COUNT_WORDS.get(wordAt(at, tokens))];
  if (count === undefined) return isOne && ids.length > 2 ? placedAt(word, ids) : [];
  if (count >= ids.length) return [];
  if (FIRST.has(word)) return ids.slice(0, count);
  if (word !== "other") return ids.slice(-count);
  const others = ids.filter((id) => id !== (last && servicesOf(last)[0]));
  return others.length === count ? others : [];
}

/** "the middle one". */
function placedAt(word: string, ids: readonly string[]): readonly string[] {
  const middle = ids.length % 2 === 1 ? (ids.length - 1) / 2 : ids.length;
  const at = word === "middle" ? middle : (PLACES_IN_A_LIST.get(word) ?? ids.length);
  return ids.slice(at).slice(0, 1);
}

/** "The last two outages", "in the last two years" count something else. */
function isOfOthers(at: number, tokens: readonly Token[]): boolean {
  const next = tokens[at + 1];
  const isArticle = ARTICLES.has(wordAt(at - 2, tokens));
  return !isArticle || (next !== undefined && !next.breakBefore && !BEHIND_THE_COUNT.has(next.word));
}

const COUNT_WORDS: ReadonlyMap<string, number> = new Map([
  ["two", 2],
  ["2", 2],
  ["three", 3],
  ["3", 3],
]);
const PLACES_IN_A_LIST: ReadonlyMap<string, number> = new Map([
  ["first", 0],
  ["second", 1],
  ["third", 2],
  ["middle", 1],
  ["last", -1],
]);
const ENDS_OF_A_LIST: ReadonlySet<string> = new Set(["last", "latter", "first", "former", "other", "final"]);
const FIRST: ReadonlySet<string> = new Set(["first", "former"]);
const ARTICLES = anyOf(DETERMINERS, "for only just");
const BEHIND_THE_COUNT: ReadonlySet<string> = new Set(
  "in if when is are do does can be survive fail have has and only please service product without after across with from named of to go get would will matter count worry".split(
    " ",
  ),
);
