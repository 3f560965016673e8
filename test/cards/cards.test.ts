import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { citationsOf } from "../../src/knowledge/citations";
import { pageOf } from "../../src/knowledge/links";
import { loadKnowledge } from "../../src/knowledge/load";
import { CATALOGS } from "../../src/question/catalogs";
import type { Message, Reply } from "../../src/responder";
import { readGolden } from "../questions/golden";
import { realResponder } from "../support/responder";
import { lintCard } from "./lint";

/** Without what a check may have left in knowledge/status.json: the agreed cards must not depend on it. */
const knowledge = { ...loadKnowledge(join(process.cwd(), "knowledge")), pagesChanged: [] };
const responder = realResponder(knowledge);
const cardFor = (message: Message) => responder.respond(message, undefined, 0).reply.card;

test.each(["tuned", "held-out"] as const)("every card for the %s golden questions is one that Teams takes", (half) => {
  const faults = readGolden(half).flatMap(({ text }) =>
    lintCard(cardFor({ kind: "text", text })).map((fault) => `${text}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

test("every service in every region, with every topic and beside every pairing", () => {
  const topics = [null, "failover", "backup", "geo-redundant-storage"];
  const faults = knowledge.services.flatMap(({ id }) =>
    [...knowledge.regions.map((region) => region.id), "none"].flatMap((region, i) => {
      const tap = { services: [id], regions: region === "none" ? [] : [region], topic: topics[i % topics.length] };
      return lintCard(cardFor({ kind: "tap", data: { tap } })).map((fault) => `${id} in ${region}: ${fault}`);
    }),
  );
  expect(faults).toEqual([]);
});

test("every concept, every list, the welcome", () => {
  const there = CATALOGS.map((catalog) => ({ catalog, regions: ["qatarcentral"], topic: "read-replicas" }));
  const lists = [...CATALOGS.map((catalog) => ({ catalog })), ...there];
  const taps = [...knowledge.concepts.map(({ id }) => ({ concept: id })), ...lists];
  const cards = [...taps.map((tap) => cardFor({ kind: "tap", data: { tap } })), responder.welcome().card];
  expect(cards.flatMap((card) => lintCard(card))).toEqual([]);
});

const ADA = { kind: "teams-user", address: "ada@contoso.com" } as const;
const CHAT_WITH_ADA = "https://teams.microsoft.com/l/chat/0/0?users=ada%40contoso.com&message=";

test("with a person to ask, every answer and decline for the golden questions offers to, and no help card does", () => {
  const withPerson = realResponder(knowledge, ADA);
  const faults = readGolden("held-out").flatMap(({ text }) => {
    const { card, decision, links } = withPerson.respond({ kind: "text", text }, undefined, 0).reply;
    const offers = links.some((link) => link.startsWith(CHAT_WITH_ADA));
    const shouldOffer = decision.kind !== "help" && decision.kind !== "disambiguate";
    return [...lintCard(card, CHAT_WITH_ADA), ...(offers === shouldOffer ? [] : [`asks a person: ${offers}`])].map(
      (fault) => `${text}: ${fault}`,
    );
  });
  expect(faults).toEqual([]);
});

/** Every page that any of our files was written from, changed the day after the youngest of them was. */
const ALL_CHANGED = [...new Set(citationsOf(knowledge).map(({ address }) => pageOf(address)))].map((page) => ({
  page,
  title: `Microsoft's page at ${new URL(page).pathname}`.slice(0, 120),
  dated: "2027-01-01",
}));

test("with every page changed since, each service, region and concept says so, and Teams still takes the card", () => {
  const warned = realResponder({ ...knowledge, pagesChanged: ALL_CHANGED });
  const taps = [
    ...knowledge.services.map(({ id }) => ({ services: [id], regions: ["qatarcentral"] })),
    ...knowledge.regions.map(({ id }) => ({ regions: [id] })),
    ...knowledge.concepts.map(({ id }) => ({ concept: id })),
    { services: knowledge.services.slice(0, 10).map(({ id }) => id) },
  ];
  const faults = taps.flatMap((tap) => {
    const { card, text } = warned.respond({ kind: "tap", data: { tap } }, undefined, 0).reply;
    const saysSo = text.includes("Microsoft has changed") && JSON.stringify(card["body"]).includes("1 January 2027");
    return [...lintCard(card), ...(saysSo ? [] : ["says nothing"])].map((fault) => `${JSON.stringify(tap)}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

/** One card of each outcome, kept whole: a change of words or layout shows in review. UPDATE_GOLDEN=1 writes them anew. */
test.each([
  ["answer-nothing-built-in", "how do I geo-replicate Event Grid in Qatar Central"],
  ["answer-works-anywhere", "cosmos db without pairs"],
  ["answer-listed-region", "Log Analytics in Qatar Central"],
  ["answer-region-not-listed", "NetApp Files in Poland Central"],
  ["answer-paired", "GRS for blobs in East US"],
  ["answer-family", "azure storage in italy north"],
  ["plan", "AKS, SQL and Key Vault in Qatar Central"],
  ["region-nonpaired", "is Poland Central paired"],
  ["region-one-way", "west us 3 and east us"],
  ["catalog-regions", "which regions have no pair"],
  ["catalog-services", "which services work without pairs"],
  ["concept", "what is a region pair"],
  ["disambiguate", "redis failover in Doha"],
  ["decline-no-match", "what is the weather tomorrow"],
  ["decline-other-topic", "increase AKS quota"],
  ["help", "what can you do"],
])("the card %s is as it was agreed: %s", (name, text) => {
  expectAgreed(name, responder.respond({ kind: "text", text }, undefined, 0).reply);
});

test("the card disambiguate-together is as it was agreed: two services are named, and one of them may be meant", () => {
  const tap = { choices: [["azure-virtual-network", "azure-vpn-gateway"]], regions: ["italynorth"], together: true };
  expectAgreed("disambiguate-together", responder.respond({ kind: "tap", data: { tap } }, undefined, 0).reply);
});

test("the card answer-page-changed is as it was agreed: a page behind it is newer than our file", () => {
  const page = "https://learn.microsoft.com/azure/reliability/reliability-event-grid";
  const pagesChanged = [{ page, title: "Reliability in Azure Event Grid", dated: "2027-01-01" }];
  const warned = realResponder({ ...knowledge, pagesChanged });
  expectAgreed("answer-page-changed", warned.respond({ kind: "text", text: "event grid" }, undefined, 0).reply);
});

function expectAgreed(name: string, { card, text: plain, summary }: Reply): void {
  const now = `${JSON.stringify({ summary, card: { ...card, fallbackText: "" }, fallbackText: plain.split("\n") }, null, 2)}\n`;
  const file = join("test", "cards", "golden", `${name}.json`);
  if (process.env["UPDATE_GOLDEN"] || !existsSync(file)) {
    if (process.env["CI"])
      throw new Error(`${file} is missing: run UPDATE_GOLDEN=1 npm test and look at what it wrote`);
    mkdirSync(join("test", "cards", "golden"), { recursive: true });
    writeFileSync(file, now);
  }
  expect(now).toBe(readFileSync(file, "utf8"));
}
