/** Whether a message was typed in haste, so that what it names may be mistyped too. */
import { isEnglish } from "./english";
import type { Lexicon } from "./lexicon";
import type { Token } from "./tokens";

/** Shorter words are abbreviations as often as words. */
const LONGER_WORD = 6;

/** Of the longer words at least two, and a third of all, are no words: then a name may be mistyped too. */
export function isCareless(tokens: readonly Token[], lexicon: Lexicon): boolean {
  const longer = tokens.filter(({ word }) => word.length >= LONGER_WORD);
  const strange = longer.filter((token) => isStrange(token, lexicon));
  return strange.length >= 2 && strange.length * 3 >= longer.length;
}

/** No word of the language, and none that we know. */
export function isStrange({ word }: Token, lexicon: Lexicon): boolean {
  return !isEnglish(word) && !lexicon.isKnown(word);
}
