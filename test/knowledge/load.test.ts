import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadKnowledge } from "../../src/knowledge/load";
import { keepPrepared, loadPrepared } from "../../src/load";
import { keepPhrases } from "../../src/question/known-phrases";

describe("what the build keeps", () => {
  const home = mkdtempSync(join(tmpdir(), "knowledge-"));
  const folder = join(home, "knowledge");
  const kept = join(home, "knowledge.json");
  const file = join(folder, "services", "azure-event-grid.json");
  const original = readFileSync(join("knowledge", "services", "azure-event-grid.json"), "utf8");
  const nameOf = (knowledge: ReturnType<typeof loadKnowledge>) =>
    knowledge.services.find(({ id }) => id === "azure-event-grid")?.name;

  beforeAll(() => {
    cpSync("knowledge", folder, { recursive: true });
    keepPrepared(folder, kept);
  });
  afterEach(() => writeFileSync(file, original));
  afterAll(() => rmSync(home, { recursive: true }));

  test("is the same knowledge as the files checked anew", () => {
    expect(loadPrepared(folder, kept).knowledge).toEqual(loadKnowledge(folder));
  });

  test("are the same phrases as those of the knowledge read anew", () => {
    expect(loadPrepared(folder, kept).phrases).toEqual(keepPhrases(loadKnowledge(folder)));
  });

  test("is used for the files that it was made from", () => {
    const whole = JSON.parse(readFileSync(kept, "utf8"));
    const marked = join(home, "marked.json");
    writeFileSync(marked, JSON.stringify({ ...whole, knowledge: { ...whole.knowledge, concepts: [] } }));
    expect(loadPrepared(folder, marked).knowledge.concepts).toEqual([]);
  });

  test("says nothing of a file that was changed since: the change is there", () => {
    writeFileSync(file, original.replace('"Azure Event Grid"', '"Azure Event Grid of tomorrow"'));
    expect(nameOf(loadPrepared(folder, kept).knowledge)).toBe("Azure Event Grid of tomorrow");
  });

  test("hides no fault that came into a file since", () => {
    writeFileSync(file, original.replace('"summary"', '"sumary"'));
    expect(() => loadPrepared(folder, kept)).toThrow(/azure-event-grid\.json.*sumary: no such field/s);
  });

  test("hides no file that was taken away", () => {
    rmSync(file);
    expect(() => loadPrepared(folder, kept)).toThrow(/azure-event-grid/);
  });

  test("where the build kept nothing, all is checked", () => {
    expect(nameOf(loadPrepared(folder, join(home, "nothing.json")).knowledge)).toBe("Azure Event Grid");
  });
});
