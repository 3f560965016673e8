/** What is said of one service of several, or was of the one before, is on no other's row or card. */
import { talk } from "./support/talk";

test.each([
  ["iot hub over MQTT and Event Grid topics in doha", false],
  ["IoT Hub with MQTT, event grid in doha", false],
  ["Event Grid MQTT and IoT Hub in doha", true],
  ["event grid over mqtt in doha", true],
  ["AKS with app insights and log analytics in Doha", true],
])("%s: whether a part that is not covered is said of the one that has it: %s", (text, isCovered) => {
  expect(talk(text).text.includes("NOT COVERED")).toBe(isCovered);
});

test("a way that was asked of the service before is no empty heading on one that has no such thing", () => {
  expect(talk("storage GRS in poland", "service bus").text).not.toContain("states nothing");
  expect(talk("service bus GRS in poland").text).toContain("states nothing");
});

test.each([
  ["VM SQL storage doha", "yes", 3],
  ["VM SQL storage doha", "all", 3],
  ["VM SQL storage doha", "all of them please", 3],
  ["redis in doha", "both", 2],
])("%s | %s: all that were offered, %s rows", (first, second, rows) => {
  const { kind, services, regions } = talk(first, second).decision;
  expect({ kind, rows: services.length, regions }).toEqual({ kind: "plan", rows, regions: ["qatarcentral"] });
});

test.each([
  [["does microsoft fail over for us in qatar", "for storage"], "YOU START IT"],
  [["does microsoft fail over for us in qatar", "for storage", "for SQL DB"], "YOU, OR MICROSOFT AS A LAST RESORT"],
  [["AKS and Key Vault in doha", "who presses?"], "Who starts the failover."],
  [["AKS in doha, who presses the button"], "once you have set that up"],
  [["is my data safe in qatar", "blob"], "Qatar Central"],
  [["files premium and blob premium in frankfurt"], "2 services"],
  [["log analytics auxiliary tables doha", "basic tables"], "Azure Monitor Logs · Qatar Central"],
  [["log analytics auxiliary tables doha", "basic tables", "container insights"], "NOT COVERED"],
  [["load balancer in poland"], "can stand behind it"],
])("%j says %j", (turns, says) => {
  expect(talk(...turns).text).toContain(says);
});
