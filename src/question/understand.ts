/** Message → Query: its parts, what it is about, what it asks. */
import { changesOf } from "./changes";
import { copyTargets } from "./copy-targets";
import { isOurs } from "./everyday";
import { guesses } from "./guesses";
import { isOfAKind, isPlural, kindsNamed } from "./kinds";
import type { Lexicon } from "./lexicon";
import { likelyRegions } from "./likely-regions";
import { type Matter, matterOf, type Subject, withoutWords } from "./matter";
import type { Meaning } from "./meaning";
import { meansOf, meansOrEnds, settledByTopic, withMeansTold } from "./means";
import { servicesOf } from "./name-span";
import { narrowingOf } from "./narrowing";
import { nothingAsked } from "./nothing-asked";
import { type OwnSetUp, ownSetUp } from "./own-lacks";
import { type Parts, partsOf } from "./parts";
import { productsBeside } from "./products-beside";
import type { Query } from "./query";
import { leaningOf, likelyOf } from "./second-reading";
import { settledByTier } from "./settled-by-tier";
import { type Found, withKind } from "./spans";
import type { Span } from "./spot";
import { settledByTrait } from "./the-one";
import { toldInPlace } from "./told-of-others";
import { topicsOf } from "./topics";
import { typedNumber } from "./typed-number";
import { settledByRedundancy } from "./vault-redundancy";
import { wayRound } from "./way-round";
import { wordsSaid } from "./words-said";

/**
 * Understands one message by itself, without the conversation.
 * @param text any string, mentions already taken out
 * @returns what it names and asks; never throws
 */
export function understand(text: string, lexicon: Lexicon): Query {
  const parts = partsOf(text, lexicon);
  const subject = subjectOf(parts, lexicon);
  const matter = matterOf(parts, subject, lexicon);
  const named = namedIn(parts, subject, lexicon);
  const reading = readAgain(parts, subject, matter);
  const own = ownSetUp(parts, matter.cues);
  return asOne(named, askedIn(parts, subject, matter), saidIn(parts, lexicon), own, reading);
}

const NONE: readonly string[] = [];

/**
 * Field by field: an object of so many fields that is put together otherwise (spread, Object.assign) is a hash table to V8,
 * which takes forty times as long to make and five times as long to copy and to write out.
 */
function asOne(
  named: ReturnType<typeof namedIn>,
  asked: ReturnType<typeof askedIn>,
  said: ReturnType<typeof saidIn>,
  own: OwnSetUp,
  reading: ReturnType<typeof readAgain>,
): Query {
  return {
    services: named.services,
    unclear: named.unclear,
    guesses: named.guesses,
    order: named.order,
    generic: named.generic,
    ofAKind: named.ofAKind,
    kinds: named.kinds,
    regions: named.regions,
    targets: named.targets,
    isCarried: named.isCarried,
    place: named.place,
    areas: named.areas,
    otherProducts: named.otherProducts,
    productsBeside: named.productsBeside,
    noRegions: named.noRegions,
    denied: named.denied,
    changes: named.changes,
    means: named.means,
    topics: own.without.length > 0 ? asked.topics.filter((topic) => !own.without.includes(topic)) : asked.topics,
    isTopicKept: false,
    cues: asked.cues,
    otherTopic: asked.otherTopic,
    isOfItsUse: asked.isOfItsUse,
    unknownWords: asked.unknownWords,
    concepts: asked.concepts,
    catalog: asked.catalog,
    ordinal: asked.ordinal,
    everyday: asked.everyday,
    isNameAlone: said.isNameAlone,
    empty: said.empty,
    length: said.length,
    plural: said.plural,
    words: said.words,
    told: said.told,
    lacks: own.lacks,
    asksIfEnough: own.asksIfEnough,
    hasMore: own.hasMore,
    without: own.without,
    leaning: reading.leaning,
    likely: reading.likely,
    mentioned: reading.mentioned,
    bare: null,
    nothingAsked: said.nothingAsked,
    narrowing: said.narrowing,
    shown: null,
    wayRound: said.wayRound,
    absent: NONE,
    together: reading.together,
  };
}

function readAgain(parts: Parts, subject: Subject, { topics }: Matter) {
  const leaning = leaningOf(parts, meantIn(subject), topics.length > 0);
  const likely = likelyOf(leaning, undefined);
  return { leaning, likely, mentioned: mentionedIn(parts, subject), together: false };
}

function meantIn({ services, unclear }: Subject): string[] {
  return [...services, ...unclear.flatMap(([likeliest]) => likeliest ?? [])].map(({ service }) => service);
}

