/** Golden questions → examples of words that are a service's name and an ordinary word too: which of the two they are. */
import type { Knowledge } from "../../src/knowledge/knowledge";
import { Lexicon } from "../../src/question/lexicon";
import type { Meaning } from "../../src/question/meaning";
import {
  featuresOfWord,
  isSingle,
  type NameOrWord,
  WORD_OR_NAME,
  wordsAndNames,
} from "../../src/question/name-or-word";
import { hasNameOfItsOwn, isName } from "../../src/question/ordinary-names";
import { partsOf } from "../../src/question/parts";
import { isWithin } from "../../src/question/spans";
import type { Span } from "../../src/question/spot";
import type { Golden, Outcome } from "../../test/questions/golden";
import type { Example } from "./logistic";

export type WordExample = Example & { readonly word: string };

type ServiceMeaning = Extract<Meaning, { kind: "service" }>;

/** A golden question and where it stands in its conversation. */
type Asked = { readonly golden: Golden; readonly isLater: boolean };

/** Of the words that are seen as both: the others need no telling apart. */
export function wordExamplesOf(goldens: readonly Golden[], knowledge: Knowledge): WordExample[] {
  const lexicon = new Lexicon(knowledge);
  const all = withPlaces(goldens).flatMap((asked) => examplesIn(asked, lexicon));
  const outcomes = new Map<string, Set<number>>();
  for (const { word, outcome } of all) outcomes.set(word, (outcomes.get(word) ?? new Set()).add(outcome));
  return all.filter(({ word }) => outcomes.get(word)?.size === WORD_OR_NAME.length);
}

function withPlaces(goldens: readonly Golden[]): Asked[] {
  const begun = new Set<string>();
  return goldens.map((golden) => {
    const key = `${golden.file} ${golden.conversation}`;
    const isLater = golden.conversation !== undefined && begun.has(key);
    begun.add(key);
    return { golden, isLater };
  });
}

function examplesIn(asked: Asked, lexicon: Lexicon): WordExample[] {
  const { tokens, spans } = partsOf(asked.golden.text, lexicon);
  const items = wordsAndNames(spans, tokens);
  const isPart = (span: Span) => spans.some((other) => isWithin(span, other) && other.meanings.some(isSureName));
  return spans.flatMap((span) => {
    const meaning = span.meanings.find((one) => one.kind === "service");
    if (!meaning || !isSingle(span) || isPart(span)) return [];
    if (meaning.ordinary && hasNameOfItsOwn(span, spans)) return [];
    const isByRules = isName(meaning, span, spans, tokens, lexicon, null);
    const outcome = outcomeOf(asked, { meaning, isByRules, isElsewhere: isNamedElsewhere(meaning, span, spans) });
    if (outcome === null) return [];
    const word = tokens[span.start]?.canonical ?? "";
    return [{ word, features: featuresOfWord(span, items, tokens), outcome: WORD_OR_NAME.indexOf(outcome) }];
  });
}

function isSureName(meaning: Meaning): boolean {
  return meaning.kind === "service" && !meaning.ordinary;
}

function isNamedElsewhere({ services }: ServiceMeaning, span: Span, spans: readonly Span[]): boolean {
  const isApart = ({ start, end }: Span) => end <= span.start || start >= span.end;
  const isSame = (other: Meaning) => other.kind === "service" && other.services.some((id) => services.includes(id));
  return spans.some((other) => isApart(other) && other.meanings.some((one) => isSureName(one) && isSame(one)));
}

type Seen = { readonly meaning: ServiceMeaning; readonly isByRules: boolean; readonly isElsewhere: boolean };

/** @returns null where the question teaches nothing of it: a name that is wanted may stand elsewhere, one that is not may be set aside */
function outcomeOf({ golden, isLater }: Asked, { meaning, isByRules, isElsewhere }: Seen): NameOrWord | null {
  const { expect, or = [], today } = golden;
  const all = [expect, ...or];
  if (all.every(({ kind, reason }) => kind === "decline" && reason === "no-match")) return "word";
  const isWanted = all.some((outcome) => servicesIn(outcome).some((id) => meaning.services.includes(id)));
  if (isWanted && (isElsewhere || (isLater && !isByRules))) return null;
  if (isWanted) return "name";
  if (!isByRules) return "word";
  return today !== undefined && !isLater && (expect.kind === "answer" || expect.kind === "plan") ? "word" : null;
}

function servicesIn({ services = [], candidates = [], candidate }: Outcome): readonly string[] {
  return [...services, ...candidates, ...(candidate === undefined ? [] : [candidate])];
}
