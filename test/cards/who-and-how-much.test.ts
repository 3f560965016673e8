/** Who starts a failover, what is lost, what must be set up: in the first line, and in each row of a plan. */
import { realResponder } from "../support/responder";

const responder = realResponder();
const textOf = (text: string) => responder.respond({ kind: "text", text }, undefined, 0).reply.text;

test.each([
  ["Service Bus in Qatar, who fails over?", "You do."],
  ["SQL MI who fails over it", "You do, or Microsoft as a last resort."],
  ["Cosmos DB in Qatar, who initiates?", "Multiple read regions with one write region: you do"],
  ["ACR who switches", "The service does, by itself, once you have set that up."],
  ["Key Vault West Europe, who pushes the button", "Microsoft alone; you cannot start it."],
  ["will Microsoft fail over Key Vault for us in Qatar Central?", "Nobody: nothing is built in here."],
  ["Key Vault who fails over", "Without a pair nobody does: nothing is built in. With a pair: microsoft alone"],
  ["Data Factory in Qatar, who does it?", "Nobody: nothing is built in here."],
])("the first line says who starts it: %s", (text, who) => {
  expect(textOf(text)).toMatch(new RegExp(`Who starts the failover\n- ${who}`, "i"));
});

test.each([
  "SQL MI and Service Bus in Qatar Central can fail over to UAE North within 4 hours, can they?",
  "please confirm that SQL MI, Key Vault and Azure Files in Qatar Central can fail over to UAE North within 4 hours",
])("nobody asked for Microsoft: %s", (text) => {
  expect(textOf(text)).not.toMatch(/Who starts the failover|Microsoft starts/);
});

test.each([
  "compare SQL Database, Cosmos DB and AKS in Qatar Central: which has the lower RPO?",
  "SQL Database, Cosmos DB and AKS in Qatar Central, what can be lost?",
])("each row of a plan says what is lost, or that nobody states it: %s", (text) => {
  expect(textOf(text).match(/Can be lost: /g)).toHaveLength(3);
});

test("a row says what the best option needs", () => {
  const plan = textOf("Service Bus, ACR and Databricks in Qatar");
  expect(plan).toContain("Best option: Geo-Replication\n  Needs: Premium tier");
});

test("a cluster that is lost with its region is not green", () => {
  expect(textOf("AKS in Qatar")).toContain("POSSIBLE ANYWHERE, YOU SET IT UP");
  expect(textOf("AKS and ACR in Qatar")).toContain("AKS. POSSIBLE ANYWHERE, YOU SET IT UP");
});

test.each(["AKS in Qatar, how do I back it up?", "AKS and SQL MI in Qatar Central, and backups?"])(
  "what keeps no copy is no backup: %s",
  (text) => {
    const [first = ""] = textOf(text).split("Works here");
    expect(first).not.toContain("Fleet Manager");
    expect(first).toContain("not against the loss of the region");
  },
);

test.each(["Key Vault", "is Key Vault geo-replicated automatically?", "IoT Hub"])(
  "with no region named the sentence says for which kind it holds: %s",
  (text) => expect(textOf(text)).toMatch(/PAIRED REGIONS ONLY\n.*[Ww]ithout a pair/),
);

test("the longest plan fits on a card of Teams", () => {
  const text =
    "Service Bus standard, Event Hubs standard, ACR basic, SignalR standard, Cosmos DB, SQL MI, Key Vault, IoT Hub, redis premium and postgres burstable in Qatar Central and West Europe: who fails over, RPO and what can be lost?";
  const { card } = responder.respond({ kind: "text", text }, undefined, 0).reply;
  expect(JSON.stringify(card).length).toBeLessThan(28 * 1024);
});
