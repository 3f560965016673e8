/** "The topic in Madrid", "protect a q against the loss of a region": a thing that somebody has somewhere. */
import type { Span } from "./spot";
import type { Token } from "./tokens";

/**
 * @param span a word that may be a name, and may be none
 * @returns whether it is spoken of as a thing in a place, or as what a region's loss threatens
 */
export function isPlacedThing({ start, end }: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  if (!DETERMINERS.has(tokens[start - 1]?.word ?? "") || tokens[start]?.breakBefore) return false;
  let at = end;
  while (isOneOf(VERBS, tokens[at])) at += 1;
  if (!isOneOf(TIES, tokens[at])) return false;
  at += 1;
  while (isOneOf(ARTICLES, tokens[at])) at += 1;
  return !tokens[at]?.breakBefore && spans.some((span) => span.start === at && isOnPlaces(span));
}

function isOneOf(words: ReadonlySet<string>, token: Token | undefined): boolean {
  return token !== undefined && !token.breakBefore && words.has(token.word);
}

function isOnPlaces({ meanings, confidence }: Span): boolean {
  return meanings.some(
    (it) => (it.kind === "region" && confidence === 1) || (it.kind === "cue" && ON_REGIONS.has(it.cue)),
  );
}

const ON_REGIONS: ReadonlySet<string> = new Set(["regions", "nonpaired", "region-loss"]);
const DETERMINERS: ReadonlySet<string> = new Set("the our my your their a one".split(" "));
const VERBS: ReadonlySet<string> = new Set(
  "live sit run is are that which was deployed hosted located running sitting living".split(" "),
);
const TIES: ReadonlySet<string> = new Set("in from against".split(" "));
const ARTICLES: ReadonlySet<string> = new Set("a an the any another one some different second whole our my".split(" "));
