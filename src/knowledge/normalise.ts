/** How names are compared: the same rule for what people type and for what the knowledge files claim. */

const MARKS = /\p{M}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;
/** Nothing to take apart: most messages. */
const ASCII = /^[\0-\x7f]*$/;
/** Nearly all words; what they are folded to needs no look at Unicode's tables. */
const PLAIN = /^[a-z0-9]*$/;
/** "dont" is typed for "don't", which falls into two words. */
const NOT_JOINED = /\b(do|does|did|is|are|was|were|has|have|had|could|should|would|need|must|ca)nt\b/gi;
/** What is won is no "won't". */
const WONT = /\bwon['’]?t\b/gi;
const CAMEL_BREAK = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?!s$)[a-z])/;

/**
 * Splits a text into words; punctuation, symbols and control characters separate them.
 * @param text any string
 * @returns the words in order, each folded (see fold), none for a text without letters and digits
 */
export function words(text: string): string[] {
  return rawWords(text).map(fold);
}

/** The words as they were typed, so that CamelCase can still be opened. */
export function rawWords(text: string): string[] {
  const plainLetters = ASCII.test(text) ? text : text.normalize("NFKC").normalize("NFD").replace(MARKS, "");
  return plainLetters.replace(NOT_JOINED, "$1n t").replace(WONT, "will not").match(WORD) ?? [];
}

/** One word without accents, in lower case, singular: "Querétaro" → "queretaro", "Hubs" → "hub". */
export function fold(word: string): string {
  return singular(plain(word));
}

/** Words to look for in a message, a space between them: folded as those are, so that "does" is found there as "doe". */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(" ").map(fold));
}

/** A word without accents, in lower case, but as singular or plural as it is: what was typed, letter for letter. */
export function plain(word: string): string {
  return PLAIN.test(word) ? word : word.normalize("NFKD").replace(MARKS, "").toLowerCase();
}

/** "EventGrid" → ["Event", "Grid"]; a word without an inner capital comes back alone. */
export function openCamelCase(word: string): string[] {
  return word.split(CAMEL_BREAK);
}

/** The key under which two spellings of one name are the same: "Event Grid", "event-grid" and "EventGrid". */
export function nameKey(text: string): string {
  return words(text).join("");
}

/** Both sides are cut alike, so a wrong cut ("kubernete") does no harm. */
function singular(word: string): string {
  if (word.length <= 3 || !word.endsWith("s") || /(ss|us|is|os)$/.test(word)) return word;
  return word.endsWith("ies") && word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
