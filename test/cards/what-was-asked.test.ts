/** The first lines of a card are about the very thing that was typed: a way to survive, a part of a service, a former name. */
import { realResponder } from "../support/responder";
import { talk } from "../support/talk";

const responder = realResponder();
const textOf = (text: string) => responder.respond({ kind: "text", text }, undefined, 0).reply.text;
const blocksOf = (text: string) => textOf(text).split("\n\n");

test.each([
  ["PostgreSQL geo-redundant backup in Mexico Central", "NEEDS A PAIR", "Geo-redundant backup", "read replicas"],
  ["mysql geo restore Italy North", "NEEDS A PAIR", "Geo-redundant backup", "read replicas"],
  ["SQL Database geo-restore in Poland Central", "NEEDS A PAIR", "Geo-restore", "Failover groups"],
  ["GRS for blobs in Qatar Central", "NEEDS A PAIR", "(GRS)", "Object replication"],
  ["postgres geo-redundant backup", "PAIRED REGIONS ONLY", "Geo-redundant backup", "read replicas"],
])("what was asked about does not work there, and other ways do: %s", (text, word, way, instead) => {
  const [, verdict = ""] = blocksOf(text);
  expect(verdict).toContain(`${word}\n`);
  expect(verdict).toContain(way);
  expect(verdict).toContain(instead);
});

test.each([
  ["PostgreSQL geo-redundant backup in West Europe", "WORKS ANYWHERE"],
  ["PostgreSQL in Mexico Central", "WORKS ANYWHERE"],
  ["PostgreSQL read replicas in Mexico Central", "WORKS ANYWHERE"],
  ["Cosmos DB backup in Poland", "WORKS ANYWHERE"],
  ["Key Vault failover in Poland Central", "NOTHING BUILT IN"],
])("what works there, or has a verdict of its own, keeps the service's: %s", (text, word) => {
  expect(blocksOf(text)[1]).toContain(`${word}\n`);
});

test.each([
  ["geo-replicate Event Grid in West Europe", "Client-side failover"],
  ["multi-region writes with Event Hubs in Qatar Central", "Namespaces with replication of your own"],
  ["Table Storage multi-region writes in West Europe", "Cosmos DB for Table"],
])("what one can only build is not green: %s", (text, design) => {
  const [, verdict = ""] = blocksOf(text);
  expect(verdict).toMatch(/^BUILD IT YOURSELF\n.*: not built in\./);
  expect(verdict).toContain(design);
});

test.each([
  ["Site Recovery in Brazil Southeast", "NOT COPIED FROM HERE"],
  ["VMs in Brazil Southeast", "WORKS WITH ITS PAIR"],
  ["VMs in Brazil South", "WORKS IN THIS REGION"],
  ["Fabric in France Central", "NOT COPIED FROM HERE"],
  ["Fabric in Qatar Central", "NOTHING BUILT IN"],
])("a region that is an exception has its own verdict, by a list of a certain month: %s", (text, word) => {
  expect(blocksOf(text)[1]).toMatch(new RegExp(`^${word}\\n.*(June 2025|September 2026)`));
});

test("without GRS: the card leads with what works without it", () => {
  expect(blocksOf("Without GRS, how do we protect blobs in Qatar Central")[1]).toMatch(/^WORKS ANYWHERE\n/);
});

test.each(["SAP HANA, Oracle and Mongo on AKS in Qatar Central", "Jenkins and Nexus on AKS in Qatar Central"])(
  "products that run on a service are not asked about: %s",
  (text) => expect(blocksOf(text)[0]).toContain("Azure Kubernetes Service · Qatar Central"),
);

test("a plan has the verdict of the way that was asked about in each row", () => {
  const text = textOf("PostgreSQL, SQL MI and MySQL geo-redundant backup in Italy North");
  expect(text.match(/NEEDS A PAIR/g)).toHaveLength(3);
  expect(text).toContain("Only with a pair: Geo-redundant backup");
});

test.each([
  ["Application Insights in Qatar", "Application Insights"],
  ["Is Application Insights protected if Poland Central fails?", "Application Insights"],
  ["Container insights failover", "Container insights"],
  ["VM insights region outage", "VM insights"],
  ["log alerts failover", "log alert rules"],
  ["are Application Insights covered by workspace replication?", "Application Insights"],
  ["auxiliary tables in Log Analytics, are they replicated to another region?", "auxiliary tables"],
  ["Event Grid system topics in Italy North", "System topics"],
  ["VPN gateway active-active", "Active-active mode"],
  ["cosmos geo-redundant backup in Qatar", "periodic backups stay in the region"],
])("a part that the service does not cover leads: %s", (text, part) => {
  const [, verdict = "", itself = ""] = blocksOf(text);
  expect(verdict).toMatch(/^NOT COVERED\n/);
  expect(verdict).toContain(part);
  expect(itself).toContain("itself: ");
});

test.each(["Log Analytics in Qatar", "Event Grid in Italy North", "Event Grid system topics in West Europe"])(
  "the service itself, or a part that has what it needs, is not called so: %s",
  (text) => expect(textOf(text)).not.toContain("NOT COVERED"),
);

