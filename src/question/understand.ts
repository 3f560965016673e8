/** Message → Query: tokens, spans, then what the spans say together. */
import { withoutAsides } from "./asides";
import { isCareless } from "./careless";
import { changesOf } from "./changes";
import { cuesOf } from "./cues";
import { describing } from "./described";
import { isOurs } from "./everyday";
import { guesses } from "./guesses";
import { isOfAKind, isPlural } from "./kinds";
import type { Lexicon } from "./lexicon";
import type { Meaning } from "./meaning";
import { meansOf, meansOrEnds, settledByTopic } from "./means";
import { chooseNames, type Names } from "./names";
import { withOnesNamed } from "./ones";
import { withoutNamesOfData } from "./other-senses";
import type { Candidate, Query } from "./query";
import { respell } from "./respell";
import { withSharedPlaces } from "./shared-places";
import { cuesIn, type Found, isWithin, withKind } from "./spans";
import { withSplitVerbs } from "./split-verbs";
import { type Span, spot } from "./spot";
import { countUnknown } from "./strange-words";
import { asksForASize, asksForATask } from "./task";
import { settledByTrait } from "./the-one";
import { type Token, tokenise } from "./tokens";
import { topicsOf } from "./topics";
import { tellsOfItsUse } from "./used-for";
import { isOnALoss, withoutWeakSigns } from "./weak-signs";

/**
 * Understands one message by itself, without the conversation.
 * @param text any string, mentions already taken out
 * @returns what it names and asks; never throws
 */
export function understand(text: string, lexicon: Lexicon): Query {
  const typed = tokenise(text, lexicon);
  const careless = isCareless(typed);
  const tokens = withSharedPlaces(withOnesNamed(respell(typed, lexicon, careless), lexicon), lexicon);
  const spans = withSplitVerbs(spot(tokens, lexicon), tokens, lexicon);
  const names = chooseNames(spans, tokens, lexicon, careless);
  const all = withoutEnclosed(spans.filter((span) => !names.covers(span)));
  const signs = names.services.length + names.unclear.length > 0 ? withoutNamesOfData(all, tokens) : all;
  const { services, unclear, topics } = settle(names, signs, tokens, lexicon);
  const isNamed = services.length + unclear.length > 0;
  const named = { services: services.length + unclear.length, place: names.regions.length > 0 };
  const asked = withoutAsides(withoutTold(signs, names, spans, tokens), named, spans, tokens, lexicon);
  const guessed = isNamed ? [] : guesses(tokens, spans, names.isCovered, lexicon);
  const others = withKind(asked, "other-topic").map(({ span }) => span);
  const isOnALossAt = (at: number) =>
    signs.some(({ start, end, meanings }) => start <= at && at < end && meanings.some(isOnALoss));
  const isElsewhere =
    isOnAnother(asked, [...services, ...unclear.flat(), ...guessed], named, tokens) ||
    (isNamed && asksForASize(tokens, isOnALossAt));
  const unknownWords = countUnknown(tokens, spans, lexicon, { careless, guessing: !isNamed, told: names.told });
  const isPlaced = names.regions.length > 0;
  const telling = isNamed ? withoutWeakSigns(signs, tokens, { isElsewhere, isPlaced, unknown: unknownWords }) : signs;
  const weak = topicsOf(signs, tokens).filter((topic) => !topicsOf(telling, tokens).includes(topic));
  const cues = cuesOf(telling, names.places, tokens, lexicon);
  const concepts = unique(longestFirst(signs, "concept").map((meaning) => meaning.concept));
  // "How do I shelter Key Vault from Warsaw being lost" is about the loss.
  const isPlacedLoss = names.regions.length > 0 && cues.has("perhaps-region-loss");
  const isOnALostPlace = names.regions.length > 0 && cues.has("region-loss");
  const isATask = isNamed && !isPlacedLoss && asksForATask(tokens, spans, lexicon);
  return {
    empty: tokens.length === 0,
    services,
    unclear,
    order: names.order,
    generic: names.isGeneric,
    ofAKind: isOfAKind(names, spans, tokens, lexicon),
    guesses: guessed,
    regions: names.regions,
    isCarried: false,
    place: names.isPlace,
    homely: isNamed && isPlaced && names.isHomely,
    areas: areasOf(signs),
    topics: isNamed ? topics.filter((topic) => !weak.includes(topic)) : topics,
    concepts,
    cues,
    catalog: null,
    ordinal: ofKind(signs, "ordinal").at(-1)?.ordinal ?? null,
    otherTopic: isElsewhere || isATask,
    isOfItsUse: !isATask && tellsOfItsUse(others, spans, tokens, lexicon),
    everyday:
      ofKind(withoutWords(signs, names.told), "everyday").length > 0 &&
      !(isNamed ? isOnALostPlace : isOurs({ cues, topics, concepts })),
    otherProducts: names.otherProducts,
    denied: names.denied,
    changes: changesOf(spans, tokens, lexicon),
    means: meansOf(services, spans, tokens, lexicon),
    words: wordsSaid(tokens, withKind(spans, "cue"), lexicon),
    plural: isPlural(tokens, spans),
    unknownWords,
    length: tokens.length,
  };
}

