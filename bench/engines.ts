/** What people would use instead: search libraries over the same knowledge, a document a service. */
import { create, insertMultiple, search } from "@orama/orama";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import type { Service } from "../src/knowledge/schema";

/** A service that an engine found; a higher score is a better match, comparable within one engine. */
export type Hit = { readonly id: string; readonly score: number };
export type Engine = { readonly name: string; readonly find: (text: string) => Hit[] };

type Doc = { id: string; name: string; aliases: string; about: string };

/** Names and aliases weigh most, as anyone would set it up; the sentences help with words such as "failover". */
const WEIGHTS = { name: 3, aliases: 2, about: 1 };

/** @returns one document a service, with all that our own matching reads and the sentences of its card */
export function documents(services: readonly Service[]): Doc[] {
  return services.map(({ id, name, shortName, aliases, verdict, capabilities, designs }) => ({
    id,
    name: `${name} ${shortName}`,
    aliases: aliases.map(({ text }) => text).join(" | "),
    about: [verdict.nonpaired, ...capabilities.map((row) => row.summary), ...designs.map((row) => row.summary)].join(
      " ",
    ),
  }));
}

export function engines(services: readonly Service[]): Engine[] {
  const docs = documents(services);
  return [fuse("fuse.js", docs, false), fuse("fuse.js token search", docs, true), miniSearch(docs), orama(docs)];
}

export function fuse(name: string, docs: readonly Doc[], useTokenSearch: boolean): Engine {
  const index = new Fuse(docs, {
    keys: Object.entries(WEIGHTS).map(([key, weight]) => ({ name: key, weight })),
    includeScore: true,
    ignoreLocation: true,
    useTokenSearch,
  });
  return {
    name,
    find: (text) =>
      index.search(text, { limit: 10 }).map(({ item, score }) => ({ id: item.id, score: 1 - (score ?? 1) })),
  };
}

export function miniSearch(docs: readonly Doc[]): Engine {
  const index = new MiniSearch<Doc>({
    fields: ["name", "aliases", "about"],
    searchOptions: { boost: WEIGHTS, fuzzy: 0.2 },
  });
  index.addAll(docs);
  return {
    name: "MiniSearch",
    find: (text) =>
      index
        .search(text)
        .slice(0, 10)
        .map(({ id, score }) => ({ id: String(id), score })),
  };
}

export function orama(docs: readonly Doc[]): Engine {
  const db = create({ schema: { id: "string", name: "string", aliases: "string", about: "string" } as const });
  insertMultiple(db, [...docs]);
  return {
    name: "Orama",
    find: (text) => {
      const found = search(db, { term: text, tolerance: 1, boost: WEIGHTS, limit: 10 });
      return "hits" in found ? found.hits.map(({ document, score }) => ({ id: document.id, score })) : [];
    },
  };
}
