/** How names are compared: the same rule for what people type and for what the knowledge files claim. */

const CAMEL_BREAK = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g;
const MARKS = /\p{M}+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/u;

/**
 * Splits a text into comparable words: accents and case folded, CamelCase opened, punctuation dropped.
 * @param text any string
 * @returns the words in order; none for a text without letters and digits
 */
export function words(text: string): string[] {
  return text
    .normalize("NFKC")
    .replace(CAMEL_BREAK, " ")
    .normalize("NFD")
    .replace(MARKS, "")
    .toLowerCase()
    .split(NOT_WORD)
    .filter((word) => word !== "");
}

/** The key under which two spellings of one name are the same: "Event Grid", "event-grid" and "EventGrid". */
export function nameKey(text: string): string {
  return words(text).join("");
}
