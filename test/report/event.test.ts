/** Lines of a log, whole, foreign and broken. */
import { readEvent } from "../../src/report/event";
import { toHtml } from "../../src/report/html";
import { decision, logText, NOON } from "./sample-log";

const [LINE = ""] = logText([decision({ kind: "answer", services: ["azure-dns"], capability: null })]).split("\n");
const FEEDBACK = '{"time":1,"event":"feedback","reaction":"dislike","reason":"out of date","services":["azure-dns"]}';

test.each([
  ["as the bot writes it", LINE],
  ["after a time that the platform puts before it", `2026-11-24T12:00:00.000Z stdout F ${LINE}`],
])("a decision %s", (_, line) => {
  expect(readEvent(line)).toMatchObject({
    kind: "decision",
    decision: { kind: "answer", services: ["azure-dns"], surface: "message", time: NOON },
  });
});

test("a decision with fields that nobody knows yet, and without those that may be missing", () => {
  const line = '{"time":1,"level":30,"event":"decision","kind":"help","new":{"a":[1]}}';
  expect(readEvent(line)).toEqual({
    kind: "decision",
    decision: {
      event: "decision",
      time: 1,
      kind: "help",
      services: [],
      regions: [],
      candidates: [],
      surface: "message",
    },
  });
});

test("feedback", () => {
  expect(readEvent(FEEDBACK)).toMatchObject({ kind: "feedback", feedback: { reaction: "dislike" } });
});

test.each([
  ["an event of another kind", '{"time":1,"level":30,"event":"send","ms":3}', false],
  ["a line without an event", '{"time":1,"level":30,"msg":"listening"}', false],
  ["an error", '{"time":1,"level":50,"msg":"the turn failed"}', true],
  ["a fatal error", '{"time":1,"level":60,"msg":"ending"}', true],
])("%s", (_, line, isError) => {
  expect(readEvent(line)).toEqual({ kind: "other", isError });
});

test.each([
  ["words", "listening on port 3978", "no JSON"],
  ["half a line", LINE.slice(0, 60), "JSON that is cut off or broken"],
  ["two lines in one", LINE + LINE, "JSON that is cut off or broken"],
  ["JSON of somebody else", '{"hello":"world"}', "JSON, but no line of the bot's log"],
  ["a list", '[{"time":1}]', "JSON that is cut off or broken"],
  ["a kind that is none", '{"time":1,"event":"decision","kind":"guess"}', "a decision whose kind cannot be read"],
  [
    "several fields that are wrong",
    '{"event":"decision","kind":"help","services":"a b","ms":-1}',
    "a decision whose time, services, ms cannot be read",
  ],
  ["no reaction", '{"time":1,"event":"feedback"}', "a feedback whose reaction cannot be read"],
])("malformed: %s", (_, line, why) => {
  expect(readEvent(line)).toEqual({ kind: "malformed", why });
});

test("a malformed line is named without what it says", () => {
  const line = '{"time":1,"event":"decision","kind":"secret words"}';
  expect(JSON.stringify(readEvent(line))).not.toContain("secret");
});

test.each([8.7e15, -1, 1e300])("a time that no date can be made of is malformed: %d", (time) => {
  expect(readEvent(JSON.stringify({ event: "decision", time, kind: "help" })).kind).toBe("malformed");
  expect(readEvent(JSON.stringify({ time, level: 50 })).kind).toBe("malformed");
});

test("the page in HTML has no control characters of foreign words", () => {
  const html = toHtml({ title: "t", intro: "a\u0000b\u001b[2Jc\u202ed", sections: [] });
  expect(html).toContain("a b [2Jc d");
});
