/**
 * npm run bench: what a question costs, from the text to the finished card, beside search libraries in the same run.
 * Figures depend on the machine; the ratios are what README quotes.
 */
import { execFileSync } from "node:child_process";
import { loadTemplates } from "../src/cards/load";
import { loadPrepared } from "../src/load";
import { Lexicon } from "../src/question/lexicon";
import { createResponder } from "../src/respond";
import type { Context, Responder } from "../src/responder";
import { readGolden } from "../test/questions/golden";
import { documents, fuse, miniSearch } from "./engines";
import { loadResponder } from "./load";
import { madeUpKnowledge, madeUpQuestions } from "./made-up";

type Times = { readonly p50: number; readonly p99: number };

/** What somebody may paste or send to do harm: 28,000 characters, each the same few over and over. */
const UNITS =
  "a/ a_ 'a- a. --a X- region_ region= Region a:b: {a: /a/1 é_ xyzzy-plugh_ event_ ((( | eventgrid queue_ event_hub_ hub?_ replica_of_sql_ not_aks,_ backup_Service_Bus_ replica_Azure_AI_Search_ storage_ones_replica_queue_Microsoft_Entra_ID_".split(
    " ",
  );

const { loaded: knowledge } = measureStart();
const goldens = [...readGolden("tuned"), ...readGolden("held-out")].map(({ text }) => text);
realKnowledge();
longTexts();
growth();

/** Time and memory from the files on the disk, checked by the build, to an index that can be asked. */
function measureStart() {
  execFileSync(process.execPath, ["dist/cli/keep-knowledge.js"]);
  global.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const start = process.hrtime.bigint();
  const { knowledge: loaded, phrases } = loadPrepared("knowledge", "dist/knowledge.json");
  const lexicon = new Lexicon(loaded, phrases);
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  global.gc?.();
  const mb = (process.memoryUsage().heapUsed - heap) / 2 ** 20;
  console.log(`start: knowledge loaded and indexed in ${ms.toFixed(0)} ms, ${mb.toFixed(1)} MB`);
  return { loaded, lexicon };
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
  compare(line("MiniSearch", time(goldens, miniSearch(docs).find)), ours);
  const { name, find } = fuse("fuse.js token search, hits only", docs, true);
  const few = goldens.filter((_, i) => i % 40 === 0);
  compare(line(name, time(few, find, { warm: 0, rounds: 1 })), ours);
}

function longTexts(): void {
  const responder = loadResponder(knowledge);
  const texts = UNITS.map((unit) => unit.replaceAll("_", " ").repeat(28_000).slice(0, 28_000));
  const took = texts.map((text) => ({ text, ...time([text], () => ask(responder, text)) }));
  const [slowest] = took.sort((a, b) => b.p50 - a.p50);
  console.log(
    `\n28,000 characters: at most ${((slowest?.p50 ?? 0) / 1e3).toFixed(1)} ms (${slowest?.text.slice(0, 12)}…)`,
  );
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
      time(texts, (text) => ask(fresh, text), { warm: 0, rounds: 1 }),
    );
    const docs = documents(made.services);
    compare(line("MiniSearch", time(texts, miniSearch(docs).find, { warm: 1, rounds: 1 })), ours);
    const few = texts.filter((_, i) => i % (count > 1_000 ? 30 : 3) === 0);
    compare(line("fuse.js token search", time(few, fuse("", docs, true).find, { warm: 0, rounds: 1 })), ours);
  }
}

function ask(responder: Responder, text: string) {
  const context: Context | undefined = undefined;
  return responder.respond({ kind: "text", text }, context, 0).reply;
}

/**
 * Of each text the median of several rounds, after `warm` rounds over all of them: a pause of the machine or of the
 * garbage collector falls on one round, not on a question.
 */
function time(texts: readonly string[], work: (text: string) => unknown, { warm = 2, rounds = 5 } = {}): Times {
  for (let round = 0; round < warm; round += 1) for (const text of texts) work(text);
  const took: number[][] = texts.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    texts.forEach((text, i) => {
      const start = process.hrtime.bigint();
      work(text);
      took[i]?.push(Number(process.hrtime.bigint() - start) / 1e3);
    });
  }
  const medians = took.map((times) => at(times, 0.5));
  return { p50: at(medians, 0.5), p99: at(medians, 0.99) };
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function line(name: string, times: Times): Times {
  console.log(`  ${name.padEnd(36)} p50 ${times.p50.toFixed(0).padStart(8)}   p99 ${times.p99.toFixed(0).padStart(8)}`);
  return times;
}

function compare(theirs: Times, ours: Times): void {
  console.log(`  ${"".padEnd(36)}     ${(theirs.p50 / ours.p50).toFixed(1)} times our p50`);
}
