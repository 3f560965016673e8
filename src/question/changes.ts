/** "Without Functions", "drop AKS, add Key Vault": what a message takes out of the plan before, and adds to it. */
import type { Lexicon } from "./lexicon";
import type { Meaning } from "./meaning";
import { type Found, withKind } from "./spans";
import type { Span } from "./spot";
import type { Token } from "./tokens";

export type Changes = {
  /** Services that are to be left out; of a shared name all that it may mean. */
  readonly left: readonly string[];
  readonly added: readonly string[];
};

export const NO_CHANGES: Changes = { left: [], added: [] };

/** @param spans all that the message says */
export function changesOf(spans: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): Changes {
  const signs = withKind(spans, "cue").filter(({ meaning: { cue } }) => cue === "leave-out" || cue === "add");
  const names = signs.length > 0 ? withKind(spans, "service") : [];
  const of = (cue: "leave-out" | "add") =>
    names
      .filter(({ span }) => isRuledBy(span, signs, names, tokens, lexicon) === cue)
      .flatMap(({ meaning }) => meaning.services);
  return names.length === 0 ? NO_CHANGES : { left: of("leave-out"), added: of("add") };
}

/** The sign right before a name, or before the list that the name stands in. */
function isRuledBy(
  { start }: Span,
  signs: ReadonlyArray<Found<"cue">>,
  names: ReadonlyArray<{ readonly span: Span; readonly meaning: Meaning }>,
  tokens: readonly Token[],
  lexicon: Lexicon,
): string | undefined {
  const isNamed = (at: number) => names.some(({ span }) => span.start <= at && at < span.end);
  let at = start;
  while (at > 0) {
    const sign = signs.find(({ span }) => span.end === at);
    // "No, Event Hubs" leaves nothing out.
    if (sign) return tokens[at]?.breakBefore ? undefined : sign.meaning.cue;
    const word = tokens[at - 1]?.word ?? "";
    if (!lexicon.isFiller(word) && !JOINS.has(word) && !isNamed(at - 1)) return undefined;
    at -= 1;
  }
  return undefined;
}

const JOINS: ReadonlySet<string> = new Set(["and", "or", "also", "with", "by"]);
