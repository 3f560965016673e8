/** A connector in every mood: each answer arrives once or not at all, in bounded time, and other turns go on. */
import { connect } from "node:net";
import { waitAfter429 } from "../../src/teams/send";
import { captured, startBot, type TestBot, turnsOf, wordsOf } from "./support/bot";
import type { Behaviour } from "./support/connector";

/** Milliseconds; the product's are 5,000 and 9,000. */
const LIMITS = { attempt: 400, total: 2_000 };
/** What a busy machine may add to a limit. */
const GRACE = 2_000;
const SENT: Behaviour = { status: 201, body: '{"id":"sent"}' };

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot({}, { sendLimits: LIMITS });
});
afterEach(() => bot.stop());

function question(id: string) {
  return captured("message-personal", bot.connector, { id });
}

/** Posts, and returns the status and how long it took. */
async function ask(id: string): Promise<{ status: number; took: number }> {
  const started = Date.now();
  const { status } = await bot.post(question(id));
  return { status, took: Date.now() - started };
}

describe("the connector asks to wait (429)", () => {
  test.each<[string, Record<string, string>]>([
    ["no time at all", { "retry-after": "0" }],
    ["a second", { "retry-after": "1" }],
    ["until a date", { "retry-after": new Date(Date.now() - 5_000).toUTCString() }],
  ])("%s: sent again, arrives once", async (_, headers) => {
    bot.connector.script.push({ status: 429, headers });
    expect((await ask("q")).status).toBe(200);
    expect(bot.connector.sent).toHaveLength(2);
    expect(bot.log.filter((line) => String(line.msg).includes("sending again"))).toHaveLength(1);
  });

  test("a second is waited for", async () => {
    bot.connector.script.push({ status: 429, headers: { "retry-after": "1" } });
    expect((await ask("q")).took).toBeGreaterThanOrEqual(1_000);
  });

  test("longer than the turn has: gives up at once, and the next delivery is answered", async () => {
    bot.connector.script.push({ status: 429, headers: { "retry-after": "3600" } });
    const first = await ask("q");
    expect(first.status).toBe(503);
    expect(first.took).toBeLessThan(GRACE);
    expect(bot.connector.sent).toHaveLength(1);
    expect((await ask("q")).status).toBe(200);
    expect(bot.connector.sent).toHaveLength(2);
  });

  test("what did not arrive starts, delivered again, from the turn that it started from", async () => {
    await ask("first");
    bot.connector.script.push({ status: 429, headers: { "retry-after": "3600" } });
    expect((await ask("second")).status).toBe(503);
    expect((await ask("second")).status).toBe(200);
    await ask("third");
    expect(bot.asked.map(({ context }) => turnsOf(context))).toEqual([0, 1, 1, 2]);
  });

  test("again and again: gives up within the limit", async () => {
    bot.connector.script.push(...Array<Behaviour>(50).fill({ status: 429, headers: { "retry-after": "0" } }));
    const { status, took } = await ask("q");
    expect(status).toBe(503);
    expect(took).toBeLessThan(LIMITS.total + GRACE);
  });

  test("then refuses: not sent a third time", async () => {
    bot.connector.script.push({ status: 429, headers: { "retry-after": "0" } }, { status: 500 });
    expect((await ask("q")).status).toBe(200);
    expect(bot.connector.sent).toHaveLength(2);
  });

  test.each<[string, string | undefined, number, number]>([
    ["3 s", "3", 0, 3_000],
    ["0 s", "0", 5, 0],
    ["without a time, the first time", undefined, 0, 1_000],
    ["without a time, the third time", undefined, 2, 4_000],
    ["a time that is none", "soon", 1, 2_000],
    ["a negative time", "-5", 0, 1_000],
    ["a date gone by", new Date(Date.now() - 60_000).toUTCString(), 0, 0],
  ])("jitter: %s, never less and at most a quarter and 100 ms more", (_, retryAfter, tries, least) => {
    expect(waitAfter429(retryAfter, tries, 0)).toBe(least);
    expect(waitAfter429(retryAfter, tries, 1)).toBe(least * 1.25 + 100);
  });

  test("a date to come", () => {
    const wait = waitAfter429(new Date(Date.now() + 10_000).toUTCString(), 0, 0);
    expect(wait).toBeGreaterThan(7_000);
    expect(wait).toBeLessThanOrEqual(10_000);
  });
});

