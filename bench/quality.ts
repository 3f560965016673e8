/**
 * npm run quality                 the table of both halves, the one that was set aside beside the search libraries
 * npm run quality -- --misses     also each question of the tuned half that was not answered right
 * npm run quality -- --mistyped   the same for its mistyped form
 * The held-out half is shown as totals only: nobody tunes on it. The tuned half would take the libraries a quarter of an hour.
 */
import { parseArgs } from "node:util";
import {
  type Golden,
  type Half,
  isInScope,
  isTypedRight,
  type Judged,
  judgeAll,
  type Mark,
  readGolden,
  totals,
} from "../test/questions/golden";
import { mistype } from "../test/questions/mistype";
import { type Engine, engines, type Hit } from "./engines";
import { loadedKnowledge, loadResponder } from "./load";

const { values } = parseArgs({
  options: { misses: { type: "boolean", default: false }, mistyped: { type: "boolean", default: false } },
});
const responder = loadResponder();
const libraries = engines(loadedKnowledge().services);

for (const half of ["tuned", "held-out"] as const) report(half);

function report(half: Half): void {
  const goldens = readGolden(half);
  const peers = half === "held-out" ? libraries : [];
  const ours = judgeAll(goldens, responder);
  const mistyped = judgeAll(
    goldens.map((golden) => ({ ...golden, text: mistype(golden.text) })),
    responder,
  );
  console.log(`\n${half} half: ${goldens.length} questions, in 100`);
  console.log(
    [
      "".padEnd(12),
      ...["asked", "right", "back", "decl.", "WRONG"].map((name) => name.padStart(6)),
      ...peers.map(({ name }) => name.padStart(22)),
    ].join(""),
  );
  const marks = peers.map((peer) => markPeer(peer, goldens));
  const files = [...new Set(goldens.map(({ file }) => file))];
  for (const file of files) row(file, ours, marks, (golden) => golden.file === file);
  row("in scope", ours, marks, isInScope);
  row("out of scope", ours, marks, (golden) => !isInScope(golden));
  row("all", ours, marks, () => true);
  row("typed right", ours, marks, isTypedRight);
  row("... mistyped", mistyped, [], isTypedRight);
  row("all mistyped", mistyped, [], isInScope);
  if (half === "held-out") return;
  const shown = values.mistyped ? mistyped : values.misses ? ours : [];
  for (const judged of shown.filter(({ mark }) => mark !== "right")) miss(judged);
}

function row(
  name: string,
  ours: readonly Judged[],
  peers: ReadonlyArray<ReadonlyMap<Golden, Mark>>,
  belongs: (golden: Golden) => boolean,
): void {
  const mine = ours.filter(({ golden }) => belongs(golden));
  const figures = Object.values(totals(mine)).map((share) => share.toFixed(1).padStart(6));
  const others = peers.map((marks) => {
    const theirs = [...marks].filter(([golden]) => belongs(golden)).map(([, mark]) => ({ mark }));
    const { right, wrong } = totals(theirs);
    return `${right.toFixed(1)} right ${wrong.toFixed(1).padStart(4)} wrong`.padStart(22);
  });
  console.log([name.padEnd(12), String(mine.length).padStart(6), ...figures, ...others].join(""));
}

/**
 * An engine answers with its best hit, or with as many as a plan names (a gift: it cannot know how many); below its
 * cut-off it declines. Lists, regions and concepts it has no answer for: it is right there only in declining, never.
 */
function markPeer(engine: Engine, goldens: readonly Golden[]): Map<Golden, Mark> {
  const found = new Map(goldens.map((golden) => [golden, engine.find(golden.text)]));
  const tops = [...found.values()].map((hits) => hits[0]?.score ?? 0).sort((a, b) => a - b);
  const cuts = Array.from({ length: 41 }, (_, i) => tops[Math.floor((i / 40) * (tops.length - 1))] ?? 0);
  const tries = cuts.map((cut) => new Map([...found].map(([golden, hits]) => [golden, peerMark(golden, hits, cut)])));
  return tries.reduce((best, next) => (worth(next) > worth(best) ? next : best));
}

/** A wrong answer is the worst outcome, so the cut-off is chosen for right answers less wrong ones. */
function worth(marks: ReadonlyMap<Golden, Mark>): number {
  const all = [...marks.values()];
  return all.filter((mark) => mark === "right").length - all.filter((mark) => mark === "wrong").length;
}

function peerMark(golden: Golden, hits: readonly Hit[], cut: number): Mark {
  const [best] = hits;
  if (!best || best.score < cut)
    return golden.expect.kind === "decline" || golden.expect.kind === "help" ? "right" : "declined";
  const accepted = [golden.expect, ...(golden.or ?? [])];
  const isRight = accepted.some(({ kind, services = [], candidates = [] }) => {
    if (kind === "disambiguate") return candidates.every((id) => hits.slice(0, 5).some((hit) => hit.id === id));
    const top = hits.slice(0, services.length).map(({ id }) => id);
    return services.length > 0 && services.every((id) => top.includes(id));
  });
  return isRight ? "right" : "wrong";
}

function miss({ golden, decision, mark }: Judged): void {
  const { kind, services, regions, capability, concept, reason, candidates } = decision;
  const got = {
    kind,
    services,
    regions,
    capability,
    concept,
    reason,
    candidates: candidates.map(({ service }) => service),
  };
  console.log(
    `${mark} ${golden.file}:${golden.line} ${golden.text}\n    want ${JSON.stringify(golden.expect)}\n    got  ${JSON.stringify(got)}`,
  );
}
