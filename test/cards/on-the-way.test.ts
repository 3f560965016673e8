/** With a target named, the word and the colour are those of that way: a green word above "no" would read as "yes". */
import { talk } from "../support/talk";

test.each([
  ["anf in Qatar, DR in Dubai", "not on Microsoft's list; build it yourself"],
  ["key vault in Frankfurt, DR in Poland", "that is not its pair; build it yourself"],
  ["event grid from UAE North to qatar", "that is not its pair; build it yourself"],
  ["recovery region is Qatar, production is in UAE. IoT hub", "From UAE North to Qatar Central: not by itself"],
  ["GRS for blobs in Frankfurt, DR in Poland", "goes to Germany North only"],
])("%s: not to that region", (said, why) => {
  const { text } = talk(said);
  expect(text).toContain("NOT TO THAT REGION");
  expect(text).not.toContain("WORKS");
  expect(text).toContain(why);
});

test.each([
  ["key vault in Frankfurt, DR in Germany North", "yes, that is its pair. Germany North must be requested"],
  ["LAW in Qatar, DR in UAE Central", "on Microsoft's list. UAE Central must be requested"],
  ["anf in Qatar, DR in West Europe", "yes, that is on Microsoft's list."],
])("%s: green, and that a region is restricted is said", (said, way) => {
  const { text } = talk(said);
  expect(text).toContain("WORKS");
  expect(text).toContain(way);
});

test("rows of a plan are on that way too, and offer nothing that goes elsewhere", () => {
  const { text } = talk("ANF, log analytics, key vault and IoT hub in Qatar, DR in Dubai");
  expect(text).toContain("NetApp Files. NOT TO THAT REGION\n  Best option: Build it yourself");
  expect(text).toContain("Monitor Logs. WORKS IN THIS REGION");
  const { text: plan } = talk("key vault and event grid: primary Frankfurt, DR Milan");
  expect(plan).not.toContain("WORKS");
  expect(plan.match(/From Germany West Central to Italy North: not by itself/g)).toHaveLength(2);
});

test("of a country the open region stands first, and no region that never copies is called a pair", () => {
  expect(talk("key vault in UAE").decision.regions).toEqual(["uaenorth", "uaecentral"]);
  expect(talk("key vault in Germany").decision.regions).toEqual(["germanywestcentral", "germanynorth"]);
  expect(talk("key vault from Brazil Southeast to Brazil South").text).toContain("to Brazil South: not by itself");
});

test("several targets are told of one by one", () => {
  const { text } = talk("anf in Qatar", "add west europe", "also dubai");
  expect(text).toContain("to West Europe: yes");
  expect(text).toContain("to UAE North: no");
});

test("Stockholm has no region, and the card says so", () => {
  expect(talk("in prod in Milan, standby in Stockholm. netapp").text).toContain("Stockholm");
});

test.each([
  [["Site Recovery from Qatar to Brazil South"], "as a source only"],
  [["VM in mexico", "DR in brazil south", "is that supported"], "as a source only"],
  [["VM from brazil south to uae north"], "copies from Brazil South only to"],
])("%j: what Site Recovery does not copy to is no green word", (turns, why) => {
  const { text } = talk(...turns);
  expect(text).toContain("NOT TO THAT REGION");
  expect(text).toMatch(new RegExp(`From .* to .*: no, .*${why}`));
});

test("what is on Brazil South's own list is told", () => {
  expect(talk("VM in Brazil South, DR in East US").text).toContain("to East US: yes, that is on Microsoft's list");
});

test.each([
  ["Functions in Qatar, DR in Dubai", "not by itself, nothing is built in; build it yourself."],
  ["Functions in Qatar with geo-replication to Dubai", "not by itself, nothing is built in; build it yourself."],
  ["Event Hubs Standard in Qatar, DR in Dubai", "possible as far as this tier goes"],
])("%s: a line on the way, and not what the target does from there", (said, line) => {
  const { text } = talk(said);
  expect(text).toContain(`From Qatar Central to UAE North: ${line}`);
  expect(text).not.toContain("In the other regions you named");
});

test("a backup site is a place, and asks for no backup", () => {
  const { decision, text } = talk("AKS, blobs, key vault: primary Milan, backup site Madrid");
  expect(decision).toMatchObject({ regions: ["italynorth", "spaincentral"], capability: null });
  expect(text.match(/Second region: From Italy North to Spain Central/g)).toHaveLength(3);
  expect(talk("does key vault in Qatar need a backup region").decision).toMatchObject({ capability: "backup" });
});

test.each([
  "active in Milan, passive in Madrid: netapp and SQL MI",
  "netapp, SQL MI: Madrid is passive, Milan is active",
  "netapp and SQL MI: active node in Milan and the passive one in Madrid",
])("%s: Madrid is the target", (said) => {
  const { decision, text } = talk(said);
  expect(decision.regions).toEqual(["italynorth", "spaincentral"]);
  expect(text.match(/Second region: From Italy North to Spain Central/g)).toHaveLength(2);
});

test("active-passive in one place names no target", () => {
  expect(talk("active/passive cosmos in Milan").text).not.toContain("From ");
});
