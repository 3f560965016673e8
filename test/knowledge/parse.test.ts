import { join } from "node:path";
import type { KnowledgeFile } from "../../src/knowledge/knowledge";
import { readKnowledgeFiles } from "../../src/knowledge/load";
import { formatFaults, parseKnowledge } from "../../src/knowledge/parse";

const files = readKnowledgeFiles(join(process.cwd(), "knowledge"));

/** The real files with one of them changed, as an author's slip would change it. */
function withFile(name: string, change: (text: string) => string): KnowledgeFile[] {
  return files.map((file) => (file.name === name ? { name, text: change(file.text) } : file));
}

/** Changes one field of the parsed JSON. */
function edit(change: (json: Record<string, never>) => void): (text: string) => string {
  return (text) => {
    const json = JSON.parse(text);
    change(json);
    return JSON.stringify(json);
  };
}

function faultsOf(changed: readonly KnowledgeFile[]): string {
  const result = parseKnowledge(changed);
  return result.kind === "ok" ? "" : formatFaults(result.faults);
}

const GRID = "services/azure-event-grid.json";

test("the knowledge as it is has no fault", () => {
  expect(faultsOf(files)).toBe("");
});

test.each<[string, KnowledgeFile[], string[]]>([
  ["a comma is missing", withFile(GRID, (text) => text.replace(",", "")), [GRID, "is not JSON"]],
  [
    "a field is misspelt",
    withFile(GRID, (text) => text.replace('"aliases"', '"alias"')),
    ["aliases: is missing: add it", "alias: no such field"],
  ],
  [
    "a verdict that does not exist",
    withFile(GRID, (text) => text.replace('"paired-only"', '"sometimes"')),
    ["verdict.kind", '"sometimes" is not known: write one of works-anywhere'],
  ],
  [
    "a link to a host that anybody can register",
    withFile(GRID, (text) =>
      text.replace("https://learn.microsoft.com/azure/event-grid", "https://learn.microsoft.com.example.org/x"),
    ),
    ["allow-list"],
  ],
  [
    "a link with a locale",
    withFile(GRID, (text) => text.replace("learn.microsoft.com/azure", "learn.microsoft.com/en-us/azure")),
    ["without a locale"],
  ],
  [
    "a file under another name than its id",
    withFile(GRID, (text) => text.replace('"id": "azure-event-grid"', '"id": "azure-grid"')),
    ["the file is called azure-event-grid.json"],
  ],
  [
    "an alias that another service has",
    withFile(GRID, (text) => text.replace('"Event Grid topic"', '"Event Hubs"')),
    ["is claimed by", '"shared": true'],
  ],
  [
    "a verdict that the capabilities contradict",
    withFile(GRID, (text) => text.replace('"paired-only"', '"works-anywhere"')),
    ['no capability has "nonpaired": true'],
  ],
  [
    "a neighbour that does not exist",
    withFile(GRID, (text) => text.replace('"service": "azure-event-hubs"', '"service": "azure-event-hub"')),
    ['"azure-event-hub" is no service here'],
  ],
  [
    "a pair that is not mutual any more",
    withFile("regions.json", (text) => text.replace('"pair": "westus",', '"pair": "westus2",')),
    ["pairing"],
  ],
  [
    "the regions are missing",
    files.filter(({ name }) => name !== "regions.json"),
    ["regions.json: the file is missing"],
  ],
  [
    "a place that is said to have no region, and has one",
    withFile("places-without-region.json", (text) => text.replace('"Riyadh"', '"Doha"')),
    ['"Doha" has a region, "qatarcentral" of regions.json'],
  ],
  [
    "cities of a geography that does not exist",
    withFile("places-without-region.json", (text) => text.replace('"geography": "Poland"', '"geography": "Polonia"')),
    ['"Polonia" is no geography of regions.json'],
  ],
  [
    "a doubtful place that is none",
    withFile("places-without-region.json", (text) => text.replace('"Turkey",\n    "Chad"', '"Türkei",\n    "Chad"')),
    ['"Türkei" is none of the names under places'],
  ],
  [
    "a target that is no region",
    withFile("targets/azure-netapp-files.json", (text) => text.replace('"qatarcentral"', '"qatar"')),
    ['"qatar" is no region of regions.json'],
  ],
])("%s: said with the file, the place and the remedy", (_slip, changed, expected) => {
  const faults = faultsOf(changed);
  for (const part of expected) expect(faults).toContain(part);
});

const GUIDE = "https://learn.microsoft.com/azure/reliability/reliability-event-grid";
const CHANGED = { page: GUIDE, title: "Reliability in Azure Event Grid", dated: "2026-12-01" };

/** The real files with what the check left. */
function withStatus(status: unknown): KnowledgeFile[] {
  const text = typeof status === "string" ? status : JSON.stringify(status);
  return [...files, { name: "status.json", text }];
}

test("status.json may be there or not", () => {
  const changed = (given: readonly KnowledgeFile[]) => {
    const result = parseKnowledge(given);
    return result.kind === "ok" ? result.knowledge.pagesChanged : formatFaults(result.faults);
  };
  expect(changed(files.filter(({ name }) => name !== "status.json"))).toEqual([]);
  expect(changed(withStatus({ checkedOn: "2026-12-02", pagesChanged: [CHANGED] }))).toEqual([CHANGED]);
});

test.each<[string, unknown, string]>([
  ["is cut off", '{"checkedOn": "2026-12-02", ', "is not JSON"],
  ["has a day that is none", { checkedOn: "2 December", pagesChanged: [] }, "checkedOn"],
  ["lists nothing", { checkedOn: "2026-12-02" }, "pagesChanged: is missing"],
  [
    "leads elsewhere",
    { checkedOn: "2026-12-02", pagesChanged: [{ ...CHANGED, page: "https://example.org/x" }] },
    "pagesChanged[0].page",
  ],
  [
    "has a link within the text of a link",
    { checkedOn: "2026-12-02", pagesChanged: [{ ...CHANGED, title: "[x](https://example.org)" }] },
    "must be plain text",
  ],
])("a status.json that %s stops the start, and the remedy is not to mend it by hand", (_fault, status, expected) => {
  const faults = faultsOf(withStatus(status));
  expect(faults).toContain(expected);
  expect(faults).toContain("status.json: is made by npm run knowledge:check");
  expect(faults).toContain("delete it");
});

test("all faults of all files at once", () => {
  const changed = withFile(GRID, (text) => text.replace('"paired-only"', '"sometimes"')).map((file) =>
    file.name === "services/azure-key-vault.json"
      ? { ...file, text: edit((json) => delete json["name"])(file.text) }
      : file,
  );
  const faults = faultsOf(changed);
  expect(faults).toContain("services/azure-event-grid.json");
  expect(faults).toContain("services/azure-key-vault.json at name: is missing");
});
