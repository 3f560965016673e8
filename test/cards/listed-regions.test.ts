/** Where Microsoft's list of regions decides, the card of a region says what the list says of that region. */
import { realResponder } from "../support/responder";

const responder = realResponder();
const blocksOf = (text: string) => responder.respond({ kind: "text", text }, undefined, 0).reply.text.split("\n\n");

test.each([
  ["Load Balancer in Qatar Central", "Qatar Central can stand behind it; for the home choose Central US, East Asia"],
  ["Load Balancer in Mexico Central", "Mexico Central can stand behind it"],
  ["Load Balancer in West Europe", "West Europe is on it."],
  ["Notification Hubs in Qatar", "Choose one of six recovery regions"],
])("works there, and what the list says of it: %s", (text, says) => {
  const [, verdict = ""] = blocksOf(text);
  expect(verdict).toMatch(/^WORKS IN THIS REGION\n/);
  expect(verdict).toContain(says);
});

test("the choice of Notification Hubs is told of two regions", () => {
  expect(blocksOf("Notification Hubs from Qatar Central to North Europe").join(" ")).toContain("North Europe: yes");
  expect(blocksOf("Notification Hubs from Qatar Central to UAE North").join(" ")).toContain("UAE North: no");
});

test("with no region named it is the general word", () => {
  expect(blocksOf("Load Balancer")[1]).toMatch(/^WORKS IN SOME REGIONS\n/);
});
