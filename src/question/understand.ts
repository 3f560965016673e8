/** Message → Query: tokens, spans, then what the spans say together. */
import type { Cue, Topic } from "../knowledge/schema";
import { isCareless } from "./careless";
import { changesOf } from "./changes";
import { cuesOf } from "./cues";
import type { Lexicon } from "./lexicon";
import type { Meaning } from "./meaning";
import { meansOf, meansOrEnds, settledByTopic } from "./means";
import { chooseNames, type Names } from "./names";
import { withOnesNamed } from "./ones";
import type { Candidate, Query } from "./query";
import { respell } from "./respell";
import { type Found, isWithin, withKind } from "./spans";
import { type Span, spot } from "./spot";
import { asksForATask } from "./task";
import { settledByTrait } from "./the-one";
import { type Token, tokenise } from "./tokens";

/** What lists are made of; the plural tells "which regions" from "which region". */
const COUNTED: ReadonlySet<string> = new Set(["region", "service", "pair"]);

/**
 * Understands one message by itself, without the conversation.
 * @param text any string, mentions already taken out
 * @returns what it names and asks; never throws
 */
export function understand(text: string, lexicon: Lexicon): Query {
  const typed = tokenise(text, lexicon);
  const careless = isCareless(typed);
  const tokens = withOnesNamed(respell(typed, lexicon, careless), lexicon);
  const spans = spot(tokens, lexicon);
  const names = chooseNames(spans, tokens, lexicon, careless);
  const signs = withoutEnclosed(spans.filter((span) => !names.covers(span)));
  const byTrait = settledByTrait(names.unclear, tokens, names.isCovered, lexicon);
  const { settled, unclear } = settledByTopic(byTrait.unclear, topicsOf(signs), lexicon);
  const named = { services: [...names.services, ...byTrait.settled, ...settled], topics: topicsOf(signs) };
  const { services, topics } = meansOrEnds(named, names.listed, lexicon);
  const isPlaced = services.length + unclear.length > 1 && names.regions.length > 0;
  const asked = signs.filter((sign) => !isBehindAPurpose(sign, tokens));
  const otherTopics = ofKind(
    isPlaced ? asked.filter((sign) => !isPurpose(sign, spans, tokens, lexicon)) : asked,
    "other-topic",
  );
  const cues = cuesOf(signs, names.places, tokens, lexicon);
  // "How do I shelter Key Vault from Warsaw being lost" is about the loss.
  const isOnALoss = names.regions.length > 0 && cues.has("perhaps-region-loss");
  const isATask = services.length + unclear.length > 0 && !isOnALoss && asksForATask(tokens, spans, lexicon);
  const isElsewhere = otherTopics.some(
    ({ service }) => service === null || services.some((candidate) => candidate.service === service),
  );
  return {
    empty: tokens.length === 0,
    services,
    unclear,
    order: names.order,
    generic: names.isGeneric,
    ofAKind: isOfAKind(names, spans, tokens, lexicon),
    guesses: services.length + unclear.length > 0 ? [] : guesses(tokens, spans, names.isCovered, lexicon),
    regions: names.regions,
    place: names.isPlace,
    areas: unique(ofKind(signs, "area").map((meaning) => meaning.area)),
    topics,
    concepts: unique(longestFirst(signs, "concept").map((meaning) => meaning.concept)),
    cues,
    catalog: null,
    ordinal: ofKind(signs, "ordinal").at(-1)?.ordinal ?? null,
    otherTopic: isElsewhere || isATask,
    everyday: ofKind(signs, "everyday").length > 0,
    otherProducts: names.otherProducts,
    denied: names.denied,
    changes: changesOf(spans, tokens, lexicon),
    means: meansOf(services, spans, tokens, lexicon),
    words: wordsSaid(tokens, withKind(spans, "cue"), lexicon),
    plural: isPlural(tokens, spans),
    unknownWords: countUnknown(tokens, spans, lexicon, {
      careless,
      guessing: services.length + unclear.length === 0,
    }),
    length: tokens.length,
  };
}

/**
 * "geo zone redundant" is one subject: the "zone redundant" within it is none of its own, nor is the "copy" of a "copy
 * activity" a word on regions.
 */
