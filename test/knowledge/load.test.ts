import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepChecked, loadKnowledge } from "../../src/knowledge/load";

describe("what the build has checked", () => {
  const home = mkdtempSync(join(tmpdir(), "knowledge-"));
  const folder = join(home, "knowledge");
  const checked = join(home, "knowledge.json");
  const file = join(folder, "services", "azure-event-grid.json");
  const original = readFileSync(join("knowledge", "services", "azure-event-grid.json"), "utf8");
  const nameOf = (knowledge: ReturnType<typeof loadKnowledge>) =>
    knowledge.services.find(({ id }) => id === "azure-event-grid")?.name;

  beforeAll(() => {
    cpSync("knowledge", folder, { recursive: true });
    keepChecked(folder, checked);
  });
  afterEach(() => writeFileSync(file, original));
  afterAll(() => rmSync(home, { recursive: true }));

  test("is the same knowledge as the files checked anew", () => {
    expect(loadKnowledge(folder, checked)).toEqual(loadKnowledge(folder));
  });

  test("is used for the files that it was made from", () => {
    const kept = JSON.parse(readFileSync(checked, "utf8"));
    const marked = join(home, "marked.json");
    writeFileSync(marked, JSON.stringify({ ...kept, knowledge: { ...kept.knowledge, concepts: [] } }));
    expect(loadKnowledge(folder, marked).concepts).toEqual([]);
  });

  test("says nothing of a file that was changed since: the change is there", () => {
    writeFileSync(file, original.replace('"Azure Event Grid"', '"Azure Event Grid of tomorrow"'));
    expect(nameOf(loadKnowledge(folder, checked))).toBe("Azure Event Grid of tomorrow");
  });

  test("hides no fault that came into a file since", () => {
    writeFileSync(file, original.replace('"summary"', '"sumary"'));
    expect(() => loadKnowledge(folder, checked)).toThrow(/azure-event-grid\.json.*sumary: no such field/s);
  });

  test("hides no file that was taken away", () => {
    rmSync(file);
    expect(() => loadKnowledge(folder, checked)).toThrow(/azure-event-grid/);
  });

  test("where the build kept nothing, all is checked", () => {
    expect(nameOf(loadKnowledge(folder, join(home, "nothing.json")))).toBe("Azure Event Grid");
  });
});
