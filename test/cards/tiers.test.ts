/** A tier that was named decides: what it has not is not green, whatever other tiers of the service have. */
import { realResponder } from "../support/responder";

const responder = realResponder();

/** All messages as turns of one conversation; the last reply. */
function lastOf(...messages: readonly string[]): string {
  const [first = "", ...more] = messages;
  let turn = responder.respond({ kind: "text", text: first }, undefined, 0);
  for (const text of more) turn = responder.respond({ kind: "text", text }, turn.context, 0);
  return turn.reply.text;
}

const verdictOf = (...messages: readonly string[]) => lastOf(...messages).split("\n\n")[1] ?? "";

test.each([
  ["service bus standard tier in Qatar", "Premium tier only"],
  ["Service Bus Basic in Poland Central", "Premium tier only"],
  ["our Service Bus is on Standard, is it safe in Qatar?", "Premium tier only"],
  ["event hub basic poland", "Premium or Dedicated"],
  ["Event Hubs Standard geo-replication", "copies settings and no events"],
  ["APIM standard v2 poland", "Only classic Premium"],
  ["APIM v2 qatar", "Only classic Premium"],
  ["API Management consumption tier in West Europe", "Only classic Premium"],
  ["APIM Premium v2 in Qatar", "Only classic Premium"],
  ["signalr standard tier qatar", "needs the Premium tier"],
  ["SignalR free in Qatar", "needs the Premium tier"],
  ["Web PubSub standard in Israel Central", "needs the Premium tier"],
  ["postgres burstable poland replica", "no read replicas"],
  ["mysql burstable qatar read replica", "no read replicas"],
  ["ACR basic sku qatar", "needs the Premium tier"],
  ["standard ACR in Qatar", "needs the Premium tier"],
  ["Redis basic qatar", "passive needs Premium"],
  ["Managed Redis B0 in Qatar", "no active geo-replication"],
  ["app configuration free tier", "no geo-replication"],
  ["DocumentDB M20 in Qatar", "M30"],
  ["does the free tier of SignalR support replicas?", "needs the Premium tier"],
  ["is Service Bus Premium required for geo DR or does Standard do?", "Premium tier only"],
  ["mysql flexible server B1ms qatar read replica", "no read replicas"],
])("this tier cannot do it: %s", (text, says) => {
  expect(verdictOf(text)).toMatch(/^NOT IN THIS TIER\n/);
  expect(verdictOf(text)).toContain(says);
});

test.each([
  ["event hubs standard in Qatar", "copies settings and no events"],
  ["redis cache premium in Qatar", "passive geo-replication"],
])("a tier that has some of it says what: %s", (text, says) => {
  expect(verdictOf(text)).toMatch(/^PARTLY IN THIS TIER\n/);
  expect(verdictOf(text)).toContain(says);
});

test.each([
  "Service Bus Premium in Qatar",
  "what is the standard way to protect Service Bus in Qatar",
  "standard practice for ACR in Qatar",
  "basic question: does Service Bus replicate",
  "we moved Service Bus from Standard to Premium, Qatar",
  "Service Bus Premium instead of Standard in Qatar",
])("no tier, or one that has it all: %s", (text) => expect(verdictOf(text)).toMatch(/^WORKS ANYWHERE\n/));

test.each([
  "service bus doha standard",
  "event hubs doha basic",
  "we have event hubs in doha, basic",
  "acr milan basic",
  "acr milan - basic",
  "apim doha developer",
  "signalr doha free",
  "app config qatar free",
  "redis doha standard",
  "service bus in doha, standard, is it safe?",
  "service bus in qatar central standard what happens if doha is lost",
])("a tier counts behind the place too, where nothing but names stands before it: %s", (text) => {
  expect(verdictOf(text)).toMatch(/^NOT IN THIS TIER\n/);
});

test.each([
  "service bus doha standard procedure",
  "acr milan free of charge",
  "is acr in milan free",
  "acr doha, basic question: can it survive",
])("behind a place a word that goes on is no tier: %s", (text) => {
  expect(verdictOf(text)).toMatch(/^WORKS ANYWHERE\n/);
});

test("behind several services 'both standard' and 'all basic' are of each, and each piece of a list has its own", () => {
  const both = lastOf("event hubs and service bus in doha, both standard");
  expect(both).toContain("Event Hubs. PARTLY IN THIS TIER");
  expect(both).toContain("Service Bus. NOT IN THIS TIER");
  expect(lastOf("event hubs and service bus in doha", "both standard")).toContain("Service Bus. NOT IN THIS TIER");
  const own = lastOf("postgres milan burstable, apim doha developer");
  expect(own.match(/NOT IN THIS TIER/g)).toHaveLength(2);
});

test("each tier belongs to the service that it stands with", () => {
  const plan = lastOf("Service Bus Premium and SignalR Standard in Qatar");
  expect(plan).toContain("Service Bus. WORKS ANYWHERE");
  expect(plan).toContain("SignalR Service. NOT IN THIS TIER");
});

