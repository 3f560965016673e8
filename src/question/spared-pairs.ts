/** Ways to say that there is no pair, or no need of one, without a word for "none" right before it. */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import type { Span } from "./spot";
import { endsThought } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  DETERMINERS,
  FORMS_OF_HAVE,
  NECESSARY_ADJECTIVES,
  NEGATED_AUXILIARIES,
  NEGATIONS,
  NEGATIVE_WORDS,
  NO_ANSWERS,
  NOBODY_PRONOUNS,
  PERSONAL_PRONOUNS,
  PRONOUNS_OF_THINGS,
} from "./word-classes";

/** "If Microsoft hasn't assigned it a pair", "regions that were never given one of the pairs" */
export function isNeverGiven({ start }: Span, tokens: readonly Token[]): boolean {
  const before = tokens.slice(Math.max(startOfClause(start, tokens), start - BEFORE_A_GIFT), start);
  const denial = before.findLastIndex(({ word }) => NOT.has(word));
  const rest = before.slice(denial + 1);
  // "I don't get paired regions" understands none.
  if (denial < 0 || PERSONAL_PRONOUNS.has(before[denial - 1]?.word ?? "")) return false;
  // "A region that Microsoft hasn't paired with anything"
  const isNotDone = rest.every(({ word }) => PASSING.has(word));
  return (isNotDone || rest.some(({ word }) => GIVEN.has(word))) && rest.every(isOfAGift);
}

function isOfAGift({ word }: Token): boolean {
  return GIVEN.has(word) || BESIDE_A_GIFT.has(word);
}

const PASSING = wordSet("t been be yet ever");
/** "hasn't (yet) been given any Azure region". */
const BEFORE_A_GIFT = 7;
const NOT = anyOf(NEGATED_AUXILIARIES, "not never without stop stops stopped quit quits ceased ceases longer");
const GIVEN = wordSet(
  "assign assigned assigning give given gave giving get got gotten getting allocate allocated designate designated nominate nominated define defined name named provide provided receive received grant granted establish established create created announce announced choose chosen pick picked offer offered",
);
const BESIDE_A_GIFT = anyOf(
  DETERMINERS,
  PRONOUNS_OF_THINGS,
  "t been be being yet any one region azure official so far ever",
);

/** Services "where nobody has to worry about pairs" need none. */
export function isNobodysWorry({ start }: Span, tokens: readonly Token[]): boolean {
  const before = tokens.slice(startOfClause(start, tokens), start).slice(-BEFORE_A_WORRY);
  const nobody = before.findLastIndex(
    ({ word }, i) => NOBODY.has(word) || (word === "no" && before[i + 1]?.word === "one"),
  );
  return nobody >= 0 && before.slice(nobody + 1).some(({ word }) => WORRIES.has(word));
}

/** "nobody in my team has to worry at all about". */
const BEFORE_A_WORRY = 10;
const NOBODY = anyOf(NOBODY_PRONOUNS, NEGATED_AUXILIARIES, NEGATIONS, "without stop quit");
const WORRIES = wordSet(
  "worry worrying care caring bother bothering think thinking fuss fret mind ask asking checking check look looking consult consulting consider considering watch watching deal dealing",
);

/** "Pair needed: no", "needs a pair = false" */
export function isAnsweredWithNo({ end }: Span, tokens: readonly Token[]): boolean {
  const at = NEEDED.has(tokens[end]?.canonical ?? "") ? end + 1 : end;
  const [no, next] = tokens.slice(at, at + 2);
  return no !== undefined && NO.has(no.word) && (next?.breakBefore ?? true);
}

const NEEDED = anyOf(NECESSARY_ADJECTIVES, "need dependency dependent");
const NO = anyOf(NO_ANSWERS, "false n");

/** "We need a pair. Which regions have none", "… which can't we use because they don't have one" */
export function hasNone(tokens: readonly Token[]): boolean {
  return tokens.some(({ word, breakBefore }, i) => {
    if (breakBefore || !NONE_OF_THEM.has(word) || !endsThought(i + 1, tokens)) return false;
    const before = tokens.slice(Math.max(startOfClause(i, tokens), i - BEFORE_NONE), i);
    const isHad = before.some((token) => HAVING.has(token.word));
    return isHad && (word === "none" || before.some((token) => DENIALS.has(token.word)));
  });
}

/** "don't have", "were never given". */
const BEFORE_NONE = 4;
const NONE_OF_THEM: ReadonlySet<string> = new Set(["one", "none"]);
const HAVING = anyOf(FORMS_OF_HAVE, "got get gets given lack lacks lacking is ve");
const DENIALS = anyOf(NEGATIVE_WORDS, "lack lacks lacking");
