/** Whether a message asks for many: "which regions", "databases without one". */
import { wordSet } from "../knowledge/normalise";
import type { Lexicon } from "./lexicon";
import type { Names } from "./names";
import { withKind } from "./spans";
import type { Span } from "./spot";
import { beginsThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";

/** What lists are made of; the plural tells "which regions" from "which region". */
const COUNTED: ReadonlySet<string> = new Set(["region", "service", "pair", "location", "place"]);

/** "regoins" too: what is read as a region or a service, and ends as many do. */
export function isPlural(tokens: readonly Token[], spans: readonly Span[]): boolean {
  const counted = withKind(spans, "cue")
    .filter(
      ({ span, meaning }) => span.end - span.start === 1 && (meaning.cue === "regions" || meaning.cue === "services"),
    )
    .map(({ span }) => span.start);
  // The "device twins" of a service are no pairs, and "Azure Lab Services" are no services of ours.
  const isIn = (at: number, kind: "service" | "other-product") =>
    withKind(spans, kind).some(({ span }) => span.end - span.start > 1 && span.start <= at && at < span.end);
  const isOfNames = (token: Token, at: number) =>
    isIn(at, "other-product") || (token.canonical === "pair" && isIn(at, "service"));
  return tokens.some(
    (token, i) => (COUNTED.has(token.canonical) || counted.includes(i)) && isMany(token) && !isOfNames(token, i),
  );
}

/** "Which storage services need a pair", "databases without one": a kind of services, none of them by name. */
export function isOfAKind(names: Names, spans: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): boolean {
  const kinds = kindSpans(spans).flatMap((span) => asKind(span, tokens));
  if (kinds.some(({ start }) => isOneOf(start, tokens))) return false;
  const all = [...kinds, ...names.places];
  const isPart = (i: number) => all.some(({ start, end }) => start <= i && i < end);
  return kinds.length > 0 && tokens.every(({ word }, i) => !names.isCovered(i) || isPart(i) || lexicon.isFiller(word));
}

/** "Storage services", "databases", "services with nothing built in for networking": the words that name the kinds. */
export function kindsNamed(spans: readonly Span[], tokens: readonly Token[]): string[] {
  const named = kindSpans(spans).filter((span) => asKind(span, tokens).length > 0 || isBehindServices(span, tokens));
  return named.flatMap(({ start }) => tokens[start]?.canonical ?? []);
}

function kindSpans(spans: readonly Span[]): Span[] {
  return withKind(spans, "cue").flatMap(({ span, meaning }) => (meaning.cue === "kind" ? [span] : []));
}

type Place = { readonly start: number; readonly end: number };

/** "storage services", "PaaS databases", or by itself what no service is called: "databases". */
function asKind({ start, end }: Span, tokens: readonly Token[]): Place[] {
  const [before, last, next] = [tokens[start - 1], tokens[end - 1], tokens[end]];
  const from = before && SORTS.has(before.word) && !tokens[start]?.breakBefore ? start - 1 : start;
  const isOfEach = EACH.has(wordAt(from - 1, tokens));
  if (next?.canonical === "service" && !next.breakBefore && (isMany(next) || isOfEach))
    return [{ start: from, end: end + 1 }];
  return last && isMany(last) && KINDS_BY_THEMSELVES.has(last.canonical) ? [{ start: from, end }] : [];
}

/** "One of those event services": which is to be asked. */
function isOneOf(start: number, tokens: readonly Token[]): boolean {
  const before = tokens.slice(Math.max(0, start - BEFORE_THE_KIND), start);
  return before.some(({ word }, i) => word === "one" && before[i + 1]?.word === "of");
}

/** "one of the Azure" */
const BEFORE_THE_KIND = 4;
const EACH = wordSet("which every each any");
const SORTS = wordSet("paas managed");

/** "Services with nothing built in for networking", "services in analytics". */
function isBehindServices({ start }: Span, tokens: readonly Token[]): boolean {
  if (beginsThought(start, tokens)) return false;
  const isOfServices = ({ canonical, raw, plain }: Token) => canonical === "service" && isMany({ raw, plain });
  return FOR.has(wordAt(start - 1, tokens)) && tokens.slice(0, start - 1).some(isOfServices);
}

const FOR = wordSet("for in of");

/** "Queues" and "containers" may be the names of some. */
const KINDS_BY_THEMSELVES = wordSet("databases analytics");

function isMany({ raw, plain }: Pick<Token, "raw" | "plain">): boolean {
  return plain.endsWith("s") || /s$/i.test(raw);
}
