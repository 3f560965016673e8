/** Whether the place that is asked about has a pair: "Key Vault in a paired region", not "does Key Vault need a pair". */
import { wordSet } from "../knowledge/normalise";
import { isWithin, type SpansOf } from "./spans";
import type { Span } from "./spot";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  DEMONSTRATIVES,
  FIRST_PERSON,
  FORMS_OF_BE,
  FORMS_OF_HAVE,
  POSSESSIVES,
  PREPOSITIONS_INSIDE,
  RELATIVE_PRONOUNS,
  RESTRICTIVE_ADVERBS,
} from "./word-classes";

/** A need of a pair tells of no place: "only works with a pair", "must it be in a paired region". */
export function isPairedPlace(spansOf: SpansOf, tokens: readonly Token[]): boolean {
  if (spansOf("must").length > 0) return false;
  const needs = spansOf("needs");
  return spansOf("paired").some(
    (pair) => !needs.some((need) => isWithin(pair, need)) && isSaidOfThePlace(pair, tokens),
  );
}

/** "In a paired region", "with a pair", "our region has one, a pair"; "in the paired region" is where the copy goes. */
function isSaidOfThePlace({ start }: Span, tokens: readonly Token[]): boolean {
  let at = start - 1;
  while (at >= 0 && PASSED.has(wordAt(at, tokens)) && !tokens[at + 1]?.breakBefore) at -= 1;
  const [subject, word] = [tokens[at - 1], tokens[at]];
  if (!word || tokens[at + 1]?.breakBefore || isRestricted(at, tokens)) return false;
  if (PREPOSITIONS.has(word.word)) return true;
  return VERBS.has(word.word) && (subject?.canonical === "region" || HAVING.has(subject?.word ?? ""));
}

/** "Only in a paired region", "just for paired regions". */
function isRestricted(at: number, tokens: readonly Token[]): boolean {
  return RESTRICTIVE_ADVERBS.has(wordAt(at - 1, tokens));
}

/** "Without a pair", "nonpaired regions"; but "without using the pair", "anywhere" may be asked of a region that has one. */
export function isNonpairedPlace(spansOf: SpansOf, tokens: readonly Token[]): boolean {
  return spansOf("nonpaired", "paired").some(({ start, end }) =>
    tokens.slice(start, end).some(({ canonical }, i) => PAIRS.has(canonical) && !isTheOne(start + i, tokens)),
  );
}

/** "the paired region", "its pair". */
function isTheOne(pair: number, tokens: readonly Token[]): boolean {
  const before = tokens[pair - 1]?.canonical === "region" ? pair - 2 : pair - 1;
  return THE_ONE.has(wordAt(before, tokens));
}

const PAIRS = wordSet("pair nonpaired pairless partner sister");
const THE_ONE = anyOf(POSSESSIVES, DEMONSTRATIVES, "the");

/** What may stand between. */
const PASSED = wordSet("a an any azure some region regional there is");
const PREPOSITIONS = anyOf(PREPOSITIONS_INSIDE, "with for between across from having where if when");
/** "The region has a pair", "is paired". */
const VERBS = anyOf(FORMS_OF_BE, FORMS_OF_HAVE, "got");
/** "We have a pair", "a region that has one". */
const HAVING = anyOf(FIRST_PERSON, RELATIVE_PRONOUNS, "it ve");
