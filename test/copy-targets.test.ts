/** A region that something is copied to never becomes the one that it is copied from. */
import { talk } from "./support/talk";

const regionsOf = (...turns: readonly string[]) => talk(...turns).decision.regions;

test.each([
  ["backup vault in Qatar", "and restore it in UAE North?"],
  ["storage qatar central", "copy to UAE North?"],
  ["key vault qatar", "can I restore the backup in UAE North"],
  ["sql mi qatar central", "can we fail over to UAE North"],
  ["cosmos qatar", "replicate to Dubai"],
  ["azure files qatar", "sync to UAE North"],
  ["postgres qatar", "can we put replica in UAE North?"],
  ["event hubs qatar", "pair it with UAE North"],
  ["service bus qatar", "geo-replication with UAE North?"],
  ["app service qatar", "second site in Dubai"],
  ["key vault qatar", "UAE North as DR?"],
  ["key vault qatar", "our secondary is Dubai"],
  ["key vault qatar", "our DR is in UAE North"],
  ["key vault qatar", "and to UAE North?"],
  ["key vault qatar", "replicate to UAE North from Qatar Central"],
  ["qatar central", "can I replicate to UAE North"],
  ["sql mi qatar central", "backed up in UAE North"],
  ["cosmos serverless qatar central", "back up in UAE North"],
  ["managed hsm qatar central", "the HSM backups restored in UAE North"],
  ["sql mi qatar central", "replica UAE North"],
  ["sql mi qatar central", "other region UAE North"],
  ["event hubs qatar central", "DR Dubai"],
  ["key vault qatar", "can I have it restored in UAE North"],
  ["sql mi from qatar central to poland central", "secondary UAE North instead"],
  ["From Qatar Central to UAE North with SQL MI"],
  ["Log Analytics DR in Dubai, primary in Doha"],
  ["SQL Database secondary in UAE North, primary in Qatar"],
  ["DR in Dubai, primary in Doha for Key Vault"],
  ["Key Vault: Doha primary, Dubai secondary"],
  ["prod is in Doha, dr will be in Dubai, key vault"],
  ["key vault in Qatar", "DR is going to be dubai"],
  ["Key Vault from Qatar to Poland Central", "to UAE North instead"],
])("%s → %s: from Qatar to there", (...turns) => {
  expect(regionsOf(...turns)).toEqual(["qatarcentral", "uaenorth"]);
});

test.each([
  ["key vault qatar", "and in Poland?"],
  ["key vault qatar", "same for Poland"],
  ["key vault qatar", "what about Poland"],
  ["key vault qatar", "and if we move to Poland"],
  ["key vault qatar", "does that apply to Poland too"],
  ["key vault qatar", "what about backup in Poland"],
  ["key vault qatar", "do replicas work in Poland"],
  ["key vault qatar", "and to Poland instead"],
  ["key vault qatar", "storage in Poland"],
  ["key vault qatar", "backup vault in Poland"],
  ["key vault qatar", "does Microsoft restore my Key Vault in Poland"],
  ["key vault qatar", "is Cosmos DB backed up in Poland"],
])("%s → %s: there instead of Qatar", (...turns) => {
  expect(regionsOf(...turns)).toEqual(["polandcentral"]);
});

test("what follows is about the way from the one to the other, and another target takes the place of the first", () => {
  const turns = ["storage qatar central", "copy to UAE North?", "with GRS?"];
  expect(regionsOf(...turns)).toEqual(["qatarcentral", "uaenorth"]);
  expect(talk(...turns).text).toContain("Qatar Central has none");
  expect(regionsOf(...turns, "and to West Europe?")).toEqual(["qatarcentral", "westeurope"]);
  expect(regionsOf(...turns, "and to West Europe?", "and in Poland?")).toEqual(["polandcentral"]);
});

test("whether it can be copied there is said at once, of a country as of a region", () => {
  const said = (...turns: readonly string[]) => talk(...turns).text;
  expect(said("backup vault in Qatar", "and restore it in UAE?")).toContain(
    "From Qatar Central to UAE North or UAE Central: not by itself, as Qatar Central has no pair; build it yourself.",
  );
  expect(said("backup vault in Dubai", "and restore it in UAE Central?")).toContain("yes, that is its pair");
  expect(said("monitor logs qatar", "replicate to UAE North")).toContain("yes, that is on Microsoft's list");
  expect(said("replicate key vault to UAE North from Qatar Central")).toContain(
    "From Qatar Central to UAE North: not by itself",
  );
});

test.each([
  ["primary Qatar Central secondary UAE North: key vault and sql mi"],
  ["key vault and sql mi: primary Qatar Central, DR in UAE North"],
  ["key vault and sql mi in Qatar Central", "can we fail over to UAE North"],
])("a plan has one row a service, from the one region to the other: %s", (...turns) => {
  const { text, decision } = talk(...turns);
  expect(decision.regions).toEqual(["qatarcentral", "uaenorth"]);
  expect(text).toContain("From Qatar Central to UAE North: not by itself, as Qatar Central has no pair");
  expect(text).not.toContain("WORKS WITH ITS PAIR");
});

test.each([
  ["sql mi in Poland Central", "backed up in Ireland", "to North Europe: no, Poland Central has no pair."],
  ["backup vault in Poland", "restore in Ireland", "to North Europe: not by itself, as Poland Central has no pair"],
  ["key vault in Dublin", "restore it in Milan", "to Italy North: not by itself, that is not its pair"],
  ["event hubs in Poland", "replicate to Milan", "to Italy North: possible, no pair is needed."],
])("%s → %s: what the target does from there is not said as if it were the answer", (first, second, said) => {
  const { text } = talk(first, second);
  expect(text).toContain(said);
  expect(text).not.toContain("In the other regions you named");
});

test("two regions that are only listed have a row each", () => {
  expect(talk("key vault and sql mi in Qatar Central and UAE North").text).toContain("WORKS WITH ITS PAIR");
});

test.each([
  ["Is Poland Central paired with Germany West Central?", "what about Sweden"],
  ["Is Poland Central paired with Germany West Central?", "so North Europe is our pair?"],
  ["Is North Europe our pair? we are in Poland Central", "is Germany our pair?"],
  ["Key Vault in Poland", "is West Europe its pair"],
])("%s → %s: whether ours is paired with that one, not whether that one has a pair", (...turns) => {
  const { text, decision } = talk(...turns);
  expect(decision.regions[0]).toBe("polandcentral");
  expect(text).toContain("NOT PAIRED WITH EACH OTHER\nPoland Central has no pair");
});
