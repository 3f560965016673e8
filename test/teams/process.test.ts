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

test("SIGTERM: the running turn is answered, then it ends with 0", async () => {
  connector.script.push({ status: 201, body: '{"id":"sent"}', after: 500 });
  const running = ask();
  await until(() => connector.sent.length === 1);
  const ended = bot.end("SIGTERM");
  expect((await running).status).toBe(200);
  expect(await ended).toMatchObject({ code: 0 });
  expect(bot.output()).toMatch(/stopping {2}reason SIGTERM/);
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
