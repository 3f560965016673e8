/** Whatever comes in: the right status, a line in the log, and the next good message is answered. */
import { request } from "node:http";
import { captured, startBot, type TestBot } from "./support/bot";
import type { Activity } from "./support/connector";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

/** The one test of life: a good message gets one reply. */
async function expectGoodMessageAnswered(): Promise<void> {
  const before = bot.connector.sent.length;
  expect((await bot.post(captured("message-personal", bot.connector))).status).toBe(200);
  expect(bot.connector.sent.length).toBe(before + 1);
}

async function expectTurnedAway(send: () => Promise<Response>, status: number): Promise<void> {
  const { length } = bot.log;
  const response = await send();
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error: expect.any(String) });
  expect(bot.log.slice(length)).toMatchObject([{ msg: "turned away", status, reason: expect.any(String) }]);
  await expectGoodMessageAnswered();
}

const MEGABYTES = JSON.stringify({ type: "message", text: "x".repeat(10_000_000) });

test.each<[string, string, number]>([
  ["no body", "", 400],
  ["blanks", "  \n", 400],
  ["half of some JSON", '{"type":"mess', 400],
  ["words", "hello", 400],
  ["{}", "{}", 400],
  ["an empty list", "[]", 400],
  ["a list of activities", '[{"type":"message"}]', 400],
  ["null", "null", 400],
  ["a number", "7", 400],
  ["a string", '"message"', 400],
  ["a message and nothing else", '{"type":"message"}', 400],
  ["deeply nested", `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`, 400],
  ["10 MB", MEGABYTES, 413],
  ["a byte too much", `{"type":"message","text":"${"x".repeat(262_144)}"}`, 413],
])("%s", async (_, body, status) => {
  await expectTurnedAway(() => bot.post(body), status);
});

test("10 MB in pieces, without a length", async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { "content-type": "application/json", "transfer-encoding": "chunked" };
    const outgoing = request(`${bot.url}/api/messages`, { method: "POST", headers }, (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode);
    });
    outgoing.on("error", reject);
    for (let sent = 0; sent < MEGABYTES.length; sent += 65_536) outgoing.write(MEGABYTES.slice(sent, sent + 65_536));
    outgoing.end();
  });
  expect(status).toBe(413);
  await expectGoodMessageAnswered();
});

test.each<[string, Record<string, string>]>([
  ["as plain text, as a page in a browser could", { "content-type": "text/plain" }],
  ["as a form", { "content-type": "application/x-www-form-urlencoded" }],
  ["packed", { "content-encoding": "gzip" }],
])("a good activity sent %s", async (_, headers) => {
  await expectTurnedAway(() => bot.post(captured("message-personal", bot.connector), headers), 400);
});

test("a caller that hangs up in the middle", async () => {
  const headers = { "content-type": "application/json", "content-length": "1000" };
  const outgoing = request(`${bot.url}/api/messages`, { method: "POST", headers });
  outgoing.on("error", () => {});
  outgoing.write('{"type":');
  await new Promise((resolve) => setTimeout(resolve, 50));
  outgoing.destroy();
  await expectGoodMessageAnswered();
});

describe("wrong types in every field of an activity", () => {
  const wrong = [7, true, "word", [], [null], {}, { id: 7 }, null] as const;
  const fields: Record<string, readonly unknown[]> = {
    type: [7, true, [], {}, null],
    id: [7, true, [], {}],
    channelId: [7, true, [], {}, null],
    serviceUrl: [7, true, [], {}, null],
    from: wrong,
    recipient: wrong,
    conversation: wrong,
    text: [7, true, [], {}],
    entities: [7, true, "word", {}],
    attachments: [7, true, "word", {}],
    channelData: [7, true, "word", []],
    membersAdded: [7, true, "word", {}, [null], [{}], [{ id: 7 }]],
    membersRemoved: [7, true, "word", {}, [null]],
    reactionsAdded: [7, "word", {}],
    name: [7, true, [], {}],
    action: [7, true, [], {}],
    deliveryMode: [7, true, [], {}],
    replyToId: [7, true, [], {}],
    locale: [7, true, [], {}],
    textFormat: [7, true, [], {}],
    timestamp: [7, true, [], {}],
    localTimestamp: [7, true, [], {}],
    summary: [7, true, [], {}],
    inputHint: [7, true, [], {}],
    suggestedActions: [7, "word"],
    callerId: [7, true, [], {}],
  };
  const cases = Object.entries(fields).flatMap(([field, values]) =>
    values.map((value) => [field, JSON.stringify(value), value] as const),
  );

  test.each(cases)("%s: %s", async (field, _, value) => {
    await expectTurnedAway(() => bot.post(captured("message-personal", bot.connector, { [field]: value })), 400);
  });

  test.each<[string, Activity]>([
    ["conversation.id empty", { conversation: { id: "" } }],
    ["conversation.id far too long", { conversation: { id: "x".repeat(5_000) } }],
    ["conversation.isGroup a word", { conversation: { id: "c", isGroup: "yes" } }],
    ["conversation.tenantId a number", { conversation: { id: "c", tenantId: 1 } }],
    ["from.name a list", { from: { id: "u", name: [] } }],
    ["channelData.tenant a word", { channelData: { tenant: "contoso" } }],
    ["channelData.tenant.id a number", { channelData: { tenant: { id: 1 } } }],
  ])("%s", async (_, changes) => {
    await expectTurnedAway(() => bot.post(captured("message-personal", bot.connector, changes)), 400);
  });

  test.each<[string, Activity]>([
    ["value of any type", { value: 7 }],
    ["value a list", { value: [1, 2] }],
    ["value empty", { value: {} }],
    ["a time that is none", { timestamp: "yesterday", localTimestamp: "" }],
    ["a locale that is none", { locale: "xx-yy-zz" }],
    ["fields that nobody knows", { surprise: { deep: [1] } }],
    ["a field named like no other", JSON.parse('{"__proto__": {"type": "x"}, "constructor": 1}')],
    ["conversation.id with a path in it", { conversation: { id: "../../../admin?x=#" } }],
    ["an id with a path in it", { id: "../.." }],
    ["lone surrogates", { text: "\ud800 AKS \udfff" }],
    ["control characters", { text: "\u0000\u0007AKS" }],
  ])("answered all the same: %s", async (_, changes) => {
    const before = bot.connector.sent.length;
    expect((await bot.post(captured("message-personal", bot.connector, changes))).status).toBe(200);
    expect(bot.connector.sent.length).toBe(before + 1);
    expect(bot.connector.sent.at(-1)?.path).toMatch(/^\/v3\/conversations\/[^/]+\/activities\/[^/]+$/);
  });
});

