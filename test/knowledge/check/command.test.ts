/** npm run knowledge:check as a person or the workflow runs it: folders on a disk, what is printed, exit status. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../src/cli/knowledge-check";
import { loadKnowledge } from "../../../src/knowledge/load";
import { knowledgeFiles, madeUpPages, writeFiles } from "./made-up";

let folder: string;
let docs: string;
let knowledge: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "knowledge-check-"));
  docs = join(folder, "docs");
  knowledge = join(folder, "knowledge");
  writeFiles(join(docs, "articles", "reliability"), madeUpPages());
  writeFiles(docs, [[".openpublishing.redirection.json", '{"redirections": []}']]);
  writeFiles(
    knowledge,
    knowledgeFiles().map(({ name, text }) => [name, text] as const),
  );
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the command; what it prints is one text for each stream. */
function check(...args: string[]): { status: number; out: string; error: string } {
  const printed = { out: "", error: "" };
  const status = run([...args, "--knowledge", knowledge], {
    out: (text) => {
      printed.out += text;
    },
    error: (text) => {
      printed.error += text;
    },
    today: "2026-11-24",
  });
  return { status, ...printed };
}

function changePage(page: string, before: string, after: string): void {
  const path = join(docs, "articles", "reliability", page);
  writeFileSync(path, readFileSync(path, "utf8").replace(before, after));
}

function allFiles(): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

test("in step: exit status 0, and no file is made or changed", () => {
  const before = allFiles();
  const { status, out, error } = check(docs);
  expect({ status, error }).toEqual({ status: 0, error: "" });
  expect(out).toContain("In step");
  expect(allFiles()).toEqual(before);
});

test("with a difference: exit status 2, readable and as JSON", () => {
  changePage("regions-multiregion-support.md", "[Azure Beta]", "[Azure Better]");
  expect(check(docs)).toMatchObject({ status: 2, error: "" });
  expect(check(docs).out).toContain("services/azure-beta.json");
  const { status, out } = check(docs, "--json");
  expect(status).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    inStep: false,
    drift: [{ kind: "service-renamed", theirs: "Azure Better" }],
  });
});

test("a page that moved is followed through the folder's redirect files", () => {
  rmSync(join(docs, "articles", "reliability", "reliability-gamma.md"));
  const redirections = [{ source_path: "articles/reliability/reliability-gamma.md", redirect_url: "/gamma/new" }];
  writeFiles(docs, [[".openpublishing.redirection.json", JSON.stringify({ redirections })]]);
  expect(check(docs).out).toContain("https://learn.microsoft.com/gamma/new");
});

test("a malformed page and one that cannot be opened: named, the rest compared, exit status 2", () => {
  writeFiles(join(docs, "articles", "reliability"), [["regions-list.md", "nothing of use"]]);
  mkdirSync(join(docs, "articles", "reliability", "odd.md"));
  const { status, out } = check(docs);
  expect(status).toBe(2);
  expect(out).toContain("regions-list.md has no table");
  expect(out).toContain("odd.md");
  expect(out).toContain("3 services and 3 rows");
});

test.each([
  ["no folder", () => check(), "Usage"],
  ["two folders", () => check(docs, docs), "Usage"],
  ["an unknown option", () => check(docs, "--jsn"), "--jsn"],
  ["a folder that is not there", () => check(join(folder, "nowhere")), "has no pages in articles/reliability"],
  ["a folder of something else", () => check(knowledge), "has no pages in articles/reliability"],
])("%s: exit status 1 and a message that says what to do", (_case, act, message) => {
  const { status, out, error } = act();
  expect({ status, out }).toEqual({ status: 1, out: "" });
  expect(error).toContain(message);
});

test("faulty knowledge: exit status 1 with the fault", () => {
  writeFiles(knowledge, [["services/azure-beta.json", "{"]]);
  expect(check(docs)).toMatchObject({
    status: 1,
    error: expect.stringContaining("services/azure-beta.json: is not JSON"),
  });
});

test("--write-status writes the pages that have changed, and only then", () => {
  const file = join(folder, "status.json");
  changePage("reliability-alpha.md", "03/01/2026", "05/01/2026");
  expect(check(docs, "--write-status", file).status).toBe(2);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
    checkedOn: "2026-11-24",
    pagesChanged: [
      {
        page: "https://learn.microsoft.com/azure/reliability/reliability-alpha",
        title: "Made up",
        dated: "2026-05-01",
      },
    ],
  });
});

test("--write-status without a file writes knowledge/status.json below the folder that one is in", () => {
  const before = process.cwd();
  try {
    process.chdir(folder);
    expect(check("--write-status", docs).status).toBe(0);
    expect(JSON.parse(readFileSync(join(knowledge, "status.json"), "utf8"))).toEqual({
      checkedOn: "2026-11-24",
      pagesChanged: [],
    });
    expect(check(docs).status).toBe(0);
  } finally {
    process.chdir(before);
  }
});

test("what it writes into the knowledge folder the bot reads at its start, and the next check goes on as before", () => {
  changePage("reliability-alpha.md", "03/01/2026", "05/01/2026");
  expect(check(docs, "--write-status", join(knowledge, "status.json")).status).toBe(2);
  expect(loadKnowledge(knowledge).pagesChanged).toMatchObject([{ title: "Made up", dated: "2026-05-01" }]);
  expect(check(docs).status).toBe(2);
  changePage("reliability-alpha.md", "05/01/2026", "03/01/2026");
  expect(check(docs).status).toBe(0);
});

test("--help is no fault", () => {
  expect(check("--help")).toMatchObject({ status: 0, out: expect.stringContaining("Usage") });
});
