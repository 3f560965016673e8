/** What the platform's health checks get to see. */
import { memoryState } from "../../src/teams/state";
import { startBot } from "./support/bot";

const ready = async () => true;

test.each<[string, () => Promise<boolean>, number]>([
  ["is reachable", ready, 200],
  ["says that it is not", async () => false, 503],
  ["cannot be reached", () => Promise.reject(new Error("ECONNREFUSED")), 503],
  ["does not answer", () => new Promise(() => {}), 503],
])("the state %s: /readyz says so, /healthz is alive all the same", async (_, isReady, status) => {
  const bot = await startBot({}, { state: { ...memoryState(), ready: isReady } });
  const [readiness, health] = await Promise.all(["readyz", "healthz"].map((path) => fetch(`${bot.url}/${path}`)));
  expect([readiness?.status, health?.status]).toEqual([status, 200]);
  expect(await readiness?.json()).toEqual({ status: status === 200 ? "ready" : "not ready" });
  expect(await health?.json()).toEqual({ status: "alive" });
  await bot.stop();
});

test("a state that comes back is ready again", async () => {
  let isThere = false;
  const bot = await startBot({}, { state: { ...memoryState(), ready: async () => isThere } });
  const status = async () => (await fetch(`${bot.url}/readyz`)).status;
  expect(await status()).toBe(503);
  isThere = true;
  while ((await status()) !== 200) await new Promise((resolve) => setTimeout(resolve, 100));
  await bot.stop();
});

test("who asks again and again does not ask the store", async () => {
  let asked = 0;
  const count = async () => ++asked > 0;
  const bot = await startBot({}, { state: { ...memoryState(), ready: count } });
  await Promise.all(Array.from({ length: 50 }, () => fetch(`${bot.url}/readyz`)));
  expect(asked).toBeLessThan(10);
  await bot.stop();
});
