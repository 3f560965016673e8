/** Whether a message was typed in haste, so that what it names may be mistyped too. */
import type { Token } from "./tokens";

/** Shorter words are abbreviations as often as words. */
const LONGER_WORD = 6;

/** Of the longer words at least two, and a third of all, are no words: then a name may be mistyped too. */
export function isCareless(tokens: readonly Token[]): boolean {
  const longer = tokens.filter(({ raw }) => raw.length >= LONGER_WORD);
  const strange = longer.filter((token) => token.strange);
  return strange.length >= 2 && strange.length * 3 >= longer.length;
}
