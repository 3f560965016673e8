/** "How much does GRS cost": what survives a region is our matter, its price is not (product.md: no advice on price). */
import { wordSet } from "../knowledge/normalise";
import { LONGEST_CONTINUATION, SHORTEST_QUESTION } from "../question/lengths";
import type { Query } from "../question/query";
import { ARTICLES, anyOf, QUESTION_OPENINGS, WORDS_BEFORE_A_COMMAND } from "../question/word-classes";

/** A brief question; a longer message tells of money beside what it asks: "zones cost us enough already, …". */
export function asksForAPrice({ otherTopic, words, length, cues }: Query): boolean {
  if (!otherTopic || length > LONGEST_CONTINUATION || cues.has("list")) return false;
  const first = words.find((word) => !BEFORE_A_QUESTION.has(word)) ?? "";
  const isAsked = QUESTION_OPENINGS.has(first) || PRICES.has(first) || length <= SHORTEST_QUESTION;
  return isAsked && words.some((word) => PRICES.has(word) || (first === "is" && DEAR.has(word)));
}

const BEFORE_A_QUESTION = anyOf(WORDS_BEFORE_A_COMMAND, ARTICLES, "hey hi hello");
const PRICES = wordSet("price prices pricing cost costs charge charges billing bill fee fees");
const DEAR = wordSet("expensive cheap cheaper pricey costly");
