/** The place where the log goes breaks: the bot answers on, and says so where somebody may still look. */
import { spawn } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { Writable } from "node:stream";
import { logOutput } from "../../src/log-output";
import { captured } from "./support/bot";
import { type Connector, listen, startConnector } from "./support/connector";
import { type BotProcess, startBotProcess } from "./support/process";

const LOST = /^Region Guide runs on, but its log is lost: .*\n$/;

let connector: Connector;
beforeEach(async () => {
  connector = await startConnector();
});
afterEach(() => connector.stop());

async function ask(url: string): Promise<number> {
  const response = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(captured("message-personal", connector)),
  });
  return response.status;
}

/** Everything on standard error so far. */
function errorsOf(bot: Pick<BotProcess, "child">): () => string {
  let written = "";
  bot.child.stderr?.on("data", (chunk) => (written += chunk));
  return () => written;
}

test("whoever reads the log goes away: the next messages are answered, and standard error says so once", async () => {
  const bot = await startBotProcess();
  const errors = errorsOf(bot);
  bot.child.stdout?.destroy();
  expect([await ask(bot.url), await ask(bot.url), await ask(bot.url)]).toEqual([200, 200, 200]);
  expect(connector.sent).toHaveLength(3);
  expect(await bot.end("SIGTERM")).toMatchObject({ code: 0 });
  expect(errors()).toMatch(LOST);
});

const onFullDisk = existsSync("/dev/full") ? test : test.skip;

onFullDisk("the disk with the log is full: it starts, answers and stops", async () => {
  const url = await freeAddress();
  const env = { PATH: process.env["PATH"], PORT: new URL(url).port };
  const full = openSync("/dev/full", "w");
  const child = spawn(process.execPath, ["dist/index.js"], { env, stdio: ["ignore", full, "pipe"] });
  const errors = errorsOf({ child });
  while (!(await fetch(`${url}/healthz`).catch(() => undefined))) await new Promise((next) => setTimeout(next, 50));
  expect([await ask(url), await ask(url)]).toEqual([200, 200]);
  child.kill("SIGTERM");
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
  expect(errors()).toMatch(LOST);
});

test("an exception that nobody caught is on standard error too", async () => {
  const sabotage = "process.on('SIGUSR2',()=>{throw new Error('nobody caught this')})";
  const bot = await startBotProcess({}, ["--import", `data:text/javascript,${sabotage}`]);
  const errors = errorsOf(bot);
  const closed = new Promise((resolve) => bot.child.once("close", resolve));
  bot.child.kill("SIGUSR2");
  expect(await closed).toBe(1);
  expect(errors()).toMatch(/^Region Guide ends. Error: nobody caught this\n {4}at /);
});

test("a failed write is followed by a minute without, not by one for each line", async () => {
  const tried: string[] = [];
  const failures: Error[] = [];
  const stream = new Writable({
    autoDestroy: false,
    write(chunk, _, done) {
      tried.push(String(chunk));
      done(new Error("ENOSPC"));
    },
  });
  const write = logOutput(stream, (error) => failures.push(error));
  for (const line of ["one", "two", "three"]) {
    write(line);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(tried).toEqual(["one"]);
  expect(failures).toHaveLength(1);
});

async function freeAddress(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return url;
}
