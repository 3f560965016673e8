/** What a person types to see but a part of a plan or of a list, and all of it again. */
import { talk } from "./support/talk";

const lastOf = (conversation: string) => talk(...conversation.split(" | "));
const titleOf = (conversation: string) => lastOf(conversation).text.split("\n")[0];
const servicesAfter = (conversation: string) => lastOf(conversation).decision.services;

const PLAN = "AKS, VMs, key vault and event grid in doha";
const FOUR = ["azure-kubernetes-service", "azure-virtual-machines", "azure-key-vault", "azure-event-grid"];
const RED = ["azure-key-vault", "azure-event-grid"];

test.each([
  ["which of them is not protected", RED],
  ["only the red ones", RED],
  ["just the unprotected ones please", RED],
  ["which ones have nothing built in", RED],
  ["which of them are covered", ["azure-kubernetes-service", "azure-virtual-machines"]],
  ["which of these don't need a pair", FOUR.slice(0, 2)],
  ["only compute", FOUR.slice(0, 2)],
  ["only the red ones | all", FOUR],
  ["show only compute | back to the whole list", FOUR],
  ["which ones need a pair | show everything", FOUR],
  ["only the red ones | only compute", FOUR],
  ["only compute | in poland", FOUR.slice(0, 2)],
  ["only the red ones | and in poland?", FOUR],
  ["only the red ones | key vault | all", FOUR],
])("of a plan '%s' shows its own services", (typed, services) => {
  expect(servicesAfter(`${PLAN} | ${typed}`)).toEqual(services);
});

test("says how many of how many, and of what kind", () => {
  const { text, decision } = lastOf(`${PLAN} | only the red ones`);
  expect(decision.kind).toBe("plan");
  expect(text).toContain("2 of 4 services and the loss of a region · Qatar Central");
  expect(text).toContain("nothing built in works there");
});

test("where none is so it says that, and shows all", () => {
  expect(lastOf(`${PLAN} | only databases`).text).toContain("None of them: databases.");
});

test("a row is red by the tier that was told", () => {
  const plan = "Service Bus, Cosmos DB in doha | we have service bus standard";
  expect(servicesAfter(`${plan} | only the red ones`)).toEqual(["azure-service-bus"]);
});

test.each(["which ones lose data", "just the ones that lose data", "which lose data", "what loses data"])(
  "'%s' is asked of the whole plan",
  (typed) => {
    const plan = "VM, SQL MI, key vault and log analytics in doha";
    expect(servicesAfter(`${plan} | ${typed}`)).toEqual(servicesAfter(plan));
  },
);

test.each([
  ["which services work without a pair | in poland", "Services with something built in: Poland Central"],
  ["which services work without a pair | which in mexico", "Services with something built in: Mexico Central"],
  ["services with nothing built in | in qatar", "Services with nothing built in: Qatar Central"],
  ["services with automatic failover | in poland", "Services that fail over without you: Poland Central"],
  [
    "which services work without a pair | only storage | only the databases",
    "Services that work without a region pair: databases",
  ],
  ["which services work without a pair | only databases | all", "Services that work without a region pair"],
  [
    "which services work without a pair | only databases | in poland | which are automatic",
    "Services that fail over without you: databases: Poland Central",
  ],
  [
    "which services work without a pair | only databases | without cosmos",
    "Services that work without a region pair: databases, without Cosmos DB",
  ],
  [
    "austria east | which services are not protected there | databases only | only messaging | storage",
    "Services with nothing built in: storage: Austria East",
  ],
])("of a list '%s' shows a part", (conversation, title) => {
  expect(titleOf(conversation)).toBe(title);
});

test.each([
  ["app service and sql database in Chile Central | just the database, in Mexico", ["azure-sql-database"]],
  ["AKS and ACR and Key Vault in Milan | only the registry", ["azure-container-registry"]],
  ["which services work without a pair | storage", ["azure-storage"]],
])("'%s' picks one", (conversation, services) => {
  expect(servicesAfter(conversation)).toEqual(services);
});
