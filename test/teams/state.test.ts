/** What every state must do, in memory and in Blob Storage (Azurite): work is taken once, contexts come back. */
import { createLog } from "../../src/log";
import { blobState, containerOf } from "../../src/teams/blob-state";
import { withOwnClaims } from "../../src/teams/own-claims";
import { type Claim, memoryState, type State } from "../../src/teams/state";
import { steadyState } from "../../src/teams/steady-state";
import { type Azurite, startAzurite } from "./support/azurite";
import { captured, startBot, turnsOf } from "./support/bot";
import { startForwarder } from "./support/forwarder";

/** Milliseconds: short, to see things go, and over a second, since Blob Storage keeps times in whole seconds. */
const KEPT = { claim: 60_000, context: 60_000, taken: 1_500 };

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
}, 90_000);
afterAll(() => azurite.stop());

let containers = 0;

function freshContainer() {
  return containerIn(azurite.connectionString, `state-${++containers}`);
}

function containerIn(connectionString: string, container: string) {
  return containerOf({ kind: "connection string", connectionString, container }, undefined);
}

/** A line to the store that loses what it is told to lose. */
async function lineToStore() {
  const [, origin = ""] = /BlobEndpoint=(http:\/\/[\d.:]+)/.exec(azurite.connectionString) ?? [];
  const line = await startForwarder(() => origin);
  return { line, connectionString: azurite.connectionString.replace(origin, line.url) };
}

const later = () => new Promise((resolve) => setTimeout(resolve, KEPT.taken * 2));

async function mine(state: State, key: string): Promise<string> {
  const claim: Claim = await state.claim(key);
  if (claim.kind !== "mine") throw new Error(`${key} is ${claim.kind}`);
  return claim.ticket;
}

describe.each<[string, () => State]>([
  ["memory", () => memoryState(KEPT)],
  ["Blob Storage", () => blobState(freshContainer(), KEPT)],
])("%s", (_, make) => {
  let state: State;
  beforeEach(() => {
    state = make();
  });

  test("of many who ask at once one gets the work", async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => state.claim("work")));
    expect(claims.filter(({ kind }) => kind === "mine")).toHaveLength(1);
    expect(claims.filter(({ kind }) => kind === "busy")).toHaveLength(19);
  });

  test("committed work is done for everybody", async () => {
    expect(await state.commit("work", await mine(state, "work"))).toBe(true);
    expect(await state.claim("work")).toEqual({ kind: "done" });
    await later();
    expect(await state.claim("work")).toEqual({ kind: "done" });
  });

  test("work given back can be had again, before and after the commit", async () => {
    await mine(state, "work");
    await state.release("work");
    await state.commit("work", await mine(state, "work"));
    await state.release("work");
    await mine(state, "work");
  });

  test("of one who is gone the next takes over, and the first may not commit any more", async () => {
    const first = await mine(state, "work");
    expect(await state.claim("work")).toEqual({ kind: "busy" });
    await later();
    const claims = await Promise.all([state.claim("work"), state.claim("work")]);
    expect(claims.map(({ kind }) => kind).sort()).toEqual(["busy", "mine"]);
    expect(await state.commit("work", first)).toBe(false);
    const second = claims.find((claim) => claim.kind === "mine");
    expect(await state.commit("work", second?.ticket ?? "")).toBe(true);
  });

  test("keys of any length and kind are different works", async () => {
    for (const key of ["a/b", "a%2Fb", "../a", "x".repeat(5_000), "", "ä", '["answer","19:a@thread.tacv2"]']) {
      await mine(state, key);
    }
  });

  test("a context comes back, changes, and is forgotten", async () => {
    expect(await state.recall("chat")).toBeUndefined();
    await state.remember("chat", { services: ["azure-event-grid"], at: 1 });
    await state.remember("chat", { services: ["azure-key-vault"], words: "größer 👍" });
    expect(await state.recall("chat")).toEqual({ services: ["azure-key-vault"], words: "größer 👍" });
    expect(await state.recall("another chat")).toBeUndefined();
    await state.remember("chat", undefined);
    expect(await state.recall("chat")).toBeUndefined();
    await state.remember("chat", undefined);
  });

  test("it is ready", async () => {
    expect(await state.ready()).toBe(true);
  });
});

