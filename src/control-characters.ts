/** Characters that move a terminal's cursor, change its colours or turn words round; foreign words may hold any. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** @returns the text on one line, with a blank for each run of them */
export function withoutControl(text: string): string {
  return text.replace(CONTROL, " ");
}
