/** What is asked about pairs: the nonpaired verdict leads unless the place is said to have one. */
import type { Context, Decision } from "../../src/responder";
import { realResponder } from "../support/responder";

const responder = realResponder();

type Heard = { readonly decision: Decision; readonly title: string; readonly text: string };

/** The reply to the last of these turns. */
function afterAll(...turns: readonly string[]): Heard {
  let context: Context | undefined;
  let heard: Heard | undefined;
  for (const text of turns) {
    const turn = responder.respond({ kind: "text", text }, context, 0);
    const { decision, text: said } = turn.reply;
    heard = { decision, title: said.split("\n")[0] ?? "", text: said };
    context = turn.context;
  }
  if (!heard) throw new Error("no turn");
  return heard;
}

test.each([
  ["does Cosmos DB need a region pair?", "Azure Cosmos DB", "no pair is needed"],
  ["does Key Vault require a pair?", "Azure Key Vault", "PAIRED REGIONS ONLY"],
  ["do I need a pair for Service Bus?", "Azure Service Bus", "pair or not"],
  ["does ACR only replicate to a paired region", "Azure Container Registry", "WORKS ANYWHERE"],
  ["must the ACR replica be in the paired region?", "Azure Container Registry", "WORKS ANYWHERE"],
  ["Is a region pair required for Azure Functions?", "Azure Functions", "NOTHING BUILT IN"],
])("%s: the answer for regions without a pair leads", (text, title, said) => {
  const heard = afterAll(text);
  expect(heard.title).toBe(title);
  expect(heard.text).toContain(said);
  expect(heard.text).toContain("With a pair:");
});

test.each([
  ["Key Vault in a paired region"],
  ["Key Vault in a region that has a pair"],
  ["Key Vault, our region has a pair"],
  ["Key Vault failover with a pair"],
])("%s: the place has a pair", (text) => {
  expect(afterAll(text).title).toBe("Azure Key Vault · regions with a pair");
});

test.each([
  ["Key Vault in UK South", "and without a pair?", "Azure Key Vault · regions without a pair"],
  ["Blob Storage in West Europe", "what about nonpaired regions?", "Azure Blob Storage · regions without a pair"],
  ["IoT Hub in Sweden Central", "what if it had no pair", "Azure IoT Hub · regions without a pair"],
  [
    "AKS in Norway East",
    "would that be different in a nonpaired region?",
    "Azure Kubernetes Service · regions without a pair",
  ],
  [
    "AKS in Norway East",
    "would it be different in a region without a pair?",
    "Azure Kubernetes Service · regions without a pair",
  ],
  ["Key Vault in Poland Central", "and with a pair?", "Azure Key Vault · regions with a pair"],
  ["Key Vault in Poland Central", "and without a pair?", "Azure Key Vault · Poland Central (no region pair)"],
  ["Event Grid in Qatar Central", "would a pair help?", "Azure Event Grid · Qatar Central (no region pair)"],
])("%s, then %s: %s", (first, then, title) => {
  expect(afterAll(first, then).title).toBe(title);
});

test("Key Vault in UK South, and without a pair, what about failover: the kind of region holds", () => {
  const { title, decision } = afterAll("Key Vault in UK South", "and without a pair?", "what about failover?");
  expect(title).toBe("Azure Key Vault · regions without a pair");
  expect(decision.capability).toBe("failover");
});

test("a plan, then which of them fail over automatically: those that do, and each row says who does", () => {
  const { text } = afterAll("AKS, Key Vault and Cosmos DB in Qatar Central", "which of them fail over automatically?");
  expect(text).toContain("Failover: Automatic. Once you have set up its traffic distribution");
  expect(text).toContain("2 of 3 services");
  expect(text).toContain("Failover: You, or Microsoft as a last resort.");
});

test("a plan, and Storage, then which of them: all that were spoken of", () => {
  const { decision } = afterAll(
    "AKS, Key Vault and Cosmos DB in Qatar Central",
    "and Storage?",
    "which of them fail over automatically?",
  );
  expect(decision.services).toEqual([
    "azure-kubernetes-service",
    "azure-key-vault",
    "azure-cosmos-db",
    "azure-storage",
  ]);
});

test.each([
  ["2", "azure-iot-hub"],
  ["1", "azure-event-hubs"],
  ["3", "azure-notification-hubs"],
  ["#3", "azure-notification-hubs"],
  ["nr 2", "azure-iot-hub"],
  ["2.", "azure-iot-hub"],
  ["two please", "azure-iot-hub"],
])("hub, then %s: that choice", (number, service) => {
  expect(afterAll("hub", number).decision).toMatchObject({ kind: "answer", services: [service] });
});

test.each(["2", "one", "#3"])("%s with nothing to choose from: no answer", (text) => {
  expect(afterAll(text).decision).toMatchObject({ kind: "decline", reason: "no-match" });
});

test.each([
  ["how much does geo-replication cost", "no-match"],
  ["geo-replication pricing", "no-match"],
  ["How much does GRS cost?", "no-match"],
  ["hey, what is the cost of geo-redundant backups?", "no-match"],
  ["how much does Event Hubs geo-replication cost", "other-topic"],
])("%s: prices are no matter of ours", (text, reason) => {
  expect(afterAll(text).decision).toMatchObject({ kind: "decline", reason });
});

test.each([["can I talk to an expert"], ["is there someone I can talk to"], ["human please"]])("%s: help", (text) => {
  expect(afterAll(text).decision.kind).toBe("help");
});

test.each([["Cosmos DB for MongoDB vCore"], ["MongoDB vCore"]])("%s: a name alone asks for its card", (text) => {
  expect(afterAll(text).decision).toMatchObject({ kind: "answer", services: ["azure-documentdb"] });
});

test.each([
  ["active-active vs active-passive", "active-active-passive"],
  ["active-active or active-passive?", "active-active-passive"],
  ["hot standby or cold standby", "active-active-passive"],
  ["explain disaster recovery", "disaster-recovery"],
  ["what is DR?", "disaster-recovery"],
  ["what is disaster recovery without a pair", "nonpaired-regions"],
])("%s: %s", (text, concept) => {
  expect(afterAll(text).decision).toMatchObject({ kind: "concept", concept });
});

test.each([
  ["how far apart are paired regions?", "Microsoft names no distance or latency for pairs"],
  ["latency between paired regions", "Microsoft names no distance or latency for pairs"],
  ["data residency and region pairs", "the border for data residency"],
])("%s: the card says so", (text, said) => {
  expect(afterAll(text).text).toContain(said);
});

test.each([
  ["Azure SQL active geo-replication from UAE Central", "answer"],
  ["Azure SQL geo-replication from UAE Central", "disambiguate"],
])("%s: %s", (text, kind) => {
  expect(afterAll(text).decision.kind).toBe(kind);
});

test.each([
  ["GRS is not an option for us in Italy North. AKS, Key Vault, Blob Storage: what are our choices"],
  [
    "Our shop runs in Milan on AKS, Files and Service Bus. As there is no pair, GRS is no option for us. How could each one survive the loss of the region?",
  ],
  ["we know that GRS can't be used in Milan. what about Blob Storage and Azure Files?"],
])("%s: what is ruled out leads no card", (text) => {
  expect(afterAll(text).decision).toMatchObject({ kind: "plan", capability: null });
});

test("we can't get GRS in Italy North. Is that true?: what is doubted leads the card", () => {
  const text = "My team tells me we can't get geo redundant storage for our Data Lake Storage in Italy. Is that true??";
  expect(afterAll(text).decision.capability).toBe("geo-redundant-storage");
});