describe("Blob Storage", () => {
  test("two instances share work and contexts, and know nothing of each other", async () => {
    const container = freshContainer();
    const [one, two] = [blobState(container), blobState(container)];
    await one.commit("work", await mine(one, "work"));
    expect(await two.claim("work")).toEqual({ kind: "done" });
    await one.remember("chat", { turns: 1 });
    expect(await two.recall("chat")).toEqual({ turns: 1 });
  });

  test("no id of a chat or a person is readable in names", async () => {
    const container = freshContainer();
    const state = blobState(container);
    await state.remember("19:secret-chat@thread.tacv2", { turns: 1 });
    await mine(state, "29:secret-person");
    const names: string[] = [];
    for await (const { name } of container.listBlobsFlat()) names.push(name);
    expect(names.sort()).toEqual([
      expect.stringMatching(/^claims\/\w{64}$/),
      expect.stringMatching(/^contexts\/\w{64}$/),
    ]);
  });

  test("old entries go, new ones stay, and a context past its time is not read before it goes", async () => {
    const container = freshContainer();
    const state = blobState(container, { ...KEPT, claim: 1_500, context: 1_500 });
    for (const key of ["a", "b"]) await mine(state, key);
    await state.remember("old", { turns: 1 });
    await later();
    await state.remember("new", { turns: 2 });
    expect(await state.recall("old")).toBeUndefined();
    expect(await state.sweep()).toBe(3);
    expect(await state.recall("new")).toEqual({ turns: 2 });
    expect(await state.sweep()).toBe(0);
  });

  test("what somebody else wrote there costs the follow-up, not the answer", async () => {
    const container = freshContainer();
    const bot = await startBot({}, { state: blobState(container) });
    await bot.post(captured("message-personal", bot.connector));
    for await (const { name } of container.listBlobsFlat({ prefix: "contexts/" })) {
      await container.getBlockBlobClient(name).upload("not JSON", 8);
    }
    expect((await bot.post(captured("message-personal", bot.connector))).status).toBe(200);
    expect(bot.connector.sent).toHaveLength(2);
    expect(bot.asked.map(({ context }) => turnsOf(context))).toEqual([0, 0]);
    await bot.stop();
  });

  test("a store that goes away: answers go on, and the bot says that it is not ready", async () => {
    const gone = await startAzurite();
    const bot = await startBot({}, { state: blobState(containerIn(gone.connectionString, "state")) });
    const ready = async () => (await fetch(`${bot.url}/readyz`)).status;
    expect(await ready()).toBe(200);
    await gone.stop();
    while ((await ready()) !== 503) await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await bot.post(captured("message-personal", bot.connector))).status).toBe(200);
    expect(bot.connector.sent).toHaveLength(1);
    await bot.stop();
  }, 90_000);

  test("the container is deleted while the bot runs: it is made anew, and a turn in flight goes on", async () => {
    const container = freshContainer();
    const state = blobState(container);
    const ticket = await mine(state, "in flight");
    await container.delete();
    expect(await state.commit("in flight", ticket)).toBe(true);
    expect(await state.claim("in flight")).toEqual({ kind: "done" });
    await mine(state, "next");
    expect(await state.ready()).toBe(true);
  });

  test("an answer of the store that is lost: the second try does not take the first for somebody else", async () => {
    const container = freshContainer();
    const { line, connectionString } = await lineToStore();
    const state = blobState(containerIn(connectionString, container.containerName));
    await state.ready();
    for (const key of ["a", "b", "c"]) {
      line.loseAnswers(1);
      const ticket = await mine(state, key);
      line.loseAnswers(1);
      expect(await state.commit(key, ticket)).toBe(true);
      expect(await blobState(container).claim(key)).toEqual({ kind: "done" });
    }
    await line.stop();
  });

  test("who may not make the container may use the one that is there", async () => {
    const container = freshContainer();
    await container.create();
    const forbidden = () => Promise.reject(new Error("403"));
    const state = blobState(Object.assign(container, { createIfNotExists: forbidden, create: forbidden }));
    await state.commit("work", await mine(state, "work"));
    expect(await state.ready()).toBe(true);
  });

  test("a claim that could not be checked commits all the same", async () => {
    const container = freshContainer();
    const hanging = { ...blobState(container), claim: () => new Promise<Claim>(() => {}) };
    const bot = await startBot({}, { state: hanging });
    const question = captured("message-personal", bot.connector);
    expect((await bot.post(question)).status).toBe(200);
    expect(bot.connector.sent).toHaveLength(1);
    await bot.stop();
    const after = await startBot({}, { state: blobState(container) });
    expect((await after.post({ ...question, serviceUrl: after.connector.url })).status).toBe(200);
    expect(after.connector.sent).toHaveLength(0);
    await after.stop();
  });
});

