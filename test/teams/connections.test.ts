/** What a caller without any right may hold of the server: no socket for long, whatever it says. */
import { bearer, type TokenParts } from "./support/authority";
import { startBot, type TestBot } from "./support/bot";
import { BAD_TOKENS } from "./support/fuzz";
import { speak, statusIn } from "./support/raw";
import { type RegisteredBot, startRegisteredBot } from "./support/registered";

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
    const { socket, answer } = speak(bot.url, `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n\r\n`);
    expect(statusIn(await answer())).toBe(status);
    socket.destroy();
  });
});

describe("a host that would lead the router elsewhere", () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startBot();
  });
  afterAll(() => bot.stop());

  test.each([
    ["POST", "/api/messages", "x/say-this-word?"],
    ["GET", "/healthz", "localhost#say-this-word"],
    ["GET", "/readyz", "x\\say-this-word"],
    ["GET", "/healthz", "localhost:99999"],
  ])("%s %s for %s: 404, and none of its words", async (method, path, host) => {
    const said = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n\r\n`;
    const { socket, answer } = speak(bot.url, said);
    const heard = await answer();
    expect(statusIn(heard)).toBe(404);
    expect(heard).not.toContain("say-this-word");
    expect(heard).toMatch(/^x-content-type-options: nosniff/im);
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
    ["half of the headers", "POST /api/messages HTTP/1.1\r\nHost: localhost\r\n"],
    [
      "half of the body",
      'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"',
    ],
    ["a body that nobody reads", "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{"],
  ])("%s", async (_, said) => {
    await speak(bot.url, said).closed();
  });
});

describe("a body is not taken in before its token is known to be right", () => {
  let bot: RegisteredBot;
  beforeAll(async () => {
    jest.spyOn(console, "error").mockImplementation();
    bot = await startRegisteredBot();
    await bot.ask();
  });
  afterAll(() => bot.stop());

  const begun = (authorization: string) =>
    `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 200000\r\nAuthorization: ${authorization}\r\n\r\n{"type":`;

  test.each([...BAD_TOKENS.filter(isBadByItself).entries()])(
    "wrong token %d: turned away while the body is on its way, and the connection ends",
    async (_, parts) => {
      const { answer, closed } = speak(bot.url, begun(bearer(bot.appId, bot.connector.url, parts)));
      const heard = await answer();
      expect(statusIn(heard)).toBe(401);
      expect(heard).toMatch(/^connection: close/im);
      await closed();
    },
  );

  test("a good token: the bot waits for the rest", async () => {
    const { length } = bot.log;
    const { socket, answer } = speak(bot.url, begun(bearer(bot.appId, bot.connector.url)));
    await expectSoon(answer, "nothing");
    expect(bot.log.slice(length)).toEqual([]);
    socket.destroy();
  });

  test("a good token and a caller that hung up while it was looked at: the bot is ready for the next, and stops", async () => {
    const other = await startRegisteredBot();
    other.authority.mode = "hang";
    const { socket } = speak(other.url, begun(bearer(other.appId, other.connector.url)));
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    other.authority.mode = "answer";
    await other.stop();
    expect(other.log.filter(({ msg }) => msg === "not every turn ended in time")).toEqual([]);
  });
});

/** The others are wrong only beside an activity: by the address in it, or by its channel. */
function isBadByItself({ kid, claims }: TokenParts): boolean {
  return kid !== "webchat" && !(claims && "serviceurl" in claims);
}

async function expectSoon(answer: () => Promise<string>, expected: string): Promise<void> {
  const nothing = new Promise<string>((resolve) => setTimeout(resolve, 300, "nothing"));
  expect(await Promise.race([answer().catch(() => "late"), nothing])).toBe(expected);
}
