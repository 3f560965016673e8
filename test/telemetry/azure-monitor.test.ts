/** What goes to Application Insights, and what a bot without it pays: nothing. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AzureMonitorExporterOptions } from "@azure/monitor-opentelemetry-exporter";
import * as z from "zod";
import { azureMonitor } from "../../src/telemetry/azure-monitor";
import { atMostHourly, watchSends } from "../../src/telemetry/watched-export";
import { captured, startBot } from "../teams/support/bot";

const KEY = "11111111-2222-3333-4444-555555555555";
/** Port 9 (discard) of this machine: nobody listens there. */
const NOBODY = `InstrumentationKey=${KEY};IngestionEndpoint=https://127.0.0.1:9/`;

const envelopes = z.array(z.looseObject({ iKey: z.string(), data: z.looseObject({ baseType: z.string() }) }));
type HttpClient = NonNullable<AzureMonitorExporterOptions["httpClient"]>;

/** Takes what would go out over the network: the exporter insists on https, and a test has no certificate. */
function recorder(status = 200): { httpClient: HttpClient; sent: { url: string; text: string }[] } {
  const sent: { url: string; text: string }[] = [];
  const httpClient: HttpClient = {
    async sendRequest(request) {
      sent.push({ url: request.url, text: String(request.body) });
      const bodyAsText = JSON.stringify({ itemsReceived: 1, itemsAccepted: 1, errors: [] });
      return { request, status, headers: request.headers, bodyAsText };
    },
  };
  return { httpClient, sent };
}

test("a question becomes a request, a dependency and metrics, sent at the latest when the bot stops", async () => {
  const { httpClient, sent } = recorder();
  const faults: unknown[] = [];
  const telemetry = azureMonitor({ connectionString: NOBODY, httpClient }, (cause) => faults.push(cause));
  const bot = await startBot({}, { telemetry });
  await bot.post(captured("message-personal", bot.connector));
  await bot.stop();
  await telemetry.stop();
  expect(faults).toEqual([]);
  expect(new Set(sent.map(({ url }) => new URL(url).host))).toEqual(new Set(["127.0.0.1:9"]));
  const all = sent.flatMap(({ text }) => envelopes.parse(JSON.parse(text)));
  const kinds = new Set(all.map(({ data }) => data.baseType));
  expect(kinds).toEqual(new Set(["MetricData", "RequestData", "RemoteDependencyData"]));
  expect(JSON.stringify(all)).toContain("region_guide.sends");
  // The alert in infra/alerts.bicep asks for these two names.
  expect(JSON.stringify(all)).toContain('"delivered":"yes"');
  expect(all.every(({ iKey }) => iKey === KEY)).toBe(true);
});

test("figures that cannot be sent: told once, and stopping does not fail", async () => {
  const { httpClient } = recorder(400);
  const faults: unknown[] = [];
  const telemetry = azureMonitor({ connectionString: NOBODY, httpClient }, (cause) => faults.push(cause));
  telemetry.resent();
  await expect(telemetry.stop()).resolves.toBeUndefined();
});

test.each([400, 403])(
  "figures that the service answers with %i are told while the bot runs, once",
  async (status) => {
    const { httpClient } = recorder(status);
    const faults: unknown[] = [];
    const telemetry = azureMonitor({ connectionString: NOBODY, httpClient }, (cause) => faults.push(cause));
    const turn = async () => 200;
    await telemetry.turn("1", turn);
    // Spans go out every five seconds.
    while (faults.length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    await telemetry.turn("2", turn);
    await telemetry.stop();
    expect(faults).toEqual([expect.objectContaining({ message: expect.stringContaining(String(status)) })]);
  },
  60_000,
);

test("a service that never answers is told, too", async () => {
  const faults: unknown[] = [];
  const { policy } = watchSends((cause) => faults.push(cause), 10);
  // Let go at the end: the library would wait for it for half a minute.
  let letGo = () => {};
  const hanging: HttpClient = {
    sendRequest: (request) =>
      policy.sendRequest(request, async () => {
        await new Promise<void>((resolve) => {
          letGo = resolve;
        });
        return recorder().httpClient.sendRequest(request);
      }),
  };
  const telemetry = azureMonitor({ connectionString: NOBODY, httpClient: hanging }, () => {});
  telemetry.resent();
  await telemetry.stop(300);
  expect(faults).toContainEqual(new Error("Application Insights did not answer in 10 ms"));
  letGo();
});

test("warnings: the first, and then no more than one an hour", () => {
  let now = 0;
  const told: unknown[] = [];
  const tell = atMostHourly(
    (cause) => told.push(cause),
    () => now,
  );
  for (const at of [0, 1, 3_599_999, 3_600_000, 3_600_001]) {
    now = at;
    tell(at);
  }
  expect(told).toEqual([0, 3_600_000]);
});

describe("the program", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "telemetry-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Starts the built bot, asks whether it is alive, stops it; tells which packages it loaded and how it ended. */
  async function run(settings: Record<string, string>): Promise<{ loaded: string[]; status: number; code: unknown }> {
    const list = join(folder, "loaded.json");
    const spy = join(folder, "spy.cjs");
    writeFileSync(
      spy,
      `process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache))));`,
    );
    const env = { ...process.env, PORT: "0", MicrosoftAppId: "", ...settings };
    const bot = spawn(process.execPath, ["--require", spy, join("dist", "index.js")], {
      env,
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    const ended = new Promise((resolve) => bot.once("exit", resolve));
    const address = await new Promise<string>((resolve, reject) => {
      bot.once("exit", () => reject(new Error("the bot did not start")));
      bot.stdout?.on("data", (chunk) => {
        const [, found] = /listening on (http:\/\/[\d.:]+)/.exec(String(chunk)) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const { status } = await fetch(`${address}/healthz`);
    // As `npm start` stops it, the same on every system.
    bot.disconnect();
    return { code: await ended, status, loaded: z.array(z.string()).parse(JSON.parse(readFileSync(list, "utf8"))) };
  }

  const OURS = /@opentelemetry|monitor-opentelemetry-exporter/;

  test("without a connection string loads nothing of it", async () => {
    const { loaded, ...rest } = await run({});
    expect(rest).toEqual({ status: 200, code: 0 });
    expect(loaded.filter((path) => OURS.test(path))).toEqual([]);
  });

  test("with one that nobody answers to starts, answers and ends all the same", async () => {
    const { loaded, ...rest } = await run({ APPLICATIONINSIGHTS_CONNECTION_STRING: NOBODY });
    expect(rest).toEqual({ status: 200, code: 0 });
    expect(loaded.some((path) => OURS.test(path))).toBe(true);
  });
});