test("a part stays in mind in a follow-up and behind a button, until the service itself is named", () => {
  const first = responder.respond({ kind: "text", text: "Application Insights failover" }, undefined, 0);
  const next = responder.respond({ kind: "text", text: "and in Qatar?" }, first.context, 1);
  const other = responder.respond({ kind: "text", text: "and Log Analytics?" }, next.context, 2);
  expect(next.reply.text).toContain("Qatar Central");
  expect(next.reply.text).toContain("NOT COVERED");
  expect(other.reply.text).not.toContain("NOT COVERED");
  expect(JSON.stringify(first.reply.card["actions"])).toContain('"told":["insights"]');
});

test.each(["App Insights and AKS in Qatar", "blob storage system topic region outage"])(
  "each button of a plan or a question back keeps the part, and so does the way back: %s",
  (text) => {
    const { card } = responder.respond({ kind: "text", text }, undefined, 0).reply;
    const taps = JSON.stringify(card["actions"]).split('"verb"').slice(1);
    expect(taps.map((one) => one.match(/"told":\["[a-z-]+"\]/g)?.length)).toEqual(taps.map(() => 4));
  },
);

test.each([
  ["Azure OpenAI in Italy North", "formerly Azure OpenAI Service"],
  ["Azure AD if West Europe is lost", "formerly Azure Active Directory"],
  ["Cognitive Search in Poland", "formerly Azure Cognitive Search"],
])("the former name that was used is answered: %s", (text, former) => {
  expect(blocksOf(text)[0]).toContain(former);
});

test("today's name stands alone", () => expect(textOf("Entra ID in Poland")).not.toContain("formerly"));

test.each([
  ["Monitor Logs in Mexico", "May 2025"],
  ["Log Analytics in Chile", "May 2025"],
  ["NetApp Files in Poland", "November 2025"],
  ["NetApp Files in Austria", "November 2025"],
])("a no from a list of regions has the date of the list: %s", (text, month) => {
  expect(blocksOf(text)[1]).toMatch(/^NOT COPIED FROM HERE\n/);
  expect(blocksOf(text)[1]).toContain(`(${month})`);
});

test.each(["New Zealand North storage redundancy options", "can I create a GRS storage account in Qatar Central"])(
  "a family answers by its members: %s",
  (text) => {
    expect(textOf(text)).not.toContain("states nothing");
    expect(blocksOf(text)[1]).toMatch(/^NEEDS A PAIR\n.*\(GRS\): needs a region pair/);
  },
);

test.each(["VPN gateway active-active", "ExpressRoute active-active", "load balancer active-active"])(
  "%s is not about writes",
  (text) => {
    expect(textOf(text).toLowerCase()).not.toContain("multi-region writes");
  },
);

test("active-active of a database is about writes", () => {
  expect(textOf("SQL Database active-active in Poland")).toContain("states nothing on multi-region writes");
});

test("a plan says what was asked for only where the rest works", () => {
  expect(textOf("Blob Storage and Key Vault GRS in Poland").match(/Only with a pair/g)).toHaveLength(1);
});

test("a plan says that a service is being retired, and what replaces it", () => {
  const text = textOf("Azure Cache for Redis and Cosmos DB in Poland");
  expect(text).toContain("WORKS ANYWHERE, BEING RETIRED");
  expect(text).toContain("Azure Managed Redis replaces it");
});

test.each([
  ["Traffic Manager vs Front Door", "best option. Front Door passes the web traffic itself"],
  ["mysql and postgres in Spain Central", "best option. PostgreSQL has virtual endpoints"],
])("two that people mix up are told apart: %s", (text, difference) => expect(textOf(text)).toContain(difference));

test.each([
  ["AKS, ACR, Cosmos DB, SQL MI, Key Vault, Event Grid, IoT Hub and Service Bus in Poland Central", true],
  ["AKS, ACR and Key Vault in Poland Central", false],
])("a plan whose rows have not all a button says how to open the others: %s", (text, says) => {
  expect(textOf(text).includes("A row without a button")).toBe(says);
});

test.each(["AKS, ACR, Cosmos DB, SQL MI and Key Vault in Poland Central"])(
  "with a person to ask the worst row of a plan keeps its button: %s",
  (text) => {
    const withPerson = realResponder(undefined, { kind: "teams-user", address: "ada@contoso.com" });
    const { card } = withPerson.respond({ kind: "text", text }, undefined, 0).reply;
    expect(JSON.stringify(card["actions"])).toContain('"title":"Key Vault"');
  },
);

test("a region's card as text begins with its pair", () => {
  expect(textOf("is Poland Central paired")).toContain("\n\n- Pair: None\n- Availability zones: Yes");
});

test.each([
  [["Application Insights in UAE North", "and the alerts"], "log alert rules"],
  [["Log Analytics in Qatar Central", "alert rules?"], "log alert rules"],
  [["Log Analytics in Qatar Central", "auxiliary tables?"], "auxiliary tables"],
  [["Azure Monitor alerts in Poland"], "log alert rules"],
  [["system topics in Spain Central", "what about partner topics"], "partner namespaces"],
  [["Event Grid partner topics in West Europe"], "partner namespaces"],
])("a part of a service that is not covered leads the card: %j", (turns, part) => {
  const [, verdict = ""] = talk(...turns).text.split("\n\n");
  expect(verdict).toMatch(/^NOT COVERED\n/);
  expect(verdict).toContain(part);
});
