/** npm run report as a person runs it: log files or a stream in, a page or JSON out, an exit status. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/cli/report";
import type { Report } from "../../src/report/report";
import { knowledgeFiles, writeFiles } from "../knowledge/check/made-up";
import { decision, declined, type Fields, logText, near } from "./sample-log";

const EVENTS: readonly Fields[] = [
  decision({ kind: "answer", services: ["azure-alpha"], regions: ["northland"], capability: "failover", ms: 0.5 }),
  decision({ kind: "answer", services: ["azure-alpha"], surface: "tap", scope: "channel", ms: 9.5 }),
  decision({ kind: "plan", services: ["azure-beta", "azure-alpha"], regions: ["northland", "southland"] }),
  decision({ kind: "disambiguate", ...near("azure-beta", "azure-gamma") }),
  decision({ kind: "disambiguate", ...near("azure-beta", "azure-gamma") }),
  decision({ kind: "help" }),
  decision({ kind: "decline", surface: "search", reason: "no-match", question: "pur" }),
  declined("the Purview failover, North Land"),
  declined("Purview failover"),
  declined("purvew failovr?"),
  declined("what is the weather"),
  declined("increase the quota of Alpha", { reason: "other-topic", ...near("azure-alpha") }),
  declined("alpha price", { reason: "other-topic", ...near("azure-alpha") }),
  decision({ kind: "decline", reason: "empty" }),
  { event: "feedback", reaction: "like", kind: "answer", services: ["azure-alpha"] },
  { event: "feedback", reaction: "dislike", reason: "out of date", services: ["azure-beta"], comment: "since May" },
  { event: "feedback", reaction: "dislike", reason: "out of date", services: ["azure-beta"] },
  { event: "feedback", reaction: "dislike", kind: "catalog" },
  { event: "send", ms: 12 },
  { msg: "stopping" },
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "report-"));
  writeFiles(
    join(folder, "knowledge"),
    knowledgeFiles().map(({ name, text }) => [name, text] as const),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* chunksOf(text: string): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += 100) yield text.slice(i, i + 100);
}

type Ran = { readonly status: number; readonly out: string; readonly error: string };

/** Runs the command; what it prints is one text for each stream. */
async function report(args: readonly string[], input = "", isTyped = false): Promise<Ran> {
  const printed = { out: "", error: "" };
  const status = await run(["--knowledge", join(folder, "knowledge"), ...args], {
    input: chunksOf(input),
    isTyped,
    out: (text) => {
      printed.out += text;
    },
    error: (text) => {
      printed.error += text;
    },
  });
  return { status, ...printed };
}

async function json(input: string, ...args: string[]): Promise<Report> {
  const { out } = await report(["--json", ...args], input);
  return JSON.parse(out);
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const row = (name: string, count: number) => ({ name, count });

describe("what the log says", () => {
  let found: Report;
  beforeEach(async () => {
    found = await json(logText(EVENTS));
  });

  test("asked, answered, declined, asked back; searches of the compose box apart", () => {
    expect(found.asked).toEqual({
      total: 13,
      answered: 3,
      declined: 7,
      askedBack: 2,
      help: 1,
      taps: 1,
      searches: 1,
      kinds: [row("decline", 7), row("answer", 2), row("disambiguate", 2), row("help", 1), row("plan", 1)],
      scopes: [row("personal", 12), row("channel", 1)],
    });
    expect(found).toMatchObject({ lines: 20, malformed: 0, errors: 0 });
    expect(found.period).toEqual({ from: "2026-11-24T12:00:00.000Z", to: "2026-11-24T12:00:17.000Z" });
  });

  test("services, regions and capabilities, the most asked first", () => {
    expect(found.services).toEqual([row("azure-alpha", 3), row("azure-beta", 1)]);
    expect(found.regions).toEqual([row("northland", 2), row("southland", 1)]);
    expect(found.capabilities).toEqual([row("failover", 1)]);
    expect(found.milliseconds).toEqual({ p50: 1.5, p99: 9.5, max: 9.5 });
  });

  test("the unanswered, spellings of one question on one line", () => {
    const { groups, ...counts } = found.unanswered;
    expect(groups.map(({ question, count }) => [question, count])).toEqual([
      ["Purview failover", 3],
      ["alpha price", 1],
      ["increase the quota of Alpha", 1],
      ["what is the weather", 1],
    ]);
    expect(groups[0]).toMatchObject({ wordings: 3, also: ["purvew failovr?", "the Purview failover, North Land"] });
    expect(groups[1]).toMatchObject({ reasons: [row("other-topic", 1)], nearest: [row("azure-alpha", 1)] });
    expect(counts).toEqual({
      total: 7,
      withoutWords: 0,
      moreGroups: 0,
      notCompared: 0,
      reasons: [row("no-match", 4), row("other-topic", 2), row("empty", 1)],
    });
  });

  test("feedback by service, the least liked first", () => {
    expect(found.feedback).toEqual({
      likes: 1,
      dislikes: 3,
      comments: ["since May"],
      services: [
        { service: "azure-beta", likes: 0, dislikes: 2, reasons: [row("out of date", 2)] },
        { service: null, likes: 0, dislikes: 1, reasons: [] },
        { service: "azure-alpha", likes: 1, dislikes: 0, reasons: [] },
      ],
    });
  });

  test("what to add first: the most harmful; what occurred once is left out", () => {
    expect(found.first).toEqual([
      { kind: "disliked", subject: "azure-beta", count: 2 },
      { kind: "unknown", subject: "Purview failover", count: 3 },
      { kind: "matter", subject: "azure-alpha", count: 2 },
      { kind: "unclear", subject: "azure-beta, azure-gamma", count: 2 },
    ]);
  });

  test("the same log gives the same report, and its order does not matter to it", async () => {
    expect(await json(logText(EVENTS))).toEqual(found);
    const { period: _, ...backwards } = await json(logText(EVENTS.toReversed()));
    expect(backwards).toEqual({ ...found, period: undefined });
  });

  test("--top shortens the tables and says how much is left out", async () => {
    const short = await json(logText(EVENTS), "--top", "1");
    expect([short.services, short.first, short.unanswered.groups].map((list) => list.length)).toEqual([1, 1, 1]);
    expect(short.unanswered.moreGroups).toBe(3);
  });
});

test("the page says it in words", async () => {
  const { status, out, error } = await report([], logText(EVENTS));
  expect({ status, error }).toEqual({ status: 0, error: "" });
  const golden = join("test", "report", "golden", "page.md");
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(golden, out);
  expect(out).toBe(readFileSync(golden, "utf8"));
});

test("an empty log, and one with nothing but other lines", async () => {
  for (const text of ["", "\n\n", logText([{ msg: "stopping" }])]) {
    const { status, out } = await report([], text);
    expect(status).toBe(0);
    expect(out).toContain("No decision and no feedback");
  }
});

test("without the words of questions it says so, and how to have them", async () => {
  const silent = EVENTS.map(({ question: _, ...rest }) => rest);
  const { out } = await report([], logText(silent));
  expect(out).toMatch(/The words of 6 are not in the log.*LOG\\_QUESTIONS=true/);
  expect((await json(logText(silent))).unanswered).toMatchObject({ total: 7, withoutWords: 6, groups: [] });
});

test("several files and the standard input are one log", async () => {
  const text = logText(EVENTS);
  const both = await report(["--json", file("a.log", text), "-", file("b.log", text.replaceAll("\n", "\r\n"))], text);
  expect(both.status).toBe(0);
  expect(JSON.parse(both.out)).toMatchObject({ lines: 60, asked: { total: 39 } });
});

test("malformed lines are counted and named, the others count: exit status 1", async () => {
  const lines = logText(EVENTS).split("\n");
  const broken = [...lines.slice(0, 3), '{"time":1,"event":"deci', "Starting container", ...lines.slice(3)].join("\n");
  const path = file("broken.log", broken);
  const { status, out } = await report(["--json", path]);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    asked: { total: 13 },
    malformed: 2,
    malformedExamples: [
      { at: `${path}:4`, why: "JSON that is cut off or broken" },
      { at: `${path}:5`, why: "no JSON" },
    ],
  });
});

