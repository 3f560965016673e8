/** The long run: traffic of every kind, a connector in every mood, then bursts. */
import { setTimeout as sleep } from "node:timers/promises";
import type { BotProcess } from "../../test/teams/support/process";
import { errorsIn, type Memory, memoryOf, type Site } from "./bot";
import { type MoodyConnector, startMoodyConnector } from "./connector";
import { FAULTS, Ledger, type Verdict } from "./ledger";
import { deliver, steadily, type Target } from "./load";
import { chance } from "./random";
import { percentile, printBounds } from "./table";
import { traffic } from "./traffic";

export type Length = {
  readonly name: string;
  readonly seconds: number;
  /** The second at whose end memory is taken, to be held against memory at the end. */
  readonly early: number;
  /** Milliseconds, for a turn whose reply the connector takes at once; a check of a change may share its machine. */
  readonly slowest: number;
};

export const LONG: Length = { name: "ten minutes", seconds: 600, early: 180, slowest: 100 };
export const SHORT: Length = { name: "half a minute", seconds: 30, early: 15, slowest: 2_000 };

const RATE = 50;
const CONVERSATIONS = 200;
/** How much more may be alive at the end; ids of answered messages, kept for an hour, are most of it. */
const GROWTH = 1.1;
const SEED = 20261124;

/** @returns whether every bound was kept */
export async function soak(site: Site, length: Length): Promise<boolean> {
  const random = chance(SEED);
  const connector = await startMoodyConnector(random);
  const bot = await site.start();
  const ledger = new Ledger();
  const target = { site, bot, connector, ledger };
  const { next } = traffic(random, connector.url, CONVERSATIONS);
  console.log(`${length.name}: ${RATE} messages a second over ${CONVERSATIONS} conversations ...`);
  let early: Promise<Memory> | undefined;
  await steadily(target, next, RATE, length.seconds, (second) => {
    if (second === length.early) early = memoryOf(bot);
  });
  const memory = { early: await early, late: await memoryOf(bot) };
  const verdict = await settled(ledger, connector);
  const steady = printSteady(verdict, memory, ledger, length);
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

type Stretch = { readonly early: Memory | undefined; readonly late: Memory };

function printSteady(verdict: Verdict, { early, late }: Stretch, ledger: Ledger, { slowest }: Length): boolean {
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record)
      .map(([name, count]) => `${count.toLocaleString("en")} ${name}`)
      .join(", ");
  console.log(`\nDelivered: ${counts(verdict.delivered)}`);
  console.log(`Connector, by its mood: ${counts(verdict.moods)}`);
  console.log(`Answered: ${verdict.answered.toLocaleString("en")}; refused by the connector: ${verdict.refused}`);
  console.log(
    `Memory the process holds, early and at the end: ${early?.held.toFixed(0)} MB, ${late.held.toFixed(0)} MB`,
  );
  for (const line of ledger.wrong) console.log(`  ! ${line}`);
  return printBounds("Under load", [
    ...FAULTS.map((fault) => ({ what: `messages ${fault}`, found: verdict.faults[fault], bound: 0, exactly: true })),
    { what: "p50 of healthy turns", found: percentile(verdict.latencies, 0.5), bound: slowest, unit: " ms" },
    { what: "p99 of healthy turns", found: percentile(verdict.latencies, 0.99), bound: slowest, unit: " ms" },
    { what: "memory alive at the end", found: late.live, bound: (early?.live ?? 0) * GROWTH, unit: " MB" },
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
