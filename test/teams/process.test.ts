/** The real process: what a platform does to it, and what nobody caught. */
import { captured } from "./support/bot";
import { type Activity, type Connector, startConnector } from "./support/connector";
import { type BotProcess, startBotProcess } from "./support/process";

/** Throws behind the bot's back when the test asks for it. */
const SABOTAGE = [
  "--import",
  "data:text/javascript,process.on('SIGUSR2',()=>Promise.reject(new Error('nobody waited for this')))",
];

let connector: Connector;
let bot: BotProcess;
beforeEach(async () => {
  connector = await startConnector();
  bot = await startBotProcess({}, SABOTAGE);
});
afterEach(async () => {
  await bot.end("SIGKILL");
  await connector.stop();
});

function ask(changes: Activity = {}): Promise<Response> {
  return fetch(`${bot.url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(captured("message-personal", connector, changes)),
  });
}

async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 10));
}

test.each<[NodeJS.Signals, string]>([
  ["SIGTERM", "the platform"],
  ["SIGINT", "Ctrl-C"],
  ["SIGHUP", "a terminal that closes"],
])("%s (%s): the running turn is answered, then it ends with 0", async (signal) => {
  connector.script.push({ status: 201, body: '{"id":"sent"}', after: 500 });
  const running = ask();
  await until(() => connector.sent.length === 1);
  const ended = bot.end(signal);
  expect((await running).status).toBe(200);
  expect(await ended).toMatchObject({ code: 0 });
  expect(bot.output()).toContain(`stopping  reason ${signal}`);
});

test("the same wish twice, as Ctrl-C under npm sends it: the running turn is answered all the same", async () => {
  connector.script.push({ status: 201, body: '{"id":"sent"}', after: 500 });
  const running = ask();
  await until(() => connector.sent.length === 1);
  const ended = bot.end("SIGINT");
  await until(() => bot.output().includes("stopping"));
  bot.child.kill("SIGINT");
  expect((await running).status).toBe(200);
  expect(await ended).toMatchObject({ code: 0 });
});

test("asked again after two seconds: ends at once, with 1", async () => {
  connector.script.push("hang");
  const running = ask().catch(() => "cut off");
  await until(() => connector.sent.length === 1);
  const ended = bot.end("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 2_200));
  bot.child.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 1 });
  expect(await running).toBe("cut off");
});

test("SIGTERM with nothing to do: ends at once", async () => {
  await ask();
  const { code, took } = await bot.end("SIGTERM");
  expect(code).toBe(0);
  expect(took).toBeLessThan(2_000);
});

test("a rejection nobody handled is logged, and the next message is answered", async () => {
  bot.child.kill("SIGUSR2");
  await until(() => bot.output().includes("nobody waited for this"));
  expect(bot.output()).toContain("a rejection nobody handled");
  expect((await ask()).status).toBe(200);
  expect(connector.sent).toHaveLength(1);
});

test("the port is taken: it does not start, and says what to set", async () => {
  const { port } = new URL(bot.url);
  await expect(startBotProcess({ PORT: port })).rejects.toThrow(`Port ${port} is taken: set PORT to another one.`);
});
