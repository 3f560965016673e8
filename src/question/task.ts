/** "How do I enable pgvector": a task, by a verb that is none of ours. */
import type { Lexicon } from "./lexicon";
import type { Span } from "./spot";
import { endOfThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { AUXILIARY_VERBS, anyOf, MODAL_VERBS, PERSONAL_PRONOUNS } from "./word-classes";

const PEOPLE = anyOf(PERSONAL_PRONOUNS, "one");
const BEFORE_A_VERB: ReadonlySet<string> = new Set(["best", "really", "actually", "then", "properly", "safely"]);

/**
 * @param spans all that was recognised
 * @returns whether somebody asks how something is done that we know no word for: all that we know is about surviving
 */
export function asksForATask(tokens: readonly Token[], spans: readonly Span[], lexicon: Lexicon): boolean {
  return tokens.some((token, how) => {
    if (token.word !== "how") return false;
    const at = verbAfter(how, tokens);
    const verb = at === null ? undefined : tokens[at];
    if (at === null || !verb || verb.breakBefore || verb.strange || lexicon.isStopWord(verb.word)) return false;
    return !spans.some(({ start, end }) => start <= at && at < end);
  });
}

/** "How long can the name of a vault be" asks for a size, "how long can a failover be" for a time. */
export function asksForASize(tokens: readonly Token[], isOnALoss: (at: number) => boolean): boolean {
  return tokens.some(({ word }, how) => {
    const [measure, verb] = tokens.slice(how + 1, how + 3).map((token) => token.word);
    if (word !== "how" || !MEASURES.has(measure ?? "") || !MODAL_VERBS.has(verb ?? "")) return false;
    const end = endOfThought(how + 1, tokens);
    const subject = Array.from({ length: end - how - 3 }, (_, i) => how + 3 + i);
    return tokens[end - 1]?.word === "be" && !subject.some(isOnALoss);
  });
}

const MEASURES: ReadonlySet<string> = new Set(["long", "big", "large", "wide", "deep", "small", "short"]);

/** The place of the verb in "how to …" and "how do I best …". */
function verbAfter(how: number, tokens: readonly Token[]): number | null {
  const [next, person] = tokens.slice(how + 1, how + 3).map(({ word }) => word);
  const isPersonal = AUXILIARY_VERBS.has(next ?? "") && PEOPLE.has(person ?? "");
  if (next !== "to" && !isPersonal) return null;
  const verb = how + (isPersonal ? 3 : 2);
  return BEFORE_A_VERB.has(wordAt(verb, tokens)) ? verb + 1 : verb;
}
