/** "We don't have it", "are we protected?": the card says what is, and the badge no "possible" that reads as "yes". */
import { talk } from "../support/talk";

/** The conversation, and how its last card begins: its badge and its first sentence. */
const WITHOUT: ReadonlyArray<readonly [string, string, RegExp]> = [
  ["blob in poland without object replication", "NOT PROTECTED AS IT IS", /^Without object replication nothing of it/],
  [
    "blob in poland without object replication | just ZRS | are we protected?",
    "NOT PROTECTED AS IT IS",
    /^As you have/,
  ],
  ["our blob storage is ZRS in Doha, nothing else", "ZONES ARE NOT ENOUGH", /^Availability zones do not protect/],
  [
    "our blob storage is ZRS in Doha, nothing else | is it enough",
    "NOT PROTECTED AS IT IS",
    /^As you have it, nothing/,
  ],
  [
    "we have postgres zone redundant HA in qatar | are we protected from region loss",
    "NOT PROTECTED BY THAT",
    /^Avail/,
  ],
  ["we have postgres zone redundant HA in qatar | no replicas", "NOT PROTECTED AS IT IS", /^Without cross-region read/],
  ["aks with 3 zones in milan | that's enough?", "NOT PROTECTED BY THAT", /^Availability zones/],
  [
    "postgres flexible with zone HA in milan, no read replica | is the region covered",
    "NOT PROTECTED AS IT IS",
    /^With/,
  ],
  [
    "sql in doha | database | we have no failover group | what happens",
    "NOT PROTECTED BY THAT",
    /active geo-replication/,
  ],
  [
    "we only have backups for SQL in Milan | SQL DB | is it enough",
    "NOT PROTECTED AS IT IS",
    /^Automated backups stay/,
  ],
  ["we only have backups for SQL in Dublin | SQL DB", "BACKUPS ONLY", /^Backups outlive the region only where/],
  ["cosmos single region qatar | microsoft will restore right?", "NOT PROTECTED AS IT IS", /^As you have it/],
  [
    "service bus premium in qatar no geo replication | are messages safe",
    "NOT PROTECTED BY THAT",
    /^Without Geo-Replication none of its data outlives the region; its settings do/,
  ],
  ["ACR premium not geo replicated | in qatar", "NOT PROTECTED AS IT IS", /^Without geo-replication/],
  ["our VMs aren't replicated, Poland | is that a problem", "NOT PROTECTED AS IT IS", /^Without Azure Site Recovery/],
  ["SQL Database Qatar are we protected", "WORKS ANYWHERE", /^Only if you have set it up/],
  ["Log Analytics Madrid is one workspace enough", "WORKS IN THIS REGION", /^Only if you have set it up/],
  ["VMs Madrid, Site Recovery only, no backup. Is that enough", "WORKS ANYWHERE", /^Site Recovery can copy a VM/],
  ["Postgres Italy North has a replica in Germany, no geo backup", "WORKS ANYWHERE", /^Read replicas/],
  [
    "PostgreSQL in North Europe without replicas but geo backup",
    "BACKUPS ONLY",
    /^Backups outlive the region only where/,
  ],
  ["is geo-restore enough in West Europe for SQL Database", "BACKUPS ONLY", /^Backups outlive the region only where/],
  [
    "blob storage West Europe without object replication",
    "NOT PROTECTED BY THAT",
    /unless you have set up geo-redundant/,
  ],
  ["SQL Database in two regions without failover groups", "NOT PROTECTED BY THAT", /^Without failover groups/],
  ["VMs in two regions, no Site Recovery, Madrid", "NOT PROTECTED AS IT IS", /^Without Azure Site Recovery/],
  ["VMs in Madrid, we only have snapshots", "NOT PROTECTED AS IT IS", /^Snapshots outlive the region only where/],
  ["VMs in poland | we don't use site recovery", "NOT PROTECTED AS IT IS", /^Without Azure Site Recovery/],
  ["blob LRS in dublin | are we protected", "NOT PROTECTED BY THAT", /^LRS and ZRS keep all copies in the region/],
  ["backup vault LRS in dublin", "NOT PROTECTED BY THAT", /^LRS and ZRS keep all copies in the region/],
  ["our AKS cluster runs only in Doha, is that enough", "NOT PROTECTED AS IT IS", /^As you have it/],
  ["key vault in qatar, no second vault", "NOT PROTECTED AS IT IS", /^As you have it/],
];

