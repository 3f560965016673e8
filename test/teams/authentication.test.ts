/** Who comes in and who does not: real RSA-signed tokens, checked by the real SDK against metadata on loopback. */
import { bearer, type TokenParts } from "./support/authority";
import { captured } from "./support/bot";
import type { Activity } from "./support/connector";
import { inTenant, type RegisteredBot, startRegisteredBot, TENANT } from "./support/registered";

const OTHER_TENANT = "99999999-bbbb-cccc-dddd-eeeeeeeeeeee";
const HOUR = 3_600;
const now = () => Math.floor(Date.now() / 1000);

let bot: RegisteredBot;
beforeAll(async () => {
  // The SDK prints the tokens that it does not accept; the bot sends that to its log (src/index.ts).
  jest.spyOn(console, "error").mockImplementation();
  bot = await startRegisteredBot();
});
afterAll(() => bot.stop());

/** No reply to anybody, no work for the responder, one line in the log, and no inner text in the response. */
async function expectTurnedAway(send: () => Promise<Response>, status: number): Promise<void> {
  const before = [bot.connector.sent.length, bot.asked.length];
  const { length } = bot.log;
  const response = await send();
  expect([response.status, await response.json()]).toEqual([status, { error: sentenceFor(status) }]);
  expect([bot.connector.sent.length, bot.asked.length]).toEqual(before);
  const lines = bot.log.slice(length).filter((line) => line.msg === "turned away");
  expect(lines).toMatchObject([{ status, reason: expect.any(String) }]);
}

function sentenceFor(status: number): string {
  if (status === 401) return "A token of Bot Framework is needed.";
  return status === 403 ? "Not allowed." : "Not available at the moment.";
}

test("Teams with a good token: one answer, sent with the bot's own token", async () => {
  expect((await bot.ask()).status).toBe(200);
  expect(bot.connector.sent).toMatchObject([{ authorization: expect.stringMatching(/^Bearer token-/) }]);
});

