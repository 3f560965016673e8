/** After "Which one do you mean?": what picks one of those offered, and what is another question. */
import { talk } from "./support/talk";

const servicesOf = (...turns: readonly string[]) => talk(...turns).decision.services;

test.each([
  ["SQL in Poland", "the same for AKS", "azure-kubernetes-service"],
  ["SQL in Poland", "same for queue storage", "azure-queue-storage"],
  ["SQL in Poland", "zone redundant AKS", "azure-kubernetes-service"],
  ["SQL in Poland", "zones for AKS", "azure-kubernetes-service"],
  [
    "do zones replace a second region for SQL",
    "zone redundant AKS survives loss of Milan?",
    "azure-kubernetes-service",
  ],
  ["vault in Italy North", "and cosmos", "azure-cosmos-db"],
  ["vault in Italy North", "and for AKS?", "azure-kubernetes-service"],
  ["vault in Italy North", "region AKS", "azure-kubernetes-service"],
  ["containers in Poland", "and managed redis", "azure-managed-redis"],
  ["gateway in Poland", "the application of all this is AKS", "azure-kubernetes-service"],
  ["serverless in Poland", "no, I meant managed instance", "azure-sql-managed-instance"],
  ["redis in Poland", "no, Cosmos DB", "azure-cosmos-db"],
])("%s → %s: a service that is named is meant", (asked, named, service) => {
  expect(servicesOf(asked, named)).toEqual([service]);
});

test.each([
  ["vault in Italy North", "and"],
  ["SQL in Poland", "same"],
  ["SQL in Poland", "region"],
  ["SQL in Poland", "zone redundant?"],
  ["SQL in Poland", "failover?"],
  ["SQL in Poland", "and what about failover"],
  ["SQL in Poland", "and the same for the queues"],
])("%s → %s: a word of any sentence picks none", (asked, said) => {
  expect(servicesOf(asked, said)).toEqual([]);
});

test.each([
  ["vault in Qatar", "backup", "azure-backup"],
  ["vault in Qatar", "for secrets", "azure-key-vault"],
  ["containers in Poland", "apps", "azure-container-apps"],
  ["queue in Poland", "storage account", "azure-queue-storage"],
  ["queue in Poland", "bus", "azure-service-bus"],
  ["hub in Poland", "devices send telemetry", "azure-iot-hub"],
  ["SQL in Poland", "2", "azure-sql-managed-instance"],
  ["SQL in Poland", "hyperscale", "azure-sql-database"],
  ["redis in Poland", "new", "azure-managed-redis"],
])("%s → %s: a word that tells them apart picks one", (asked, said, service) => {
  expect(servicesOf(asked, said)).toEqual([service]);
});

test("the question stays open for one turn beyond it, and no longer", () => {
  expect(servicesOf("vault in Italy North", "lol", "backup")).toEqual(["azure-backup"]);
  expect(servicesOf("vault in Italy North", "lol", "hahaha", "secrets and keys")).not.toEqual(["azure-backup"]);
  const { decision } = talk("vault in Italy North", "lol", "who is your creator", "and for cosmos?");
  expect(decision).toMatchObject({ services: ["azure-cosmos-db"], regions: ["italynorth"] });
});

test.each([
  ["SQL in Poland", "instance", "not that one", "azure-sql-database"],
  ["SQL in Poland", "instance", "wrong one", "azure-sql-database"],
])("%s → %s → %s: the other one", (asked, said, no, service) => {
  expect(servicesOf(asked, said, no)).toEqual([service]);
});

test.each([
  ["containers in Poland", "instances", "no, not that one"],
  ["serverless in Poland", "no, I meant managed instance", "not that one"],
])("%s → %s → %s: never the same again", (...turns) => {
  const { decision } = talk(...turns);
  expect(decision.kind).toBe("disambiguate");
  const [answered] = servicesOf(...turns.slice(0, 2));
  expect(decision.candidates.map(({ service }) => service)).not.toContain(answered);
});

test.each([
  ["Postgres in Italy North", "burstable tier ok?"],
  ["ACR Poland", "we have the standard sku"],
])('%s → %s: a tier goes on from the turn before, an "ok" beside it is no thanks', (asked, tier) => {
  expect(talk(asked, tier).text).toContain("NOT IN THIS TIER");
});

test("an ok before a question is no thanks", () => {
  expect(talk("ACR in Poland", "OK what should we migrate to").decision.kind).not.toBe("help");
  expect(talk("ACR in Poland", "ok great, thanks").decision.kind).toBe("help");
});