function withoutEnclosed(signs: readonly Span[]): Span[] {
  const withKinds = (kinds: readonly Meaning["kind"][]) =>
    signs.filter(({ meanings }) => meanings.some(({ kind }) => kinds.includes(kind)));
  const [subjects, others] = [withKinds(["topic", "concept"]), withKinds(["other-topic"])];
  // "Microsoft's job" is no job.
  const wider = [...subjects, ...withKinds(["cue"]).filter((sign) => !isGoingOn(sign))];
  return signs.filter((sign) => {
    const is = (kind: Meaning["kind"]) => sign.meanings.some((meaning) => meaning.kind === kind);
    const enclosing = is("other-topic") ? wider : is("concept") ? subjects : others;
    return !enclosing.some((other) => isWithin(sign, other));
  });
}

/** "Which SKU", which is one of the matter before; by itself it is a SKU. */
function isGoingOn({ meanings }: Span): boolean {
  return meanings.some((it) => it.kind === "cue" && it.cue === "go-on");
}

/** "Entra for sign in", "dashboards in Grafana": of several services in a place this only tells what one is there for. */
function isPurpose(sign: Span, spans: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): boolean {
  return withKind(spans, "service").some(
    ({ span }) =>
      isTiedBy(FOR, tokens.slice(span.end, sign.start + 1), lexicon) ||
      isTiedBy(WITHIN, tokens.slice(sign.end, span.start + 1), lexicon),
  );
}

/** "…, so I can put them into the budget": what is done with the answer is not asked about. */
function isBehindAPurpose({ start }: Span, tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, i) => {
    const [person, can] = tokens.slice(i + 1, i + 3).map((token) => token.word);
    const isPurpose = word === "so" && i > 0 && (person === "that" || (PEOPLE.has(person ?? "") && CAN.has(can ?? "")));
    return isPurpose && i < start;
  });
}

const PEOPLE: ReadonlySet<string> = new Set(["i", "we", "my", "our", "they", "he", "she"]);
const CAN: ReadonlySet<string> = new Set(["can", "could", "may", "might", "will", "need"]);

const FOR: ReadonlySet<string> = new Set(["for"]);
const WITHIN: ReadonlySet<string> = new Set(["in", "on", "through", "via"]);

/** @param words what stands between two phrases, and the first word of the second */
function isTiedBy(ties: ReadonlySet<string>, words: readonly Token[], lexicon: Lexicon): boolean {
  const [tie, ...others] = words.slice(0, -1);
  if (tie === undefined || !ties.has(tie.word) || words.some(({ breakBefore }) => breakBefore)) return false;
  return others.every(({ word }) => lexicon.isFiller(word));
}

/** In the order named; of two that start together the longer phrase first ("failover group" before "failover"). */
function topicsOf(spans: readonly Span[]): Topic[] {
  const found = withKind(spans, "topic").sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept = found.filter(({ span }) => !found.some((other) => isWithin(span, other.span)));
  return unique(kept.map(({ meaning }) => meaning.topic));
}

function guesses(
  tokens: readonly Token[],
  spans: readonly Span[],
  isCovered: (i: number) => boolean,
  lexicon: Lexicon,
): Candidate[] {
  // The "site" of "DR site" is no Site Recovery.
  const phrases = withKind(spans, "cue").filter(
    ({ span, meaning }) => meaning.cue === "region-loss" && span.end - span.start > 1,
  );
  const isOfAPhrase = (i: number) => phrases.some(({ span }) => span.start <= i && i < span.end);
  const found = new Map<string, number>();
  tokens.forEach(({ word, canonical }, i) => {
    if (isCovered(i) || isOfAPhrase(i) || lexicon.isStopWord(word) || lexicon.isTopicWord(canonical)) return;
    if (lexicon.isKnown(canonical)) found.set(canonical, 1);
  });
  return lexicon.names
    .match(found)
    .slice(0, 5)
    .map(({ service, share }) => ({ service, confidence: share }));
}

/** What a denial leaves: of "the database one, not the instance" the database. A misspelt word counts as what it may mean. */
function wordsSaid(tokens: readonly Token[], cues: ReadonlyArray<Found<"cue">>, lexicon: Lexicon): string[] {
  const denials = cues.flatMap(({ span, meaning }) => (meaning.cue === "not" ? [span.start] : []));
  let denied = false;
  return tokens.flatMap(({ word, canonical, breakBefore }, i) => {
    denied = denials.includes(i) || (denied && !breakBefore);
    if (denied) return [];
    if (lexicon.isKnown(canonical) || lexicon.isStopWord(word)) return [canonical];
    return lexicon.spelling.similar(word).map((similar) => lexicon.canonical(similar.word));
  });
}

