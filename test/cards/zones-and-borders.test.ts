/** What people believe of zones and must heed of borders is said first, also where a service or a region is named. */
import type { Context } from "../../src/responder";
import { realResponder } from "../support/responder";

const responder = realResponder();
const say = (text: string, before?: Context) => responder.respond({ kind: "text", text }, before, 0);
const blocksOf = (text: string) => say(text).reply.text.split("\n\n");

test.each([
  ["so I need no DR in Qatar as we have zones, right?", "No: the zones of Qatar Central"],
  ["is zone redundancy in Qatar Central enough?", "No: the zones of Qatar Central"],
  ["is multi AZ in Poland Central sufficient", "No: the zones of Poland Central"],
  [
    "our architect says three zones in Spain Central replace a second region, correct?",
    "No: the zones of Spain Central",
  ],
  ["if I have ZRS in Qatar and the region is lost is data gone?", "ZRS in Qatar Central does not survive"],
  ["our data is in ZRS so we are safe, correct?", "but not the loss of the region"],
  ["GRS vs ZRS", "ZRS copies over the zones of one region only"],
  ["I need DR in Qatar", "Qatar Central has no pair and nothing leaves it by itself"],
  ["how to survive region loss in West Europe", "set up a copy in its pair, North Europe"],
  ["what is business continuity", "Disaster recovery is the plan"],
  ["what happens with our backups if qatar central is lost", "Backups that are in Qatar Central alone can be lost"],
  ["best practice multi region", "Disaster recovery is the plan"],
  ["central bank says data must stay in Qatar, what options", "Qatar Central is the only region of its geography"],
  ["does GRS from Brazil South leave the country", "GRS copies to its pair, South Central US (Texas, United States)"],
  ["data must not leave the Netherlands", "North Europe (Ireland): a copy there stays inside it"],
  ["data must stay in Germany", "are in one geography (Germany)"],
])("a general question is answered for the region named: %s", (text, line) => {
  const { reply } = say(text);
  expect(reply.decision.kind).toBe("concept");
  expect(reply.text.split("\n\n")[1]).toContain(line);
});

test.each([
  "AKS with 3 zones, so no second cluster needed?",
  "our vendor says ACR zone redundancy protects from region loss, true?",
  "service bus premium zone redundant = DR ok?",
  "is cosmos db safe with one region in Qatar if we have zones",
  "storage account ZRS in Qatar, do we survive region failure?",
])("no green word stands above a belief in zones: %s", (text) => {
  const { reply } = say(text);
  expect(reply.decision.kind).toBe("answer");
  expect(reply.text.split("\n\n")[1]).toMatch(/^ZONES ARE NOT ENOUGH\nAvailability zones do not protect/);
  expect(reply.text).toContain("availability-zones-overview");
});

test.each([
  ["SQL MI failover groups with zones in Qatar Central", "WORKS ANYWHERE"],
  ["front door and zones, region loss?", "NOT TIED TO A REGION"],
])("where a way is named, or nothing is lost with a region, zones are told beside the verdict: %s", (text, word) => {
  expect(blocksOf(text)[1]).toContain(word);
  expect(blocksOf(text)[2]).toContain("Availability zones do not protect");
});

test("a plan says it once, a service with residency its border", () => {
  expect(blocksOf("AKS and ACR with zones so no DR")[1]).toContain("Availability zones do not protect");
  expect(blocksOf("SQL database data residency Qatar")[2]).toContain("the only region of its geography (Qatar)");
});

test.each([
  ["does qatar central have availability zones", "HAS AVAILABILITY ZONES"],
  ["does UK West have zones", "NO AVAILABILITY ZONES"],
  ["is UAE Central open for us", "ON REQUEST ONLY"],
  ["nearest region to Qatar", "Monitor Logs to UAE Central or UAE North; NetApp Files to West Europe"],
  ["best DR region near Doha", "I DO NOT RANK REGIONS"],
  ["which region should I use as DR for qatar central", "I DO NOT RANK REGIONS"],
  ["when will Qatar Central get a pair", "I KNOW OF NO PLANS"],
  ["capacity in UAE North if Qatar fails", "I KNOW NOTHING OF CAPACITY"],
  ["which services are zone redundant in Qatar", "I HAVE NO LIST OF ZONES"],
  ["which service is the weakest in Qatar", "I DO NOT RANK SERVICES"],
])("what is asked of a region is said first, also that it is not known: %s", (text, word) => {
  const { reply } = say(text);
  expect(reply.decision.kind).toBe("region");
  const [, verdict = "", pair = ""] = reply.text.split("\n\n");
  expect(verdict).toContain(word);
  expect(pair).toMatch(/pair/i);
});

test.each([
  ["read replica qatar", "azure-database-for-postgresql"],
  ["active geo replication qatar", "azure-sql-database"],
  ["multi-region writes in Qatar", "azure-cosmos-db"],
])("a way and a region alone get the services that have it there: %s", (text, service) => {
  expect(say(text).reply.decision).toMatchObject({ kind: "catalog", listed: expect.arrayContaining([service]) });
});

test.each([
  "our data must stay in Switzerland. Are the two regions there paired?",
  "EU nonpaired regions for a data residency case",
])("residency as the reason leaves the question what it is: %s", (text) => {
  expect(say(text).reply.decision).not.toMatchObject({ concept: "data-residency" });
});

test("after a general question for a region, the next one is for that region too", () => {
  const { context } = say("data must not leave Qatar");
  expect(say("and key vault?", context).reply.decision).toMatchObject({ regions: ["qatarcentral"] });
});

test.each([
  ["data residency", "and for Qatar?", "Qatar Central is the only region of its geography"],
  ["disaster recovery", "in Qatar", "Qatar Central has no pair and nothing leaves it"],
  ["what is ZRS", "in Qatar?", "ZRS in Qatar Central does not survive"],
  ["is Qatar Central paired", "so we use ZRS, is it safe?", "ZRS in Qatar Central does not survive"],
  [
    "is Qatar Central paired",
    "must the data stay in the country?",
    "Qatar Central is the only region of its geography",
  ],
])("a general question goes on for a region: %s, then %s", (first, then, line) => {
  const { context } = say(first);
  expect(say(then, context).reply.text.split("\n\n")[1]).toContain(line);
});

test.each([
  ["second region for Qatar", "I DO NOT RANK REGIONS"],
  ["distance between Qatar Central and UAE North", "I KNOW NO DISTANCES"],
  ["is there a plan for a second region in Qatar", "I KNOW OF NO PLANS"],
])("what we don't know of a region we say: %s", (text, word) => {
  expect(blocksOf(text)[1]).toContain(word);
});

test.each([
  ["best region for DR", "pair-compulsory"],
  ["what should we do if our region fails", "disaster-recovery"],
  ["how do I protect my workload in Qatar", "disaster-recovery"],
  ["Qatar zones vs second region", "zones-vs-regions"],
])("a general question has its general answer: %s", (text, concept) => {
  expect(say(text).reply.decision).toMatchObject({ kind: "concept", concept });
});