/**
 * "Connection limit" is no matter of ours, whichever service has one; a single word counts only with its own service.
 * @param candidates what the message may be about
 */
function isOnAnother(
  asked: readonly Span[],
  candidates: readonly Candidate[],
  named: { readonly services: number; readonly place: boolean },
  tokens: readonly Token[],
): boolean {
  const topics = withKind(asked, "other-topic");
  // "Unity Catalog metastore lost" is about the loss, "message lock lost" is not.
  const isTopics = (at: number) => topics.some(({ span }) => span.start <= at && at < span.end);
  const isLost = tokens.some(({ word }, at) => LOST.has(word) && !isTopics(at));
  // Of several services in a place a part tells what they are made of: "AVS with ANF datastores, Spain Central".
  const isDesign = named.services > 1 && named.place;
  const isOfAny = ({ start, end }: Span) => named.services === 1 && end - start > 1;
  return topics.some(
    ({ span, meaning: { service } }) =>
      service === null || (!isLost && !isDesign && (isAmong(service, candidates) || isOfAny(span))),
  );
}

const LOST: ReadonlySet<string> = new Set(["lost", "gone", "destroyed", "burned", "burnt"]);

/** "The cluster with the Helm charts, Doha gone": what tells which service is meant in a place is not asked about. */
function withoutTold(
  signs: readonly Span[],
  { told, regions }: Names,
  spans: readonly Span[],
  tokens: readonly Token[],
): readonly Span[] {
  return regions.length === 0 ? signs : withoutWords(signs, new Set([...told, ...describing(spans, tokens)]));
}

function withoutWords(signs: readonly Span[], words: ReadonlySet<number>): readonly Span[] {
  return signs.filter(
    ({ start, end }) => !Array.from({ length: end - start }, (_, i) => start + i).some((i) => words.has(i)),
  );
}

function isAmong(id: string, services: readonly Candidate[]): boolean {
  return services.some(({ service }) => service === id);
}

/** "EMEA, I mean the Middle East" is on the one. */
function areasOf(signs: readonly Span[]): string[] {
  const found = withKind(signs, "area");
  const isWide = ({ span, meaning }: Found<"area">) =>
    found.some((other) => other.span.start === span.start && other.meaning.area !== meaning.area);
  const narrow = found.filter((one) => !isWide(one));
  return unique((narrow.length > 0 ? narrow : found).map(({ meaning }) => meaning.area));
}

type Settled = Pick<Query, "services" | "unclear" | "topics">;

/** Names that fit several services are settled by a trait or a topic; Backup and Site Recovery may be means of others. */
function settle(names: Names, signs: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): Settled {
  const topics = topicsOf(signs, tokens);
  const byTrait = settledByTrait(names.unclear, tokens, names.isCovered, lexicon);
  const { settled, unclear } = settledByTopic(byTrait.unclear, topics, lexicon);
  const services = [...names.services, ...byTrait.settled, ...settled];
  return { ...meansOrEnds({ services, topics }, names.listed, lexicon), unclear };
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
  const isOfASubject = (sign: Span) => subjects.some(({ start, end }) => start < sign.end && sign.start < end);
  const smallTalk = cuesIn(signs)("thanks", "help", "greeting");
  return signs.filter((sign) => {
    const is = (kind: Meaning["kind"]) => sign.meanings.some((meaning) => meaning.kind === kind);
    // The "time differ" of "recovery time differs".
    if (is("everyday") && isOfASubject(sign)) return false;
    // "Thanks and have a nice weekend" is on no weekend.
    if (is("everyday") && smallTalk.some((other) => isWithin(sign, other))) return false;
    const enclosing = is("other-topic") ? wider : is("concept") ? subjects : others;
    return !enclosing.some((other) => isWithin(sign, other));
  });
}

/** "Which SKU", which is one of the matter before; by itself it is a SKU. */
function isGoingOn({ meanings }: Span): boolean {
  return meanings.some((it) => it.kind === "cue" && it.cue === "go-on");
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
