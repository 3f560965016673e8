import { readFileSync } from "node:fs";
import { ENGLISH_WORDS, englishWordsJson } from "../../scripts/english-words";
import { isEnglish } from "../../src/question/english";

test("the word list is the one that `npm run english` makes", () => {
  expect(readFileSync("src/question/english-words.json", "utf8")).toBe(englishWordsJson());
});

test("every word of the list is English", () => {
  expect(ENGLISH_WORDS.filter((word) => !isEnglish(word))).toEqual([]);
});

test("of the same words with a letter too many hardly any is", () => {
  const strange = ENGLISH_WORDS.map((word) => `${word}q`);
  expect(strange.filter(isEnglish).length / strange.length).toBeLessThan(0.001);
});
