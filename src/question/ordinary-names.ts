/** Names that are ordinary words too ("functions", "LAW"), and when they are names. */
import { fold } from "../knowledge/normalise";
import type { Lexicon } from "./lexicon";
import type { Meaning } from "./meaning";
import { ITEM_NUMBER, type Named } from "./name-span";
import { isOfServices, isPlaceByArticle, isShouted } from "./no-name";
import { isWithin } from "./spans";
import type { Span } from "./spot";
import type { Token } from "./tokens";

export function isName(
  meaning: Meaning,
  span: Span,
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): meaning is Named {
  // "Zoom in on it" names no Zoom.
  if (meaning.kind === "other-product") return !isPartOfACue(span, spans);
  if (meaning.kind !== "service" && meaning.kind !== "region") return false;
  if (isOfServices(span, tokens)) return false;
  if (!meaning.ordinary || isPlaceByArticle(meaning, span, tokens, lexicon)) return true;
  if (hasNameOfItsOwn(span, spans)) return false;
  if (meaning.kind === "service" && meaning.plural && !tokens[span.end - 1]?.plain.endsWith("s")) return false;
  if (isPartOfACue(span, spans) || isDoneBySomebody(span, tokens)) return false;
  if (isCapital(span, tokens)) return !isShouted(span, tokens, lexicon);
  // "pls can someone say": PLS is the Private Link service in capitals only.
  const isPlural = meaning.kind === "service" && meaning.plural === true;
  const isWord = !isPlural && lexicon.isStopWord(tokens[span.start]?.word ?? "");
  return !isWord && standsAlone(span, isPlural, spans, tokens);
}

/** "queue" is short for Azure Queue Storage, but as a name of its own it is Service Bus too. */
function hasNameOfItsOwn({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some(
    (other) =>
      other.start === start &&
      other.end === end &&
      other.meanings.some((meaning) => meaning.kind === "service" && !meaning.ordinary),
  );
}

/** "I search the services". */
function isDoneBySomebody({ start }: Span, tokens: readonly Token[]): boolean {
  return DOERS.has(tokens[start - 1]?.word ?? "") && tokens[start]?.breakBefore === false;
}

const DOERS: ReadonlySet<string> = new Set(["i", "we", "you", "they"]);

/** "by law". */
function isPartOfACue(span: Span, spans: readonly Span[]): boolean {
  return spans.some((other) => isWithin(span, other) && other.meanings.some(({ kind }) => kind === "cue"));
}

/** "LAW", or "Functions" within a sentence, behind a comma too; at its start any word has a capital. */
function isCapital({ start }: Span, tokens: readonly Token[]): boolean {
  const raw = tokens[start]?.raw ?? "";
  const isAcronym = raw.length > 1 && raw === raw.toUpperCase();
  return (
    isAcronym ||
    (start > 0 && (!tokens[start]?.breakBefore || tokens[start]?.pause === "comma") && /^\p{Lu}/u.test(raw))
  );
}

/** Between commas, the ends of the message, or words that join or place things: "AKS, functions and batch in Doha". */
function standsAlone(
  { start, end }: Span,
  isPlural: boolean,
  spans: readonly Span[],
  tokens: readonly Token[],
): boolean {
  const before = tokens[start - 1];
  const after = tokens[end];
  const isEnd = !after || after.breakBefore || ITEM_NUMBER.test(after.word) || asks(end, spans);
  const isOnly = isOnlyName(spans);
  // "Our functions in Doha", but not "our search for a concept" or "my monitor is broken".
  if (before && isOnly && (OURS.has(before.word) || (isPlural && before.word === "the"))) {
    // "Our topic is in one region", but not "our search is slow".
    const isPlaced = IS.has(after?.word ?? "") && PLACES.has(tokens[end + 1]?.word ?? "");
    return isEnd || isPlaced || BEHIND_OURS.has(after?.word ?? "");
  }
  // "About twenty topics in Brussels"
  const isCounted = isPlural && isOnly && before !== undefined && isCount(before.word);
  if (isCounted) return !isEnd && BEHIND_COUNTED.has(after.word);
  // "Files, not blobs"
  const isContrasted = isOpens(start, tokens) && after?.word === "not" && isServiceAt(end + 1, spans);
  if (isContrasted) return true;
  // "Files in Blob Storage" are none of Azure Files.
  if (HOLDS.has(after?.word ?? "") && !after?.breakBefore && isServiceAt(end + 1, spans)) return false;
  const isOpen = !before || tokens[start]?.breakBefore === true || JOINS.has(before.word);
  // "Rewrote the logic app in functions": one service tells that the other word is one too.
  const isLedTo = !isOnly && before !== undefined && LEADS_TO.has(before.word) && isEnd;
  // "Functions writing into Cosmos DB", "functions triggered by queues"
  const isMany = tokens[end - 1]?.plain.endsWith("s") === true;
  const isAtWork = isMany && !isOnly && after !== undefined && (/ing$/i.test(after.raw) || AT_WORK.has(after.word));
  return isLedTo || (isOpen && isAtWork) || (isOpen && (isEnd || JOINS.has(after.word) || PLACES.has(after.word)));
}

function isOpens(start: number, tokens: readonly Token[]): boolean {
  return start === 0 || tokens[start]?.breakBefore === true;
}

function isServiceAt(at: number, spans: readonly Span[]): boolean {
  return spans.some(({ start, meanings }) => start === at && meanings.some(({ kind }) => kind === "service"));
}

const HOLDS: ReadonlySet<string> = new Set(["in", "on", "within", "inside"]);
const AT_WORK: ReadonlySet<string> = new Set(
  "triggered read write call process consume pull poll feed listen talk behind that which".split(" ").map(fold),
);
const LEADS_TO: ReadonlySet<string> = new Set(["in", "into", "to", "by", "through", "via", "on"]);

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

const JOINS: ReadonlySet<string> = new Set(
  "and or compare vs versus plus with about use using run running host deploy have has is are does do can for if whether call invoke"
    .split(" ")
    .map(fold),
);
/** "Our files in Blob Storage" are none of Azure Files. */
function isOnlyName(spans: readonly Span[]): boolean {
  return !spans.some(({ meanings }) => meanings.some((it) => it.kind === "service" && !it.ordinary));
}

function isCount(word: string): boolean {
  return COUNTS.has(word) || /^\d+$/.test(word);
}

const COUNTS: ReadonlySet<string> = new Set(
  "two three four five six seven eight ten twelve fifteen twenty thirty forty fifty hundred dozen several many some few multiple various"
    .split(" ")
    .map(fold),
);
const BEHIND_COUNTED: ReadonlySet<string> = new Set(["in", "across", "from"]);
const OURS: ReadonlySet<string> = new Set(["my", "our"]);
const IS: ReadonlySet<string> = new Set(["is", "are", "live", "sit", "run"]);
const BEHIND_OURS: ReadonlySet<string> = new Set("in across from when if without are we that they get".split(" "));
const PLACES: ReadonlySet<string> = new Set(
  "in for across from to without when if while behind below underneath inside get gets".split(" "),
);
