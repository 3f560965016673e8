/** The sentences of a message, and which of them ask. */
import type { Span } from "./spot";
import type { Token } from "./tokens";
import { anyOf, COORDINATORS, QUESTION_OPENINGS } from "./word-classes";

export type Sentence = { readonly start: number; readonly end: number };

export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const isStart = ({ pause }: Token, i: number) => i === 0 || pause === "end" || (pause === "colon" && asks(i, tokens));
  const starts = tokens.flatMap((token, i) => (isStart(token, i) ? [i] : []));
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? tokens.length }));
}

/** @returns those that ask something */
export function questionsAmong(sentences: readonly Sentence[], tokens: readonly Token[]): Sentence[] {
  return sentences.filter((sentence) => isQuestion(sentence, tokens));
}

export function isIn({ start }: Span, sentence: Sentence): boolean {
  return start >= sentence.start && start < sentence.end;
}

/** A sentence with a question mark, but for what stands before a colon in it. */
function isQuestion({ start, end }: Sentence, tokens: readonly Token[]): boolean {
  return (tokens[start]?.asked === true && tokens[end]?.pause !== "colon") || asks(start, tokens);
}

/** "So what about …", "does …". */
function asks(start: number, tokens: readonly Token[]): boolean {
  const opening = tokens.slice(start, start + 2).find(({ word }) => !OPENINGS.has(word));
  return QUESTION_OPENINGS.has(opening?.word ?? "");
}

const OPENINGS = anyOf(COORDINATORS, "now ok well");
