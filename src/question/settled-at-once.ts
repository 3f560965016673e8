/** Names that are settled in a word: "AKS in Madrid, fine.", "Key Vault? ok.", "Done: Cosmos DB, SQL. To do: Redis". */
import { wordSet } from "../knowledge/normalise";
import type { NameSpan } from "./name-span";
import { servicesAmong } from "./name-span";
import { isIn, type Sentence, sentencesOf } from "./sentences";
import { wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  FORMS_OF_BE,
  FORMS_OF_HAVE,
  NEGATIVE_WORDS,
  PARTICIPLES_OF_DONE,
  VERBS_OF_LEAVING_OUT,
} from "./word-classes";

/** @returns the names of sentences that settle what they name, if other sentences name others */
export function settledAtOnce(chosen: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const services = servicesAmong(chosen);
  if (services.length < 2 || !tokens.some(({ word }) => TELLS.has(word))) return [];
  const lacking = services.find((span) => isLacking(span, tokens));
  if (lacking && hasAPlan(lacking.start, tokens)) return services.filter(({ end }) => end < lacking.start);
  const sentences = sentencesOf(tokens).filter((it) => it.end - it.start > 0);
  const isHeaded = sentences.some((sentence) => heads(sentence, OPEN, tokens));
  const settled = sentences.filter((sentence, i) =>
    isHeaded ? !heads(sentence, OPEN, tokens) : isSettled(sentence, sentences[i + 1], tokens),
  );
  const out = services.filter((span) => settled.some((sentence) => isIn(span, sentence)));
  return out.length < services.length ? out : [];
}

/** "A runbook for MySQL. None for Data Factory", "…, but nothing for AKS". */
function isLacking({ start }: NameSpan, tokens: readonly Token[]): boolean {
  const at = tokens[start - 1]?.word === "for" ? start - 2 : start - 3;
  const isNone = NONE.has(wordAt(at, tokens)) && tokens[at + 1]?.word === "for";
  return isNone && (tokens[at]?.breakBefore === true || tokens[at - 1]?.word === "but");
}

/** "We have a DR plan for SQL"; but "we've no plan for SQL, none for AKS either". */
function hasAPlan(to: number, tokens: readonly Token[]): boolean {
  const words = wordsBetween(0, to, tokens);
  const plan = words.findIndex((word, i) => PLANS.has(word) && words[i + 1] === "for");
  const before = words.slice(Math.max(0, plan - BEFORE_A_PLAN), Math.max(0, plan));
  return before.some((word) => HAS.has(word)) && !before.some((word) => NEGATIVE_WORDS.has(word));
}

/** "have a DR". */
const BEFORE_A_PLAN = 5;
const NONE = wordSet("none nothing");
const HAS = anyOf(FORMS_OF_HAVE, FORMS_OF_BE, "ve got s wrote made");
const PLANS = wordSet("plan runbook concept procedure playbook solution failover script backup setup answer design");

function isSettled(sentence: Sentence, next: Sentence | undefined, tokens: readonly Token[]): boolean {
  if (heads(sentence, SETTLED, tokens) || isHeadedOut(sentence, tokens)) return true;
  const isAnswered = next !== undefined && next.end - next.start === 1 && SETTLED.has(wordAt(next.start, tokens));
  if (tokens[sentence.start]?.asked) return isAnswered && !tokens[sentence.end]?.asked;
  const last = tokens[sentence.end - 1];
  return sentence.end < tokens.length && last?.breakBefore === true && SETTLED.has(last.word);
}

/** "Still to do: Redis, …": so many words and a colon. */
function heads({ start, end }: Sentence, words: ReadonlySet<string>, tokens: readonly Token[]): boolean {
  const colon = tokens
    .slice(start, Math.min(end, start + LONGEST_HEADING + 1))
    .findIndex(({ pause }) => pause === "colon");
  return colon > 0 && tokens.slice(start, start + colon).every(({ word }) => words.has(word) || ADVERBS.has(word));
}

/** "Out of scope: Batch, Functions", "not on the list: …". */
function isHeadedOut({ start }: Sentence, tokens: readonly Token[]): boolean {
  const heading = tokens.slice(start, start + LONGEST_HEADING + 2);
  // "Out of scope are Batch and Functions; …"
  const colon = heading.findIndex(({ pause, word }) => pause === "colon" || FORMS_OF_BE.has(word));
  const words = heading.slice(0, Math.max(0, colon)).map(({ word }) => word);
  const isTurn = (word: string) => TURNS_DOWN.has(word) || LATER.has(word);
  return words.some(isTurn) && words.every((word) => isTurn(word) || OUT.has(word));
}

/** "Wish list for 2028: Fabric". */
const LATER = wordSet("wish wishlist later roadmap backlog someday dream future postponed");

const TURNS_DOWN = anyOf(VERBS_OF_LEAVING_OUT, "out not unimportant irrelevant");
const OUT = wordSet(
  "of in on the scope list needed included relevant ours mine interesting for us to be now here picture our my s 2027 2028 2029 2030 state plans ideas year",
);
const LONGEST_HEADING = 3;
const SETTLED = anyOf(PARTICIPLES_OF_DONE, "fine ok okay clear good great check");
const OPEN = wordSet("left remaining open todo do missing outstanding unsolved remains unclear");
const ADVERBS = wordSet("already still to all yet what s is");
const TELLS: ReadonlySet<string> = new Set([...SETTLED, ...OPEN, ...TURNS_DOWN, ...LATER, ...NONE]);
