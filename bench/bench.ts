/**
 * npm run bench: what a question costs, from the text to the finished card, beside search libraries in the same run.
 * Figures depend on the machine; the ratios are what README quotes.
 */
import { loadTemplates } from "../src/cards/load";
import { createResponder } from "../src/respond";
import type { Context, Responder } from "../src/responder";
import { readGolden } from "../test/questions/golden";
import { documents, fuse, miniSearch } from "./engines";
import { loadedKnowledge, loadResponder } from "./load";
import { madeUpKnowledge, madeUpQuestions } from "./made-up";

type Times = { readonly p50: number; readonly p99: number };

const knowledge = measureStart();
const goldens = [...readGolden("tuned"), ...readGolden("held-out")].map(({ text }) => text);
realKnowledge();
growth();

/** Time and memory from nothing to the first answer. */
function measureStart() {
  global.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const start = process.hrtime.bigint();
  const loaded = loadedKnowledge();
  const responder = loadResponder(loaded);
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  global.gc?.();
  const mb = (process.memoryUsage().heapUsed - heap) / 2 ** 20;
  console.log(`start: knowledge loaded, checked and indexed in ${ms.toFixed(0)} ms, ${mb.toFixed(1)} MB`);
  responder.welcome();
  return loaded;
}

function realKnowledge(): void {
  console.log(
    `\n${knowledge.services.length} services, ${goldens.length} golden questions of all kinds, µs a question`,
  );
  const docs = documents(knowledge.services);
  const responder = loadResponder(knowledge);
  const ours = line(
    "Region Guide, text to card",
    time(goldens, (text) => ask(responder, text)),
  );
  for (const engine of [fuse("fuse.js token search, hits only", docs, true), miniSearch(docs)]) {
    compare(line(engine.name, time(goldens, engine.find)), ours);
  }
}

function growth(): void {
  const questions = madeUpQuestions();
  for (const count of [100, 1_000, 10_000]) {
    console.log(`\n${count} made-up services, ${questions.length} questions, a third of them mistyped, µs a question`);
    const made = madeUpKnowledge(knowledge, count);
    const responder = createResponder(made, loadTemplates("cards"));
    const right = questions.filter(({ text, id }) => ask(responder, text).decision.services[0] === id).length;
    const texts = questions.map(({ text }) => text);
    const fresh = createResponder(made, loadTemplates("cards"));
    const ours = line(
      `Region Guide (${right} of ${questions.length} right)`,
      time(texts, (text) => ask(fresh, text), 0),
    );
    const docs = documents(made.services);
    compare(line("MiniSearch", time(texts, miniSearch(docs).find, 1)), ours);
    const few = texts.filter((_, i) => i % (count > 1_000 ? 30 : 3) === 0);
    compare(line("fuse.js token search", time(few, fuse("", docs, true).find, 0)), ours);
  }
}

function ask(responder: Responder, text: string) {
  const context: Context | undefined = undefined;
  return responder.respond({ kind: "text", text }, context, 0).reply;
}

/** Each text once, after `warm` rounds over all of them. */
function time(texts: readonly string[], work: (text: string) => unknown, warm = 2): Times {
  for (let round = 0; round < warm; round += 1) for (const text of texts) work(text);
  const took = texts.map((text) => {
    const start = process.hrtime.bigint();
    work(text);
    return Number(process.hrtime.bigint() - start) / 1e3;
  });
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

function line(name: string, times: Times): Times {
  console.log(`  ${name.padEnd(36)} p50 ${times.p50.toFixed(0).padStart(8)}   p99 ${times.p99.toFixed(0).padStart(8)}`);
  return times;
}

function compare(theirs: Times, ours: Times): void {
  console.log(`  ${"".padEnd(36)}     ${(theirs.p50 / ours.p50).toFixed(1)} times our p50`);
}