test.each(WITHOUT)("%s → %s", (typed, badge, sentence) => {
  const [word, said] = headOf(typed);
  expect(word).toBe(badge);
  expect(said).toMatch(sentence);
});

/** What is lost is never told in the figures of what they do not have. */
test.each([
  "our blob storage is ZRS in Doha, nothing else | what do we lose",
  "we only have backups for SQL in Milan | SQL DB | what would we lose",
  "cosmos single region qatar | what do i lose",
  "service bus premium in qatar no geo replication | what do i lose",
  "Service Bus in Doha has no geo-replication. What do we lose if the region is lost?",
])("%s → everything since the last copy", (typed) => {
  expect(headOf(typed)[1]).toMatch(/^You lose everything since the last copy that you keep in another region/);
});

/** Asked of what is, with nothing told: possible is no "yes". */
test.each([
  "is blob storage protected in poland",
  "are our blobs safe if qatar central is lost",
  "cosmos db in qatar | are we covered",
  "is our cosmos db protected against region loss",
])("%s → only if it was set up", (typed) => {
  expect(headOf(typed)[1]).toMatch(/^Only if you have set it up:/);
});

/** These ask what could be, or are there without being set up. */
test.each([
  ["can I use blob in poland without object replication?", "WORKS ANYWHERE"],
  ["does cosmos db work without a pair?", "WORKS ANYWHERE"],
  ["how do I protect Cosmos DB without Site Recovery", "WORKS ANYWHERE"],
  ["does service bus work without geo replication", "WORKS ANYWHERE"],
  ["SQL database without failover group, how do I fail over", "WORKS ANYWHERE"],
  ["cosmos db in qatar, just one region | how do I add a region", "WORKS ANYWHERE"],
  ["acr in qatar, not geo replicated | we have set up geo-replication now", "WORKS ANYWHERE"],
  ["acr in qatar, not geo replicated | and in Poland?", "WORKS ANYWHERE"],
  ["is it ok to use AKS in qatar", "POSSIBLE ANYWHERE, YOU SET IT UP"],
  ["is DNS protected?", "NOT TIED TO A REGION"],
  ["is front door protected", "NOT TIED TO A REGION"],
  ["is Entra ID safe if the region is lost", "NOT TIED TO A REGION"],
  ["key vault in dublin, we have nothing set up | are we protected", "WORKS WITH ITS PAIR"],
  ["iot hub in dublin, we have nothing set up | are we protected", "WORKS WITH ITS PAIR"],
])("%s → %s", (typed, badge) => {
  expect(headOf(typed)[0]).toBe(badge);
  expect(headOf(typed)[1]).not.toMatch(/^Only if/);
});

test("'no ASR' after VMs is about the VMs, and the row says what is", () => {
  const { decision, text } = talk("VMs with zone redundant disks in poland", "so we are safe", "no ASR");
  expect(decision.services).toEqual(["azure-virtual-machines", "azure-disk-storage"]);
  expect(text).not.toContain("not in the plan");
  expect(text).toMatch(/Virtual Machines\. NOT PROTECTED AS IT IS\n +As it is: Without Azure Site Recovery nothing/);
});

/** The badge and the sentence below it. */
function headOf(typed: string): [string, string] {
  const [, word = "", sentence = ""] = talk(...typed.split(" | "))
    .text.split("\n")
    .filter((line) => line !== "");
  return [word, sentence];
}

test.each([
  "What if we have no failover group?",
  "what if we don't use failover groups",
  "and if there is no failover group?",
  "what if we have no failover group for SQL database in qatar",
])("%s: what happens then", (said) => {
  expect(talk("SQL DB in Qatar", said).text).toContain("Without failover groups nothing of it outlives");
});

test("what is asked besides is answered as ever", () => {
  const { text } = talk("SQL DB in Qatar", "what if we have no failover group, can we geo-replicate");
  expect(text).toContain("WORKS ANYWHERE");
});
