/** Which of two regions is copied from, and which one to: turned round, added to, or taken out. */
import { talk } from "./support/talk";

const wayOf = (...turns: readonly string[]) => talk(...turns).decision.regions;

test.each([
  "swap primary and secondary",
  "the other way round",
  "swap them",
  "swap regions",
  "swap",
  "reverse it",
  "flip it",
  "vice versa",
  "and vice versa?",
  "other direction",
  "and in the opposite direction?",
  "switch them",
  "make west europe primary",
  "and if West Europe is primary",
  "from West Europe then",
  "no, the other way around",
  "does it work the other way round too?",
  "swap Poland and West Europe",
])(
  "Log Analytics in Poland, DR in West Europe → %s: from West Europe to Poland, and that is not on the list",
  (said) => {
    const { decision, text } = talk("LAW poland DR in west europe", said);
    expect(decision).toMatchObject({ services: ["azure-monitor-logs"], regions: ["westeurope", "polandcentral"] });
    expect(text).toContain("From West Europe to Poland Central: no");
  },
);

test.each([
  ["main site is Frankfurt, backup site Poland: key vault, ADF, blobs", "swap them"],
  ["VM and SQL DB in Frankfurt, dr in Poland", "the other way round"],
  ["VM and SQL DB in Frankfurt, dr in Poland", "make Poland primary"],
  ["SQL MI Frankfurt DR Poland", "and if Poland is primary"],
])("a plan and a service alike: %s → %s", (...turns) => {
  expect(wayOf(...turns)).toEqual(["polandcentral", "germanywestcentral"]);
});

test("without a second region it says that it knows of none", () => {
  const { decision, text } = talk("LAW poland", "swap them");
  expect(decision.kind).toBe("help");
  expect(text).toContain("I know of no second region here");
  expect(wayOf("LAW poland", "swap them", "and in Doha?")).toEqual(["qatarcentral"]);
});

test("what is swapped otherwise stays so", () => {
  const plan = talk("key vault and redis in Qatar", "swap Redis for Cosmos DB").decision;
  expect(plan.services).toEqual(["azure-key-vault", "azure-cosmos-db"]);
  expect(talk("app service in Qatar, DR in Dubai", "swap slots").decision.regions).not.toEqual([
    "uaenorth",
    "qatarcentral",
  ]);
  expect(wayOf("key vault and Redis in Malaysia West", "swap region: East Asia")).toEqual(["eastasia"]);
});

test.each([
  [
    ["key vault in qatar", "event grid to dubai"],
    ["qatarcentral", "uaenorth"],
  ],
  [
    ["key vault in qatar", "event grid to dubai", "ADF to dubai"],
    ["qatarcentral", "uaenorth"],
  ],
  [
    ["anf in NZ", "storage to sydney", "to sydney"],
    ["newzealandnorth", "australiaeast"],
  ],
  [
    ["managed hsm in doha", "what if i back it up to dubai"],
    ["qatarcentral", "uaenorth"],
  ],
  [
    ["LAW in milan", "to dublin", "no to madrid"],
    ["italynorth", "spaincentral"],
  ],
  [
    ["anf qatar dubai", "then west europe"],
    ["qatarcentral", "westeurope"],
  ],
  [
    ["key vault in Qatar, DR in Dubai", "not dubai, milan"],
    ["qatarcentral", "italynorth"],
  ],
  [["key vault in Qatar, DR in Dubai", "in Milan?"], ["italynorth"]],
  [
    ["SQL DB in milan, replica in madrid", "make milan the dr"],
    ["spaincentral", "italynorth"],
  ],
])("%j goes the way %j", (turns, way) => {
  expect(wayOf(...turns)).toEqual(way);
});

test.each([
  ["is Milan ok as DR for Zurich", ["switzerlandnorth", "italynorth"]],
  ["can Poland be DR for Frankfurt", ["germanywestcentral", "polandcentral"]],
  ["is Doha a good DR site for Dubai", ["uaenorth", "qatarcentral"]],
  ["can Doha back up Dubai", ["uaenorth", "qatarcentral"]],
  ["could Madrid take over for Milan", ["italynorth", "spaincentral"]],
  ["should Doha be the secondary of Dubai", ["uaenorth", "qatarcentral"]],
])("%s: the one that is asked about is the target", (said, way) => {
  expect(wayOf(said, "key vault")).toEqual(way);
});

test("regions are added to those of before, and taken out again", () => {
  const turns = ["Cosmos in Qatar", "add dubai", "and dublin too", "remove dubai"];
  expect(turns.map((_, i) => wayOf(...turns.slice(0, i + 1)))).toEqual([
    ["qatarcentral"],
    ["qatarcentral", "uaenorth"],
    ["qatarcentral", "uaenorth", "northeurope"],
    ["qatarcentral", "northeurope"],
  ]);
  expect(wayOf("cosmos in qatar with DR in dubai", "also west europe", "drop dubai")).toEqual([
    "qatarcentral",
    "westeurope",
  ]);
});

test.each([
  [
    ["cosmos in Qatar, DR in Dubai", "swap dubai for dublin"],
    ["qatarcentral", "northeurope"],
  ],
  [
    ["cosmos in Qatar, DR in Dubai", "replace dubai with dublin"],
    ["qatarcentral", "northeurope"],
  ],
  [
    ["cosmos in Qatar, DR in Dubai", "swap qatar for dublin"],
    ["northeurope", "uaenorth"],
  ],
  [["blobs in Qatar", "could we swap qatar by milan please"], ["italynorth"]],
  [
    ["Key Vault in Qatar", "make dubai primary"],
    ["uaenorth", "qatarcentral"],
  ],
  [
    ["key vault and aks in Qatar", "and if Dubai is the primary"],
    ["uaenorth", "qatarcentral"],
  ],
  [["Key Vault in Qatar", "from dubai then"], ["uaenorth"]],
])("%j: a region takes the place of another, or leads: %j", (turns, way) => {
  expect(wayOf(...turns)).toEqual(way);
});
