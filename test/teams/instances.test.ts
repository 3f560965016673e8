/**
 * Several bot processes as Azure runs them: a managed identity, tokens in and out, a load balancer before them, and one
 * store behind them. One is killed in the middle; every message is answered exactly once and follow-ups are kept.
 */
import { randomUUID } from "node:crypto";
import { type Authority, bearer, startAuthority } from "./support/authority";
import { type Azurite, startAzurite } from "./support/azurite";
import { captured } from "./support/bot";
import { type Connector, startConnector } from "./support/connector";
import { type Forwarder, startForwarder } from "./support/forwarder";
import { type IdentityEndpoint, startIdentityEndpoint } from "./support/identity-endpoint";
import { type BotProcess, startBotProcess } from "./support/process";
import { inTenant, registration, TENANT } from "./support/registered";

const APP = randomUUID();
const REGION = "Qatar Central";
/** The first names the region; the others leave it unsaid. */
const QUESTIONS = [`Event Grid in ${REGION}`, "and Key Vault?", "what about Service Bus", "and AKS?"];
const CHATS = 8;

let azurite: Azurite;
let authority: Authority;
let identity: IdentityEndpoint;
let connector: Connector;
/** What is to be ended after each test. */
let started: { stop: () => Promise<unknown> }[];
beforeAll(async () => {
  [azurite, authority, identity] = await Promise.all([startAzurite(), startAuthority(), startIdentityEndpoint()]);
}, 90_000);
afterAll(() => Promise.all([azurite, authority, identity].map((part) => part.stop())));
beforeEach(async () => {
  connector = await startConnector();
  started = [connector];
});
afterEach(() => Promise.all(started.map((part) => part.stop())));

async function startInstance(connectionString: string, container: string, port = "0"): Promise<BotProcess> {
  const bot = await startBotProcess({
    ...registration(APP, authority.metadataUrl),
    ...identity.settings,
    STATE_CONNECTION_STRING: connectionString,
    STATE_CONTAINER: container,
    PORT: port,
  });
  started.push({ stop: () => bot.end("SIGKILL") });
  return bot;
}

/** A line to the store of one instance alone, which can be cut. */
async function lineToStore(): Promise<{ connectionString: string; line: Forwarder }> {
  const [, origin = ""] = /BlobEndpoint=(http:\/\/[\d.:]+)/.exec(azurite.connectionString) ?? [];
  const line = await startForwarder(() => origin);
  started.push(line);
  return { connectionString: azurite.connectionString.replace(origin, line.url), line };
}

/**
 * Kills an instance while turns of its own have claimed their message and sent nothing: they wait for the store, for
 * less than the second after which they would go on without it.
 */
async function killInTheMiddle(bot: BotProcess, line: Forwarder): Promise<void> {
  line.hold();
  await sleep(400);
  await bot.end("SIGKILL");
}

const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** As Teams does: delivers until somebody takes it, and at times twice. */
async function deliver(url: string, chat: string, id: string, text: string): Promise<void> {
  const question = captured("message-personal", connector, { ...inTenant(TENANT), id, text });
  const body = JSON.stringify({
    ...question,
    conversation: { id: chat, conversationType: "personal", tenantId: TENANT },
  });
  const headers = { "content-type": "application/json", authorization: bearer(APP, connector.url) };
  const post = () => fetch(`${url}/api/messages`, { method: "POST", headers, body }).catch(() => undefined);
  for (const until = Date.now() + 60_000; (await post())?.status !== 200; await sleep(100)) {
    if (Date.now() > until) throw new Error(`${id} was not taken`);
  }
}

/** All questions of all chats: one after the other in a chat, the chats side by side. */
async function talk(url: string): Promise<void> {
  const chats = Array.from({ length: CHATS }, async (_, chat) => {
    for (const [turn, text] of QUESTIONS.entries())
      await deliver(url, `chat-${chat}`, `chat-${chat}-turn-${turn}`, text);
  });
  await Promise.all(chats);
}

/** Each message once, and in each answer the region that only the first question of its chat named. */
function expectAllAnsweredOnce(): void {
  const ids = Array.from({ length: CHATS }, (_, chat) =>
    QUESTIONS.map((_, turn) => `chat-${chat}-turn-${turn}`),
  ).flat();
  const answered = connector.sent.map(({ activity }) => activity["replyToId"]);
  expect(answered.toSorted()).toEqual(ids.toSorted());
  const withoutRegion = connector.sent.filter(({ activity }) => !JSON.stringify(activity).includes(REGION));
  expect(withoutRegion.map(({ activity }) => activity["replyToId"])).toEqual([]);
  expect(new Set(connector.sent.map(({ authorization }) => authorization))).toEqual(
    new Set([`Bearer token-for-${APP}`]),
  );
}

async function answers(count: number): Promise<void> {
  while (connector.sent.length < count) await sleep(5);
}

test("three instances behind a load balancer, one of them killed", async () => {
  const { connectionString, line } = await lineToStore();
  const instances = await Promise.all([
    startInstance(connectionString, "three"),
    startInstance(azurite.connectionString, "three"),
    startInstance(azurite.connectionString, "three"),
  ]);
  let requests = 0;
  const balancer = await startForwarder(() => instances[requests++ % instances.length]?.url ?? "");
  started.push(balancer);
  const talking = talk(balancer.url);
  await answers(CHATS);
  await killInTheMiddle(instances[0], line);
  await talking;
  expectAllAnsweredOnce();
}, 120_000);

test("one instance, killed with kill -9 and started again", async () => {
  const { connectionString, line } = await lineToStore();
  const first = await startInstance(connectionString, "one");
  const talking = talk(first.url);
  await answers(CHATS);
  await killInTheMiddle(first, line);
  await startInstance(azurite.connectionString, "one", new URL(first.url).port);
  await talking;
  expectAllAnsweredOnce();
}, 120_000);

test("a message delivered to all three at once is answered once", async () => {
  const instances = await Promise.all([1, 2, 3].map(() => startInstance(azurite.connectionString, "at-once")));
  for (let round = 0; round < 10; round++) {
    await Promise.all(instances.map(({ url }) => deliver(url, "chat", `round-${round}`, QUESTIONS[0] ?? "")));
  }
  expect(connector.sent).toHaveLength(10);
}, 120_000);