test("a lone tier in a follow-up is one of the service before, and stays until another is named", () => {
  expect(verdictOf("apim qatar", "is basic tier ok?")).toContain("NOT IN THIS TIER");
  expect(verdictOf("service bus qatar", "and standard?", "and in Poland?")).toContain("NOT IN THIS TIER");
  expect(verdictOf("apim qatar", "is basic tier ok?", "and premium?")).toContain("WORKS ANYWHERE");
  expect(verdictOf("service bus qatar", "and standard?", "and ACR?")).toContain("WORKS ANYWHERE");
});

test.each([
  [["Service Bus standard in Italy North", "and Event Hubs", "and the topics"]],
  [["Service Bus premium in Italy North", "we have the standard tier", "and the same for the queues"]],
  [["service bus basic in Qatar", "who fails over", "AKS?", "and Service Bus in Poland"]],
])("a service stays in its tier, however it is named again: %j", (turns) => {
  expect(verdictOf(...turns)).toMatch(/^NOT IN THIS TIER\n/);
});

test.each(["Service Bus premium", "and with Premium Service Bus", "our Service Bus is Premium now"])(
  "a better tier takes the place of the first, for the rest of the talk: %s",
  (better) => {
    expect(verdictOf("service bus standard qatar", better, "and Event Hubs", "and Service Bus")).toMatch(
      /^WORKS ANYWHERE\n/,
    );
  },
);

test.each([
  [["ACR basic in Qatar", "it holds business critical images, who fails over"]],
  [["MySQL burstable in Milan", "it's business critical for us"]],
  [["Service Bus standard in Milan", "our classic apps too"]],
  [["Service Bus standard in Milan", "who fails over, with enterprise support?"]],
])("a word that is no tier of that service changes nothing: %j", (turns) => {
  expect(lastOf(...turns)).toMatch(/not in this tier/i);
});

test.each([
  [["ACR basic in Qatar", "we upgraded to premium", "and in Spain"]],
  [["MySQL burstable in Qatar", "it is General Purpose now", "and in Spain"]],
  [["DocumentDB M20 in Qatar", "and M40?"]],
  [["App Configuration free in Qatar", "and standard?"]],
])("a better tier is one that the knowledge names of that service: %j", (turns) => {
  expect(lastOf(...turns)).not.toMatch(/not in this tier/i);
});

test.each([
  "can I use Service Bus without premium in Qatar",
  "Service Bus Qatar, we are not on premium",
  "Service Bus not premium Poland",
  "there is no Service Bus Premium in our budget, Poland",
  "ACR Poland, we aren't on Premium",
  "APIM Qatar, not premium",
])("who is not on the better tier is on a lower one: %s", (text) => {
  expect(verdictOf(text)).toMatch(/^NOT IN THIS TIER\n/);
});

test("of the lower tiers the one that can do most", () => {
  expect(verdictOf("Event Hubs Poland, we don't have premium or dedicated")).toMatch(/^PARTLY IN THIS TIER\n/);
  expect(verdictOf("Service Bus in Qatar", "we are not on premium")).toMatch(/^NOT IN THIS TIER\n/);
});

test.each([
  "isn't Service Bus premium enough in Qatar",
  "Service Bus not just premium in Qatar",
  "Service Bus without premium support in Qatar",
  "APIM, I am a developer, Qatar, how to replicate",
  "APIM for developers in Poland",
  "APIM developer portal in Qatar failover",
  "Event Hubs, basic question: does it replicate from Poland",
  "event hubs, basic failover steps, Poland",
  "Event Hubs basics in Poland, failover",
  "Service Bus standard operating procedure failover Qatar",
])("says nothing of a lower tier: %s", (text) => expect(lastOf(text)).not.toMatch(/in this tier/i));

test("what was asked back keeps the tier that was told with it", () => {
  expect(verdictOf("redis standard in Qatar", "Azure Cache for Redis")).toMatch(/^NOT IN THIS TIER\n/);
});

test("'pricing premium tier' asks for prices", () => {
  expect(lastOf("service bus pricing premium tier")).not.toMatch(/WORKS ANYWHERE|not in this tier/i);
});

const PLAN = "AKS, API Management, Service Bus and Event Hubs in Poland Central";

test.each([
  ["we have Service Bus Standard", "Service Bus. NOT IN THIS TIER"],
  ["API Management is Standard v2", "API Management. NOT IN THIS TIER"],
  ["our APIM is on the consumption tier", "API Management. NOT IN THIS TIER"],
  ["Event Hubs Basic", "Event Hubs. NOT IN THIS TIER"],
  ["what if Event Hubs is Standard", "Event Hubs. PARTLY IN THIS TIER"],
])(
  "a tier told of one service of a plan changes its row of the plan, and stays as the plan changes: %s",
  (tier, row) => {
    expect(lastOf(PLAN, tier)).toContain("4 services");
    expect(lastOf(PLAN, tier)).toContain(row);
    expect(lastOf(PLAN, tier, "add Key Vault", "and in Qatar")).toContain("5 services");
    expect(lastOf(PLAN, tier, "add Key Vault", "and in Qatar")).toContain(row);
  },
);

