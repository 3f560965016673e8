/** Places whose country has no public region of Azure. */
import type { Context } from "../src/responder";
import { realResponder } from "./support/responder";

const responder = realResponder();
const say = (text: string, before?: Context) => responder.respond({ kind: "text", text }, before, 0);
const NONE_THERE = /has none in|No public region in|does not name|No region is listed/;

/** The last reply of a conversation. */
function lastOf(turns: readonly string[]) {
  let turn = say(turns[0] ?? "");
  for (const text of turns.slice(1)) {
    turn = say(text, turn.context);
  }
  return turn.reply;
}

test.each([
  ["saudi arabia", "Saudi Arabia"],
  ["bahrain", "Bahrain"],
  ["oman", "Oman"],
  ["turkey", "Turkey"],
  ["what about lisbon", "Lisbon (Portugal)"],
  ["Saudi Arabia East", "Saudi Arabia"],
  ["is there an azure datacenter in Greece yet", "Greece"],
  ["is there a region in Nigeria or Kenya", "Nigeria or Kenya"],
  ["what works in Finland", "Finland"],
])("%s: no public region there, and Microsoft's list", (text, name) => {
  const { decision, text: plain } = say(text).reply;
  expect(decision).toMatchObject({ kind: "decline", reason: "no-match", services: [], regions: [] });
  expect(plain.startsWith(`No public region in ${name}\n`)).toBe(true);
  expect(plain).toContain("https://learn.microsoft.com/azure/reliability/regions-list");
});

test.each([
  ["sql mi riyadh", "answer", "Riyadh (Saudi Arabia)"],
  ["AKS in Kuwait", "answer", "Kuwait"],
  ["key vault in bahrain", "answer", "Bahrain"],
  ["our Riyadh key vault", "answer", "Riyadh (Saudi Arabia)"],
  ["key vault jordan", "answer", "Jordan"],
  ["cosmos db in Turkey", "answer", "Turkey"],
  ["AKS in the Philippines", "answer", "the Philippines"],
  ["Key Vault in Ho Chi Minh City", "answer", "Ho Chi Minh City (Vietnam)"],
  ["AKS, SQL MI and key vault in Oman", "plan", "Oman"],
  ["redis in Egypt", "disambiguate", "Egypt"],
])("%s: the card without a region, and a notice", (text, kind, name) => {
  const { decision, text: plain, card } = say(text).reply;
  expect(decision).toMatchObject({ kind, regions: [] });
  for (const said of [plain, String(card["speak"]), JSON.stringify(card["body"])]) {
    expect(said).toContain(`Microsoft's list of public regions has none in ${name}. This card is for no region`);
  }
});

test.each([
  ["cosmos in Saudi and Qatar", "Saudi Arabia"],
  ["event hubs geo replication Qatar to Riyadh", "Riyadh (Saudi Arabia)"],
  ["AKS in Qatar Central with DR in Kuwait", "Kuwait"],
  ["riyadh and doha: event grid", "Riyadh (Saudi Arabia)"],
])("%s: the card is for Qatar, and says that the other has none", (text, name) => {
  const { decision, text: plain } = say(text).reply;
  expect(decision).toMatchObject({ kind: "answer", regions: ["qatarcentral"] });
  expect(plain).toContain(`has none in ${name}.`);
  expect(plain).not.toContain("no region in particular");
});

test.each<[readonly string[], string, readonly string[], string]>([
  [["sql db in London", "and Paris?", "and Moscow?"], "azure-sql-database", [], "Moscow (Russia)"],
  [["sql database", "and in qatar", "and jeddah"], "azure-sql-database", [], "Jeddah (Saudi Arabia)"],
  [["storage in Qatar", "replicate to Riyadh"], "azure-storage", ["qatarcentral"], "Riyadh (Saudi Arabia)"],
])("%s: the region of before does not answer for such a place", (turns, service, regions, name) => {
  const { decision, text } = lastOf(turns);
  expect(decision).toMatchObject({ kind: "answer", services: [service], regions });
  expect(text).toContain(`has none in ${name}.`);
});

