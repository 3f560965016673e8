/** Things of daily work that are spelt as a service is: a tunnel of wind, a queue of people, an old table, a question. */
import { wordSet } from "../knowledge/normalise";
import { isEverydayCompound } from "./compounds";
import { startOfNoun } from "./name-span";
import type { Span } from "./spot";
import { restOfThought, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, FORMS_OF_HAVE, PREPOSITIONS_OF_BELONGING, VERBS_OF_HOLDING } from "./word-classes";

/** Whether a single word is of such a thing. */
export function isEverydayThing(span: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  if (span.end - span.start !== 1) return false;
  return (
    isAQuestion(span, tokens) ||
    isEverydayCompound(span, tokens) ||
    isOldPaper(span, tokens) ||
    isForReaders(span, tokens) ||
    isOfPeople(span, tokens) ||
    isKept(span, spans, tokens)
  );
}

/** "On-call q: is it lost", "Q: does it fail over". */
function isAQuestion({ start }: Span, tokens: readonly Token[]): boolean {
  const isLetter = tokens[start]?.raw.toLowerCase() === "q";
  return isLetter && (tokens[start + 1]?.pause === "colon" || ASKING.has(wordAt(start - 1, tokens)));
}

const ASKING = wordSet("quick small short dumb silly stupid easy");

/** "My table is from 2023": what was written down once. */
function isOldPaper({ start, end }: Span, tokens: readonly Token[]): boolean {
  if (tokens[start]?.canonical !== "table") return false;
  const [verb, ...next] = tokens.slice(end, end + 4);
  if (!verb || verb.breakBefore) return false;
  if (OLD.has(verb.word) || SAYS.has(verb.word)) return true;
  const isOfAYear = next.some(({ word, breakBefore }) => !breakBefore && (OLD.has(word) || /^20\d\d$/.test(word)));
  return isOfAYear && COPULAS.has(verb.word);
}

const OLD = wordSet("old older outdated stale obsolete dated printed wrong");
const SAYS = wordSet("say says claim claims list lists mention mentions show shows");
const COPULAS = wordSet("is was from of dates i we they may might could looks");

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

/** "Cosmos keeps the case files": what another service holds is none of its own. */
function isKept({ start }: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  if (tokens[start]?.canonical !== "file") return false;
  const verb = startOfNoun(start, tokens) - 1;
  if (!KEEPS.has(wordAt(verb, tokens)) || tokens[verb]?.breakBefore !== false) return false;
  return spans.some(({ end, meanings }) => end === verb && meanings.some(({ kind }) => kind === "service"));
}

const KEEPS = anyOf(VERBS_OF_HOLDING, FORMS_OF_HAVE);
