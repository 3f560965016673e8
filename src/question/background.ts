/** Names that a message tells of before it asks about another: "We also run Batch. Does Site Recovery work from Milan?" */
import { type NameSpan, servicesOf } from "./name-span";
import type { Token } from "./tokens";

type Sentence = { readonly start: number; readonly end: number };

/**
 * Where the last sentences ask, and name services themselves, what only the sentences before them name is background.
 * @param meant the names that the message means, in order
 */
export function withoutBackground(meant: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const services = meant.filter(({ name }) => name.kind === "service");
  if (services.length < 2) return meant;
  const sentences = sentencesOf(tokens);
  const first = sentences.find(
    (sentence) => isQuestion(sentence, tokens) && services.some((span) => isIn(span, sentence)),
  );
  if (!first || tokens.slice(first.start).some(({ word }) => ALL_OF_THEM.has(word))) return meant;
  const asked = new Set(services.filter(({ start }) => start >= first.start).flatMap(servicesOf));
  const isTold = (span: NameSpan) =>
    sentences.some((it) => it.end <= first.start && isIn(span, it) && isTelling(it, services));
  const isAside = (span: NameSpan) => isTold(span) && !servicesOf(span).some((id) => asked.has(id));
  return meant.filter((span) => span.name.kind !== "service" || !isAside(span));
}

function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const isStart = ({ pause }: Token, i: number) => i === 0 || pause === "end" || (pause === "colon" && asks(i, tokens));
  const starts = tokens.flatMap((token, i) => (isStart(token, i) ? [i] : []));
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? tokens.length }));
}

function isIn({ start }: NameSpan, sentence: Sentence): boolean {
  return start >= sentence.start && start < sentence.end;
}

/** "What about the queues behind them" asks about what was told, too. */
const ALL_OF_THEM: ReadonlySet<string> = new Set([
  "them",
  "they",
  "their",
  "these",
  "both",
  "all",
  "each",
  "too",
  "also",
]);

/** "Notification Hubs; Event Grid; …" is a list and tells nothing. */
function isTelling(sentence: Sentence, services: readonly NameSpan[]): boolean {
  const named = services.filter((span) => isIn(span, sentence)).reduce((sum, { start, end }) => sum + end - start, 0);
  return sentence.end - sentence.start - named >= WORDS_OF_A_STATEMENT;
}

const WORDS_OF_A_STATEMENT = 2;

/** A sentence with a question mark, but for what stands before a colon in it. */
function isQuestion({ start, end }: Sentence, tokens: readonly Token[]): boolean {
  return (tokens[start]?.asked === true && tokens[end]?.pause !== "colon") || asks(start, tokens);
}

/** "So what about …", "does …". */
function asks(start: number, tokens: readonly Token[]): boolean {
  const opening = tokens.slice(start, start + 2).find(({ word }) => !OPENINGS.has(word));
  return ASKS.has(opening?.word ?? "");
}

const OPENINGS: ReadonlySet<string> = new Set(["so", "and", "but", "now", "then", "ok", "well"]);
const ASKS: ReadonlySet<string> = new Set(
  "do doe did is are can could will would should what which how where who when why".split(" "),
);
