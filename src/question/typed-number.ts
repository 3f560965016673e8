/** "2", "#3", "nr 2", "2 please" after a card that numbers its choices. */
import type { Token } from "./tokens";
import { ARTICLES, anyOf, POLITE_WORDS } from "./word-classes";

/** @returns which choice, 0 the first; null where the message says more than a number */
export function typedNumber(tokens: readonly Token[]): number | null {
  if (tokens.length > LONGEST) return null;
  const [number, ...others] = tokens.filter(({ word }) => !BESIDE.has(word));
  const digit = NUMBERS.indexOf(number?.word ?? "");
  const choice = digit >= 0 ? digit : NAMES.indexOf(number?.word ?? "");
  return choice >= 0 && others.length === 0 ? choice : null;
}

/** "I mean number 2 please". */
const LONGEST = 5;
const NUMBERS: readonly string[] = ["1", "2", "3", "4", "5"];
const NAMES: readonly string[] = ["one", "two", "three", "four", "five"];
const BESIDE = anyOf(
  ARTICLES,
  POLITE_WORDS,
  "nr no num numero number nummer choice option ok okay i mean meant take s it is thanks then",
);
