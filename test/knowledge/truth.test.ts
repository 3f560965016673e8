/** What must hold of every service, and of the article that the project started from. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "../../src/knowledge/json-schema";
import { loadKnowledge } from "../../src/knowledge/load";
import type { Service, Verdict } from "../../src/knowledge/schema";
import { respondWith } from "../support/responder";
import articleLinks from "./article-links.json";

const knowledge = loadKnowledge(join(process.cwd(), "knowledge"));
const ask = respondWith(knowledge);

test("all 58 public regions, 13 of them without a pair", () => {
  expect(knowledge.regions).toHaveLength(58);
  expect(knowledge.regions.filter(({ pair }) => pair === null)).toHaveLength(13);
});

/** When Microsoft's table has grown (npm run knowledge:check says so), these counts grow with our files. */
describe("Microsoft's table of 20 May 2026 stands whole in our files", () => {
  const inTable = knowledge.services.filter(({ table }) => table !== undefined);
  const rowsOf = ({ capabilities }: Service) => capabilities.flatMap(({ tableRow }) => tableRow ?? []);
  const names = inTable.map(({ table }) => table?.name);

  test("75 services, 45 with something built in and 30 with nothing, each once", () => {
    expect(new Set(names).size).toBe(75);
    expect(inTable).toHaveLength(75);
    expect(inTable.filter(({ table }) => table?.tab === "built-in")).toHaveLength(45);
    expect(inTable.filter(({ table }) => table?.tab === "none")).toHaveLength(30);
  });

  test("55 rows, each once, and all of them those of services with something built in", () => {
    expect(inTable.flatMap(rowsOf)).toHaveLength(55);
    const twice = inTable.filter((service) => new Set(rowsOf(service)).size < rowsOf(service).length);
    expect(twice.map(({ id }) => id)).toEqual([]);
    const odd = knowledge.services.filter(
      (service) => rowsOf(service).length > 0 !== (service.table?.tab === "built-in"),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  /** What the rows alone allow as a verdict for a region without a pair. */
  function allowed({ capabilities }: Service): readonly Verdict[] {
    const rows = capabilities.filter(({ tableRow }) => tableRow !== undefined);
    const nonpaired = rows.filter((row) => row.nonpaired);
    if (rows.length === 0) return ["nothing-built-in"];
    if (nonpaired.length === 0) return ["paired-only"];
    const anywhere = nonpaired.some(({ limits }) => limits !== "listed-regions");
    return anywhere ? ["works-anywhere", "not-regional", "backups-only"] : ["some-regions"];
  }

  test("each verdict is one that its rows allow, but for DocumentDB's, of which a newer page says otherwise", () => {
    const odd = inTable.filter((service) => !allowed(service).includes(service.verdict.kind));
    expect(odd.map(({ id }) => id)).toEqual(["azure-documentdb"]);
    const [documentDb] = odd;
    expect(documentDb?.capabilities).toMatchObject([{ nonpaired: true }]);
    expect(documentDb?.sources.dated.localeCompare("2026-05-20")).toBe(1);
  });
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
