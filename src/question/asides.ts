/** What a message tells beside its question: why something was turned down, what is done with the answer. */
import { isIn, questionsAmong, sentencesOf } from "./sentences";
import { cuesIn } from "./spans";
import type { Span } from "./spot";
import { startOfThought } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, FIRST_PERSON_POSSESSIVES, MODAL_VERBS, PERSONAL_PRONOUNS } from "./word-classes";

/**
 * @param named how many services are named, and whether a place is
 * @returns the signs that belong to the question
 */
export function withoutAsides(
  signs: readonly Span[],
  named: { readonly services: number; readonly place: boolean },
  tokens: readonly Token[],
): readonly Span[] {
  const purpose = startOfPurpose(tokens);
  const asked = signs.filter(({ start }) => start <= purpose);
  if (named.services === 0) return withoutBesideLists(asked, signs, tokens);
  const isPlaced = named.services > 1 && named.place;
  if (!isPlaced) return asked;

  const questions = questionsAmong(sentencesOf(tokens), tokens);
  const isTold = (sign: Span) => questions.length > 0 && !questions.some((question) => isIn(sign, question));
  return asked.filter((sign) => !isTold(sign));
}

/** "Site Recovery is too slow for us. What else for VMs": why something was turned down is not asked about. */
export function withoutRefusals(signs: readonly Span[]): readonly Span[] {
  const refusals = cuesIn(signs)("turned-down", "not-behind").filter(({ start, end }) => end - start > 1);
  return signs.filter(({ start, end }) => !refusals.some((it) => it.start <= start && end <= it.end));
}

/** "I have to size the backlog. Which services lack a pair?": where a list, or a reason, is asked for in another clause. */
function withoutBesideLists(asked: readonly Span[], signs: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  const cues = cuesIn(signs);
  const clauseOf = ({ start }: Span) => startOfThought(start, tokens);
  const lists = cues("list", "define", "reason").map(clauseOf);
  const onPairs = cues("nonpaired", "paired", "needs", "nothing", "free").map(clauseOf);
  if (lists.length === 0 || onPairs.length === 0 || cues("services", "regions").length === 0) return asked;
  const both = lists.filter((clause) => onPairs.includes(clause));
  const wanted = new Set(both.length > 0 ? both : lists);
  return asked.filter((sign) => wanted.has(clauseOf(sign)));
}

/** "…, so I can put them into the budget": what is done with the answer is not asked about. */
function startOfPurpose(tokens: readonly Token[]): number {
  const at = tokens.findIndex(({ word }, i) => {
    if (word !== "so" || i === 0) return false;
    const [person = "", can = ""] = tokens.slice(i + 1, i + 3).map((token) => token.word);
    return person === "that" || (PEOPLE.has(person) && MODAL_VERBS.has(can));
  });
  return at < 0 ? tokens.length : at;
}

const PEOPLE = anyOf(PERSONAL_PRONOUNS, FIRST_PERSON_POSSESSIVES, "he she");
