/** Which of the overlapping names in a message were meant: services and regions compete for its words. */
import { withoutBackground } from "./background";
import { withoutBelonging } from "./belonging";
import { bestCover } from "./best-cover";

import { withoutDenied } from "./denials";
import type { Lexicon } from "./lexicon";
import { isListed, withMeansByTopic } from "./means";
import { tellerOf } from "./name-or-word";
import { type NameSpan, nameSpan, servicesOf } from "./name-span";
import { withoutCode } from "./names-in-code";
import { withoutErrorCodes } from "./no-name";
import { isName } from "./ordinary-names";
import { passingPlaces } from "./passing-places";
import type { Candidate } from "./query";
import { saysBoth } from "./says-both";
import { moreThanNames } from "./says-more";
import { cuesIn, hasAny, isWithin, placesOf } from "./spans";
import type { Span } from "./spot";
import { isAsked } from "./stands-alone";
import { isUnbroken, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { toldApart } from "./told-apart";
import { anyOf, DETERMINERS } from "./word-classes";
import { BRANDS } from "./word-kinds";

export type Names = {
  /** All names that stand in the message, in order, meant or not. */
  readonly chosen: readonly NameSpan[];
  readonly services: readonly Candidate[];
  readonly unclear: ReadonlyArray<readonly Candidate[]>;
  /** All of these by the likeliest service of each, in the order named. */
  readonly order: readonly string[];
  readonly regions: readonly string[];
  /** Where they stand in the message. */
  readonly places: readonly Span[];
  /** Regions are named by cities and countries alone. */
  readonly isPlace: boolean;
  /** Nothing but words that many services use: "messaging". */
  readonly isGeneric: boolean;
  /** Products that were named and that we know nothing of. */
  readonly otherProducts: readonly string[];
  /** Of the services that may be a means of others those that an "and" joins to others. */
  readonly listed: ReadonlySet<string>;
  /** Services that were named as those that are not meant, beside others that are. */
  readonly denied: readonly string[];
  /** Words that tell which service of a shared name is meant, or of a place in passing. */
  readonly told: ReadonlySet<number>;
  /** Whether a span shares a word with a chosen name, so that it says nothing of its own ("log in" in "Logs in"). */
  readonly covers: (span: Span) => boolean;
  readonly isCovered: (token: number) => boolean;
};

/** A misspelt name below this is not taken for the name. */
const WEAKEST_NAME = 0.6;
/** The same for a place of one word: two wrong letters of six make a name of anything. */
const WEAKEST_PLACE = 0.8;
/** One wrong letter of six; below this a single word is not surely the name. */
const SURE_WORD = 0.85;

/**
 * Chooses the names that cover the message best and sorts them into services, unclear names and regions.
 * @param careless whether the message was typed in haste, so that a weak name may be one
 */
export function chooseNames(
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
  careless: boolean,
): Names {
  const all = withoutErrorCodes(nameSpans(spans, tokens, lexicon), spans, lexicon);
  const typed = withoutCode(all, tokens);
  const named = typed.map((span) => withBrand(span, typed, tokens));
  const chosen = withoutMatters(withoutSubjects(bestCover(named, tokens.length), spans), spans);
  const cues = cuesIn(spans);
  const { names: wanted, denied } = withoutDenied(chosen, spans, cues, tokens, lexicon);
  const { names: single, told } = toldApart(wanted, spans, tokens, lexicon);
  const withMeans = withMeansByTopic(careless ? single : withoutWeak(single, spans), spans, tokens, lexicon);
  const areAll = (services: number) => services === 2 && saysBoth(tokens, cues, services);
  const asked = withoutBackground(withoutBelonging(withMeans, tokens, lexicon, areAll), spans, tokens, lexicon.means);
  const passing = passingPlaces(asked, tokens);
  const meant = asked.filter((span) => !passing.some(({ place }) => place === span));
  const certain = certainServices(meant);
  // "Workspace replication + Azure Backup, both possible in Madrid?"
  const isMeans = (span: NameSpan) => servicesOf(span).some((id) => lexicon.means.has(id));
  const areBoth = meant.some(isMeans) && saysBoth(tokens, cues, new Set(meant.flatMap(servicesOf)).size);
  const inNames = placesOf([...chosen, ...meant].map((span) => withoutRegion(span, tokens)));
  const inChosen = placesOf(chosen);
  const saysMore = moreThanNames(chosen, spans, tokens, lexicon);
  return {
    chosen,
    services: [...certain].map(([service, confidence]) => ({ service, confidence })),
    unclear: unclearNames(meant, certain),
    order: orderOf(meant, certain),
    regions: regionsOf(meant),
    isPlace: meant.every(({ name }) => name.kind !== "region" || name.place === true),
    isGeneric: meant.every((span) => span.name.kind !== "service" || isOfAField(span, tokens)),
    places: meant.filter(({ name }) => name.kind === "region"),
    listed: new Set(
      meant.filter((it, i) => isMeans(it) && (areBoth || isListed(i, meant, spans, tokens))).flatMap(servicesOf),
    ),
    denied,
    otherProducts: meant.flatMap(({ name }) => (name.kind === "other-product" ? [name.name] : [])),
    covers: (span) => hasAny(inNames, span) && !saysMore(span),
    told: placesOf([...told, ...passing]),
    isCovered: (token) => inChosen.has(token),
  };
}

/** "Messaging" is a field; "the gateway" is a thing that somebody has. */
function isOfAField({ name, start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const isWord = name.kind === "service" && name.generic === true && !DETERMINERS.has(wordAt(start - 1, tokens));
  // "Storage accounts in general, what survives"
  const isSubject = start === 0 && end > 1 && !isUnbroken(tokens.slice(end, end + BEHIND_A_SUBJECT));
  return isWord && !isSubject;
}

/** "in general". */
const BEHIND_A_SUBJECT = 3;

/** "The Swiss regions" names two of them, and still asks about regions. */
function withoutRegion(span: NameSpan, tokens: readonly Token[]): Span {
  const last = span.end - 1;
  const isAPlace = span.name.kind === "region" && last > span.start;
  return isAPlace && tokens[last]?.canonical === "region" ? { ...span, end: last } : span;
}

/** "Which storage redundancy survives": a general question has a word of a name in it. With a region it is on that name. */
function withoutSubjects(chosen: readonly NameSpan[], spans: readonly Span[]): readonly NameSpan[] {
  if (chosen.some(({ name }) => name.kind === "region")) return chosen;
  const subjects = spans.filter(({ meanings }) => meanings.some(({ kind }) => kind === "concept"));
  const isPart = (span: Span) => subjects.some((subject) => isWithin(span, subject));
  return chosen.filter((span) => !(span.name.kind === "service" && span.name.generic && isPart(span)));
}

/** "How many NAT IPs does a Private Link service take": a word of a matter of one service names no other. */
function withoutMatters(chosen: readonly NameSpan[], spans: readonly Span[]): readonly NameSpan[] {
  if (chosen.some(({ name }) => name.kind === "region")) return chosen;
  const isOfAnother = (span: NameSpan) =>
    spans.some(
      (matter) =>
        isWithin(span, matter) &&
        matter.meanings.some((it) => it.kind === "other-topic" && isNamedBeside(it.service, span, chosen)),
    );
  return chosen.filter((span) => span.name.kind !== "service" || !isOfAnother(span));
}

function isNamedBeside(service: string | null, span: NameSpan, chosen: readonly NameSpan[]): boolean {
  if (service === null || servicesOf(span).includes(service)) return false;
  return chosen.some((other) => servicesOf(other).includes(service));
}

/** "Zurich in Switzerland" means the one region, not all of the country; "Mexico, to a US region" none of nine. */
function regionsOf(meant: readonly NameSpan[]): string[] {
  const named = meant.flatMap(({ name }) => (name.kind === "region" ? [name.regions] : []));
  const single = new Set(named.flatMap((regions) => (regions.length === 1 ? regions : [])));
  const isOpen = (regions: readonly string[]) => single.size > 0 && regions.length > MOST_MEANT;
  const kept = named.filter(
    (regions) => regions.length === 1 || !(isOpen(regions) || regions.some((id) => single.has(id))),
  );
  return [...new Set(kept.flat())];
}

/** Who names a country of more regions beside a region means some of them. */
const MOST_MEANT = 4;

/**
 * In a message that is spelt right, one word that is hardly like a name is no name: beside a name that is right ("our
 * webshop runs on AKS"), or where nothing is asked that we know of ("git rebase").
 */
function withoutWeak(meant: readonly NameSpan[], spans: readonly Span[]): readonly NameSpan[] {
  const isRight = ({ name, confidence }: NameSpan) => name.kind === "service" && confidence === 1;
  const isExpected = !meant.some(isRight) && spans.some(({ meanings }) => meanings.some((meaning) => isAsked(meaning)));
  return isExpected ? meant : meant.filter(({ confidence, end, start }) => confidence >= SURE_WORD || end - start > 1);
}

/** Services that were named by a name of their own, in order, with the best confidence of each. */
function certainServices(meant: readonly NameSpan[]): Map<string, number> {
  const certain = new Map<string, number>();
  for (const { name, confidence } of meant) {
    const [only, ...others] = name.kind === "service" ? name.services : [];
    if (only !== undefined && others.length === 0) certain.set(only, Math.max(certain.get(only) ?? 0, confidence));
  }
  return certain;
}

/** "Redis: from Cache for Redis to Managed Redis": a shared name has no place of its own where it is named in full. */
function orderOf(meant: readonly NameSpan[], certain: ReadonlyMap<string, number>): string[] {
  return meant.map(servicesOf).flatMap(([first, ...others]) => {
    return first === undefined || (others.length > 0 && certain.has(first)) ? [] : [first];
  });
}

function nameSpans(spans: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): NameSpan[] {
  const tell = tellerOf(spans, tokens);
  return spans.flatMap((span) => {
    if (span.confidence < WEAKEST_NAME) return [];
    const isWeakWord = span.end - span.start === 1 && span.confidence < WEAKEST_PLACE;
    const isNoPlace = isWeakWord || isPartedPlace(span, tokens);
    return span.meanings.flatMap((meaning) =>
      isName(meaning, span, spans, tokens, lexicon, tell) && !(isNoPlace && meaning.kind === "region")
        ? [nameSpan(span, meaning)]
        : [],
    );
  });
}

/** "Australia East for us" does not end with East US. */
function isPartedPlace({ start, end }: Span, tokens: readonly Token[]): boolean {
  return tokens.slice(start + 1, end - 1).some(({ word }) => PARTS_PLACES.has(word));
}

const PARTS_PLACES = anyOf(DETERMINERS, "for on");

/**
 * "Azure Storage Mover" is one name, not Azure Storage and then a mover: the brand before a name belongs to it, unless it
 * ends another ("Kafka on Azure Qatar").
 */
function withBrand(span: NameSpan, all: readonly NameSpan[], tokens: readonly Token[]): NameSpan {
  const brand = span.start - 1;
  const isBrand = BRANDS.has(wordAt(brand, tokens)) && tokens[span.start]?.breakBefore === false;
  if (!isBrand || all.some(({ start, end }) => end === span.start && start < brand)) return span;
  return withBrand({ ...span, start: brand }, all, tokens);
}

/**
 * Shared names, less those that a name given in full settles ("Azure Managed Redis … our redis"). "Messaging with topics"
 * means what both words may mean.
 */
function unclearNames(meant: readonly NameSpan[], certain: ReadonlyMap<string, number>): Candidate[][] {
  const open = meant.flatMap(({ name, confidence }) =>
    name.kind === "service" && name.services.length > 1 && !name.services.some((id) => certain.has(id))
      ? [name.services.map((service) => ({ service, confidence }))]
      : [],
  );
  const found: Candidate[][] = [];
  for (const candidates of open) {
    const same = found.findIndex((others) => inCommon(others, candidates).length > 1);
    const others = found[same];
    if (others) found[same] = inCommon(others, candidates);
    else found.push(candidates);
  }
  return found;
}

function inCommon(some: readonly Candidate[], others: readonly Candidate[]): Candidate[] {
  return some.filter(({ service }) => others.some((other) => other.service === service));
}