describe("the connector does anything else", () => {
  const moods: [string, Behaviour][] = [
    ["400", { status: 400 }],
    ["401", { status: 401 }],
    ["403", { status: 403, body: '{"error":{"code":"ConversationBlockedByUser"}}' }],
    ["404", { status: 404 }],
    ["408", { status: 408 }],
    ["500", { status: 500 }],
    ["502 with a page", { status: 502, headers: { "content-type": "text/html" }, body: "<html>" }],
    ["503 with Retry-After", { status: 503, headers: { "retry-after": "0" } }],
    ["a redirect to elsewhere", { status: 302, headers: { location: "https://evil.example/" } }],
    ["an endless answer", { status: 200, body: "x".repeat(300_000) }],
    ["hangs", "hang"],
    ["answers too late", { ...SENT, after: LIMITS.attempt * 2 }],
    ["breaks off before it answers", "break"],
    ["breaks off within its answer", "break within"],
  ];

  test.each(moods)("%s: sent once, 200 in bounded time, and never again for the same message", async (_, mood) => {
    bot.connector.script.push(mood);
    const first = await ask("q");
    expect(first.status).toBe(200);
    expect(first.took).toBeLessThan(LIMITS.attempt + GRACE);
    expect((await ask("q")).status).toBe(200);
    expect(bot.connector.sent).toHaveLength(1);
    expect(bot.log.filter((line) => line.msg === "the reply was not sent")).toHaveLength(1);
  });

  test.each(moods)("%s: the next question is answered", async (_, mood) => {
    bot.connector.script.push(mood);
    await ask("q");
    await ask("another");
    expect(bot.connector.sent.map(({ activity }) => activity["replyToId"])).toEqual(["q", "another"]);
  });

  test("a 200 with nothing in it counts as sent", async () => {
    bot.connector.script.push({ status: 200, body: "" });
    expect((await ask("q")).status).toBe(200);
    expect(bot.log.filter((line) => line["level"] === 50)).toEqual([]);
  });

  test("nobody listens there: 503, so that Teams delivers again, and then it is answered", async () => {
    const nobody = await startBot();
    await nobody.stop();
    const response = await bot.post({ ...question("q"), serviceUrl: nobody.connector.url });
    expect(response.status).toBe(503);
    expect((await ask("q")).status).toBe(200);
    expect(bot.connector.sent).toHaveLength(1);
  });
});

test("a connection that is used again and again gets no listener for each reply", async () => {
  const warnings: string[] = [];
  const note = (warning: Error) => warnings.push(warning.name);
  process.on("warning", note);
  for (let n = 0; n < 15; n++) await ask(`again-${n}`);
  process.off("warning", note);
  expect(warnings).toEqual([]);
});

test("a hundred replies that hang hold up nobody else", async () => {
  bot.connector.script.push(...Array<Behaviour>(100).fill("hang"));
  const hanging = Array.from({ length: 100 }, (_, n) => bot.post(question(`hangs-${n}`)));
  while (bot.connector.sent.length < 100) await new Promise((resolve) => setTimeout(resolve, 5));
  const stillHanging = Promise.all(hanging).then(() => false);
  expect((await ask("healthy")).status).toBe(200);
  expect(await Promise.race([stillHanging, Promise.resolve(true)])).toBe(true);
  expect(await stillHanging).toBe(false);
});

describe("Teams delivers a message again", () => {
  test("while the first reply is under way: 200 at once, one reply", async () => {
    bot.connector.script.push({ ...SENT, after: 200 });
    const first = bot.post(question("q"));
    const again = await Promise.all([bot.post(question("q")), bot.post(question("q"))]);
    expect([...again, await first].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(bot.connector.sent).toHaveLength(1);
  });

  test("a welcome that surely did not arrive is sent at the next sign of the install", async () => {
    bot.connector.script.push({ status: 429, headers: { "retry-after": "60" } });
    expect((await bot.post(captured("install-personal", bot.connector))).status).toBe(503);
    expect((await bot.post(captured("members-personal", bot.connector))).status).toBe(200);
    expect(bot.connector.sent.map(({ activity }) => wordsOf(activity))).toEqual(["welcome", "welcome"]);
  });
});

describe("the server stops", () => {
  test("the running turn finishes, new ones are told 503, and then nobody listens", async () => {
    bot.connector.script.push({ ...SENT, after: 300 });
    const running = bot.post(question("running"));
    while (bot.connector.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const stopped = bot.server.stop();
    const late = await bot.post(question("late"));
    expect([late.status, late.headers.get("connection"), await late.json()]).toEqual([
      503,
      "close",
      { error: "Not available at the moment." },
    ]);
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect((await running).status).toBe(200);
    await stopped;
    expect(bot.connector.sent).toHaveLength(1);
    await expect(bot.post(question("too late"))).rejects.toThrow();
  });

  test("a request that is not whole yet is told 503 at once, and holds nothing", async () => {
    const { port, hostname } = new URL(bot.url);
    const caller = connect(Number(port), hostname);
    let heard = "";
    caller.on("data", (chunk) => (heard += chunk)).on("error", () => {});
    const closed = new Promise((resolve) => caller.once("close", resolve));
    caller.write(
      "POST /api/messages HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{",
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const started = Date.now();
    await bot.server.stop();
    expect(Date.now() - started).toBeLessThan(GRACE);
    await closed;
    expect(heard).toMatch(/^HTTP\/1.1 503 /);
  });

  test("a turn that does not end holds it no longer than the limit", async () => {
    const stubborn = await startBot({}, { sendLimits: { attempt: 60_000, total: 60_000 }, stopLimit: 300 });
    stubborn.connector.script.push("hang");
    const hanging = stubborn.post(captured("message-personal", stubborn.connector)).catch(() => "cut off");
    while (stubborn.connector.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const started = Date.now();
    await stubborn.server.stop();
    expect(Date.now() - started).toBeLessThan(300 + GRACE);
    expect(await hanging).toBe("cut off");
    await stubborn.connector.stop();
  });
});

test("a body that comes drop by drop is cut off after 15 s, not whenever Node looks next", async () => {
  const { port, hostname } = new URL(bot.url);
  const caller = connect(Number(port), hostname);
  const started = Date.now();
  caller.on("error", () => {}).resume();
  caller.write(
    "POST /api/messages HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{",
  );
  await new Promise((resolve) => caller.once("close", resolve));
  expect(Date.now() - started).toBeLessThan(25_000);
}, 60_000);
