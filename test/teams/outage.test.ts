/** What the log says while the store fails: enough to act on, and not five stacks a turn. */
import { createLog } from "../../src/log";
import { outageLog } from "../../src/teams/outage";

const SECOND = 1_000;
let now = 0;
let lines: Record<string, unknown>[] = [];
const outage = () =>
  outageLog(
    createLog("info", false, (line) => lines.push(JSON.parse(line))),
    () => now,
  );
beforeEach(() => {
  now = 0;
  lines = [];
});

test("one line a minute says what failed and how often, then one that the store is back", () => {
  const { failed, worked } = outage();
  for (; now < 150 * SECOND; now += SECOND) {
    failed(new Error("503"), "claim");
    worked();
  }
  worked();
  now += 20 * SECOND;
  worked();
  worked();
  expect(lines.map(({ msg, failures }) => [msg, failures])).toEqual([
    ["state: claim failed, going on without", 1],
    ["state: claim failed, going on without", 60],
    ["state: claim failed, going on without", 60],
    ["state: the store answers again", 29],
  ]);
});

test("the next trouble is told at once", () => {
  const { failed, worked } = outage();
  failed(new Error("503"), "claim");
  now += 20 * SECOND;
  worked();
  failed(new Error("reset"), "recall");
  expect(lines.map(({ msg }) => msg)).toEqual([
    "state: claim failed, going on without",
    "state: the store answers again",
    "state: recall failed, going on without",
  ]);
});
