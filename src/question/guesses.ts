/** Services of whose names a message without a name has a part: "the grid". */
import type { Cue } from "../knowledge/schema";
import { isEverydayCompound } from "./compounds";
import type { Lexicon } from "./lexicon";
import type { Candidate } from "./query";
import { withKind } from "./spans";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/**
 * @param isCovered whether a word is one of a name
 * @returns at most five services, the likeliest first; their confidence is how much of the name was said
 */
export function guesses(
  tokens: readonly Token[],
  spans: readonly Span[],
  isCovered: (i: number) => boolean,
  lexicon: Lexicon,
): Candidate[] {
  // The "site" of "DR site" is no Site Recovery, the "protection" of an officer no DDoS Protection.
  const phrases = withKind(spans, "cue").filter(
    ({ span, meaning }) => TELLING.has(meaning.cue) && span.end - span.start > 1,
  );
  const isOfAPhrase = (i: number) => phrases.some(({ span }) => span.start <= i && i < span.end);
  const found = new Map<string, number>();
  tokens.forEach(({ word, canonical }, i) => {
    if (isCovered(i) || isOfAPhrase(i) || lexicon.isStopWord(word) || lexicon.isTopicWord(canonical)) return;
    if (isEverydayCompound({ start: i, end: i + 1 }, tokens)) return;
    if (lexicon.isKnown(canonical)) found.set(canonical, 1);
  });
  return lexicon.names
    .match(found)
    .slice(0, 5)
    .map(({ service, share }) => ({ service, confidence: share }));
}

const TELLING: ReadonlySet<Cue> = new Set(["region-loss", "go-on", "agent", "switching", "people"]);
