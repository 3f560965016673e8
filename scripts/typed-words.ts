/**
 * `npm run typed-words`: counts the words of the tuned questions into src/question/typed-words.ts, which tells the
 * spelling what people type here. The held-out half must not feed it.
 */
import { writeFileSync } from "node:fs";
import { pushTo } from "../src/grouping";
import { loadKnowledge } from "../src/knowledge/load";
import { fold, plain, rawWords } from "../src/knowledge/normalise";
import { isEnglish } from "../src/question/english";
import { Lexicon } from "../src/question/lexicon";
import { increase } from "../src/report/counts";
import { readGolden } from "../test/questions/golden";

const SHORTEST = 4;
/** What is mistyped teaches nothing, also where it makes another word ("manger"). */
const LEFT_OUT = "typo";
const HEAD = `/** Made by \`npm run typed-words\` from the tuned questions, not by hand: how often people type which words here. */

/** Each count, rounded down to a power of two, with its words. */
export const TYPED_WORDS: ReadonlyArray<readonly [count: number, words: string]> = `;

const lexicon = new Lexicon(loadKnowledge("knowledge"));

function isWord(word: string): boolean {
  return word.length >= SHORTEST && /^[a-z]+$/.test(word) && (isEnglish(fold(word)) || lexicon.isKnown(fold(word)));
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(rawWords).map(plain).filter(isWord)) increase(counts, word);
  return counts;
}

function byCount(counts: ReadonlyMap<string, number>): Array<[number, string[]]> {
  const groups = new Map<number, string[]>();
  for (const [word, count] of counts) pushTo(groups, 2 ** Math.floor(Math.log2(count)), word);
  return [...groups].sort(([a], [b]) => b - a);
}

const texts = readGolden("tuned").flatMap(({ text, file }) => (file === LEFT_OUT ? [] : [text]));
const rows = byCount(counted(texts)).map(
  ([count, words]) => `  [${count}, ${JSON.stringify(words.sort().join(" "))}],`,
);
writeFileSync("src/question/typed-words.ts", `${HEAD}[\n${rows.join("\n")}\n];\n`);
