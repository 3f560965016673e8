/** What must hold of every service, and of the article that the project started from. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "../../src/knowledge/json-schema";
import { loadKnowledge } from "../../src/knowledge/load";
import { respondWith } from "../support/responder";
import articleLinks from "./article-links.json";

const knowledge = loadKnowledge(join(process.cwd(), "knowledge"));
const ask = respondWith(knowledge);

test("all 58 public regions, 13 of them without a pair", () => {
  expect(knowledge.regions).toHaveLength(58);
  expect(knowledge.regions.filter(({ pair }) => pair === null)).toHaveLength(13);
});

test.each(knowledge.services.map((service) => [service.name, service] as const))(
  "%s answers to its full name, its short name and each alias that is its own",
  (_name, service) => {
    const names = [
      service.name,
      service.shortName,
      ...service.aliases.filter(({ shared }) => !shared).map(({ text }) => text),
    ];
    const wrong = names.filter((name) => !ask(`${name} failover to another region`).services.includes(service.id));
    expect(wrong).toEqual([]);
  },
);

test.each(knowledge.services.map((service) => [service.name, service] as const))(
  "%s: a shared alias leads to a question back that offers it",
  (_name, service) => {
    const shared = service.aliases.filter((alias) => alias.shared).map(({ text }) => text);
    const wrong = shared.filter((name) => {
      const { kind, candidates } = ask(`${name} failover to another region`);
      return kind !== "disambiguate" || !candidates.some((candidate) => candidate.service === service.id);
    });
    expect(wrong).toEqual([]);
  },
);

test.each(articleLinks.map((entry) => [entry.link, entry] as const))(
  "the article's link %s has its place",
  (_link, entry) => {
    const expected = "now" in entry && entry.now ? entry.now : entry.link;
    expect(linksFor(entry.card)).toContain(expected);
  },
);

/** The addresses on the card that leads there: a service's, a concept's, a region's or the help. */
function linksFor(card: string): readonly string[] {
  if (card === "help-list") return ask.reply({ kind: "tap", data: { tap: { help: true } } }).links;
  if (card === "regions") return ask.reply({ kind: "tap", data: { tap: { regions: ["polandcentral"] } } }).links;
  const isService = knowledge.services.some(({ id }) => id === card);
  return ask.reply({ kind: "tap", data: { tap: isService ? { services: [card] } : { concept: card } } }).links;
}

test.each(Object.entries(jsonSchemas()))(
  "knowledge/schema/%s is up to date (npm run knowledge:schemas writes it)",
  (name, text) => {
    expect(readFileSync(join("knowledge", "schema", name), "utf8")).toBe(text);
  },
);
