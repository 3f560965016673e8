import { join } from "node:path";
import { loadKnowledge } from "../src/knowledge/load";
import { realResponder } from "./support/responder";

const knowledge = loadKnowledge(join(process.cwd(), "knowledge"));
const responder = realResponder(knowledge);
const reply = (text: string) => responder.respond({ kind: "text", text }, undefined, 0).reply;
const titleOf = (text: string) => reply(text).text.split("\n")[0];
const listedFor = (text: string) => reply(text).decision.listed ?? [];

test.each([
  ["which services have automatic failover", "Services that fail over without you"],
  ["list services with Microsoft-managed failover", "Services that fail over without you"],
  ["services where Microsoft initiates failover", "Services that fail over without you"],
  ["Which services fail over automatically in Qatar?", "Services that fail over without you: Qatar Central"],
  ["which services can I fail over myself", "Services that you fail over"],
  ["which services are global", "Services not tied to a region"],
  ["list all services", "All services"],
  ["how many services do you know?", "All services"],
  ["list restricted regions", "Restricted regions"],
  ["which regions need an access request", "Restricted regions"],
  ["which regions are not restricted", "Regions open to all"],
  ["which regions have availability zones in Europe", "Regions with availability zones in Europe"],
  ["which regions have no zones", "Regions without availability zones"],
  ["which regions have one-way pairs", "Regions with a one-way pair"],
  ["list all regions", "All regions"],
  ["regions in Europe", "All regions in Europe"],
  ["services being retired", "Services being retired"],
  ["list services with multi-region writes", "Services with multi-region writes"],
  ["which services have read replicas", "Services with read replicas"],
  ["which services have backup to another region", "Services with backup and restore"],
  ["what works in Mexico Central?", "Services with something built in: Mexico Central"],
  ["what doesn't work in Mexico Central", "Services with nothing built in: Mexico Central"],
  ["which services work in West Europe", "Services with something built in: West Europe"],
  ["everything except Cosmos DB in Qatar", "Services with something built in: Qatar Central, without Cosmos DB"],
  ["which services are deprecated", "Services being retired"],
  ["azure regions in the middle east", "All regions in Middle East"],
  ["services you can fail over", "Services that you fail over"],
  ["which services have service managed failover", "Services that fail over without you"],
  ["which services have read replicas without a pair", "Services with read replicas: regions without a pair"],
  [
    "which services fail over by themselves without a pair",
    "Services that fail over without you: regions without a pair",
  ],
  [
    "which services except Cosmos DB work without a pair",
    "Services that work without a region pair, without Cosmos DB",
  ],
  ["all services but AKS in Qatar", "Services with something built in: Qatar Central, without AKS"],
  ["regions without pair and without zones", "Regions without a pair, without availability zones"],
  ["regions with neither zones nor pair", "Regions without a pair, without availability zones"],
  ["which regions have neither a pair nor zones", "Regions without a pair, without availability zones"],
  ["regions without a pair or availability zones", "Regions without a pair, without availability zones"],
  ["regions without a pair but with zones", "Regions without a pair, with availability zones"],
  ["regions with a pair but without zones", "Regions with a pair, without availability zones"],
  ["which regions have pair but no zones", "Regions with a pair, without availability zones"],
  ["regions in Europe with no pair and zones", "Regions without a pair, with availability zones in Europe"],
  ["restricted regions without a pair", "Regions without a pair, on request only"],
  ["list services with nothing built in for networking", "Services with nothing built in: networking"],
  ["security services without built in", "Services with nothing built in: security"],
  ["compute services without pair", "Services that work without a region pair: compute"],
  ["analytics that can replicate", "Services that work without a region pair: analytics"],
  ["which messaging services replicate data without a pair", "Services that work without a region pair: messaging"],
  ["all databases", "All services: databases"],
  ["which of our databases can fail over", "Services that can fail over: databases"],
  ["services where I must push button", "Services that you fail over"],
  // As they were.
  ["services you can fail over without a region pair", "Services that work without a region pair"],
  ["which regions have zones and no pair", "Regions without a pair, with availability zones"],
  ["services without geo-replication", "Services with nothing built in"],
  ["which services do I have to build failover for on my own", "Services with nothing built in"],
])("%j asks for the list %j", (text, title) => expect(titleOf(text)).toBe(title));

test.each([
  "which services are cheapest",
  "which services support zones",
  "which regions are new",
  "What services are NOT available in Spain Central",
  "list all regions in Portugal",
  "which services lose data on failover",
])("%j asks for a list that there is none of, and is told so", (text) => {
  expect(reply(text).decision).toMatchObject({ kind: "decline", reason: "no-match" });
  expect(titleOf(text)).toBe("I have no such list");
  expect(JSON.stringify(reply(text).card["actions"])).toContain('"catalog"');
});

test.each(["services with no data loss", "list services with synchronous replication"])(
  "%j gets no list of something else",
  (text) => expect(reply(text).decision.kind).not.toBe("catalog"),
);

test("what works in a region and what does not are all services together, each once, by the region's own lists", () => {
  const works = listedFor("what works in Mexico Central?");
  const not = listedFor("what doesn't work in Mexico Central");
  expect([...works, ...not].sort()).toEqual(knowledge.services.map(({ id }) => id).sort());
  expect(not).toEqual(
    expect.arrayContaining(["azure-monitor-logs", "azure-netapp-files", "azure-batch", "azure-key-vault"]),
  );
  expect(listedFor("what works in Qatar Central?")).toContain("azure-monitor-logs");
});

test.each([
  ["which storage services work without a pair", ["azure-blob-storage", "azure-netapp-files"]],
  ["which messaging services work without a pair", ["azure-service-bus", "azure-event-hubs"]],
  ["databases that work without a pair", ["azure-cosmos-db", "azure-sql-database"]],
])("%j lists services of that kind alone", (text, ids) => {
  expect(listedFor(text)).toEqual(expect.arrayContaining(ids));
  expect(listedFor(text)).not.toContain("azure-front-door");
});

test.each([
  ["databases in Qatar Central", 8],
  ["compare PaaS databases in Qatar", 8],
  ["our storage services in Doha", 11],
  ["networking services in Poland Central", 16],
])("%j gets a row for each of that kind", (text, count) => {
  const { kind, services } = reply(text).decision;
  expect(kind).toBe("plan");
  expect(services).toHaveLength(count);
});

test("a list that nothing stands on says so, and a list of another kind is not given for it", () => {
  expect(listedFor("regions without pair and without zones")).toEqual([]);
  expect(reply("regions without pair and without zones").text).toContain("NONE");
});

test("one of several is asked for, not told of", () => {
  expect(reply("one of our messaging services in Doha fails").decision.kind).not.toBe("plan");
});

test("what is left out of a list is not on it", () => {
  const listed = listedFor("all services except Key Vault that work in West Europe");
  expect(listed).toContain("azure-event-grid");
  expect(listed).not.toContain("azure-key-vault");
});
