/**
 * npm run bench:search: what a search in the compose box costs, letter by letter as Teams asks, from the words to the
 * finished cards and over HTTP through the whole server. Figures depend on the machine; the limit is 50 ms.
 */
import { readConfig } from "../src/config";
import { createLog } from "../src/log";
import { createServer } from "../src/teams/server";
import { loadResponder } from "./load";

const LIMIT_MS = 50;
const NAMES = [
  "event grid",
  "cosmos db",
  "azure sql database",
  "key vault",
  "qatar central",
  "evnt grid",
  "k8s",
  "zzzz",
];
const typed = ["", ...NAMES.flatMap((name) => Array.from(name, (_, i) => name.slice(0, i + 1)))];

async function main(): Promise<void> {
  const responder = loadResponder();
  report("the first search of all", [timed(() => responder.search("event g"))]);
  for (let round = 0; round < 3; round++) for (const text of typed) responder.search(text);
  const alone = typed.map((text) => timed(() => responder.search(text)));
  report("words to cards", alone);
  const overHttp = await throughTheServer(responder);
  report("over HTTP", overHttp);
  if (Math.max(...alone, ...overHttp) > LIMIT_MS) process.exitCode = 1;
}

async function throughTheServer(responder: ReturnType<typeof loadResponder>): Promise<number[]> {
  const config = readConfig({ HOST: "127.0.0.1", PORT: "0" });
  const server = createServer({ config, responder, log: createLog("silent", false, () => {}) });
  const url = `${await server.listen()}/api/messages`;
  const times: number[] = [];
  for (const text of [...typed, ...typed]) {
    const started = performance.now();
    const response = await fetch(url, { method: "POST", headers: JSON_HEADERS, body: JSON.stringify(query(text)) });
    await response.text();
    times.push(performance.now() - started);
  }
  await server.stop();
  return times.slice(typed.length);
}

const JSON_HEADERS = { "content-type": "application/json" };

function query(text: string): object {
  const account = { id: "someone" };
  return {
    type: "invoke",
    name: "composeExtension/query",
    channelId: "msteams",
    serviceUrl: "http://127.0.0.1/",
    from: account,
    recipient: account,
    conversation: { id: "a-chat", conversationType: "personal" },
    value: { commandId: "findGuidance", parameters: [{ name: "question", value: text }] },
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function report(name: string, times: number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  console.log(
    `${name.padEnd(26)} ${times.length} searches   p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   most ${at(1)} ms`,
  );
}

void main();
