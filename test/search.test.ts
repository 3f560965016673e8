/** The compose box: what people type letter by letter, and what the list shows. */
import fc from "fast-check";
import type { Card } from "../src/responder";
import { lintCard } from "./cards/lint";
import { realResponder } from "./support/responder";

const responder = realResponder();
const titles = (typed: string) => responder.search(typed).hits.map(({ title }) => title);

test.each([
  ["a beginning", "event g", "Azure Event Grid"],
  ["one word less than that", "cosm", "Azure Cosmos DB"],
  ["words run together", "eventgr", "Azure Event Grid"],
  ["the name in full", "Azure Key Vault", "Azure Key Vault"],
  ["a nickname", "k8s", "Azure Kubernetes Service"],
  ["a short name", "APIM", "Azure API Management"],
  ["a misspelt name", "evnt grid", "Azure Event Grid"],
  ["a misspelt word and a beginning", "cosms d", "Azure Cosmos DB"],
  ["a region", "qatar", "Qatar Central"],
  ["a region by its id", "westeu", "West Europe"],
  ["a region by its nickname", "weu", "West Europe"],
  ["a region by its city", "Doha", "Qatar Central"],
  ["a service and a region", "event grid qatar", "Azure Event Grid · Qatar Central (no region pair)"],
  ["a whole question", "how do I geo-replicate Event Grid without pairs", "Azure Event Grid · regions without a pair"],
  [
    "several services",
    "AKS, SQL and Key Vault in Qatar",
    "3 services and the loss of a region · Qatar Central (no region pair)",
  ],
  ["a list", "which services work without pairs", "Services that work without a region pair"],
  ["a general matter", "what is a region pair", "Region pairs"],
])("%s, %s: first of all %s", (_, typed, first) => {
  expect(titles(typed)[0]).toBe(first);
});

test.each([
  ["event h", ["Azure Event Hubs"]],
  ["redis", ["Azure Cache for Redis", "Azure Managed Redis"]],
  ["key v", ["Azure Key Vault", "Azure Key Vault Managed HSM"]],
])("%s offers all of that name", (typed, expected) => {
  expect(titles(typed)).toEqual(expect.arrayContaining(expected));
});

test.each(["", "  ", "?!"])("nothing typed (%j): a few to start from, services and lists", (typed) => {
  expect(titles(typed)).toEqual([
    "Azure Event Grid",
    "Azure Kubernetes Service",
    "Azure SQL Database",
    "Azure Cosmos DB",
    "Azure Key Vault",
    "Regions without a pair",
    "Services that work without a region pair",
  ]);
});

test.each(["zzzz", "what is the weather tomorrow", "hello"])("%s: nothing, and words that say so", (typed) => {
  const { hits, nothing, decision } = responder.search(typed);
  expect(hits).toEqual([]);
  expect(nothing).toMatch(/No Azure service or region of that name/);
  expect(decision).toMatchObject({ kind: "decline", reason: "no-match" });
});

test("what was found is told to the log by its ids", () => {
  expect(responder.search("event gr").decision).toMatchObject({
    kind: "catalog",
    listed: ["azure-event-grid", "azure-event-hubs"], // which has consumer groups
  });
});

function typesOf(card: Card): unknown[] {
  const actions = card["actions"];
  return Array.isArray(actions) ? actions.map(({ type }) => type) : [];
}

test("any string: at most eight hits, good cards, and no button that needs the bot", () => {
  const typed = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^(event|grid|qatar|e|s|a|redis| ){0,6}$/));
  fc.assert(
    fc.property(typed, (text) => {
      const { hits } = responder.search(text);
      expect(hits.length).toBeLessThanOrEqual(8);
      expect(new Set(hits.map(({ title }) => title)).size).toBe(hits.length);
      for (const { title, text: line, card } of hits) {
        expect(lintCard(card)).toEqual([]);
        expect(new Set(typesOf(card))).toEqual(new Set(["Action.OpenUrl"]));
        expect(title !== "" && line !== "" && !line.includes("\n") && !line.includes("**")).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});