test("in a plan a tier takes the place of another of that service alone", () => {
  const plan = lastOf(PLAN, "Service Bus Standard", "Event Hubs Basic", "Service Bus is Premium");
  expect(plan).toContain("Service Bus. WORKS ANYWHERE");
  expect(plan).toContain("Event Hubs. NOT IN THIS TIER");
});

test("a tier that changes nothing leaves the plan as it was; what asks whether a tier will do has the service alone", () => {
  expect(lastOf("AKS, SQL Database and Key Vault in Milan", "SQL is basic tier")).toContain("3 services");
  expect(verdictOf(PLAN, "is Service Bus Standard enough?")).toMatch(/^NOT IN THIS TIER\n/);
});

test.each([
  [["azure files premium frankfurt", "with GRS"], "NOT IN THIS TIER", "cannot use GRS"],
  [["azure files ssd in doha"], "NOT IN THIS TIER", "cannot use GRS"],
  [["premium file share in Dublin"], "PARTLY IN THIS TIER", "cannot use GRS"],
  [["premium block blobs frankfurt GRS"], "NOT IN THIS TIER", "no GRS"],
  [["premium block blobs doha"], "PARTLY IN THIS TIER", "Object replication"],
  [["premium page blobs frankfurt"], "NOT IN THIS TIER", "locally redundant"],
  [["premium storage account frankfurt", "with GRS"], "NOT IN THIS TIER", "never GRS"],
  [["archive blobs doha"], "NOT IN THIS TIER", "archive tier"],
  [["managed redis flash optimized in milan"], "NOT IN THIS TIER", "Flash Optimized"],
  [["redis flash optimized doha"], "NOT IN THIS TIER", "Flash Optimized"],
  [["redis enterprise E1 doha"], "NOT IN THIS TIER", "E1"],
  [["documentdb doha", "M10"], "NOT IN THIS TIER", "M30"],
])("what a tier lacks is in the badge: %j", (turns, badge, says) => {
  expect(verdictOf(...turns)).toMatch(new RegExp(`^${badge}\\n`));
  expect(verdictOf(...turns)).toContain(says);
});

test.each([
  [["cosmos serverless doha"], "NOT FOR THIS KIND", "in one region"],
  [["cosmos doha, serverless"], "NOT FOR THIS KIND", "in one region"],
  [["cosmos doha", "serverless"], "NOT FOR THIS KIND", "in one region"],
  [["append blobs doha"], "NOT FOR THIS KIND", "block blobs only"],
  [["page blobs object replication doha"], "NOT FOR THIS KIND", "block blobs only"],
  [["append blobs dublin"], "PARTLY FOR THIS KIND", "block blobs only"],
  [["SQL MI instance pool qatar"], "NOT FOR THIS KIND", "cannot use failover groups"],
  [["event grid namespace in dublin", "mqtt"], "NOT COVERED", "MQTT broker"],
  [["event grid in dublin", "mqtt"], "NOT COVERED", "MQTT broker"],
  [["event grid in dublin", "we use namespaces"], "NOT COVERED", "MQTT broker"],
  [["is cosmos backup safe in qatar", "continuous backup", "periodic"], "NOT COVERED", "periodic backups stay"],
])("what a kind lacks is in the badge, which speaks of no tier: %j", (turns, badge, says) => {
  expect(verdictOf(...turns)).toMatch(new RegExp(`^${badge}\\n`));
  expect(verdictOf(...turns)).toContain(says);
});

test.each([
  [["documentdb M20 in doha", "M30"]],
  [["documentdb doha", "M10", "M30"]],
  [["redis enterprise doha E10"]],
  [["cosmos, serverless functions in doha"]],
  [["ADLS in qatar", "no HNS"]],
])("another size, kind or service lacks nothing: %j", (turns) => {
  expect(lastOf(...turns)).toMatch(/WORKS ANYWHERE/);
});

test("a name of two services stays with the one that was spoken of, and another service is none of ours", () => {
  expect(lastOf("key vault premium doha", "HSM keys")).toContain("Azure Key Vault ·");
  expect(lastOf("cosmos cassandra managed instance doha")).toContain("I don't know");
  expect(lastOf("azure openai in qatar", "and data zone?")).not.toContain("Availability zones");
});

test.each([
  [["VM in mexico", "DR in brazil south", "is that supported"], "From Mexico Central to Brazil South: no"],
  [["VMs Qatar, DR brazil south", "is it ok"], "From Qatar Central to Brazil South: no"],
  [["site recovery from qatar to brazil south"], "From Qatar Central to Brazil South: no"],
])("a region that nothing can be copied to is told: %j", (turns, says) => {
  expect(lastOf(...turns)).toContain(says);
});

test("'what would I lose' asks for the RPO", () => {
  expect(verdictOf("cosmos in doha", "what would I lose")).toMatch(/^RPO AND RTO\n/);
});
