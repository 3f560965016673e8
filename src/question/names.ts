/** Which of the overlapping names in a message were meant: services and regions compete for its words. */
import type { Lexicon, Meaning } from "./lexicon";
import type { Candidate } from "./query";
import type { Span } from "./spot";
import type { Token } from "./tokens";

type Named = Extract<Meaning, { kind: "service" | "region" }>;
type NameSpan = Span & { readonly name: Named };

export type Names = {
  readonly services: readonly Candidate[];
  readonly unclear: ReadonlyArray<readonly Candidate[]>;
  readonly regions: readonly string[];
  /** Whether a span shares a word with a chosen name, so that it says nothing of its own ("log in" in "Logs in"). */
  readonly covers: (span: Span) => boolean;
  readonly isCovered: (token: number) => boolean;
};

/** A misspelt name below this is not taken for the name. */
const WEAKEST_NAME = 0.6;
/** What one more name costs, in words: "sql managed instance" beats "sql" and "managed instance". */
const COST_OF_A_NAME = 0.3;

/** Chooses the names that cover the message best and sorts them into services, unclear names and regions. */
export function chooseNames(spans: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): Names {
  const named = nameSpans(spans).map((span) => withBrand(span, tokens));
  const chosen = bestCover(named, tokens.length);
  const meant = chosen.filter((span) => !isDenied(span, tokens, lexicon));
  const certain = new Map<string, number>();
  for (const span of meant) {
    const [only, ...others] = span.name.kind === "service" ? span.name.services : [];
    if (only !== undefined && others.length === 0) {
      certain.set(only, Math.max(certain.get(only) ?? 0, span.confidence));
    }
  }
  return {
    services: [...certain].map(([service, confidence]) => ({ service, confidence })),
    unclear: unclearNames(meant, certain),
    regions: [...new Set(meant.flatMap(({ name }) => (name.kind === "region" ? name.regions : [])))],
    covers: (span) => chosen.some(({ start, end }) => start < span.end && span.start < end),
    isCovered: (token) => chosen.some(({ start, end }) => start <= token && token < end),
  };
}

function nameSpans(spans: readonly Span[]): NameSpan[] {
  return spans.flatMap((span) =>
    span.meanings.flatMap((meaning) =>
      (meaning.kind === "service" || meaning.kind === "region") && span.confidence >= WEAKEST_NAME
        ? [{ ...span, name: meaning }]
        : [],
    ),
  );
}

/** "Azure Storage Mover" is one name, not Azure Storage and then a mover: the brand before a name belongs to it. */
function withBrand(span: NameSpan, tokens: readonly Token[]): NameSpan {
  const isBrand = BRANDS.has(tokens[span.start - 1]?.word ?? "") && tokens[span.start]?.breakBefore === false;
  return isBrand ? withBrand({ ...span, start: span.start - 1 }, tokens) : span;
}

const BRANDS: ReadonlySet<string> = new Set(["azure", "microsoft", "ms"]);

/** Weighted interval scheduling: the set of names without overlap that explains most words, the fewer names the better. */
function bestCover(spans: readonly NameSpan[], length: number): NameSpan[] {
  type Cover = { value: number; spans: NameSpan[] };
  const best: Cover[] = [{ value: 0, spans: [] }];
  for (let end = 1; end <= length; end += 1) {
    let cover = best[end - 1] ?? { value: 0, spans: [] };
    for (const span of spans) {
      if (span.end !== end) continue;
      const before = best[span.start] ?? { value: 0, spans: [] };
      const value = before.value + worth(span);
      if (value > cover.value) cover = { value, spans: [...before.spans, span] };
    }
    best.push(cover);
  }
  return best[length]?.spans ?? [];
}

/** A name that only one service has is worth a little more than one that several share. */
function worth(span: NameSpan): number {
  const shared = span.name.kind === "service" && span.name.services.length > 1 ? 0.05 : 0;
  return (span.end - span.start) * span.confidence ** 2 - COST_OF_A_NAME - shared;
}

/** "Event Hubs, not Event Grid": a name right behind a denial is not meant. */
function isDenied(span: NameSpan, tokens: readonly Token[], lexicon: Lexicon): boolean {
  let at = span.start - 1;
  while (at >= 0 && lexicon.isFiller(tokens[at]?.word ?? "")) at -= 1;
  const last = tokens[at]?.word ?? "";
  const before = tokens[at - 1]?.word ?? "";
  return DENIALS.has(last) || DENIALS.has(`${before} ${last}`);
}

const DENIALS: ReadonlySet<string> = new Set([
  "not",
  "unlike",
  "excluding",
  "except",
  "rather than",
  "instead of",
  "other than",
  "apart from",
]);

/** Shared names, less those that a name given in full settles ("Azure Managed Redis … our redis"). */
function unclearNames(meant: readonly NameSpan[], certain: ReadonlyMap<string, number>): Candidate[][] {
  const open = meant.flatMap(({ name, confidence }) =>
    name.kind === "service" && name.services.length > 1 && !name.services.some((id) => certain.has(id))
      ? [name.services.map((service) => ({ service, confidence }))]
      : [],
  );
  const keys = open.map((candidates) => candidates.map(({ service }) => service).join(" "));
  return open.filter((_, i) => keys.indexOf(keys[i] ?? "") === i);
}
