/**
 * `npm run learn`: learns from the tuned questions which kind of reply is wanted, which of the names are meant
 * (src/question/second-reading.ts) and what is asked about (likely-subject.ts). The held-out half must not feed it.
 */
import { writeFileSync } from "node:fs";
import { loadedKnowledge, loadResponder } from "../../bench/load";
import { TOPICS } from "../../src/knowledge/topics";
import { REPLY_KINDS } from "../../src/question/reply-kinds";
import { readGolden } from "../../test/questions/golden";
import {
  kindExamplesOf,
  regionExamplesOf,
  serviceExamplesOf,
  subjectExamplesOf,
  subjectsOf,
  topicExamplesOf,
} from "./examples";
import { kept } from "./kept";
import { type Example, fit } from "./logistic";
import { report } from "./report";

const MEANT = ["passed over", "meant"];

const knowledge = loadedKnowledge();
const tuned = readGolden("tuned");
const responder = loadResponder(knowledge);
learn("kind", kindExamplesOf(tuned, knowledge, responder), REPLY_KINDS);
learn("service", serviceExamplesOf(tuned, knowledge), MEANT);
learn("region", regionExamplesOf(tuned, knowledge), MEANT);
const subjects = subjectsOf(knowledge);
learn("subject", subjectExamplesOf(tuned, subjects, knowledge, responder), subjects);
learn("topic", topicExamplesOf(tuned, knowledge), TOPICS);

function learn(subject: string, examples: readonly Example[], outcomes: readonly string[]): void {
  const file = `src/question/${subject}-weights.json`;
  const weights = fit(examples, outcomes.length);
  writeFileSync(file, `${JSON.stringify(kept(weights, outcomes), null, 1)}\n`);
  report(file, weights, examples, outcomes);
}
