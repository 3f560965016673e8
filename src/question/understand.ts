/** Message → Query: tokens, spans, then what the spans say together. */
import type { Cue, Topic, Vocabulary } from "../knowledge/schema";
import type { Lexicon, Meaning } from "./lexicon";
import { chooseNames } from "./names";
import type { Candidate, Query } from "./query";
import { type Span, spot } from "./spot";
import { type Token, tokenise } from "./tokens";

/** What lists are made of; the plural tells "which regions" from "which region". */
const COUNTED: ReadonlySet<string> = new Set(["region", "service", "pair"]);

/**
 * Understands one message by itself, without the conversation.
 * @param text any string, mentions already taken out
 * @returns what it names and asks; never throws
 */
export function understand(text: string, lexicon: Lexicon, vocabulary: Vocabulary): Query {
  const tokens = tokenise(text, lexicon);
  const spans = spot(tokens, lexicon);
  const names = chooseNames(spans, tokens, lexicon);
  const signs = spans.filter((span) => !names.covers(span));
  const { services, topics } = meansOrEnds(names.services, topicsOf(signs), vocabulary);
  const otherTopics = ofKind(signs, "other-topic");
  return {
    empty: tokens.length === 0,
    services,
    unclear: names.unclear,
    order: names.order,
    guesses: services.length + names.unclear.length > 0 ? [] : guesses(tokens, names.isCovered, lexicon),
    regions: names.regions,
    areas: unique(ofKind(signs, "area").map((meaning) => meaning.area)),
    topics,
    concepts: unique(longestFirst(signs, "concept").map((meaning) => meaning.concept)),
    cues: new Set(cuesOf(signs)),
    catalog: null,
    ordinal: ofKind(signs, "ordinal").at(-1)?.ordinal ?? null,
    otherTopic: otherTopics.some(
      ({ service }) => service === null || services.some((candidate) => candidate.service === service),
    ),
    otherProducts: names.otherProducts,
    plural: tokens.some(({ raw, canonical }) => COUNTED.has(canonical) && /s$/i.test(raw)),
    unknownWords: countUnknown(tokens, spans, lexicon),
    length: tokens.length,
  };
}

/** "VMs with Site Recovery" asks for VMs; Site Recovery is the means. Alone it is the service. */
function meansOrEnds(
  services: readonly Candidate[],
  topics: readonly Topic[],
  vocabulary: Vocabulary,
): { services: readonly Candidate[]; topics: readonly Topic[] } {
  const means = vocabulary.servicesAsTopics;
  const ends = services.filter(({ service }) => means[service] === undefined);
  if (ends.length !== 1 || ends.length === services.length) return { services, topics };
  const asTopics = services.flatMap(({ service }) => means[service] ?? []);
  return { services: ends, topics: unique([...asTopics, ...topics]) };
}

/** In the order named; of two that start together the longer phrase first ("failover group" before "failover"). */
function topicsOf(spans: readonly Span[]): Topic[] {
  const found = withKind(spans, "topic").sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept = found.filter(
    ({ span }) =>
      !found.some(
        ({ span: other }) =>
          other.start <= span.start && other.end >= span.end && other.end - other.start > span.end - span.start,
      ),
  );
  return unique(kept.map(({ meaning }) => meaning.topic));
}

/**
 * "and" makes a follow-up at the start of a message only ("and Cosmos DB?"), not between two names. "no pair" is no
 * pair, and "do not need a pair" no need of one.
 */
function cuesOf(spans: readonly Span[]): Cue[] {
  const all = withKind(spans, "cue");
  const without = all.filter(({ meaning }) => meaning.cue === "nonpaired").map(({ span }) => span);
  const isDenied = (span: Span) => without.some(({ start, end }) => start < span.start && span.start < end);
  const cues = all.filter(({ span, meaning }) => {
    if (meaning.cue === "follow") return span.start <= 1;
    return (meaning.cue !== "needs" && meaning.cue !== "paired") || !isDenied(span);
  });
  return unique(cues.map(({ meaning }) => meaning.cue));
}

function guesses(tokens: readonly Token[], isCovered: (i: number) => boolean, lexicon: Lexicon): Candidate[] {
  const found = new Map<string, number>();
  tokens.forEach(({ word, canonical }, i) => {
    if (isCovered(i) || lexicon.isStopWord(word) || lexicon.isTopicWord(canonical)) return;
    if (lexicon.isKnown(canonical)) found.set(canonical, 1);
    else
      for (const { word: similar, confidence } of lexicon.spelling.similar(word))
        found.set(lexicon.canonical(similar), confidence);
  });
  return lexicon.names
    .match(found)
    .slice(0, 5)
    .map(({ service, share }) => ({ service, confidence: share }));
}

function countUnknown(tokens: readonly Token[], spans: readonly Span[], lexicon: Lexicon): number {
  const covered = new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));
  return tokens.filter(({ word }, i) => !covered.has(i) && word.length > 2 && !lexicon.isNearStopWord(word)).length;
}

type Found<K extends Meaning["kind"]> = { span: Span; meaning: Extract<Meaning, { kind: K }> };

function withKind<K extends Meaning["kind"]>(spans: readonly Span[], kind: K): Found<K>[] {
  return spans.flatMap((span) =>
    span.meanings.flatMap((meaning) =>
      meaning.kind === kind ? [{ span, meaning: meaning as Extract<Meaning, { kind: K }> }] : [],
    ),
  );
}

function ofKind<K extends Meaning["kind"]>(spans: readonly Span[], kind: K): Array<Extract<Meaning, { kind: K }>> {
  return withKind(spans, kind).map(({ meaning }) => meaning);
}

function longestFirst<K extends Meaning["kind"]>(
  spans: readonly Span[],
  kind: K,
): Array<Extract<Meaning, { kind: K }>> {
  return withKind(spans, kind)
    .sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
    .map(({ meaning }) => meaning);
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
