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
import { type Example, fit, sharesBy, type Weights } from "./logistic";

const FOLDS = 5;
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
  const right = crossValidated(examples, outcomes.length);
  console.log(`${file}: ${weights.size} features from ${examples.length} examples`);
  console.log(`Learnt from four fifths, right in ${right} of 100 of the fifth. What speaks most for each:`);
  outcomes.forEach((outcome, i) => {
    console.log(`  ${outcome}: ${strongest(weights, i).join(", ")}`);
  });
}

function crossValidated(examples: readonly Example[], outcomes: number): string {
  const isRight = Array.from({ length: FOLDS }, (_, fold) => {
    const learnt = fit(
      examples.filter((_, i) => i % FOLDS !== fold),
      outcomes,
    );
    return examples.filter((_, i) => i % FOLDS === fold).map((example) => isRightBy(learnt, example, outcomes));
  }).flat();
  return ((100 * isRight.filter(Boolean).length) / isRight.length).toFixed(1);
}

function isRightBy(learnt: Weights, { features, outcome }: Example, outcomes: number): boolean {
  const shares = sharesBy(learnt, features, outcomes);
  return shares.indexOf(Math.max(...shares)) === outcome;
}

function strongest(all: Weights, outcome: number): string[] {
  const sorted = [...all].sort(([, a], [, b]) => (b[outcome] ?? 0) - (a[outcome] ?? 0));
  return sorted.slice(0, 12).map(([feature]) => feature);
}
