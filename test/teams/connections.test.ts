/** What a caller without any right may hold of the server: no socket for long, whatever it says. */
import { startBot, type TestBot } from "./support/bot";
import { speak, statusIn } from "./support/raw";

describe("a request that asks for another protocol is answered like any other", () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startBot();
  });
  afterAll(() => bot.stop());

  test.each<[string, string, number]>([
    ["GET", "/nothing", 404],
    ["GET", "/api/messages", 405],
    ["GET", "/healthz", 200],
    ["POST", "/api/messages", 400],
  ])("%s %s: %d", async (method, path, status) => {
    const upgrade = "Connection: Upgrade\r\nUpgrade: x";
    const { socket, answer } = speak(bot.url, `${method} ${path} HTTP/1.1\r\nHost: a\r\n${upgrade}\r\n\r\n`);
    expect(statusIn(await answer())).toBe(status);
    socket.destroy();
  });
});

describe("a request that does not end is ended, soon after its time is over", () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startBot({}, { httpLimits: { headers: 200, request: 400, look: 50, idle: 75_000 } });
  });
  afterAll(() => bot.stop());

  test.each<[string, string]>([
    ["half of the headers", "POST /api/messages HTTP/1.1\r\nHost: a\r\n"],
    [
      "half of the body",
      'POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"',
    ],
    ["a body that nobody reads", "POST /nothing HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n{"],
  ])("%s", async (_, said) => {
    await speak(bot.url, said).closed();
  });
});