test("of very many malformed lines the first are named", async () => {
  const found = await json("what\n".repeat(5_000));
  expect(found).toMatchObject({ malformed: 5_000, malformedExamples: { length: 10 } });
});

test("a line of 30 MB costs that line only", async () => {
  const long = `{"time":1,"event":"decision","kind":"help","question":"${"x".repeat(30_000_000)}"}`;
  const path = file("long.log", `${long}\n${logText(EVENTS)}`);
  const { status, out } = await report(["--json", path]);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ malformed: 1, asked: { total: 13 } });
});

test("a file that is not there: named, the others count, exit status 1", async () => {
  const { status, out, error } = await report(["--json", join(folder, "none.log"), file("a.log", logText(EVENTS))]);
  expect(status).toBe(1);
  expect(error).toMatch(/none\.log could not be read: .*ENOENT/);
  expect(JSON.parse(out).asked.total).toBe(13);
});

test.each([
  ["an unknown option", ["--jsno"], "--jsno"],
  ["a --top that is no number", ["--top", "many"], '--top is "many"'],
  ["a --top of none", ["--top", "0"], '--top is "0"'],
])("%s: exit status 2 and how to call it", async (_, args, message) => {
  const { status, out, error } = await report(args);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(error).toContain(message);
  expect(error).toContain("Usage:");
});

test("without a file at a terminal it says so instead of waiting", async () => {
  expect(await report([], "", true)).toMatchObject({ status: 2, error: expect.stringContaining("No log file") });
  expect(await report(["--help"], "", true)).toMatchObject({ status: 0, out: expect.stringContaining("Usage:") });
});

describe("what people wrote stays words", () => {
  const HOSTILE = [
    declined("<script>alert(1)</script> purview"),
    declined('"><img src=x onerror=alert(1)> fabric'),
    declined("\u001b[2J\u001b[31mred | table | [link](javascript:alert(1))"),
    declined("\u202Eeman rehtona & more"),
    { event: "feedback", reaction: "dislike", reason: "<b>no</b>", services: ["<i>"], comment: "`code` *bold* <u>" },
  ];

  test("on the page for a browser", async () => {
    const path = join(folder, "page.html");
    expect((await report(["--html", path], logText(HOSTILE))).status).toBe(0);
    const html = readFileSync(path, "utf8");
    expect(html.match(/<(script|img|b|i|u)\b/g)).toBeNull();
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; purview");
    expect(html).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
    expect(html).not.toMatch(/[\u202A-\u202E]/);
  });

  test("in the terminal", async () => {
    const { out } = await report([], logText(HOSTILE));
    expect(out).not.toContain("\u001b");
    expect(out).not.toContain("\u202E");
    expect(out).toContain("\\|");
    expect(out).not.toMatch(/[^\\]<script/);
  });
});

test("a page that cannot be written: exit status 1 with the reason", async () => {
  const { status, error } = await report(["--html", join(folder, "no", "page.html")], logText(EVENTS));
  expect(status).toBe(1);
  expect(error).toContain("ENOENT");
});
