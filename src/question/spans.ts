/** What to ask of spans: which say something of a kind, and which lie within others. */
import type { Cue } from "../knowledge/schema";
import type { Meaning } from "./meaning";
import type { Span } from "./spot";

export type Found<K extends Meaning["kind"]> = {
  readonly span: Span;
  readonly meaning: Extract<Meaning, { kind: K }>;
};

/** The spans of a message that give one of these cues. */
export type SpansOf = (...cues: readonly Cue[]) => Span[];

export function withKind<K extends Meaning["kind"]>(spans: readonly Span[], kind: K): Found<K>[] {
  return spans.flatMap((span) =>
    span.meanings.flatMap((meaning) =>
      meaning.kind === kind ? [{ span, meaning: meaning as Extract<Meaning, { kind: K }> }] : [],
    ),
  );
}

/** Whether a longer span has all of its words. */
export function isWithin({ start, end }: Span, other: Span): boolean {
  return other.start <= start && other.end >= end && other.end - other.start > end - start;
}
