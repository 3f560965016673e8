/** What to ask of spans: which say something of a kind, and which lie within others. */
import { pushTo } from "../grouping";
import type { Cue } from "../knowledge/schema";
import type { Meaning } from "./meaning";
import type { Span } from "./spot";

export type Found<K extends Meaning["kind"]> = {
  readonly span: Span;
  readonly meaning: Extract<Meaning, { kind: K }>;
};

/** The spans of a message that give one of these cues. */
export type SpansOf = (...cues: readonly Cue[]) => readonly Span[];

export function withKind<K extends Meaning["kind"]>(spans: readonly Span[], kind: K): Found<K>[] {
  const found: Found<K>[] = [];
  for (const span of spans) {
    for (const meaning of span.meanings) if (isOf(kind, meaning)) found.push({ span, meaning });
  }
  return found;
}

function isOf<K extends Meaning["kind"]>(kind: K, meaning: Meaning): meaning is Extract<Meaning, { kind: K }> {
  return meaning.kind === kind;
}

/** Asked some thirty times a message, so each cue's spans are looked for once. */
export function cuesIn(spans: readonly Span[]): SpansOf {
  const all = withKind(spans, "cue");
  const byCue = new Map<Cue, Span[]>();
  for (const { span, meaning } of all) pushTo(byCue, meaning.cue, span);
  return (...cues) => {
    const [cue, ...others] = cues;
    if (cue !== undefined && others.length === 0) return byCue.get(cue) ?? [];
    return all.filter(({ meaning }) => cues.includes(meaning.cue)).map(({ span }) => span);
  };
}

type Bounds = Pick<Span, "start" | "end">;

/** Whether a longer span has all of its words. */
export function isWithin({ start, end }: Bounds, other: Bounds): boolean {
  return other.start <= start && other.end >= end && other.end - other.start > end - start;
}

/** Where the words of these spans stand. */
export function placesOf(spans: readonly Bounds[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { start, end } of spans) for (let at = start; at < end; at += 1) places.add(at);
  return places;
}

/** Whether one of its words stands there. */
export function hasAny(places: ReadonlySet<number>, { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) if (places.has(at)) return true;
  return false;
}
