/** The long run: traffic of every kind, a connector in every mood, then bursts. */
import { setTimeout as sleep } from "node:timers/promises";
import type { BotProcess } from "../../test/teams/support/process";
import { errorsIn, memoryOf, type Site } from "./bot";
import { type MoodyConnector, startMoodyConnector } from "./connector";
import { FAULTS, Ledger, type Verdict } from "./ledger";
import { deliver, steadily, type Target } from "./load";
import { chance } from "./random";
import { mean, percentile, printBounds } from "./table";
import { traffic } from "./traffic";

export type Length = {
  readonly name: string;
  readonly seconds: number;
  /** Seconds from one to another: the memory of the later stretch is held against that of the earlier. */
  readonly early: readonly [number, number];
  readonly late: readonly [number, number];
  /** How much more the later stretch may take. */
  readonly growth: number;
};

export const LONG: Length = { name: "ten minutes", seconds: 600, early: [120, 180], late: [540, 600], growth: 1.1 };
/** Half a minute ends before V8 has made up its mind on the heap's size, so it tells only of a gross leak. */
export const SHORT: Length = { name: "half a minute", seconds: 30, early: [10, 15], late: [25, 30], growth: 1.3 };

const RATE = 50;
const CONVERSATIONS = 200;
/** Milliseconds, for a turn whose reply the connector takes at once. */
const SLOWEST = 100;
const SEED = 20261124;

/** @returns whether every bound was kept */
export async function soak(site: Site, length: Length): Promise<boolean> {
  const random = chance(SEED);
  const connector = await startMoodyConnector(random);
  const bot = await site.start();
  const ledger = new Ledger();
  const target = { site, bot, connector, ledger };
  const memory: number[] = [];
  const { next } = traffic(random, connector.url, CONVERSATIONS);
  console.log(`${length.name}: ${RATE} messages a second over ${CONVERSATIONS} conversations ...`);
  await steadily(target, next, RATE, length.seconds, () => memory.push(memoryOf(bot.child.pid)));
  const verdict = await settled(ledger, connector);
  const steady = printSteady(length, verdict, memory, ledger);
  const bursts = await printBursts(site, bot, connector);
  const { code, took } = await bot.end("SIGTERM");
  await connector.stop();
  const end = printBounds("The end", [
    { what: "SIGTERM: exit status", found: code ?? -1, bound: 0, exactly: true },
    { what: "SIGTERM: time to end", found: took, bound: 10_500, unit: " ms" },
    { what: "lines in the log of faults of our own", found: errorsIn(bot).length, bound: 0, exactly: true },
  ]);
  return steady && bursts && end;
}

/** Replies that wait for a second try or a slow connector come late. */
async function settled(ledger: Ledger, connector: MoodyConnector): Promise<Verdict> {
  await sleep(2_000);
  return ledger.judge(connector.arrivals);
}

function printSteady({ early, late, growth }: Length, verdict: Verdict, memory: number[], ledger: Ledger): boolean {
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record)
      .map(([name, count]) => `${count.toLocaleString("en")} ${name}`)
      .join(", ");
  console.log(`\nDelivered: ${counts(verdict.delivered)}`);
  console.log(`Connector, by its mood: ${counts(verdict.moods)}`);
  console.log(`Answered: ${verdict.answered.toLocaleString("en")}; refused by the connector: ${verdict.refused}`);
  const [before, after] = [early, late].map(([from, to]) => mean(memory.slice(from, to)) / 1e6);
  const megabytes = { unit: " MB", found: after ?? 0, bound: (before ?? 0) * growth };
  for (const line of ledger.wrong) console.log(`  ! ${line}`);
  return printBounds("Under load", [
    ...FAULTS.map((fault) => ({ what: `messages ${fault}`, found: verdict.faults[fault], bound: 0, exactly: true })),
    { what: "p50 of healthy turns", found: percentile(verdict.latencies, 0.5), bound: SLOWEST, unit: " ms" },
    { what: "p99 of healthy turns", found: percentile(verdict.latencies, 0.99), bound: SLOWEST, unit: " ms" },
    { what: `memory in seconds ${late.join(" to ")}, against ${early.join(" to ")}`, ...megabytes },
  ]);
}

async function printBursts(site: Site, bot: BotProcess, connector: MoodyConnector): Promise<boolean> {
  connector.moody = false;
  const one = await burst({ site, bot, connector, ledger: new Ledger() }, 7, 1);
  const many = await burst({ site, bot, connector, ledger: new Ledger() }, 500, 500);
  return printBounds("Bursts", [
    { what: "7 messages in a second in one conversation: answered", found: one.answered, bound: 7, exactly: true },
    { what: "500 conversations at once: answered", found: many.answered, bound: 500, exactly: true },
    { what: "500 conversations at once: the slowest", found: percentile(many.latencies, 1), bound: 5_000, unit: " ms" },
    { what: "bursts: anything wrong", found: faultsOf(one) + faultsOf(many), bound: 0, exactly: true },
  ]);
}

async function burst(target: Target, count: number, conversations: number): Promise<Verdict> {
  const { next } = traffic(chance(SEED + count), target.connector.url, conversations);
  const questions = [];
  while (questions.length < count) {
    const delivery = next();
    if (delivery.kind === "question") questions.push(delivery);
  }
  await Promise.all(questions.map((delivery) => deliver(target, delivery)));
  return target.ledger.judge(target.connector.arrivals);
}

function faultsOf({ faults }: Verdict): number {
  return FAULTS.reduce((sum, fault) => sum + faults[fault], 0);
}
