/** "MySQL, Postgres and Cosmos: the options of the last two": names that are left out, or all meant, by counting. */
import { wordSet } from "../knowledge/normalise";
import { COUNTS, countsRegions } from "./denial-words";
import { type NameSpan, servicesOf } from "./name-span";
import type { SpansOf } from "./spans";
import type { Token } from "./tokens";

/**
 * @param services the names of services, in order
 * @returns those before the last two, or behind the first two, that the message asks about
 */
export function countedOff(services: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const last = services.at(-1)?.end ?? 0;
  const at = tokens.findIndex(
    ({ word }, i) => i >= last && COUNT_WORDS.has(word) && ENDS_OF_A_LIST.has(wordAt(i - 1, tokens)),
  );
  if (at < 0 || isOfOthers(at, tokens)) return [];
  const ids = [...new Set(services.flatMap((span) => servicesOf(span).slice(0, 1)))];
  const count = COUNT_WORDS.get(wordAt(at, tokens)) ?? ids.length;
  if (count >= ids.length) return [];
  const left = new Set(countedBy(wordAt(at - 1, tokens), count, ids, services.at(-1)));
  return services.filter((span) => !left.has(servicesOf(span)[0] ?? ""));
}

/** "Event Grid → Service Bus → Functions; the Service Bus has geo-DR. The other two?": but that which was spoken of. */
function countedBy(word: string, count: number, ids: readonly string[], last: NameSpan | undefined): readonly string[] {
  if (FIRST.has(word)) return ids.slice(0, count);
  if (word !== "other") return ids.slice(-count);
  const others = ids.filter((id) => id !== (last && servicesOf(last)[0]));
  return others.length === count ? others : ids;
}

function wordAt(at: number, tokens: readonly Token[]): string {
  return tokens[at]?.word ?? "";
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
const ENDS_OF_A_LIST: ReadonlySet<string> = new Set(["last", "latter", "first", "former", "other", "final"]);
const FIRST: ReadonlySet<string> = new Set(["first", "former"]);
const ARTICLES: ReadonlySet<string> = new Set(["the", "these", "those", "for", "only", "just"]);
const BEHIND_THE_COUNT: ReadonlySet<string> = new Set(
  "in if when is are do does can be survive fail have has and only please service product without after across with from named of to go get would will".split(
    " ",
  ),
);

/** "I need both in a second region", "should all three be": said of services, not of "both Dubai and Doha". */
export function asksOfAll(tokens: readonly Token[], cues: SpansOf, services: number): boolean {
  const count = services === 2 ? "both" : COUNTS[services];
  return cues("both").some(({ start, end }) => {
    const isCount = tokens.slice(start, end).some(({ word }) => word === count);
    const next = tokens[end];
    const isSaidOfThem = !next || next.breakBefore || SAID_OF_ALL.has(next.word);
    return isCount && isSaidOfThem && !PLACES.has(tokens[start - 1]?.word ?? "") && !countsRegions(end, tokens);
  });
}

const SAID_OF_ALL = wordSet(
  "in if when go be are can must should will have need for get of fail die survive at come when while once",
);
const PLACES: ReadonlySet<string> = new Set(["in", "to", "from", "at", "between", "across"]);
