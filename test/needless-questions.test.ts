import { join } from "node:path";
import { loadKnowledge } from "../src/knowledge/load";
import { realResponder } from "./support/responder";

const responder = realResponder(loadKnowledge(join(process.cwd(), "knowledge")));
const reply = (text: string) => responder.respond({ kind: "text", text }, undefined, 0).reply;

test.each([
  "can SQL failover group go from Qatar to UAE North",
  "Is backup of SQL in Qatar stored outside of Qatar?",
  "Will Microsoft bring up our SQL in other region automatically if qatar goes down?",
])("%j has one answer whichever SQL is meant, so both are answered", (text) => {
  expect(reply(text).decision).toMatchObject({
    kind: "plan",
    services: ["azure-sql-database", "azure-sql-managed-instance"],
  });
});

test.each([
  "recovery services vault GRS in qatar central",
  "the auditor found that our Recovery Services vault is LRS only. Can we change to GRS?",
  "we have backup in LRS vault, it survives the region outage?",
])("%j is about Backup: no other vault has a redundancy to choose", (text) => {
  expect(reply(text).decision).toMatchObject({ kind: "answer", services: ["azure-backup"] });
});

test.each([
  "sql in Qatar Central",
  "is redis replicated to another region?",
  "do failover groups need paired regions",
  "Recovery Services vault in Qatar",
])("%j is asked back still: the answers differ", (text) => expect(reply(text).decision.kind).toBe("disambiguate"));

test.each(["key vault: compare Qatar Central with UAE North", "which is better for key vault, qatar or west europe"])(
  "%j asks for no copy from the one to the other",
  (text) => {
    expect(reply(text).text).not.toContain("From Qatar Central to");
    expect(reply(text).text).toContain("In the other regions you named");
  },
);

test("what is to be copied is told of", () => {
  expect(reply("key vault from Qatar Central to UAE North").text).toContain("From Qatar Central to UAE North: no");
});
