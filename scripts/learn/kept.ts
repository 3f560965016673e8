import { fingerprintOf } from "../../src/question/fingerprint";
import type { KeptWeights } from "../../src/question/linear-model";
import type { Weights } from "./logistic";

/** The largest weight is this many units. */
const MOST_UNITS = 127;

/** Learnt weights in the form in which src/question/linear-model.ts reads them. */
export function kept(all: Weights, outcomes: readonly string[]): KeptWeights {
  const rows = [...all].map(([feature, own]) => ({ print: fingerprintOf(feature), own }));
  rows.sort((a, b) => a.print - b.print);
  const unit = rows.reduce((most, { own }) => Math.max(most, ...own.map(Math.abs)), 0) / MOST_UNITS;
  const features = base64(new Uint32Array(rows.map(({ print }) => print)));
  const weights = base64(
    Int8Array.from(rows.flatMap(({ own }) => [...own].map((weight) => Math.round(weight / unit)))),
  );
  return { outcomes, unit, features, weights };
}

function base64({ buffer }: Uint32Array | Int8Array): string {
  return Buffer.from(buffer).toString("base64");
}
