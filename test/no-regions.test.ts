/** Names that are built as those of Azure's regions, and are none. */
import type { Context } from "../src/responder";
import { realResponder } from "./support/responder";

const responder = realResponder();
const say = (text: string, before?: Context) => responder.respond({ kind: "text", text }, before, 0);

test.each([
  ["is East US 3 a region", "East US 3", ["East US", "East US 2"]],
  ["eastus3", "East US 3", ["East US", "East US 2"]],
  ["EastUS4", "East US 4", ["East US", "East US 2"]],
  ["is East US 3 paired", "East US 3", ["East US", "East US 2"]],
  ["West US 4", "West US 4", ["West US", "West US 2", "West US 3"]],
  ["North Europe 2", "North Europe 2", ["North Europe"]],
  ["Qatar North", "Qatar North", ["Qatar Central"]],
  ["Israel Northwest", "Israel Northwest", ["Israel Central"]],
  ["which services work in Malaysia South", "Malaysia South", ["Malaysia West"]],
  ["UK North", "UK North", ["UK South", "UK West"]],
  ["GRS in Sweden North", "Sweden North", ["Sweden Central", "Sweden South"]],
  ["South Africa East", "South Africa East", ["South Africa North", "South Africa West"]],
  ["Southeast Asia 2", "Southeast Asia 2", ["Southeast Asia"]],
  ["eastus 3", "East US 3", ["East US", "East US 2"]],
  ["germany central", "Germany Central", ["Germany West Central"]],
])("%s: I don't know it, and what is near", (text, name, near) => {
  const { decision, text: plain, card } = say(text).reply;
  expect(decision).toMatchObject({ kind: "decline", reason: "no-match", regions: [] });
  expect(plain).toMatch(new RegExp(`^I don't know ${name}\n`));
  const buttons = JSON.stringify(card["actions"]);
  for (const region of near) expect(buttons).toContain(`"title":"${region}"`);
});

test.each([
  ["Key Vault in East US 3", "answer", "East US 3", "The nearest by name: East US and East US 2."],
  ["Cosmos DB in eastus4", "answer", "East US 4", "East US and East US 2."],
  ["AKS in us east 3", "answer", "US East 3", "East US and East US 2."],
  ["key vault in uknorth", "answer", "UK North", "UK South and UK West."],
  ["Event Grid and Service Bus in Italy South", "plan", "Italy South", "Italy North."],
  ["redis in Norway Central", "disambiguate", "Norway Central", "Norway East and Norway West."],
])("%s: the card without a region, and a notice", (text, kind, name, near) => {
  const { decision, text: plain, card } = say(text).reply;
  expect(decision).toMatchObject({ kind, regions: [] });
  for (const said of [plain, String(card["speak"]), JSON.stringify(card["body"])]) {
    expect(said).toContain(`I don't know ${name}:`);
    expect(said).toContain(near);
  }
});

test("beside a region that there is, the card is for that one", () => {
  const { decision, text } = say("Cosmos DB in East US 2 or East US 3").reply;
  expect(decision).toMatchObject({ kind: "answer", regions: ["eastus2"] });
  expect(text).toContain("I don't know East US 3");
  expect(text).not.toContain("no region in particular");
});

test("a follow-up with such a name is not about the region of before", () => {
  const { context } = say("Key Vault in East US");
  const { reply } = say("and in East US 3?", context);
  expect(reply.decision).toMatchObject({ kind: "answer", services: ["azure-key-vault"], regions: [] });
  expect(reply.text).toContain("I don't know East US 3");
});

test.each([
  ["east us 2", ["eastus2"]],
  ["us east 2", ["eastus2"]],
  ["West US 3", ["westus3"]],
  ["two regions: West Europe 2 VMs", ["westeurope"]],
  ["VMs: West Europe 4, North Europe 2", ["westeurope", "northeurope"]],
  ["North Europe 2 replicas of Cosmos DB", ["northeurope"]],
  ["Key Vault in the north of Italy", ["italynorth"]],
  ["Norway East and West", ["norwayeast", "norwaywest"]],
  ["West Europe 1 and 2", ["westeurope"]],
  ["1. West Europe 2. North Europe 3. UK South", ["westeurope", "northeurope", "uksouth"]],
  ["Can you tell us North Europe's pair", ["northeurope"]],
  ["Cosmos DB in Poland Central North Europe", ["polandcentral", "northeurope"]],
  ["East US West US pair", ["eastus", "westus"]],
  ["vm-westeurope-2 is gone, what now", ["westeurope"]],
  ["kv-northeurope-02, Key Vault failover", ["northeurope"]],
  ["South Korea", ["koreacentral", "koreasouth"]],
  ["Functions for our US west coast users", ["westus"]],
])("%s stays what it is", (text, regions) => {
  const { decision, text: plain } = say(text).reply;
  expect(decision.regions).toEqual(regions);
  expect(plain).not.toContain("I don't know");
});
