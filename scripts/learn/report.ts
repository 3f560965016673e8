/** What was learnt, for whoever runs it: how well it holds on questions it was not learnt from, and what speaks most. */
import { type Example, fit, sharesBy, type Weights } from "./logistic";

const FOLDS = 5;

export function report(
  file: string,
  weights: Weights,
  examples: readonly Example[],
  outcomes: readonly string[],
): void {
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
