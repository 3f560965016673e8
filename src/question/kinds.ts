/** Whether a message asks for many: "which regions", "databases without one". */
import type { Lexicon } from "./lexicon";
import type { Names } from "./names";
import { withKind } from "./spans";
import type { Span } from "./spot";
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
  const named = withKind(spans, "cue").flatMap(({ span, meaning }) => (meaning.cue === "kind" ? [span] : []));
  const kinds = named.flatMap((span) => asKind(span, tokens));
  const all = [...kinds, ...names.places];
  const isPart = (i: number) => all.some(({ start, end }) => start <= i && i < end);
  return kinds.length > 0 && tokens.every(({ word }, i) => !names.isCovered(i) || isPart(i) || lexicon.isFiller(word));
}

/** "storage services", or by itself what no service is called: "databases". */
function asKind({ start, end }: Span, tokens: readonly Token[]): Array<{ start: number; end: number }> {
  const [last, next] = [tokens[end - 1], tokens[end]];
  if (next?.canonical === "service" && !next.breakBefore && isMany(next)) return [{ start, end: end + 1 }];
  return last && isMany(last) && KINDS_BY_THEMSELVES.has(last.canonical) ? [{ start, end }] : [];
}

/** "Queues" and "containers" may be the names of some. */
const KINDS_BY_THEMSELVES: ReadonlySet<string> = new Set(["database"]);

function isMany({ raw, plain }: Token): boolean {
  return plain.endsWith("s") || /s$/i.test(raw);
}
