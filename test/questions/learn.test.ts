/** What `npm run learn` learns, and whether the weights that are committed know the questions that they were learnt from. */
import { kindExamplesOf, serviceExamplesOf } from "../../scripts/learn/examples";
import { kept } from "../../scripts/learn/kept";
import { type Example, fit, sharesBy } from "../../scripts/learn/logistic";
import { loadKnowledge } from "../../src/knowledge/load";
import { fingerprintsOf } from "../../src/question/fingerprint";
import kindWeights from "../../src/question/kind-weights.json";
import { type KeptWeights, LinearModel, sharesOf } from "../../src/question/linear-model";
import { REPLY_KINDS } from "../../src/question/reply-kinds";
import serviceWeights from "../../src/question/service-weights.json";
import { realResponder } from "../support/responder";
import { readGolden } from "./golden";

const LIST = 0;
const OTHER = 1;
const NAMES = ["list", "other"];
const few: readonly Example[] = [
  { features: ["which", "azure"], outcome: LIST },
  { features: ["which", "azure", "please"], outcome: LIST },
  { features: ["weather", "azure"], outcome: OTHER },
  { features: ["weather", "azure"], outcome: OTHER },
];

test("a word that stands beside one outcome speaks for it, one that stands beside all hardly", () => {
  const weights = fit(few, 2);
  expect(sharesBy(weights, ["which"], 2)[LIST]).toBeGreaterThan(0.6);
  expect(sharesBy(weights, ["weather"], 2)[OTHER]).toBeGreaterThan(0.6);
  expect(Math.abs((sharesBy(weights, ["azure"], 2)[LIST] ?? 0) - 0.5)).toBeLessThan(0.05);
});

test("a word that stood once is not learnt", () => {
  expect([...fit(few, 2).keys()].sort()).toEqual(["azure", "weather", "which"]);
});

test("the same is learnt on every run", () => {
  expect(kept(fit(few, 2), NAMES)).toEqual(kept(fit(few, 2), NAMES));
});

test("as bytes the weights say what was learnt", () => {
  const weights = fit(few, 2);
  const model = new LinearModel(kept(weights, NAMES));
  for (const features of [["which"], ["weather", "azure"], ["never seen"]]) {
    const [before, after] = [
      sharesBy(weights, features, 2)[LIST],
      sharesOf(model.sums(fingerprintsOf(features)))[LIST],
    ];
    expect(after).toBeCloseTo(before ?? 0, 2);
  }
});

const knowledge = loadKnowledge("knowledge");
const some = readGolden("tuned").filter(({ conversation }, i) => conversation === undefined && i % 10 === 0);

/** In 100; a little less than right after `npm run learn`. */
test.each([
  { about: "the kind of reply", weights: kindWeights, outcomes: REPLY_KINDS.length, least: 97 },
  { about: "which of several names are meant", weights: serviceWeights, outcomes: 2, least: 95 },
])("the weights know the tuned questions, $about: else run npm run learn", ({ weights, outcomes, least }) => {
  const examples =
    outcomes === 2 ? serviceExamplesOf(some, knowledge) : kindExamplesOf(some, knowledge, realResponder(knowledge));
  expect(rightIn(examples, weights)).toBeGreaterThan(least);
});

function rightIn(examples: readonly Example[], weights: KeptWeights): number {
  const model = new LinearModel(weights);
  const isRight = ({ features, outcome }: Example) => {
    const sums = model.sums(fingerprintsOf(features));
    return sums.indexOf(Math.max(...sums)) === outcome;
  };
  return (100 * examples.filter(isRight).length) / examples.length;
}
