/** Which of the names that overlap explain most of the message. */
import type { NameSpan } from "./name-span";

/** What one more name costs, in words: "sql managed instance" beats "sql" and "managed instance". */
const COST_OF_A_NAME = 0.3;

/** Weighted interval scheduling: the set of names without overlap that explains most words, the fewer names the better. */
export function bestCover(spans: readonly NameSpan[], length: number): NameSpan[] {
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
