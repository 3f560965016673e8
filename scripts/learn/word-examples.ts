/** Golden questions → examples of words that are a service's name and an ordinary word too: which of the two they are. */
import { pushTo } from "../../src/grouping";
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
import { type Example, exampleOf } from "./logistic";

export type WordExample = Example & { readonly word: string };

const BY_RULES_ALONE = () => null;

type ServiceMeaning = Extract<Meaning, { kind: "service" }>;

/** A golden question and where it stands in its conversation. */
type Asked = { readonly golden: Golden; readonly isLater: boolean };

/** Of less than this share of its examples a word is the one or the other by accident: "AKS" is hardly ever a word. */
const LEAST_SHARE = 0.1;

/** Of the words that are seen as both: the others need no telling apart. */
export function wordExamplesOf(goldens: readonly Golden[], knowledge: Knowledge): WordExample[] {
  const lexicon = new Lexicon(knowledge);
  const all = withPlaces(goldens).flatMap((asked) => examplesIn(asked, lexicon));
  const seen = new Map<string, number[]>();
  for (const { word, outcome } of all) pushTo(seen, word, outcome);
  const isBoth = (outcomes: readonly number[]) => {
    const share = outcomes.filter((outcome) => outcome === 0).length / outcomes.length;
    return share >= LEAST_SHARE && share <= 1 - LEAST_SHARE;
  };
  return all.filter(({ word }) => isBoth(seen.get(word) ?? []));
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
    if (!meaning?.ordinary || !isSingle(span) || isPart(span)) return [];
    if (hasNameOfItsOwn(span, spans)) return [];
    const isByRules = isName(meaning, span, spans, tokens, lexicon, BY_RULES_ALONE);
    const outcome = outcomeOf(asked, { meaning, isByRules, isElsewhere: isNamedElsewhere(meaning, span, spans) });
    if (outcome === null) return [];
    const word = tokens[span.start]?.canonical ?? "";
    return [{ word, ...exampleOf(featuresOfWord(span, items, tokens), WORD_OR_NAME.indexOf(outcome)) }];
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