describe("tokens that are not right", () => {
  test.each<[string, TokenParts]>([
    ["expired", { claims: { nbf: now() - 2 * HOUR, exp: now() - HOUR } }],
    ["not valid yet", { claims: { nbf: now() + HOUR, exp: now() + 2 * HOUR } }],
    ["without an end", { claims: { exp: undefined } }],
    ["with an end that is a word", { claims: { exp: "never" } }],
    ["for another bot", { claims: { aud: "99999999-2222-3333-4444-555555555555" } }],
    ["for no bot", { claims: { aud: undefined } }],
    ["of another issuer", { claims: { iss: "https://sts.windows.net/somebody" } }],
    ["of the emulator's issuer", { claims: { iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/" } }],
    ["of a government cloud", { claims: { iss: "https://api.botframework.us" } }],
    ["without an issuer", { claims: { iss: undefined } }],
    ["with a list of issuers", { claims: { iss: ["https://api.botframework.com"] } }],
    ["signed with a key that nobody knows", { signedWith: "stranger" }],
    ["signed with another known key than it names", { signedWith: "webchat" }],
    ["with an unknown key id", { kid: "nobody", signedWith: "stranger" }],
    ["with a key id of a prototype", { kid: "__proto__" }],
    ["with an empty key id", { kid: "" }],
    ["unsigned, alg none", { algorithm: "none" }],
    ["HS256 with the public key as the secret", { algorithm: "HS256" }],
    ["with a key that does not vouch for Teams", { kid: "webchat", signedWith: "webchat" }],
    ["for another serviceUrl", { claims: { serviceurl: "https://smba.trafficmanager.net/emea/" } }],
    ["without a serviceUrl", { claims: { serviceurl: undefined } }],
  ])("%s: 401", async (_, parts) => {
    await expectTurnedAway(() => bot.ask(parts), 401);
  });

  test.each<[string, string | undefined]>([
    ["none", undefined],
    ["empty", ""],
    ["the scheme alone", "Bearer"],
    ["the scheme and a blank", "Bearer "],
    ["a word", "Bearer token"],
    ["two parts", "Bearer a.b"],
    ["three parts of nothing", "Bearer .."],
    ["three words", "Bearer a.b.c"],
    ["a header that is a number", `Bearer ${btoa("7")}.${btoa("{}")}.x`],
    ["another scheme", "Basic dXNlcjpwYXNz"],
    ["8,000 letters without a dot", `Bearer ${"x".repeat(8_000)}`],
  ])("no token but %s: 401", async (_, authorization) => {
    const activity = captured("message-personal", bot.connector, inTenant(TENANT));
    await expectTurnedAway(() => bot.post(activity, authorization === undefined ? {} : { authorization }), 401);
  });

  test("a good token whose middle was changed", async () => {
    const [head, , signature] = bearer(bot.appId, bot.connector.url).split(".");
    const [, payload] = bearer(bot.appId, bot.connector.url, { claims: { exp: now() + 10 * HOUR } }).split(".");
    const activity = captured("message-personal", bot.connector, inTenant(TENANT));
    const authorization = [head, payload, signature].join(".");
    await expectTurnedAway(() => bot.post(activity, { authorization }), 401);
  });

  test("the response says how to come in, and nothing of what was wrong", async () => {
    const response = await bot.ask({ claims: { exp: now() - HOUR } });
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await response.text()).not.toMatch(/expired|jwt|at .*\.js/i);
  });
});

describe("a good token is not enough", () => {
  test.each<[string, Activity]>([
    ["another channel than Teams", { channelId: "webchat" }],
    ["the emulator's channel", { channelId: "emulator" }],
    ["a channel by another case", { channelId: "MSTEAMS" }],
    ["an address of somebody else", { serviceUrl: "https://evil.trafficmanager.net/" }],
    ["an address that only begins well", { serviceUrl: "https://smba.trafficmanager.net.evil.example/" }],
    ["an address with a name in it", { serviceUrl: "https://smba.trafficmanager.net@evil.example/" }],
    ["an address without encryption", { serviceUrl: "http://smba.trafficmanager.net/emea/" }],
    ["an address with a port", { serviceUrl: "https://smba.trafficmanager.net:8443/" }],
    ["an address that is none", { serviceUrl: "smba" }],
    ["another tenant", inTenant(OTHER_TENANT)],
    ["no tenant", inTenant(undefined)],
    ["two tenants, the first of them ours", inTenant(TENANT, OTHER_TENANT)],
    ["two tenants, the second of them ours", inTenant(OTHER_TENANT, TENANT)],
  ])("%s: 403", async (_, changes) => {
    const claims = "serviceUrl" in changes ? { serviceurl: changes.serviceUrl } : {};
    await expectTurnedAway(() => bot.ask({ claims }, changes), 403);
  });

  test("the allowed address of Teams with a token for it goes past the guards", async () => {
    const serviceUrl = "https://smba.trafficmanager.net/emea/";
    const typing = { type: "typing", serviceUrl };
    expect((await bot.ask({ claims: { serviceurl: serviceUrl } }, typing)).status).toBe(200);
  });
});

describe("ALLOWED_TENANTS", () => {
  test.each<[string, string, string, number]>([
    ["a second tenant", `${TENANT},${OTHER_TENANT}`, OTHER_TENANT, 200],
    ["a tenant in capitals", OTHER_TENANT, OTHER_TENANT.toUpperCase(), 200],
    ["the bot's own tenant, left out", OTHER_TENANT, TENANT, 403],
    ["every tenant", "*", "77777777-bbbb-cccc-dddd-eeeeeeeeeeee", 200],
  ])("%s", async (_, allowed, tenant, status) => {
    const other = await startRegisteredBot({ ALLOWED_TENANTS: allowed });
    expect((await other.ask({}, inTenant(tenant))).status).toBe(status);
    expect(other.connector.sent).toHaveLength(status === 200 ? 1 : 0);
    await other.stop();
  });
});

describe("the keys cannot be had", () => {
  test.each(["fail", "hang", "words", "empty"] as const)(
    "the metadata server: %s",
    async (mode) => {
      const other = await startRegisteredBot();
      other.authority.mode = mode;
      const started = Date.now();
      const responses = await Promise.all([other.ask(), other.ask(), other.ask()]);
      expect(responses.map(({ status }) => status)).toEqual([503, 503, 503]);
      expect(await responses[0]?.json()).toEqual({ error: "Not available at the moment." });
      expect(Date.now() - started).toBeLessThan(6_000);
      // Its address, and where that answers the keys.
      expect(other.authority.asked()).toBe(mode === "empty" ? 2 : 1);
      expect([other.connector.sent, other.asked]).toEqual([[], []]);
      other.authority.mode = "answer";
      await expectAnsweredWithin(other, 6_000);
      await other.stop();
    },
    20_000,
  );

  /** Keys that were had go on letting people in. */
  test("after they were had once: answers go on", async () => {
    bot.authority.mode = "hang";
    expect((await bot.ask()).status).toBe(200);
    bot.authority.mode = "answer";
  });
});

async function expectAnsweredWithin(other: RegisteredBot, limit: number): Promise<void> {
  const until = Date.now() + limit;
  while ((await other.ask()).status !== 200) {
    expect(Date.now()).toBeLessThan(until);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  expect(other.connector.sent).toHaveLength(1);
}

test("strangers with made-up key ids do not make the bot ask for keys again and again", async () => {
  await bot.ask();
  const before = bot.authority.asked();
  await Promise.all(Array.from({ length: 20 }, (_, n) => bot.ask({ kid: `made-up-${n}`, signedWith: "stranger" })));
  expect(bot.authority.asked()).toBe(before);
});

describe("the bot's own token for its replies", () => {
  test("many answers at once ask the login server once, and later ones not at all", async () => {
    const other = await startRegisteredBot();
    await Promise.all(Array.from({ length: 10 }, () => other.ask()));
    await other.ask();
    expect(other.connector.sent).toHaveLength(11);
    expect(other.credentials.asked()).toBe(1);
    await other.stop();
  });

  test.each<[string, () => Promise<string>]>([
    ["fails", () => Promise.reject(new Error("the secret of the login server"))],
    ["hangs", () => new Promise(() => {})],
  ])(
    "a login server that %s: 503 in bounded time, so that Teams tries again; then it is answered",
    async (_, login) => {
      const other = await startRegisteredBot();
      const healthy = other.credentials.login;
      other.credentials.login = login;
      const started = Date.now();
      const response = await other.ask({}, { id: "the-same" });
      expect([response.status, await response.text()]).toEqual([503, '{"error":"Not available at the moment."}']);
      expect(Date.now() - started).toBeLessThan(8_000);
      other.credentials.login = healthy;
      expect((await other.ask({}, { id: "the-same" })).status).toBe(200);
      expect(other.connector.sent).toHaveLength(1);
      await other.stop();
    },
    20_000,
  );
});

describe("every response", () => {
  test.each<[string, string, RequestInit, number]>([
    ["alive", "/healthz", {}, 200],
    ["ready", "/readyz", {}, 200],
    ["no token", "/api/messages", { method: "POST", body: "{}" }, 401],
    ["an unknown path", "/admin", {}, 404],
    ["a path of a traversal", "/%2e%2e/package.json", {}, 404],
    ["another method", "/api/messages", {}, 405],
  ])("%s: headers for safety, no banner", async (_, path, init, status) => {
    const { status: found, headers } = await fetch(`${bot.url}${path}`, init);
    expect(found).toBe(status);
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
      "strict-transport-security": expect.stringMatching(/^max-age=\d{8,}$/),
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
    for (const banner of ["server", "x-powered-by"]) expect(headers.get(banner)).toBeNull();
  });
});
