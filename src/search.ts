/** The compose box: what was typed so far → services, regions and answers, each with its card. Pure. */
import type { Answer } from "./answer/answer";
import { decide } from "./answer/decide";
import { plainText } from "./cards/plain";
import type { Renderer } from "./cards/render";
import { oneLine } from "./cards/views/parts";
import { viewOf } from "./cards/views/view-of";
import { linksOnly } from "./cards/views/ways-on";
import { words } from "./cards/words";
import type { Index } from "./knowledge/indexed";
import { onFirstUse } from "./on-first-use";
import { NameFinder } from "./question/find-names";
import type { Lexicon } from "./question/lexicon";
import type { Query } from "./question/query";
import { tapSchema, tapToQuery } from "./question/tap";
import { understand } from "./question/understand";
import type { Hit, SearchResult } from "./responder";

/** Teams shows a handful at a time, and each comes with its whole card. */
const MOST_HITS = 8;
/** What is longer is a pasted text; its beginning says enough. */
const LONGEST_QUERY = 300;

/**
 * What shows before anything was typed: questions that the prompt starters ask too. A choice of ours, not a count of
 * what people ask; `npm run report` counts that.
 */
const STARTING_POINTS = [
  { services: ["azure-event-grid"] },
  { services: ["azure-kubernetes-service"] },
  { services: ["azure-sql-database"] },
  { services: ["azure-cosmos-db"] },
  { services: ["azure-key-vault"] },
  { catalog: "nonpaired-regions" },
  { catalog: "works-without-pairs" },
];

type Found = { readonly answer: Answer; readonly id: string; readonly hit: Hit };

/** Makes the search over the parts that the responder has already. */
export function createSearch(index: Index, lexicon: Lexicon, renderer: Renderer): (typed: string) => SearchResult {
  const finder = onFirstUse(() => new NameFinder(index.knowledge, lexicon.spelling));

  function queriesFor(typed: string): Query[] {
    const query = understand(typed, lexicon);
    if (query.empty) return STARTING_POINTS.map(queryOf);
    const named = finder().find(typed).slice(0, MOST_HITS).map(queryOf);
    return named.length === 0 || isSure(query) ? [query, ...named] : named;
  }

  function found(query: Query): Found[] {
    const answer = decide(query, index);
    if (answer.kind === "decline" || answer.kind === "help" || answer.kind === "disambiguate") return [];
    const view = viewOf(answer, index);
    const shown = linksOnly(view);
    const text = view.verdict ? `${view.verdict.word}. ${view.verdict.sentence}` : view.lead || view.summary;
    const card = renderer.render(answer.kind, shown, plainText(shown));
    return [{ answer, id: idOf(answer), hit: { title: view.title, text: oneLine(text.replaceAll("**", "")), card } }];
  }

  return (typed) => {
    const all = queriesFor(typed.slice(0, LONGEST_QUERY)).flatMap(found);
    const hits = all.filter(({ hit }, i) => all.findIndex((other) => other.hit.title === hit.title) === i);
    return resultOf(hits.slice(0, MOST_HITS));
  };
}

/** Foreign or not, a meaning becomes a query in one way only. */
function queryOf(meaning: unknown): Query {
  return tapToQuery(tapSchema.parse(meaning));
}

/** Half a word may look like a misspelt one ("stor" like "start"), so only what was named rightly comes before names. */
function isSure({ services, regions }: Query): boolean {
  return services.length + regions.length > 0 && services.every(({ confidence }) => confidence === 1);
}

function idOf(answer: Answer): string {
  if (answer.kind === "answer") return answer.view.service.id;
  if (answer.kind === "region") return answer.regions.map(({ id }) => id).join(" ");
  if (answer.kind === "concept") return answer.concept.id;
  return answer.kind;
}

function resultOf(found: readonly Found[]): SearchResult {
  const common = { services: [], regions: [], candidates: [] };
  return {
    hits: found.map(({ hit }) => hit),
    nothing: words.search.nothing,
    decision:
      found.length > 0
        ? { ...common, kind: "catalog", confidence: 1, listed: found.map(({ id }) => id) }
        : { ...common, kind: "decline", confidence: 0, reason: "no-match" },
  };
}
