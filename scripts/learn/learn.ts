/**
 * `npm run learn`: learns from the tuned questions which kind of reply is wanted (src/question/likely-kind.ts) and
 * writes src/question/kind-weights.json. The held-out half must not feed it.
 */
import { writeFileSync } from "node:fs";
import { loadedKnowledge, loadResponder } from "../../bench/load";
import { fingerprintOf } from "../../src/question/fingerprint";
import { REPLY_KINDS } from "../../src/question/reply-kinds";
import { readGolden } from "../../test/questions/golden";
import { examplesOf } from "./examples";
import { type Example, fit, sharesBy, type Weights } from "./logistic";

const FILE = "src/question/kind-weights.json";
const FOLDS = 5;
/** The largest weight is this many units. */
const MOST_UNITS = 127;

const knowledge = loadedKnowledge();
const examples = examplesOf(readGolden("tuned"), knowledge, loadResponder(knowledge));
console.log(`${examples.length} tuned questions; learnt from four fifths, in 100 of the fifth: ${crossValidated()}`);
const weights = fit(examples, REPLY_KINDS.length);
writeFileSync(FILE, weightsJson(weights));
console.log(`${weights.size} features in ${FILE}`);
for (const kind of REPLY_KINDS) console.log(`${kind}: ${strongest(weights, REPLY_KINDS.indexOf(kind)).join(", ")}`);

function crossValidated(): string {
  const isRight = Array.from({ length: FOLDS }, (_, fold) => {
    const learnt = fit(
      examples.filter((_, i) => i % FOLDS !== fold),
      REPLY_KINDS.length,
    );
    return examples.filter((_, i) => i % FOLDS === fold).map((example) => kindBy(learnt, example) === example.kind);
  }).flat();
  return `${((100 * isRight.filter(Boolean).length) / isRight.length).toFixed(1)} right`;
}

function kindBy(learnt: Weights, { features }: Example): number {
  const shares = sharesBy(learnt, features, REPLY_KINDS.length);
  return shares.indexOf(Math.max(...shares));
}

/** Ascending fingerprints (little-endian), and for each a signed byte a kind, both base64; `unit` is what 1 stands for. */
function weightsJson(all: Weights): string {
  const rows = [...all].map(([feature, own]) => ({ print: fingerprintOf(feature), own }));
  rows.sort((a, b) => a.print - b.print);
  const largest = rows.reduce((most, { own }) => Math.max(most, ...own.map(Math.abs)), 0);
  const unit = largest / MOST_UNITS;
  const features = base64(new Uint32Array(rows.map(({ print }) => print)));
  const bytes = base64(Int8Array.from(rows.flatMap(({ own }) => [...own].map((weight) => Math.round(weight / unit)))));
  return `${JSON.stringify({ unit, features, weights: bytes }, null, 1)}\n`;
}

function base64({ buffer }: Uint32Array | Int8Array): string {
  return Buffer.from(buffer).toString("base64");
}

function strongest(all: Weights, kind: number): string[] {
  const sorted = [...all].sort(([, a], [, b]) => (b[kind] ?? 0) - (a[kind] ?? 0));
  return sorted.slice(0, 12).map(([feature]) => feature);
}
