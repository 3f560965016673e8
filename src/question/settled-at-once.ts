/** Names that are settled in a word: "AKS in Madrid, fine.", "Key Vault? ok.", "Done: Cosmos DB, SQL. To do: Redis". */
import { wordSet } from "../knowledge/normalise";
import type { NameSpan } from "./name-span";
import { isIn, type Sentence, sentencesOf } from "./sentences";
import type { Token } from "./tokens";

/** @returns the names of sentences that settle what they name, if other sentences name others */
export function settledAtOnce(chosen: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  if (!tokens.some(({ word }) => SETTLED.has(word) || OPEN.has(word))) return [];
  const services = chosen.filter(({ name }) => name.kind === "service");
  const sentences = sentencesOf(tokens).filter((it) => it.end - it.start > 0);
  const isHeaded = sentences.some((sentence) => heads(sentence, OPEN, tokens));
  const settled = sentences.filter((sentence, i) =>
    isHeaded ? !heads(sentence, OPEN, tokens) : isSettled(sentence, sentences[i + 1], tokens),
  );
  const out = services.filter((span) => settled.some((sentence) => isIn(span, sentence)));
  return out.length < services.length ? out : [];
}

function isSettled(sentence: Sentence, next: Sentence | undefined, tokens: readonly Token[]): boolean {
  if (heads(sentence, SETTLED, tokens)) return true;
  const isAnswered = next !== undefined && next.end - next.start === 1 && SETTLED.has(tokens[next.start]?.word ?? "");
  if (tokens[sentence.start]?.asked) return isAnswered && !tokens[sentence.end]?.asked;
  const last = tokens[sentence.end - 1];
  return sentence.end < tokens.length && last?.breakBefore === true && SETTLED.has(last.word);
}

/** "Still to do: Redis, …": so many words and a colon. */
function heads({ start, end }: Sentence, words: ReadonlySet<string>, tokens: readonly Token[]): boolean {
  const colon = tokens
    .slice(start, Math.min(end, start + LONGEST_HEADING + 1))
    .findIndex(({ pause }) => pause === "colon");
  return colon > 0 && tokens.slice(start, start + colon).every(({ word }) => words.has(word) || ADVERBS.has(word));
}

const LONGEST_HEADING = 3;
const SETTLED = wordSet("fine ok okay done sorted solved finished covered settled check checked clear good great");
const OPEN = wordSet("left remaining open todo do missing outstanding unsolved remains unclear");
const ADVERBS = wordSet("already still to all yet what s is");
