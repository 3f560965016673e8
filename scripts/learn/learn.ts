/**
 * `npm run learn`: learns from the tuned questions which kind of reply is wanted, and which of the services named are
 * meant (src/question/second-reading.ts). The held-out half must not feed it.
 */
import { writeFileSync } from "node:fs";
import { loadedKnowledge, loadResponder } from "../../bench/load";
import { fingerprintOf } from "../../src/question/fingerprint";
import { REPLY_KINDS } from "../../src/question/reply-kinds";
import { readGolden } from "../../test/questions/golden";
import { kindExamplesOf, nameExamplesOf } from "./examples";
import { type Example, fit, sharesBy, type Weights } from "./logistic";

const FOLDS = 5;
/** The largest weight is this many units. */
const MOST_UNITS = 127;

const knowledge = loadedKnowledge();
const tuned = readGolden("tuned");
learn("kind", kindExamplesOf(tuned, knowledge, loadResponder(knowledge)), REPLY_KINDS);
learn("name", nameExamplesOf(tuned, knowledge), ["passed over", "meant"]);

function learn(subject: string, examples: readonly Example[], outcomes: readonly string[]): void {
  const file = `src/question/${subject}-weights.json`;
  const weights = fit(examples, outcomes.length);
  writeFileSync(file, weightsJson(weights));
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

/** As src/question/linear-model.ts reads it. */
function weightsJson(all: Weights): string {
  const rows = [...all].map(([feature, own]) => ({ print: fingerprintOf(feature), own }));
  rows.sort((a, b) => a.print - b.print);
  const unit = rows.reduce((most, { own }) => Math.max(most, ...own.map(Math.abs)), 0) / MOST_UNITS;
  const features = base64(new Uint32Array(rows.map(({ print }) => print)));
  const weights = base64(
    Int8Array.from(rows.flatMap(({ own }) => [...own].map((weight) => Math.round(weight / unit)))),
  );
  return `${JSON.stringify({ unit, features, weights }, null, 1)}\n`;
}

function base64({ buffer }: Uint32Array | Int8Array): string {
  return Buffer.from(buffer).toString("base64");
}

function strongest(all: Weights, outcome: number): string[] {
  const sorted = [...all].sort(([, a], [, b]) => (b[outcome] ?? 0) - (a[outcome] ?? 0));
  return sorted.slice(0, 12).map(([feature]) => feature);
}
