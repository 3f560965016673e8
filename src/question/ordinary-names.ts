/** Names that are ordinary words too ("functions", "LAW"), and when they are names. */
import { isEverydayCompound } from "./compounds";
import type { Lexicon } from "./lexicon";
import type { Meaning } from "./meaning";
import type { Teller } from "./name-or-word";
import type { Named } from "./name-span";
import { isNoName, isPlaceByArticle, isShouted } from "./no-name";
import { isHandledThing, isPlacedThing } from "./placed";
import { isWithin } from "./spans";
import type { Span } from "./spot";
import { isAWorker, standsAlone } from "./stands-alone";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";

/** @param tell what the learnt weights are sure of */
export function isName(
  meaning: Meaning,
  span: Span,
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
  tell: Teller,
): meaning is Named {
  // "Zoom in on it" names no Zoom, a birthday speech no Speech.
  if (meaning.kind === "other-product") return !isPartOfACue(span, spans) && !isEverydayCompound(span, tokens);
  if (meaning.kind !== "service" && meaning.kind !== "region") return false;
  if (isNoName(span, meaning, spans, tokens, lexicon)) return false;
  if (meaning.ordinary && hasNameOfItsOwn(span, spans)) return isPlaceByArticle(meaning, span, tokens, lexicon);
  if (!meaning.ordinary || isPlaceByArticle(meaning, span, tokens, lexicon)) return true;
  const told = meaning.kind === "service" ? tell(span) : null;
  if (told !== null) return told === "name";
  const isShared = meaning.kind === "service" && meaning.services.length > 1;
  if (isPlacedThing(span, spans, tokens) || (isShared && isHandledThing(span, spans, tokens))) return true;
  if (isAWorker(span, spans, tokens)) return true;
  if (isPartOfACue(span, spans)) return false;
  if (meaning.kind === "service" && meaning.plural && !tokens[span.end - 1]?.plain.endsWith("s")) return false;
  if (isCapital(span, tokens)) return !isShouted(span, tokens, lexicon);
  // "pls can someone say": PLS is the Private Link service in capitals only.
  const isPlural = meaning.kind === "service" && meaning.plural === true;
  const isWord = !isPlural && lexicon.isStopWord(wordAt(span.start, tokens));
  return !isWord && standsAlone(span, isPlural, spans, tokens);
}

/** "queue" is short for Azure Queue Storage, but as a name of its own it is Service Bus too. */
export function hasNameOfItsOwn({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some(
    (other) =>
      other.start === start &&
      other.end === end &&
      other.meanings.some((meaning) => meaning.kind === "service" && !meaning.ordinary),
  );
}

/** "by law". */
function isPartOfACue(span: Span, spans: readonly Span[]): boolean {
  return spans.some((other) => isWithin(span, other) && other.meanings.some(({ kind }) => kind === "cue"));
}

/** "LAW", or "Functions" within a sentence, behind a comma too; at its start any word has a capital. */
function isCapital({ start }: Span, tokens: readonly Token[]): boolean {
  const raw = tokens[start]?.raw ?? "";
  const isAcronym = raw.length > 1 && raw === raw.toUpperCase();
  // "Q and A" is no queue.
  if (raw.length === 1) return false;
  return (
    isAcronym ||
    (start > 0 && (!tokens[start]?.breakBefore || tokens[start]?.pause === "comma") && /^\p{Lu}/u.test(raw))
  );
}
