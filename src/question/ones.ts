/** "Not the classic application gateway, the one for containers": what "one" stands for takes its place. */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import type { Lexicon } from "./lexicon";
import type { Token } from "./tokens";
import { anyOf, DETERMINERS, NEGATIVE_WORDS, PREPOSITIONS_OF_BELONGING, RELATIVE_PRONOUNS } from "./word-classes";

const ONES = wordSet("one ones");
/** What follows tells which one: "the one for containers", "the ones that live in the storage account". */
const TELLS_WHICH = anyOf(RELATIVE_PRONOUNS, PREPOSITIONS_OF_BELONGING, "with from");

/** @returns the tokens, with the name that the clause before denies in place of "one" or "ones" */
export function withOnesNamed(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const at = tokens.findIndex(({ word }, i) => i > 0 && ONES.has(word));
  if (at < 0) return tokens;
  const clause = startOfClause(at, tokens);
  const denied = deniedBefore(clause, tokens);
  const named = denied.length > 0 ? denied : namedBefore(clause, at, tokens, lexicon);
  const meant = stoodFor(at, named, tokens, lexicon);
  return [...tokens.slice(0, at), ...(meant ?? tokens.slice(at, at + 1)), ...tokens.slice(at + 1)];
}

/** "The one for containers" is the whole name again; of "the storage ones" only the last word is. */
function stoodFor(
  at: number,
  named: readonly Token[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly Token[] | undefined {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const head = named.at(-1);
  if (!before || !head) return undefined;
  if (before.word === "the" && after && TELLS_WHICH.has(after.word)) return named;
  const end = lexicon.phrases.behind([before.canonical, head.canonical]);
  const isName = end !== undefined && lexicon.phrases.meaningsAt(end).length > 0;
  return isName ? [head] : undefined;
}

/** Of "not the queues in Service Bus", the queues. */
function deniedBefore(end: number, tokens: readonly Token[]): readonly Token[] {
  if (end === 0) return [];
  const clause = tokens.slice(startOfClause(end - 1, tokens), end);
  const denial = clause.findLastIndex(({ word }) => NEGATIVE_WORDS.has(word));
  if (denial < 0) return [];
  const phrase = clause.slice(denial + 1).filter(({ word }) => !DETERMINERS.has(word));
  const stop = phrase.findIndex(({ word }) => TELLS_WHICH.has(word));
  return (stop < 0 ? phrase : phrase.slice(0, stop)).map((token) => ({ ...token, breakBefore: false }));
}

/** "Application gateway, the one for containers": what a longer name begins with. */
function namedBefore(end: number, at: number, tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const tail = tokens.slice(at + 1, at + 3);
  const last = tail.findLast(({ word }) => !lexicon.isFiller(word));
  if (end === 0 || !last || tail[0]?.word !== "for") return [];
  const clause = tokens.slice(startOfClause(end - 1, tokens), end);
  return (
    suffixesOf(clause).find((words) => {
      const place = lexicon.phrases.behind([...words.map(({ canonical }) => canonical), last.canonical]);
      return place !== undefined && lexicon.phrases.meaningsAt(place).some(({ kind }) => kind === "service");
    }) ?? []
  ).map((token) => ({ ...token, breakBefore: false }));
}

/** The longest first. */
function suffixesOf(words: readonly Token[]): ReadonlyArray<readonly Token[]> {
  return words.map((_, i) => words.slice(i));
}
