/**
 * npm run bench:http                     what a message costs, beside the echo bots of two SDKs; everything on loopback
 * npm run bench:http -- --profile DIR    only our bot, with a CPU profile for Chrome's developer tools in DIR
 * Each bot runs in a process of its own, without an app id, in turns over several rounds. Linux only (/proc).
 */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { readGolden } from "../test/questions/golden";
import { close, listen } from "../test/teams/support/connector";
import { drive } from "./http/drive";
import { startServer } from "./http/server";
import { percentile } from "./soak/table";

const questions = readGolden("tuned").map(({ text }) => text);

/**
 * One of so many, so few that the bot remembers all its answers; the whole list is too long for that, so each is made anew.
 * Chosen by the question itself: one that is added moves none of the others, and figures of two days compare.
 */
const ONE_OF = 150;
const popular = questions.filter((text) => hash(text) % ONE_OF === 0);

function hash(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE();
}

type Bot = { readonly name: string; readonly script: string; readonly asked: readonly string[] };

const BOTS: readonly Bot[] = [
  { name: "Region Guide, a card never sent before", script: "dist/index.js", asked: questions },
  { name: "Region Guide, a card sent before", script: "dist/index.js", asked: popular },
  { name: "botbuilder, bare echo (restify)", script: "bench/http/botbuilder-echo.cjs", asked: popular },
  { name: "Agents SDK, bare echo (express)", script: "bench/http/agents-echo.cjs", asked: popular },
];
/** The one that the others are compared with. */
const ECHO = 2;

const ROUNDS = 3;
const WARM_UP = 2_000;
const MEASURED = 6_000;

type Figures = {
  readonly "msg/s": number;
  readonly "p50 ms": number;
  readonly "p99 ms": number;
  readonly "CPU µs/msg": number;
  /** Of the first messages after the start, on which the compiler works as well: what a bot that is asked little pays. */
  readonly "of the first": number;
  readonly "start ms": number;
  readonly "memory MB at start": number;
  readonly "under load": number;
};

async function measure({ script, asked }: Bot, nodeArgs: readonly string[] = []): Promise<Figures> {
  let replies = 0;
  const connector = createServer((request, response) => {
    replies++;
    request.resume();
    request.on("end", () => {
      response.writeHead(201, { "content-type": "application/json" });
      response.end('{"id":"sent"}');
    });
  });
  const address = await listen(connector);
  const server = await startServer(script, nodeArgs);
  const memory = server.memoryMb();
  const started = server.cpuMs();
  await drive(server.url, address, asked, WARM_UP);
  const before = server.cpuMs();
  const { seconds, latencies } = await drive(server.url, address, asked, MEASURED);
  const cpu = server.cpuMs() - before;
  const figures = {
    "msg/s": MEASURED / seconds,
    "p50 ms": percentile(latencies, 0.5),
    "p99 ms": percentile(latencies, 0.99),
    "CPU µs/msg": (cpu * 1_000) / MEASURED,
    "of the first": ((before - started) * 1_000) / WARM_UP,
    "start ms": server.startMs,
    "memory MB at start": memory,
    "under load": server.memoryMb(),
  };
  await server.end();
  await close(connector);
  if (replies !== WARM_UP + MEASURED) throw new Error(`${script} sent ${replies} replies`);
  return figures;
}

async function compare(): Promise<void> {
  const runs = BOTS.map(() => [] as Figures[]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, bot] of BOTS.entries()) runs[index]?.push(await measure(bot));
  }
  const rows = runs.map(medians);
  const columns = Object.keys(rows[0] ?? {});
  console.log(
    `\nMedians of ${ROUNDS} rounds of ${MEASURED.toLocaleString("en")} messages, 16 at a time, after ${WARM_UP.toLocaleString("en")}`,
  );
  console.log(["".padEnd(42), ...columns.map((name) => name.padStart(name.length + 3))].join(""));
  for (const [index, { name }] of BOTS.entries()) console.log(name.padEnd(42) + cells(columns, rows[index] ?? {}));
  const echo = rows[ECHO] ?? {};
  for (const [index, row] of rows.slice(0, ECHO).entries()) {
    const ratio = Object.fromEntries(columns.map((name) => [name, (row[name] ?? 0) / (echo[name] ?? 1)]));
    console.log(`times that echo: ${BOTS[index]?.name.split(", ")[1]}`.padEnd(42) + cells(columns, ratio, 2));
  }
}

function medians(runs: readonly Figures[]): Record<string, number> {
  const names = Object.keys(runs[0] ?? {}) as (keyof Figures)[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      percentile(
        runs.map((run) => run[name]),
        0.5,
      ),
    ]),
  );
}

function cells(columns: readonly string[], row: Readonly<Record<string, number>>, digits?: number): string {
  const text = (figure: number) => figure.toFixed(digits ?? (figure < 100 ? 1 : 0));
  return columns.map((name) => text(row[name] ?? 0).padStart(name.length + 3)).join("");
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { profile: { type: "string" } } });
  const [ours] = BOTS;
  if (values.profile === undefined || !ours) await compare();
  else console.log(await measure(ours, ["--cpu-prof", `--cpu-prof-dir=${values.profile}`]));
}

main();
