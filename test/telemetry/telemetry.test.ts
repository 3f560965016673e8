/** What is measured when people talk to the bot, through the real server; and that it holds nothing of theirs. */
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { memoryState } from "../../src/teams/state";
import { openTelemetryWith } from "../../src/telemetry/opentelemetry";
import { captured, startBot, type TestBot } from "../teams/support/bot";
import type { Activity, Behaviour } from "../teams/support/connector";

const spans = new InMemorySpanExporter();
const metrics = new InMemoryMetricExporter(AggregationTemporality.DELTA);
const reader = new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: 3_600_000 });
const meters = new MeterProvider({ readers: [reader] });
const tracers = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
const telemetry = openTelemetryWith(meters.getMeter("test"), tracers.getTracer("test"), async () => {});

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot({}, { telemetry, sendLimits: { attempt: 300, total: 3_000 } });
});
afterEach(async () => {
  await bot.stop();
  spans.reset();
  metrics.reset();
});
afterAll(() => meters.shutdown());

/** Name and attributes → how often. */
async function measured(): Promise<Record<string, number>> {
  await meters.forceFlush();
  const found = metrics.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  const points = found.flatMap(({ descriptor, dataPoints }) =>
    dataPoints.map(({ attributes, value }): [string, number] => {
      const labels = Object.values(attributes).join(" ");
      return [`${descriptor.name} ${labels}`.trim(), typeof value === "number" ? value : value.count];
    }),
  );
  return Object.fromEntries(points);
}

async function say(changes: Activity = {}, ...script: Behaviour[]): Promise<number> {
  bot.connector.script.push(...script);
  return (await bot.post(captured("message-personal", bot.connector, changes))).status;
}

test("a question: one turn, one decision, one reply", async () => {
  await say();
  expect(await measured()).toEqual({
    "region_guide.turns 200": 1,
    "region_guide.activities message": 1,
    "region_guide.decisions help text": 1,
    "region_guide.sends yes": 1,
  });
});

test("a tap that is answered in the response: no reply is sent", async () => {
  await bot.post(captured("card-execute-personal", bot.connector));
  expect(await measured()).toEqual({
    "region_guide.turns 200": 1,
    "region_guide.activities adaptiveCard/action": 1,
    "region_guide.decisions help tap": 1,
  });
});

test.each<[string, Behaviour[], Record<string, number>]>([
  [
    "asks to wait",
    [{ status: 429, headers: { "retry-after": "0" } }],
    { "region_guide.resends": 1, "region_guide.sends yes": 1 },
  ],
  ["refuses", [{ status: 403 }], { "region_guide.sends no": 1 }],
  ["answers 500", [{ status: 500 }], { "region_guide.sends maybe": 1 }],
  ["hangs", ["hang"], { "region_guide.sends maybe": 1 }],
])("the connector %s", async (_, script, expected) => {
  await say({}, ...script);
  expect(await measured()).toEqual({
    "region_guide.turns 200": 1,
    "region_guide.activities message": 1,
    "region_guide.decisions help text": 1,
    ...expected,
  });
});

test.each<[string, string, string, Activity]>([
  ["a search", "composeExtension/query", "search-personal", {}],
  ["a thumb", "message/submitAction", "feedback-like-personal", {}],
  ["an install", "installationUpdate", "install-personal", {}],
  ["an invoke of a stranger's making", "other", "search-personal", { name: "evil/name" }],
  ["typing", "other", "typing-personal", {}],
])("%s is counted by its type: %s", async (_, type, name, changes) => {
  await bot.post(captured(name, bot.connector, changes));
  expect(await measured()).toMatchObject({ [`region_guide.activities ${type}`]: 1 });
});

test("a store that fails is counted", async () => {
  await bot.stop();
  const state = { ...memoryState(), recall: () => Promise.reject(new Error("503")) };
  bot = await startBot({}, { telemetry, state });
  await say();
  expect(await measured()).toMatchObject({ "region_guide.state_failures": 1, "region_guide.turns 200": 1 });
});

test("what is turned away is a turn with its status, and nothing else", async () => {
  await bot.post("hello");
  await say({ serviceUrl: "https://contoso.example" });
  expect(await measured()).toEqual({ "region_guide.turns 400": 1, "region_guide.turns 403": 1 });
  // Set to OK: Azure Monitor would count them among the failures, and it is not we who failed.
  expect(spans.getFinishedSpans().map(({ status }) => status.code)).toEqual([1, 1]);
});

test("something of ours breaks: counted, and the trace says so", async () => {
  await bot.stop();
  const broken = () => {
    throw new Error("broken");
  };
  bot = await startBot({}, { telemetry, responder: { respond: broken, welcome: broken, search: broken } });
  await say();
  await bot.post(captured("install-personal", bot.connector));
  expect(await measured()).toMatchObject({
    "region_guide.failures": 1,
    "region_guide.turns 200": 1,
    "region_guide.turns 500": 1,
  });
  const turns = spans.getFinishedSpans().filter(({ name }) => name === "POST /api/messages");
  expect(turns.map(({ status }) => status.code)).toEqual([2, 2]);
});

describe("a trace", () => {
  const named = (name: string): ReadableSpan[] => spans.getFinishedSpans().filter((span) => span.name === name);

  test("has the turn, with the id that the log has, and in it the reply", async () => {
    await say();
    const [turn] = named("POST /api/messages");
    const [send] = named("send reply");
    expect(turn?.attributes).toMatchObject({
      "region_guide.turn": bot.log.find(({ msg }) => msg === "answered")?.["turn"],
      "region_guide.kind": "help",
      "http.response.status_code": 200,
    });
    expect(send?.parentSpanContext?.spanId).toBe(turn?.spanContext().spanId);
    expect(send?.spanContext().traceId).toBe(turn?.spanContext().traceId);
  });

  test("is its own where turns run at the same moment", async () => {
    await Promise.all(Array.from({ length: 10 }, () => say({ conversation: { id: `chat-${Math.random()}` } })));
    const turns = named("POST /api/messages");
    const sends = named("send reply");
    expect(new Set(turns.map((span) => span.spanContext().traceId)).size).toBe(10);
    expect(sends.map((span) => span.parentSpanContext?.spanId).sort()).toEqual(
      turns.map((span) => span.spanContext().spanId).sort(),
    );
  });
});

test("nothing of a person is in it: no words, no names, no tenant, no conversation", async () => {
  const question = captured("message-personal", bot.connector, { conversation: { id: "personal-chat-id" } });
  await bot.post(question);
  await meters.forceFlush();
  const all = JSON.stringify([
    metrics.getMetrics(),
    spans.getFinishedSpans().map(({ name, attributes, events }) => [name, attributes, events]),
  ]);
  for (const word of ["Event Grid", "Alex Wilber", "user-id-0", "personal-chat-id", "0000000000001"]) {
    expect(JSON.stringify(question)).toContain(word);
    expect(all).not.toContain(word);
  }
});