/** "regoins" too: what is read as a region or a service, and ends as many do. */
function isPlural(tokens: readonly Token[], spans: readonly Span[]): boolean {
  const counted = withKind(spans, "cue")
    .filter(
      ({ span, meaning }) => span.end - span.start === 1 && (meaning.cue === "regions" || meaning.cue === "services"),
    )
    .map(({ span }) => span.start);
  return tokens.some((token, i) => (COUNTED.has(token.canonical) || counted.includes(i)) && isMany(token));
}

/** "Which storage services need a pair", "databases without one": a kind of services, none of them by name. */
function isOfAKind(names: Names, spans: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): boolean {
  const named = withKind(spans, "cue").flatMap(({ span, meaning }) => (meaning.cue === "kind" ? [span] : []));
  const kinds = named.flatMap((span) => asKind(span, tokens));
  const all = [...kinds, ...names.places];
  const isPart = (i: number) => all.some(({ start, end }) => start <= i && i < end);
  return kinds.length > 0 && tokens.every(({ word }, i) => !names.isCovered(i) || isPart(i) || lexicon.isFiller(word));
}

/** "storage services", or by itself what no service is called: "databases". */
function asKind({ start, end }: Span, tokens: readonly Token[]): Array<{ start: number; end: number }> {
  const [last, next] = [tokens[end - 1], tokens[end]];
  if (next?.canonical === "service" && !next.breakBefore && isMany(next)) return [{ start, end: end + 1 }];
  return last && isMany(last) && KINDS_BY_THEMSELVES.has(last.canonical) ? [{ start, end }] : [];
}

/** "Queues" and "containers" may be the names of some. */
const KINDS_BY_THEMSELVES: ReadonlySet<string> = new Set(["database"]);

function isMany({ raw, plain }: Token): boolean {
  return plain.endsWith("s") || /s$/i.test(raw);
}

/** Words that tell of something else; in a message full of slips only words of the language do. */
function countUnknown(
  tokens: readonly Token[],
  spans: readonly Span[],
  lexicon: Lexicon,
  { careless, guessing }: { readonly careless: boolean; readonly guessing: boolean },
): number {
  const telling = spans.filter(({ meanings }) => !meanings.every((it) => it.kind === "cue" && BESIDE.has(it.cue)));
  const covered = new Set(
    telling.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  );
  const aside = asides(tokens, spans);
  return tokens.filter((token, i) => {
    if (covered.has(i) || aside.has(i) || token.word.length <= 2 || lexicon.isNearStopWord(token.word)) return false;
    if (NUMBER.test(token.word)) return false;
    if (guessing && lexicon.names.has(token.canonical)) return false;
    return !(careless && isIllegible(token));
  }).length;
}

/** Words for people and kinds of services are no word on regions, nor is what tells which of the names is meant. */
const BESIDE: ReadonlySet<Cue> = new Set([
  "people",
  "kind",
  "chosen",
  "moving",
  "abandoned",
  "consequence",
  "in-use",
  "tried",
  "turned-down",
  "taken-up",
]);

/** "4000 trucks" says nothing, "503" is an error. */
const NUMBER = /^(?![45]\d\d$)\d+$/;

/** "App Configuration, not the App Service settings": what is said of a denied service is not asked about. */
function asides(tokens: readonly Token[], spans: readonly Span[]): ReadonlySet<number> {
  const denials = withKind(spans, "cue").filter(({ meaning: { cue } }) => cue === "not" || cue === "rather-than");
  const services = withKind(spans, "service");
  return new Set(
    denials.flatMap(({ span: { start } }) => {
      const next = tokens.findIndex(({ breakBefore }, i) => i > start && breakBefore);
      const end = next < 0 ? tokens.length : next;
      const isOfAService = services.some(({ span }) => start < span.start && span.start < end);
      return isOfAService && tokens[start]?.breakBefore ? Array.from({ length: end - start }, (_, i) => start + i) : [];
    }),
  );
}

function isIllegible({ strange, confidence }: Token): boolean {
  return strange && confidence === 1;
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
