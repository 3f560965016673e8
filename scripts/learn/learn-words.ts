/**
 * `npm run learn`, first step: learns from the tuned questions where a word is a service's name (name-or-word.ts). What the
 * second step learns goes by the names that this one leads to.
 */
import { writeFileSync } from "node:fs";
import { loadedKnowledge } from "../../bench/load";
import { WORD_OR_NAME } from "../../src/question/name-or-word";
import { readGolden } from "../../test/questions/golden";
import { kept } from "./kept";
import { fit } from "./logistic";
import { report } from "./report";
import { wordExamplesOf } from "./word-examples";

const FILE = "src/question/name-weights.json";

const examples = wordExamplesOf(readGolden("tuned"), loadedKnowledge());
const weights = fit(examples, WORD_OR_NAME.length);
const words = [...new Set(examples.map(({ word }) => word))].sort();
writeFileSync(FILE, `${JSON.stringify({ words, weights: kept(weights, WORD_OR_NAME) }, null, 1)}\n`);
report(FILE, weights, examples, WORD_OR_NAME);
