/** Things of daily work that are spelt as a service is: a tunnel of wind, a queue of people, an old table, a question. */
import { wordSet } from "../knowledge/normalise";
import { isEverydayCompound } from "./compounds";
import type { Span } from "./spot";
import { restOfThought, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { PREPOSITIONS_OF_BELONGING } from "./word-classes";

/** Whether a single word is of such a thing. */
export function isEverydayThing(span: Span, tokens: readonly Token[]): boolean {
  if (span.end - span.start !== 1) return false;
  return (
    isAQuestion(span, tokens) ||
    isEverydayCompound(span, tokens) ||
    isForReaders(span, tokens) ||
    isOfPeople(span, tokens)
  );
}

/** "On-call q: is it lost", "Q: does it fail over". */
function isAQuestion({ start }: Span, tokens: readonly Token[]): boolean {
  const isLetter = tokens[start]?.raw.toLowerCase() === "q";
  return isLetter && (tokens[start + 1]?.pause === "colon" || ASKING.has(wordAt(start - 1, tokens)));
}

const ASKING = wordSet("quick small short dumb silly stupid easy");

/** "Table for the board: which services survive": a paper for those who read it. */
function isForReaders({ start, end }: Span, tokens: readonly Token[]): boolean {
  if (tokens[start]?.canonical !== "table") return false;
  return isTiedTo(end, PREPOSITIONS_OF_BELONGING, READERS, tokens);
}

const READERS = wordSet(
  "board audit auditor auditors report reports wiki slide slides deck boss management manager committee review workshop excel word confluence handbook document documentation docs email mail paper presentation powerpoint contract",
);

/** "The queue at the passport office". */
function isOfPeople({ start, end }: Span, tokens: readonly Token[]): boolean {
  if (tokens[start]?.canonical !== "queue") return false;
  return isTiedTo(end, AT, QUEUED_AT, tokens) || isStoodIn(start, tokens);
}

/** "Players wait in a queue", "customers standing in the queue"; but "messages wait in a queue". */
function isStoodIn(start: number, tokens: readonly Token[]): boolean {
  const before = wordsBetween(Math.max(0, start - BEFORE_A_QUEUE), start, tokens);
  const waits = before.findLastIndex((word) => WAITS.has(word));
  return waits >= 0 && before.slice(0, waits).some((word) => WAITING.has(word)) && before.slice(waits).includes("in");
}

/** "customers have to wait in a long". */
const BEFORE_A_QUEUE = 7;
const WAITS = wordSet("wait waits waiting stand stands standing stood stuck");
const WAITING = wordSet(
  "player players people customer customers visitor visitors patient patients passenger passengers guest guests fan fans citizen citizens student students shopper shoppers driver drivers gamers voters tourists who we they",
);

const AT = wordSet("at outside before in of");
const QUEUED_AT = wordSet(
  "office desk counter counters gate gates door doors entrance till tills checkout airport museum park ride people visitors customers patients cars lorries trucks shop store cafeteria canteen",
);

/** "For the", "at the passport": a tie, and the noun that it leads to; a word more may stand before that. */
function isTiedTo(
  at: number,
  ties: ReadonlySet<string>,
  nouns: ReadonlySet<string>,
  tokens: readonly Token[],
): boolean {
  if (!ties.has(wordAt(at, tokens)) || tokens[at]?.breakBefore !== false) return false;
  return restOfThought(at + 1, tokens, BEHIND_A_TIE).some(({ word }) => nouns.has(word));
}

/** "the passport office". */
const BEHIND_A_TIE = 3;
