import { createLog } from "../src/log";

function lines(readable: boolean, say: (log: ReturnType<typeof createLog>) => void): string[] {
  const written: string[] = [];
  say(createLog("info", readable, (line) => written.push(line)));
  return written;
}

test("a server reads JSON", () => {
  const [line = ""] = lines(false, (log) => log.info({ turn: "t1", kind: "answer" }, "answered"));
  expect(JSON.parse(line)).toMatchObject({ level: 30, turn: "t1", kind: "answer", msg: "answered" });
});

test("a person reads a line without ids", () => {
  const [line] = lines(true, (log) => log.info({ turn: "t1", kind: "answer", ms: 3 }, "answered"));
  expect(line).toMatch(/^\d\d:\d\d:\d\d {2}answered {2}kind answer {2}ms 3\n$/);
});

test("a person sees what failed and where", () => {
  const [line] = lines(true, (log) => log.error({ err: new Error("no disk") }, "the turn failed"));
  expect(line).toMatch(/ERROR {2}the turn failed\nError: no disk\n {4}at /);
});

test("lines below the level are not written", () => {
  expect(lines(false, (log) => log.debug("detail"))).toEqual([]);
});

test("no line of a person's log can be made by somebody else's words", () => {
  const evil = "a\u001b[2J\u009b31m\u202eb\r\n12:00:00  answered";
  const err = new Error(evil);
  const [line = ""] = lines(true, (log) => log.error({ type: evil, list: [evil], deep: { evil }, err }, evil));
  expect(line).not.toMatch(/[^\P{C}\n]/u);
  expect(
    line
      .split("\n")
      .slice(1)
      .filter((part) => part.startsWith("12:00:00")),
  ).toEqual([]);
  expect(line.split("\n")[0]?.split("answered")).toHaveLength(5);
});
