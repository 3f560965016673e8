/** Places that a message calls a mistake: "Denmark then, Sweden was wrong", "I wrote Milan, should be Madrid". */
import { wordSet } from "../knowledge/normalise";
import type { NameSpan } from "./name-span";
import { endsThought, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, DETERMINERS, FORMS_OF_BE } from "./word-classes";

/** @param places the regions of the message, in order; one that is called wrong counts for nothing beside another */
export function mistakenPlaces(places: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  if (places.length < 2) return [];
  const mistaken = places.filter(
    (place, i) => isCalledWrong(place, tokens) || isMiswritten(place, places[i + 1], tokens),
  );
  return mistaken.length < places.length ? mistaken : [];
}

/** "Sweden was wrong", "Milan was a typo"; but "is Milan wrong" asks. */
function isCalledWrong({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const [verb, ...rest] = tokens.slice(end, end + BEHIND_A_PLACE);
  if (!verb || verb.breakBefore || !FORMS_OF_BE.has(verb.word) || tokens[start]?.asked === true) return false;
  const at = rest.findIndex(({ word }) => !ARTICLES.has(word));
  return WRONG.has(rest[at]?.word ?? "") && endsThought(end + at + 2, tokens);
}

/** "was a typo". */
const BEHIND_A_PLACE = 4;
const ARTICLES = anyOf(DETERMINERS, "just of");
const WRONG = wordSet("wrong incorrect mistake typo error slip nonsense rubbish outdated mistaken");

/** "I said Milan but it is Madrid". */
function isMiswritten({ start, end }: NameSpan, next: NameSpan | undefined, tokens: readonly Token[]): boolean {
  const before = wordsBetween(Math.max(0, start - BEFORE_A_PLACE), start, tokens);
  const isWritten = before.some((word) => WROTE.has(word));
  if (!next || !isWritten || tokens[start]?.asked === true) return false;
  const between = wordsBetween(end, next.start, tokens);
  return between.some((word) => IS_RATHER.has(word)) && between.every((word) => PUTS_RIGHT.has(word));
}

/** "wrote it is in". */
const BEFORE_A_PLACE = 4;
const WROTE = wordSet("wrote said typed put written entered");
const IS_RATHER = anyOf(FORMS_OF_BE, "should but meant mean s");
const PUTS_RIGHT = wordSet(
  "should but meant mean is s it that be have been was of course in i we actually really rather",
);