/** "Event Grid, not Event Hubs" mentions both. */
function mentionedIn({ names: { chosen } }: Parts, { services }: Subject): string[] {
  const isMeant = (id: string) => services.some(({ service }) => service === id);
  const all = chosen.map(servicesOf).flatMap((ids) => ids.find(isMeant) ?? ids.slice(0, 1));
  return unique(all);
}

/** Names that fit several services are settled by a trait or a topic; Backup and Site Recovery may be means of others. */
function subjectOf({ tokens, spans, names, signs, tiers }: Parts, lexicon: Lexicon): Subject {
  const named = topicsOf(signs, tokens);
  // "Azure SQL plus Redis (the managed one)": what has told of the one tells nothing of the other.
  const isSpent = (token: number) => names.isCovered(token) || names.told.has(token);
  const byTrait = settledByTrait(names.unclear, tokens, isSpent, lexicon);
  const byTopic = settledByTopic(byTrait.unclear, named, lexicon);
  const byTier = settledByTier(byTopic, tiers.ids);
  const { settled, unclear } = settledByRedundancy(byTier, named, tokens, lexicon);
  const all = [...names.services, ...byTrait.settled, ...settled];
  const ends = meansOrEnds({ services: all, topics: named }, names.listed, lexicon);
  const { services, topics } = withMeansTold(ends, names, lexicon);
  const isNamed = services.length + unclear.length > 0;
  const guessed = isNamed ? [] : guesses(tokens, spans, names.isCovered, lexicon);
  return { services, unclear, topics, guesses: guessed, isNamed };
}

function namedIn(parts: Parts, subject: Subject, lexicon: Lexicon) {
  const { tokens, spans, names, signs } = parts;
  const { services, unclear } = subject;
  const places = likelyRegions(parts);
  const targets = places.length > 0 ? copyTargets(names, tokens).filter((id) => places.includes(id)) : [];
  return {
    services,
    unclear,
    guesses: subject.guesses,
    order: names.order,
    generic: names.isGeneric,
    ofAKind: isOfAKind(names, spans, tokens, lexicon),
    kinds: kindsNamed(spans, tokens),
    regions: sourcesFirst(places, targets),
    targets,
    isCarried: false,
    place: names.isPlace,
    areas: areasOf(signs),
    otherProducts: names.otherProducts,
    productsBeside: productsBeside(names, tokens),
    noRegions: parts.noRegions,
    denied: names.denied,
    changes: changesOf(spans, tokens, lexicon),
    means: meansOf(services, spans, tokens, lexicon),
  };
}

/** "Copy to UAE North what is in Qatar" goes from Qatar to UAE North. */
function sourcesFirst(places: readonly string[], targets: readonly string[]): readonly string[] {
  return targets.length === 0 ? places : [...places.filter((id) => !targets.includes(id)), ...targets];
}

function askedIn({ tokens, names, signs }: Parts, { isNamed }: Subject, matter: Matter) {
  const concepts = unique(longestFirst(signs, "concept").map((meaning) => meaning.concept));
  const isOnALostPlace = names.regions.length > 0 && matter.cues.has("region-loss");
  const isAskedOfUs = isNamed ? isOnALostPlace : isOurs({ cues: matter.cues, topics: matter.topics, concepts });
  return {
    topics: matter.topics,
    cues: matter.cues,
    otherTopic: matter.otherTopic,
    isOfItsUse: matter.isOfItsUse,
    unknownWords: matter.unknownWords,
    concepts,
    catalog: null,
    ordinal: ofKind(signs, "ordinal").at(-1)?.ordinal ?? typedNumber(tokens),
    everyday: !isAskedOfUs && ofKind(withoutWords(signs, names.told), "everyday").length > 0,
  };
}

function saidIn(parts: Parts, lexicon: Lexicon) {
  const { tokens, spans, names, tiers } = parts;
  const words = wordsSaid(tokens, withKind(spans, "cue"), lexicon);
  return {
    isNameAlone: tokens.every(({ word }, at) => names.isCovered(at) || tiers.places.has(at) || lexicon.isFiller(word)),
    empty: tokens.length === 0,
    length: tokens.length,
    plural: isPlural(tokens, spans),
    words,
    told: [...toldInPlace(words, parts, lexicon), ...tiers.ids],
    nothingAsked: nothingAsked(parts, lexicon),
    narrowing: narrowingOf(parts),
    wayRound: wayRound(names.chosen, tokens),
  };
}

/** "EMEA, I mean the Middle East" is on the one. */
function areasOf(signs: readonly Span[]): string[] {
  const found = withKind(signs, "area");
  const isWide = ({ span, meaning }: Found<"area">) =>
    found.some((other) => other.span.start === span.start && other.meaning.area !== meaning.area);
  const narrow = found.filter((one) => !isWide(one));
  return unique((narrow.length > 0 ? narrow : found).map(({ meaning }) => meaning.area));
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
