/** Where the thoughts and sentences of a message begin and end: a thought lies between two pauses. */
import type { Token } from "./tokens";

/** The word that stands there, folded; none beyond the message. */
export function wordAt(at: number, tokens: readonly Token[]): string {
  return tokens[at]?.word ?? "";
}

/** The words that stand there, the last place left out. */
export function wordsBetween(from: number, to: number, tokens: readonly Token[]): readonly string[] {
  return tokens.slice(from, to).map(({ word }) => word);
}

export function beginsThought(at: number, tokens: readonly Token[]): boolean {
  return at === 0 || tokens[at]?.breakBefore === true;
}

/** Whether the token before this place is the last of its thought. */
export function endsThought(at: number, tokens: readonly Token[]): boolean {
  return tokens[at]?.breakBefore ?? true;
}

/** Whether no pause stands before any of these. */
export function isUnbroken(tokens: readonly Token[]): boolean {
  return tokens.every(({ breakBefore }) => !breakBefore);
}

export function startOfThought(at: number, tokens: readonly Token[]): number {
  let start = at;
  while (start > 0 && !tokens[start]?.breakBefore) start -= 1;
  return start;
}

/** The place behind the last token of its thought. */
export function endOfThought(at: number, tokens: readonly Token[]): number {
  let end = at + 1;
  while (end < tokens.length && !tokens[end]?.breakBefore) end += 1;
  return end;
}

/** All thoughts of a message, in order. */
export function thoughtsOf(tokens: readonly Token[]): ReadonlyArray<readonly Token[]> {
  const starts = tokens.flatMap((_, at) => (beginsThought(at, tokens) ? [at] : []));
  return starts.map((start, i) => tokens.slice(start, starts[i + 1] ?? tokens.length));
}

/** The tokens of a thought from this one on, at most so many. */
export function thoughtFrom(at: number, tokens: readonly Token[], most = tokens.length): readonly Token[] {
  return tokens.slice(at, Math.min(at + most, endOfThought(at, tokens)));
}

/** What a thought has from this place on, at most so many tokens; none where another begins there. */
export function restOfThought(at: number, tokens: readonly Token[], most = tokens.length): readonly Token[] {
  return tokens.slice(at, Math.min(at + most, endOfThought(at - 1, tokens)));
}

export function startOfSentence(at: number, tokens: readonly Token[]): number {
  let start = at;
  while (start > 0 && tokens[start]?.pause !== "end") start -= 1;
  return start;
}
