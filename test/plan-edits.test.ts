/** What a person types to change a plan: it is changed, and no card of one service comes in its place. */
import { talk } from "./support/talk";

const PLAN = "AKS, SQL DB, blob storage and key vault in doha";
const AKS = "azure-kubernetes-service";
const SQL = "azure-sql-database";
const BLOB = "azure-blob-storage";
const VAULT = "azure-key-vault";
const REDIS = "azure-managed-redis";

const after = (edits: string) => talk(PLAN, ...edits.split(" | "));

test.each([
  ["add redis | and cosmos", [AKS, SQL, BLOB, VAULT, REDIS, "azure-cosmos-db"]],
  ["add redis | also event grid", [AKS, SQL, BLOB, VAULT, REDIS, "azure-event-grid"]],
  ["add redis | and in poland? | and event grid", [AKS, SQL, BLOB, VAULT, REDIS, "azure-event-grid"]],
  ["drop the last one", [AKS, SQL, BLOB]],
  ["remove the first", [SQL, BLOB, VAULT]],
  ["and AKS out", [SQL, BLOB, VAULT]],
  ["blob out", [AKS, SQL, VAULT]],
  ["without the storage", [AKS, SQL, VAULT]],
  ["no AKS and no SQL", [BLOB, VAULT]],
  ["we do not have AKS", [SQL, BLOB, VAULT]],
  ["we don't run key vault", [AKS, SQL, BLOB]],
  ["only the red ones | add redis", [AKS, SQL, BLOB, VAULT, REDIS]],
])("%s", (edits, services) => {
  expect(after(edits).decision).toMatchObject({ kind: "plan", services });
});

test.each([
  ["take out cosmos", "Cosmos DB"],
  ["without functions", "Azure Functions"],
  ["we do not have event hubs", "Event Hubs"],
])("'%s' of a plan without it: the plan stays, and the card says so", (edit, name) => {
  const { decision, text } = after(edit);
  expect(decision.services).toEqual([AKS, SQL, BLOB, VAULT]);
  expect(text).toContain(`${name}: not in the plan, which stays as it is.`);
});

test("right after a plan 'and cosmos' is asked of Cosmos DB alone", () => {
  expect(after("and cosmos").decision.services).toEqual(["azure-cosmos-db"]);
});

test("NoSQL is what it was", () => {
  expect(talk("no sql in doha").decision.candidates.map(({ service }) => service)).toContain("azure-cosmos-db");
});
