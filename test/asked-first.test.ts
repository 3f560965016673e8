/** "RPO", "who starts it", "will Microsoft": the first words of the card answer that, of what works in the region. */
import type { Context } from "../src/responder";
import { realResponder } from "./support/responder";

const responder = realResponder();

/** The card of the last of the messages of one conversation. */
function lastOf(...messages: string[]): string {
  let context: Context | undefined;
  let text = "";
  for (const message of messages) {
    const turn = responder.respond({ kind: "text", text: message }, context, 0);
    [context, text] = [turn.context, turn.reply.text];
  }
  return text;
}

/** The verdict and its sentence, without the title. */
const headOf = (...messages: string[]) =>
  lastOf(...messages)
    .split("\n")
    .slice(2, 4)
    .join(" ");

test.each([
  ["can we promise RPO 0 with SQL MI in Poland", "Forced: what was not copied yet"],
  ["is RPO 0 possible with SQL Database between Poland and Sweden", "Forced: what was not copied yet"],
  ["RPO of blobs in Poland", "what was not copied yet"],
  ["how much can be lost with blobs in Poland", "what was not copied yet"],
  ["RTO of Service Bus in Qatar Central", "Time to recover: "],
  ["RPO of VMs in Poland", "Can be lost: Microsoft states no figure"],
])("what is lost comes first: %s", (text, lost) => {
  expect(headOf(text)).toMatch(/^RPO AND RTO /);
  expect(headOf(text)).toContain(lost);
});

test.each([
  ["who fails over blobs in Poland", "YOU START IT Object replication"],
  ["will Azure automatically move my VMs if Poland Central dies", "YOU START IT Azure Site Recovery"],
  ["are my VMs moved to another region automatically if Qatar Central fails", "YOU START IT"],
  ["who fails over ACR in Poland Central", "BY ITSELF, ONCE SET UP Geo-replication"],
  ["Key Vault in West Europe, who fails over?", "MICROSOFT DECIDES"],
  [
    "Will Microsoft fail over our storage accounts in Poland automatically?",
    "YOU START IT Blob Storage: you start it.",
  ],
  ["who fails over storage accounts in West Europe", "DEPENDS ON THE KIND Blob Storage, Azure Files"],
])("who starts it comes first: %s", (text, who) => expect(headOf(text)).toContain(who));

test.each([
  ["who fails over Key Vault in Poland", "NOTHING BUILT IN"],
  ["RPO of Azure Backup in Poland", "NOTHING BUILT IN"],
  ["does Azure restart our AKS cluster elsewhere by itself", "POSSIBLE ANYWHERE, YOU SET IT UP"],
])("where nothing is, or all is one's own, the service's verdict stays: %s", (text, word) =>
  expect(headOf(text)).toContain(word),
);

test.each([
  [["Blob in Poland", "who fails over", "how much can be lost"], "RPO AND RTO"],
  [["SQL MI in Poland", "do we lose transactions", "can Microsoft do it for us"], "YOU, OR MICROSOFT AS A LAST RESORT"],
  [["can we promise RPO 0 with SQL MI in Poland", "what does it need"], "WORKS ANYWHERE"],
  [["who fails over ACR in Poland", "is it enabled by default"], "WORKS ANYWHERE"],
])("the next question is another one: %j", (messages, head) => expect(headOf(...messages)).toContain(head));

test("ZRS takes the place of GRS", () =>
  expect(headOf("storage account in Poland Central", "and with GRS", "what if I use ZRS instead")).toContain(
    "ZONES ARE NOT ENOUGH",
  ));

test.each([
  ["key vault in Poland", "is it safe to use only ZRS in Poland"],
  ["SQL MI in Poland", "what if we use ZRS"],
])("ZRS is about storage, whatever was spoken of: %s, %s", (before, text) =>
  expect(lastOf(before, text)).toContain("ZRS in Poland Central does not survive the loss of the region"),
);

test("a single write region is not the way with several", () =>
  expect(lastOf("Cosmos DB in Poland with one write region and strong consistency")).toMatch(
    /Works here\n- Multiple read regions with one write region/,
  ));

test("a global deployment may process prompts anywhere: the first sentence says so", () =>
  expect(headOf("data residency of a global deployment from Poland Azure OpenAI")).toContain(
    "may process prompts in any region of the world",
  ));
