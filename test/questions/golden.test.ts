/** The acceptance test: what people type, and the card that is right. The held-out half is looked at as totals only. */
import { loadKnowledge } from "../../src/knowledge/load";
import articleLinks from "../knowledge/article-links.json";
import { realResponder } from "../support/responder";
import { type Golden, type Half, isInScope, isTypedRight, type Judged, judgeAll, readGolden, totals } from "./golden";
import level from "./level.json";
import { mistype } from "./mistype";

const knowledge = loadKnowledge("knowledge");
const responder = realResponder(knowledge);
const goldens = { tuned: readGolden("tuned"), "held-out": readGolden("held-out") };
const judged = { tuned: judgeAll(goldens.tuned, responder), "held-out": judgeAll(goldens["held-out"], responder) };

const files = [...new Set(goldens.tuned.map(({ file }) => file))];

describe.each(files)("%s", (file) => {
  const own = judged.tuned.filter(({ golden }) => golden.file === file);
  test.each(own.map((one) => [one.golden.text, one] as const))("%s", (_text, { golden, decision, mark }) => {
    const expected = golden.today ?? "right";
    if (mark !== expected) expect(decision).toEqual(golden.expect);
    expect(mark).toBe(expected);
  });
});

function reached(all: readonly Judged[], belongs: (golden: Golden) => boolean) {
  return totals(all.filter(({ golden }) => belongs(golden)));
}

function mistyped(half: Half): Judged[] {
  const changed = goldens[half].map((golden) => ({ ...golden, text: mistype(golden.text) }));
  return judgeAll(changed, responder);
}

/** level.json holds what was reached, rounded down: raise it when it gets better, never lower it unseen. */
describe.each(["tuned", "held-out"] as const)("the %s half holds its level", (half) => {
  test("in scope: enough right, few wrong", () => {
    const { right, wrong } = reached(judged[half], isInScope);
    expect(right).toBeGreaterThanOrEqual(level[half].inScope.right);
    expect(wrong).toBeLessThanOrEqual(level[half].inScope.wrong);
  });

  test("out of scope: declined", () => {
    expect(reached(judged[half], (golden) => !isInScope(golden)).right).toBeGreaterThanOrEqual(
      level[half].outOfScope.right,
    );
  });

  test("in scope with one or two random letters in each longer word", () => {
    const { right } = reached(mistyped(half), isTypedRight);
    expect(right).toBeGreaterThanOrEqual(level[half].mistyped.right);
    expect(reached(judged[half], isTypedRight).right - right).toBeLessThanOrEqual(level[half].mistyped.lost);
  });
});

describe("the golden questions", () => {
  const textOf = ({ text }: Golden) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");

  test("no two are alike, within a half or between them", () => {
    // A follow-up such as "and Cosmos DB?" is a question of its own in each conversation.
    const texts = [...goldens.tuned, ...goldens["held-out"]]
      .filter(({ conversation }) => conversation === undefined)
      .map(textOf);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  test("each service has at least four of its own, each of the article that the project began with six", () => {
    const named = goldens.tuned.flatMap(({ expect: { services = [], candidate }, or = [] }) => [
      ...new Set([...services, ...or.flatMap((outcome) => outcome.services ?? []), ...(candidate ? [candidate] : [])]),
    ]);
    const inArticle = new Set(articleLinks.map(({ card }) => card));
    const least = (id: string) => (inArticle.has(id) ? 6 : 4);
    const few = knowledge.services.filter(({ id }) => named.filter((name) => name === id).length < least(id));
    expect(few.map(({ id }) => id)).toEqual([]);
  });
});
