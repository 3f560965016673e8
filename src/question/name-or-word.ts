/**
 * "Batch", "topic", "function", "disk": a service's name and a word of every day. Which of the two it is here, by weights
 * that were learnt from the tuned questions (`npm run learn`), where these are sure.
 */
import { onFirstUse } from "../on-first-use";
import { fingerprintsOf } from "./fingerprint";
import { LinearModel, sharesOf } from "./linear-model";
import type { Meaning } from "./meaning";
import nameWeights from "./name-weights.json";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/*
 * On 5,700 questions at first sight, with weights learnt from 21,000 older ones: above the first the weights were right in
 * 14 of 22 words that the rules took for no name (most of the rest are of kinds that isNoName keeps from them, or names
 * that the message sets aside anyway), below the second in all that the rules took for one. In 620 that were written to be
 * hard (a cancer registry, a steel vault) a tenth of the latter were wrong at 0.05. Both were counted before only ordinary
 * words were told: that changed three of 29,000 questions.
 */
const SURE_NAME = 0.9;
const SURE_WORD = 0.02;

export type NameOrWord = "name" | "word";

/** Outcomes as they are learnt. */
export const WORD_OR_NAME: readonly NameOrWord[] = ["word", "name"];

const model = onFirstUse(() => new LinearModel(nameWeights.weights));
const learnt = onFirstUse(() => new Set(nameWeights.words));

/** Tells what single words are; for one message. */
export type Teller = (span: Span) => NameOrWord | null;

/** Nobody names more of them in one message; a text of nothing else would take its time. */
const MOST_TOLD = 16;

/** @returns null from the teller where nothing is learnt of the word, or the weights are not sure */
export function tellerOf(spans: readonly Span[], tokens: readonly Token[]): Teller {
  const items = onFirstUse(() => wordsAndNames(spans, tokens));
  // A word has a span for each of its meanings.
  const told = new Map<number, NameOrWord | null>();
  return (span) => {
    if (!isSingle(span) || !learnt().has(tokens[span.start]?.canonical ?? "")) return null;
    const known = told.get(span.start);
    if (known !== undefined) return known;
    if (told.size >= MOST_TOLD) return null;
    const now = whatIs(span, items(), tokens);
    told.set(span.start, now);
    return now;
  };
}

function whatIs(span: Span, items: WordsAndNames, tokens: readonly Token[]): NameOrWord | null {
  const [, name = 0] = sharesOf(model().sums(fingerprintsOf(featuresOfWord(span, items, tokens))));
  if (name >= SURE_NAME) return "name";
  return name <= SURE_WORD ? "word" : null;
}

export function isSingle({ start, end }: Span): boolean {
  return end - start === 1;
}

/** A message as far as names are beyond doubt: for each token its word, or what sort of name begins there; null within one. */
export type WordsAndNames = ReadonlyArray<string | null>;

export function wordsAndNames(spans: readonly Span[], tokens: readonly Token[]): WordsAndNames {
  const items: Array<string | null> = tokens.map(({ canonical }) => canonical);
  let end = 0;
  for (const span of surestNames(spans)) {
    if (span.start < end) continue;
    end = span.end;
    items.fill(null, span.start, end);
    items[span.start] = `<${span.sort}>`;
  }
  return items;
}

type SureName = { readonly start: number; readonly end: number; readonly sort: "service" | "region" };

/** In order, of those that begin together the longest first. */
function surestNames(spans: readonly Span[]): SureName[] {
  const names = spans.flatMap(({ start, end, meanings }) => {
    const sort = meanings.map(sortOf).find((one) => one !== null);
    return sort ? [{ start, end, sort }] : [];
  });
  return names.sort((a, b) => a.start - b.start || b.end - a.end);
}

function sortOf(meaning: Meaning): SureName["sort"] | null {
  if (meaning.kind !== "service" && meaning.kind !== "region") return null;
  return meaning.ordinary ? null : meaning.kind;
}

/** Words on either side that are read at all, and those that are near. */
const READ = 8;
const NEAR = 4;

/**
 * @param own a single word
 * @returns some may come twice, and count once
 */
export function featuresOfWord(own: Span, items: WordsAndNames, tokens: readonly Token[]): string[] {
  const word = tokens[own.start]?.canonical ?? "";
  const [before, after] = around(own, items, tokens);
  const [left = "^", left2 = "^"] = before;
  const [right = "$", right2 = "$"] = after;
  const features = [
    `own ${word}`,
    ...[`left ${left}`, `right ${right}`, `both ${left} ${right}`],
    ...[`left ${left2} ${left}`, `right ${right} ${right2}`],
    ...[`left of ${word} ${left}`, `right of ${word} ${right}`],
    ...looksOf(own, word, tokens),
    ...[...before, ...after].map((other) => `word ${other}`),
    ...before.slice(0, NEAR).flatMap((other) => [`near left ${other}`, `near ${word} ${other}`]),
    ...after.slice(0, NEAR).flatMap((other) => [`near right ${other}`, `near ${word} ${other}`]),
    ...howMany(before, after),
  ];
  return features;
}

/** What stands before it and behind it, the nearest first; with a mark where a thought ends between it and that. */
function around({ start, end }: Span, items: WordsAndNames, tokens: readonly Token[]): [string[], string[]] {
  const isWhole = (item: string | null): item is string => item !== null;
  const before = items
    .slice(Math.max(0, start - READ), start)
    .filter(isWhole)
    .reverse();
  const after = items.slice(end, end + READ).filter(isWhole);
  return [withBreak(before, tokens[start]), withBreak(after, tokens[end])];
}

function withBreak([nearest, ...others]: readonly string[], next: Token | undefined): string[] {
  if (nearest === undefined) return [];
  return [next?.breakBefore ? `| ${nearest}` : nearest, ...others];
}

/** Capitals, the plural. */
function looksOf({ start }: Span, word: string, tokens: readonly Token[]): string[] {
  const { raw = "", plain = "", breakBefore = true } = tokens[start] ?? {};
  const capitals = raw.length > 1 && raw === raw.toUpperCase() ? "all" : /^\p{Lu}/u.test(raw) ? "first" : "none";
  const isPlural = plain.endsWith("s");
  return [
    ...[`capitals ${capitals} ${breakBefore}`, `capitals of ${word} ${capitals}`],
    ...[`plural ${isPlural}`, `plural of ${word} ${isPlural}`],
  ];
}

function howMany(before: readonly string[], after: readonly string[]): string[] {
  const count = (sort: string) => [...before, ...after].filter((item) => item.endsWith(`<${sort}>`)).length;
  return [`services ${Math.min(3, count("service"))}`, `regions ${Math.min(2, count("region"))}`];
}
