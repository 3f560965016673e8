/** "Which tier do I need": the card leads with what the ways need, not with the verdict that it had. */
import { talk } from "../support/talk";

test.each([
  [["service bus in doha", "which tier do I need"], "WHAT IT NEEDS\nGeo-Replication: Premium tier."],
  [["managed redis in doha", "which tier do I need"], "not the sizes Balanced B0 and B1"],
  [["which tier do I need for event hubs geo-replication in poland"], "Geo-replication: Premium or Dedicated tier."],
  [["which SKU does ACR need for geo-replication"], "Geo-replication: Premium tier, paid for each region."],
  [["service bus standard in doha", "which tier do I need"], "NOT IN THIS TIER"],
  [["key vault in doha", "which tier do I need"], "NOTHING BUILT IN"],
])("%j: %s", (turns, says) => {
  const [, verdict = ""] = talk(...turns).text.split("\n\n");
  expect(verdict).toContain(says);
});