describe("a list longer than Teams ever sends is turned away for its length, before its elements are looked at", () => {
  test.each([
    "membersAdded",
    "membersRemoved",
    "entities",
    "attachments",
    "listenFor",
    "textHighlights",
    "reactionsAdded",
    "reactionsRemoved",
  ])("%s", async (field) => {
    const activity = captured("message-personal", bot.connector, { [field]: Array.from({ length: 100_000 }, () => 0) });
    await expectTurnedAway(() => bot.post(activity), 400);
    const reasons = bot.log.flatMap(({ msg, reason }) => (msg === "turned away" ? [reason] : []));
    expect(reasons.at(-1)).toBe(`not an activity: ${field}: too_big`);
  });
});

describe("in local use no page of a browser comes in by a name that leads here", () => {
  test.each<[string, Record<string, string>, number]>([
    ["another host", { host: "evil.example:3978" }, 403],
    ["a host that begins well", { host: "127.0.0.1.evil.example" }, 403],
    ["an origin of elsewhere", { origin: "http://evil.example" }, 403],
    ["an origin that is hidden", { origin: "null" }, 403],
    ["localhost", { host: "localhost:3978" }, 200],
    ["IPv6", { host: "[::1]:3978" }, 200],
    ["an origin on this machine", { origin: "http://127.0.0.1:56150" }, 200],
  ])("%s", async (_, headers, status) => {
    const found = await new Promise((resolve, reject) => {
      const options = { method: "POST", headers: { "content-type": "application/json", ...headers } };
      const outgoing = request(`${bot.url}/api/messages`, options, (incoming) => {
        incoming.resume().on("end", () => resolve(incoming.statusCode));
      });
      outgoing.on("error", reject).end(JSON.stringify(captured("message-personal", bot.connector)));
    });
    expect(found).toBe(status);
    await expectGoodMessageAnswered();
  });
});

describe("replies go nowhere else", () => {
  test.each([
    "https://evil.example/",
    "https://evil.trafficmanager.net/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://evil.example/smba.trafficmanager.net",
    "https://smba.trafficmanager.net:8443/emea/",
    "https://smba.trafficmanager.net/emea/?x=1",
    "http://smba.trafficmanager.net/emea/",
    "http://169.254.169.254/metadata/identity",
    "http://127.0.0.1.evil.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "not an address",
    " ",
  ])("%s", async (serviceUrl) => {
    const post = () => bot.post(captured("message-personal", bot.connector, { serviceUrl }));
    await expectTurnedAway(post, 403);
  });
});

describe("other requests", () => {
  test.each<[string, string, number]>([
    ["GET", "/", 404],
    ["GET", "/api/messages", 405],
    ["PUT", "/api/messages", 405],
    ["HEAD", "/api/messages", 405],
    ["OPTIONS", "/api/messages", 405],
    ["GET", "/%ff%00", 404],
    ["GET", "//evil.example/x", 404],
    ["POST", "/api/messages/x", 404],
  ])("%s %s is %d", async (method, path, status) => {
    const found = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const outgoing = request(bot.url, { method, path }, (incoming) => {
        let body = "";
        incoming.on("data", (chunk) => (body += chunk));
        incoming.on("end", () => resolve({ status: incoming.statusCode, body }));
      });
      outgoing.on("error", reject).end();
    });
    expect(found.status).toBe(status);
    expect(found.body).not.toMatch(/evil|%ff|stack|Error/);
    await expectGoodMessageAnswered();
  });
});
