/** Where a message says what tells a service from those that share a name with it: "for push messages". */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import type { Lexicon } from "./lexicon";
import type { Meaning } from "./meaning";
import type { NameSpan } from "./name-span";
import { isWithin } from "./spans";
import type { Span } from "./spot";
import { startOfThought } from "./thoughts";
import type { Token } from "./tokens";

/** Words of the message, from start up to (not with) end. */
export type Place = Pick<Span, "start" | "end">;

/** A description may be turned down that many words before: "no need for sessions". */
const BEFORE_A_TRAIT = 4;
/** "The old one or the new one". */
const AROUND_OR = 2;
const DENIES: ReadonlySet<string> = new Set("not no without never nor neither n t isn".split(" "));
/** "Can't say if it's for images": the one who asks does not know either. */
const DOUBTS = wordSet("if whether maybe perhaps possibly");
const IT: ReadonlySet<string> = new Set("it its that this they those we i s".split(" "));

type Traits = ReadonlyArray<readonly string[]>;

/** @returns of each service the traits of which the message has all words: hardly any, so the rest is looked for once */
export function traitsAmong(
  services: Iterable<string>,
  tokens: readonly Token[],
  lexicon: Lexicon,
): ReadonlyMap<string, Traits> {
  const said = new Set(tokens.flatMap(({ word, canonical }) => [word, canonical]));
  const isThere = (words: readonly string[]) => words.every((word) => said.has(word));
  return new Map([...services].map((id) => [id, (lexicon.traits.get(id) ?? []).filter(isThere)]));
}

/** @param name the shared name that stands for the service; its own words tell nothing */
export function placesOf(traits: Traits, name: NameSpan, spans: readonly Span[], tokens: readonly Token[]): Place[] {
  const own = new Set(tokens.slice(name.start, name.end).map(({ canonical }) => canonical));
  return traits.flatMap((words) => {
    if (words.every((word) => own.has(word))) return [];
    const places = tokens.map((_, start) => ({ start, end: start + words.length }));
    return places.filter((place) => isSaid(words, place, tokens) && counts(place, name, spans, tokens));
  });
}

function isSaid(words: readonly string[], { start, end }: Place, tokens: readonly Token[]): boolean {
  const said = tokens.slice(start, end);
  if (words.length === 1) return said[0]?.word === words[0];
  const isOneThought = said.every(({ breakBefore }, i) => i === 0 || !breakBefore);
  return isOneThought && words.every((word, i) => said[i]?.canonical === word);
}

function counts(place: Place, name: NameSpan, spans: readonly Span[], tokens: readonly Token[]): boolean {
  const isOwn = place.start < name.end && name.start < place.end;
  return !(
    isOwn ||
    isInBracketsOfAnother(place, name, spans, tokens) ||
    isOneOfTwo(place, tokens) ||
    isOfAName(place, spans) ||
    isUncertain(place, tokens)
  );
}

/** "Azure SQL plus Redis (the managed one)": what stands in brackets is said of the name before them. */
function isInBracketsOfAnother(
  { start }: Place,
  name: NameSpan,
  spans: readonly Span[],
  tokens: readonly Token[],
): boolean {
  const bracket = startOfThought(start, tokens);
  if (tokens[bracket]?.pause !== "other" || name.end >= bracket) return false;
  return spans.some(({ end, meanings }) => end === bracket && meanings.some(({ kind }) => kind === "service"));
}

/** "The old or the new one": a choice tells nothing. */
export function isOneOfTwo({ start, end }: Place, tokens: readonly Token[]): boolean {
  const around = [...tokens.slice(Math.max(0, start - AROUND_OR), start), ...tokens.slice(end, end + AROUND_OR)];
  return around.some(({ word }) => word === "or");
}

/** The "image" of "VM Image Builder" describes nothing else, nor does the "Kubernetes" of Google. */
function isOfAName(place: Place, spans: readonly Span[]): boolean {
  const isName = ({ kind, ...meaning }: Meaning) =>
    kind === "other-product" || ("services" in meaning && meaning.services.length === 1);
  return spans.some((span) => span.confidence === 1 && isWithin(place, span) && span.meanings.some(isName));
}

function isUncertain({ start }: Place, tokens: readonly Token[]): boolean {
  const before = tokens.slice(Math.max(startOfClause(start, tokens), start - BEFORE_A_TRAIT), start);
  const isDoubt = (i: number) => before.slice(i + 1, i + 3).some(({ word }) => IT.has(word));
  return before.some(({ word }, i) => DENIES.has(word) || (DOUBTS.has(word) && isDoubt(i)));
}