test.each([
  ["key vault in Manchester", "Manchester", "The United Kingdom has UK South and UK West."],
  ["AKS in Krakow", "Krakow", "Poland has Poland Central."],
  ["event hub Munich", "Munich", "Germany has Germany North and Germany West Central."],
])("%s: the list does not name it, and what its country has", (text, city, regions) => {
  const { decision, text: plain } = say(text).reply;
  expect(decision).toMatchObject({ kind: "answer", regions: [] });
  expect(plain).toContain(`does not name ${city}. ${regions} This card is for no region in particular.`);
});

test("a city alone leads to the regions of its country", () => {
  const { decision, text, card } = say("and Lyon?").reply;
  expect(decision).toMatchObject({ kind: "decline", reason: "no-match" });
  expect(text.startsWith("No region is listed for Lyon\n")).toBe(true);
  expect(JSON.stringify(card["actions"])).toContain('"title":"France Central"');
});

test("and the region of before does not answer for it", () => {
  const { decision, text } = lastOf(["sql db in London", "and Munich?"]);
  expect(decision).toMatchObject({ kind: "answer", services: ["azure-sql-database"], regions: [] });
  expect(text).toContain("does not name Munich.");
});

test("the region of before answers no more after such a place was asked about", () => {
  const { decision } = lastOf(["sql db in London", "and Moscow?", "who starts the failover"]);
  expect(decision).toMatchObject({ kind: "answer", services: ["azure-sql-database"], regions: [] });
});

test.each([
  "Jordan asked me whether Key Vault fails over",
  "our colleague Jordan runs AKS in Qatar Central",
  "Chad from the network team wants to know if Front Door survives",
  "Georgia will be on call when Service Bus fails over",
  "Sofia's function app in Qatar Central",
  "Sofia wrote the runbook for Event Hubs failover",
  "send the cosmos db design to Chad",
  "from Jordan: is Event Grid geo redundant?",
  "Lima is our codename for the Redis cluster, does it replicate",
  "project Havana uses SQL MI in Qatar Central",
  "Cuba is the name of our AKS cluster",
  "we roast a turkey on thanksgiving",
  "cold turkey migration to Cosmos DB",
  "Panama papers",
  "Colombo framework on app service",
  "mecca of cloud architects",
  "Alexandria is our data lake, how does it replicate",
  "Medina, our DBA, asks about SQL failover groups",
  "National Bank of Egypt uses Key Vault in UAE North",
  "Kuwait Finance House needs AKS in Qatar Central",
  "Bank of Georgia on Cosmos DB",
  "our customers in Kuwait use AKS in Qatar Central",
  "users in Egypt complain, app service in UAE North",
  "the Bahrain office uses Blob Storage in UAE North",
  "Saudi customers want SQL MI",
  "Saudi Aramco: cosmos db multi region",
  "Oman Air uses AKS in Qatar Central, what if it fails",
  "Egypt team: backup of VMs",
  "Finland's bank regulator asks about cosmos db",
  "the Vietnam war",
  "what is the capital of Portugal",
  "what time is it in Riyadh",
  "weather in Bahrain",
  "flight to Bangkok",
  "my boss flew to Athens, is Event Hubs geo replicated",
  "I'm on a train to Prague. how does key vault fail over",
  "hello from Manila, can ACR replicate",
  "azure firewall: geo block of russia, rule?",
  "AWS Bahrain region",
  "who is the president of Egypt",
  "I ran out of quota",
  "guinea pig deployment to AKS",
  "Monaco editor in static web apps, failover",
  "our Hamburg office uses Key Vault in West Europe",
  "our auditor from Hamburg asks about Key Vault",
  "Perth asked about AKS",
  "Darwin build agents and AKS failover",
  "florence model failover",
  "cologne phonetics in SQL",
  "Bremen Bank on Cosmos DB",
  "what's the weather in Rome",
  "Trinidad is our server name, back it up with azure backup",
])("%s: says nothing of a place", (text) => {
  expect(say(text).reply.text).not.toMatch(NONE_THERE);
});