describe("a store that cannot be asked", () => {
  const broken = () => Promise.reject(new Error("503"));
  const silent = createLog("silent", false, () => {});
  const unreachable = { ...memoryState(), claim: broken, commit: broken, release: broken };

  test("has no message answered twice by the same instance", async () => {
    const bot = await startBot({}, { state: unreachable });
    const question = captured("message-personal", bot.connector);
    await Promise.all([bot.post(question), bot.post(question)]);
    await bot.post(question);
    expect(bot.connector.sent).toHaveLength(1);
    await bot.stop();
  });

  test("what another instance has done or has in hand is so for this one too, and can be had again where given back", async () => {
    const store = memoryState(KEPT);
    const [here, there] = [withOwnClaims(store), withOwnClaims(store)];
    const ticket = await mine(there, "work");
    expect(await here.claim("work")).toEqual({ kind: "busy" });
    await there.release("work");
    const again = await mine(here, "work");
    expect(await there.commit("work", ticket)).toBe(false);
    expect(await here.commit("work", again)).toBe(true);
    expect(await there.claim("work")).toEqual({ kind: "done" });
  });

  test("a claim that could not be given back is given back a moment later", async () => {
    const store = memoryState(KEPT);
    let failures = 1;
    const release = (key: string) => (failures-- > 0 ? broken() : store.release(key));
    const state = steadyState({ ...store, release }, silent);
    await state.commit("work", await mine(state, "work"));
    await state.release("work");
    expect(await state.claim("work")).toEqual({ kind: "done" });
    while ((await state.claim("work")).kind !== "mine") await new Promise((resolve) => setTimeout(resolve, 50));
  });
});

test("a store that hangs is waited for once, not five times a turn, and asked again after a rest", async () => {
  const never = () => new Promise<never>(() => {});
  const hanging = { claim: never, commit: never, release: never, recall: never, remember: never, ready: never };
  const state = steadyState(
    hanging,
    createLog("silent", false, () => {}),
  );
  const took = async (work: () => Promise<unknown>) => {
    const started = Date.now();
    const found = await work();
    return { found, waited: Date.now() - started >= 900 };
  };
  expect(await took(() => state.claim("work"))).toMatchObject({ found: { kind: "mine" }, waited: true });
  expect(await took(() => state.recall("chat"))).toEqual({ found: undefined, waited: false });
  expect(await took(() => state.remember("chat", { turns: 1 }))).toEqual({ found: undefined, waited: false });
  expect(await took(() => state.commit("work", "1"))).toEqual({ found: true, waited: true });
  expect(await took(() => state.ready())).toEqual({ found: false, waited: true });
  await new Promise((resolve) => setTimeout(resolve, 5_100));
  expect(await took(() => state.recall("chat"))).toEqual({ found: undefined, waited: true });
}, 20_000);
