/** Products that the bot does not know, listed with services that it knows: the card of those, and a word on the others. */
import { realResponder } from "./support/responder";

const responder = realResponder();
const say = (text: string) => responder.respond({ kind: "text", text }, undefined, 0).reply;

test.each([
  ["Synapse and Data Factory in Italy North", ["azure-data-factory"], "I don't know Synapse."],
  ["Virtual WAN and Azure Firewall in Qatar Central", ["azure-firewall"], "I don't know Azure Virtual WAN."],
  ["Cosmos DB and HDInsight in Poland Central", ["azure-cosmos-db"], "I don't know Azure HDInsight."],
  ["Synapse, Key Vault and Event Grid in Qatar", ["azure-key-vault", "azure-event-grid"], "I don't know Synapse."],
  ["SQL Database and Static Web Apps failover", ["azure-sql-database"], "I don't know Azure Static Web Apps."],
  ["HDInsight, Cosmos DB and Purview DR", ["azure-cosmos-db"], "I don't know Azure HDInsight or Purview."],
  ["DR for AWS S3 and Azure Blob", ["azure-blob-storage"], "I don't know AWS S3."],
  ["Cosmos DB and HDInsight", ["azure-cosmos-db"], "I don't know Azure HDInsight."],
  ["Purview DR and Cosmos DB", ["azure-cosmos-db"], "I don't know Purview."],
  ["failover of Synapse plus Data Factory", ["azure-data-factory"], "I don't know Synapse."],
])("%s", (text, services, notice) => {
  const { decision, card, text: plain } = say(text);
  expect(decision.services).toEqual(services);
  for (const said of [plain, String(card["speak"]), JSON.stringify(card["body"])]) expect(said).toContain(notice);
});

test.each(["Keycloak on AKS failover", "Terraform deploys our AKS, failover?", "Event Hubs for our Synapse in Doha"])(
  "%s: what is only told beside it is not asked about",
  (text) => {
    expect(say(text).decision.kind).toBe("answer");
    expect(say(text).text).not.toContain("I don't know");
  },
);

test("which of two products is better is no question of ours", () => {
  expect(say("power bi embedded vs tableau").decision.kind).toBe("decline");
});
