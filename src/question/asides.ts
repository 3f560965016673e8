/** What a message tells beside its question: what a service is there for, what is done with the answer. */
import { wordSet } from "../knowledge/normalise";
import type { Lexicon } from "./lexicon";
import { isIn, questionsAmong, sentencesOf } from "./sentences";
import { cuesIn, withKind } from "./spans";
import type { Span } from "./spot";
import { isUnbroken, startOfThought } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, FIRST_PERSON_POSSESSIVES, MODAL_VERBS, PERSONAL_PRONOUNS, PREPOSITIONS_INSIDE } from "./word-classes";

/**
 * @param named how many services are named, and whether a place is
 * @returns the signs that belong to the question
 */
export function withoutAsides(
  signs: readonly Span[],
  named: { readonly services: number; readonly place: boolean },
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly Span[] {
  const purpose = startOfPurpose(tokens);
  const asked = signs.filter(({ start }) => start <= purpose);
  if (named.services === 0) return withoutBesideLists(asked, signs, tokens);
  const isPlaced = named.services > 1 && named.place;
  if (!isPlaced) return asked;
  const within = new Set(named.services >= A_DESIGN ? [...PREPOSITIONS_INSIDE, ...FLOWS] : PREPOSITIONS_INSIDE);
  const questions = questionsAmong(sentencesOf(tokens), tokens);
  const isTold = (sign: Span) => questions.length > 0 && !questions.some((question) => isIn(sign, question));
  const services = withKind(spans, "service").map(({ span }) => span);
  return asked.filter((sign) => !isTold(sign) && !isPurpose(sign, within, services, tokens, lexicon));
}

/** "Site Recovery is too slow for us. What else for VMs": why something was turned down is not asked about. */
export function withoutRefusals(signs: readonly Span[]): readonly Span[] {
  const refusals = cuesIn(signs)("turned-down", "not-behind").filter(({ start, end }) => end - start > 1);
  return signs.filter(({ start, end }) => !refusals.some((it) => it.start <= start && end <= it.end));
}

/** "Entra for sign in", "dashboards in Grafana": of several services in a place this only tells what one is there for. */
function isPurpose(
  sign: Span,
  within: ReadonlySet<string>,
  services: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  return services.some(
    ({ start, end }) =>
      isTiedBy(FOR, tokens.slice(end, sign.start + 1), lexicon) ||
      isTiedBy(within, tokens.slice(sign.end, start + 1), lexicon),
  );
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

const FOR: ReadonlySet<string> = new Set(["for"]);
/** So many services are a design that is described: "APIM in front of AKS, image pulls from ACR". */
const A_DESIGN = 3;
const FLOWS: readonly string[] = ["from", "to", "into"];

const COMES = wordSet("come comes go goes flow flows is are kept stored done handled");

/** @param words what stands between two phrases, and the first word of the second */
function isTiedBy(ties: ReadonlySet<string>, words: readonly Token[], lexicon: Lexicon): boolean {
  const [first, ...more] = words.slice(0, -1);
  // "Logins come from Entra ID"
  const [tie, ...others] = COMES.has(first?.word ?? "") ? more : [first, ...more];
  if (tie === undefined || !ties.has(tie.word) || !isUnbroken(words)) return false;
  return others.every((token) => token !== undefined && lexicon.isFiller(token.word));
}
