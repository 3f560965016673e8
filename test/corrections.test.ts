/** What a follow-up puts right, adds or leaves: "no, the database", "add redis", "custom topics" after system topics. */
import { talk } from "./support/talk";

const servicesOf = (...turns: readonly string[]) => talk(...turns).decision.services;

test.each([
  ["sql qatar", "managed one", "no the database", "azure-sql-database"],
  ["sql qatar", "managed one", "no, the database", "azure-sql-database"],
  ["sql qatar", "managed one", "sorry, the database", "azure-sql-database"],
  ["sql qatar", "database", "no the managed one", "azure-sql-managed-instance"],
  ["vault in qatar", "backup one", "no the keys one", "azure-key-vault"],
  ["vault in qatar", "backup one", "no, keys", "azure-key-vault"],
  ["hub", "iot", "no, event", "azure-event-hubs"],
  ["hub", "iot", "no, notification", "azure-notification-hubs"],
  ["redis qatar", "managed", "no the cache one", "azure-cache-for-redis"],
  ["queue in qatar", "storage one", "no, bus", "azure-service-bus"],
  ["gateway in poland", "vpn", "no the application one", "azure-application-gateway"],
])("%s → %s → %s: among what was offered", (asked, answered, corrected, service) => {
  expect(servicesOf(asked, answered, corrected)).toEqual([service]);
});

test.each([
  ["drop AKS and add redis", ["azure-key-vault", "azure-managed-redis"]],
  ["add redis", ["azure-kubernetes-service", "azure-key-vault", "azure-managed-redis"]],
  ["swap key vault for redis", ["azure-kubernetes-service", "azure-managed-redis"]],
  ["add a queue too", ["azure-kubernetes-service", "azure-key-vault", "azure-service-bus"]],
])("a shared name comes into a plan as its likeliest, and the card says so: %s", (change, services) => {
  const { decision, text } = talk("AKS and key vault in Qatar", change);
  expect(decision.services).toEqual(services);
  expect(text).toContain("Read as");
});

test("what is dropped by a shared name is not added", () => {
  expect(servicesOf("AKS, SQL MI, key vault in Qatar", "drop AKS and redis")).toEqual([
    "azure-sql-managed-instance",
    "azure-key-vault",
  ]);
});

test("after system topics namespaces are told of themselves, which Microsoft's recovery does not cover either", () => {
  const { text } = talk("event grid qatar central", "system topics?", "and namespaces?");
  expect(text).toContain("does not cover namespaces");
  expect(text.split("\n\n")[1]).not.toContain("System topics");
});

test.each(["custom topics", "domains", "can I copy the events"])(
  "after system topics another part of Event Grid has its own answer: %s",
  (another) => {
    expect(talk("event grid qatar central", "system topics?", another).text).not.toContain("NOT COVERED");
  },
);

test.each(["and in Poland?", "who fails over", "are they replicated", "what is the RPO"])(
  "system topics stay in mind where nothing else is named: %s",
  (more) => {
    expect(talk("event grid qatar central", "system topics?", more).text).toContain("NOT COVERED");
  },
);

test("a way to survive that has a warning of its own is left where another is asked about", () => {
  expect(talk("cosmos geo-redundant backup in Qatar").text).toContain("NOT COVERED");
  expect(talk("cosmos geo-redundant backup in Qatar", "and replicas?").text).not.toContain("NOT COVERED");
});

test.each(["kafka on azure qatar", "kafka on azure in qatar", "event hubs on azure qatar"])(
  "a nickname that ends with the brand leaves the region: %s",
  (text) => {
    expect(talk(text).decision.regions).toEqual(["qatarcentral"]);
    expect(servicesOf(text)).toEqual(["azure-event-hubs"]);
  },
);

test.each([
  ["not Key Vault", ["azure-kubernetes-service", "azure-sql-database"]],
  ["and not the vault please", ["azure-kubernetes-service", "azure-sql-database"]],
  ["take out the AKS", ["azure-sql-database", "azure-key-vault"]],
  ["instead of AKS Container Apps", ["azure-container-apps", "azure-sql-database", "azure-key-vault"]],
  ["Container Apps instead of AKS", ["azure-container-apps", "azure-sql-database", "azure-key-vault"]],
  ["not AKS but Container Apps", ["azure-container-apps", "azure-sql-database", "azure-key-vault"]],
  ["Cosmos DB rather than SQL", ["azure-kubernetes-service", "azure-cosmos-db", "azure-key-vault"]],
])("out of a plan goes what is turned down, and what is named in its place comes in: %s", (change, services) => {
  expect(servicesOf("AKS, SQL Database, Key Vault in Poland", change)).toEqual(services);
});

test.each(["why not Key Vault", "is Key Vault not protected"])("what asks about a service leaves it in: %s", (asks) => {
  expect(servicesOf("AKS, SQL Database, Key Vault in Poland", asks)).toEqual(["azure-key-vault"]);
});
