/** npm run knowledge:new and knowledge:preview: what an author begins with, and what the author then looks at. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadTemplates } from "../../../src/cards/load";
import { run as makeNew } from "../../../src/cli/knowledge-new";
import { preview } from "../../../src/cli/knowledge-preview";
import { idOf, serviceSkeleton } from "../../../src/cli/service-skeleton";
import type { Fault } from "../../../src/knowledge/knowledge";
import { parseKnowledge } from "../../../src/knowledge/parse";
import { serviceSchema } from "../../../src/knowledge/service-schema";
import { knowledgeFiles, madeUpKnowledge } from "./made-up";

test.each([
  ["Azure Event Grid", "azure-event-grid"],
  ["Azure Kubernetes Service (AKS)", "azure-kubernetes-service"],
  ["  Microsoft  Entra ID ", "microsoft-entra-id"],
  ["Azure Café/Bar+", "azure-cafe-bar"],
  ["(AKS)", ""],
])("%j becomes %j", (name, id) => {
  expect(idOf(name)).toBe(id);
});

/** Every field of the skeleton that is still empty, as the lint names its place. */
function empty(value: unknown, path = ""): string[] {
  if (value === "" || value === null) return [path];
  if (Array.isArray(value)) return value.flatMap((item, i) => empty(item, `${path}[${i}]`));
  if (typeof value !== "object") return [];
  return Object.entries(value as object).flatMap(([key, item]) => empty(item, path === "" ? key : `${path}.${key}`));
}

function lint(text: string): readonly Fault[] {
  const result = parseKnowledge([...knowledgeFiles(), { name: "services/azure-something.json", text }]);
  return result.kind === "ok" ? [] : result.faults;
}

test("the lint names each empty field of a new file, so none can be forgotten", () => {
  const { text } = serviceSkeleton("Azure Something");
  const named = lint(text).map(({ path }) => path);
  expect(named).toEqual(expect.arrayContaining(empty(JSON.parse(text))));
  expect(lint(text).every(({ file }) => file === "services/azure-something.json")).toBe(true);
});

test("a new file shows every field but the one for a service on its way out", () => {
  const shown = Object.keys(JSON.parse(serviceSkeleton("Azure Something").text));
  expect(Object.keys(serviceSchema.shape).filter((field) => !shown.includes(field))).toEqual(["retired"]);
});

describe("knowledge:new", () => {
  let folder: string;
  let printed: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "knowledge-new-"));
    printed = "";
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function run(...args: string[]): number {
    const print = (text: string) => {
      printed += text;
    };
    return makeNew(args, { out: print, error: print, folder });
  }

  test("makes the file and says what comes next", () => {
    expect(run("Azure Something")).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "azure-something.json"), "utf8"))).toMatchObject({
      id: "azure-something",
      shortName: "Something",
    });
    expect(printed).toContain("knowledge:lint -- azure-something");
  });

  test("refuses to overwrite", () => {
    run("Azure Something");
    const before = readFileSync(join(folder, "azure-something.json"), "utf8");
    expect(run("Azure", "Something", "(SOME)")).toBe(1);
    expect(printed).toContain("is there already");
    expect(readFileSync(join(folder, "azure-something.json"), "utf8")).toBe(before);
  });

  test.each([[[]], [["--help"]], [["()"]]])("%j is no name: nothing is made", (args) => {
    expect(run(...args)).toBe(1);
    expect(printed).toContain("Usage");
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("knowledge:preview", () => {
  const show = (id: string, region?: string) => preview(madeUpKnowledge(), loadTemplates("cards"), id, region);

  test("the card's text, then each fact with its page and date", () => {
    const text = show("azure-alpha");
    expect(text).toContain("Azure Alpha");
    expect(text).toContain(
      "capabilities[0]: Geo-copying: It copies.\n  2026-03-01  https://learn.microsoft.com/azure/reliability/reliability-alpha#geo-copying",
    );
  });

  test("a fact's own date before the file's", () => {
    expect(show("azure-beta")).toContain("2020-01-01  https://learn.microsoft.com/azure/beta/overview");
  });

  test("for one region", () => {
    expect(show("azure-alpha", "farland")).toContain("Far Land");
  });

  test("says so when there is no such service or region", () => {
    expect(() => show("azure-omega")).toThrow('"azure-omega" is no service here');
    expect(() => show("azure-alpha", "nowhere")).toThrow('"nowhere" is no region');
  });
});
