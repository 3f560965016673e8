/** GRS asked for a region: the general card, with what holds for that region in its first line. */
import type { Context } from "../../src/responder";
import { realResponder } from "../support/responder";

const responder = realResponder();
const say = (text: string, before?: Context) => responder.respond({ kind: "text", text }, before, 0);
const NONE = "has no pair, so neither GRS nor GZRS is available there.";

test.each([
  ["can I use GZRS in Israel Central", `Israel Central ${NONE}`],
  ["Can I use RA-GRS in Qatar Central?", `Qatar Central ${NONE}`],
  ["is GRS available in Poland Central", `Poland Central ${NONE}`],
  ["GRS Qatar Central", `Qatar Central ${NONE}`],
  ["Standard_GRS is not available in location 'qatarcentral'", `Qatar Central ${NONE}`],
  ["where does GRS replicate to from West Europe", "GRS copies to its pair, North Europe (Ireland)."],
  ["GRS target for Switzerland North", "GRS copies to its pair, Switzerland West (Geneva)."],
  ["We are in Zürich - where does GRS go?", "GRS copies to its pair, Switzerland West (Geneva)."],
  ["where does GRS go from Brazil South", "its pair, South Central US (Texas, United States)."],
  ["GRS in West US 3", "The pair is one-way: East US itself copies to West US."],
  ["GZRS in UK West", "GZRS is not available: UK West has no availability zones."],
  ["GRS in Doha and Dubai", `Qatar Central ${NONE} From UAE North, GRS copies`],
])("%s", (text, line) => {
  const { decision, summary, text: plain } = say(text).reply;
  expect(decision).toMatchObject({ kind: "concept", concept: "grs-gzrs" });
  expect(plain).toContain(line);
  expect(summary).toMatch(/^GRS, GZRS and region pairs: (From )?[A-Z]/);
});

test("without a region, or with a country of nine, the card is the general one", () => {
  expect(say("what is GRS").reply.text).not.toMatch(/^From /m);
  expect(say("GRS in the US").reply.text).not.toMatch(/^From /m);
});

test.each(["so can I use GRS there?", "and GRS?", "then GZRS there is not possible?"])(
  "after a region, %s is asked for that region",
  (text) => {
    const { context } = say("is Qatar Central paired");
    const { reply } = say(text, context);
    expect(reply.decision).toMatchObject({ kind: "concept", regions: ["qatarcentral"] });
    expect(reply.text).toContain(NONE);
  },
);

test("after a region, another one's storage is asked for by its name", () => {
  const { context } = say("is West Europe paired");
  expect(say("and can I use GRS for Israel Central?", context).reply.text).toContain(`Israel Central ${NONE}`);
});
