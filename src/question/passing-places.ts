/** Places that a message names in passing: where somebody travels, or who asks. */
import { fold, wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import type { NameSpan } from "./name-span";
import type { Span } from "./spot";
import { endOfThought, restOfThought, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { PREPOSITIONS_TOWARDS } from "./word-classes";

/** "On the train from Bern to", "users sit mostly in": no more words stand between. */
const BEFORE_A_PLACE = 5;

/**
 * "I'm on the train to Zurich. How does …", "our auditor from Poland asks whether … in Doha": the city or country of a
 * traveller counts for nothing, that of people only where no other is named.
 * @param meant the names that the message means, in order
 * @returns what tells of such places, from the beginning of their clause on
 */
export function passingPlaces(meant: readonly NameSpan[], tokens: readonly Token[]): readonly Passing[] {
  const places = meant.filter(({ name }) => name.kind === "region");
  const isCity = ({ name }: NameSpan) => name.kind === "region" && name.place === true;
  const travelled = places.filter((span) => isCity(span) && isOnTheWay(span, meant, tokens));
  const left = places.filter((span) => !travelled.includes(span));
  // "Users in Oslo read locally and users in Milan too"
  const isLocal = left.some(({ end }) => isServedThere(end, tokens));
  const isPersons = (span: NameSpan) => isCity(span) && !isSource(span, left, tokens);
  const peoples = left.filter((span, i) => !isLocal && isPersons(span) && isOfPeople(span, left[i - 1], tokens));
  const newsworthy = places.filter((span) => isCity(span) && isInTheNews(span, meant, tokens));
  const passing = [...newsworthy, ...(peoples.length < left.length ? [...travelled, ...peoples] : travelled)];
  const isAsked = passing.length < places.length || meant.some(({ name }) => name.kind === "service");
  return isAsked ? passing.map((place) => ({ place, start: startOfClause(place.start, tokens), end: place.end })) : [];
}

/** Whether a place without a region is told of so. */
export function isInPassing(place: Stretch, meant: readonly NameSpan[], tokens: readonly Token[]): boolean {
  return isOnTheWay(place, meant, tokens) || isInTheNews(place, meant, tokens) || isOfPeople(place, undefined, tokens);
}

type Stretch = Pick<Span, "start" | "end">;

/** "A reseller in Kuala Lumpur asks if ASR takes his machines over to Singapore": from there, as no other source is named. */
function isSource(span: NameSpan, places: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const others = places.filter((place) => place !== span);
  const areTargets =
    others.length > 0 && others.every(({ start }) => PREPOSITIONS_TOWARDS.has(wordAt(start - 1, tokens)));
  return areTargets && tokens.slice(span.end).some(({ word }) => THEIR.has(word));
}

const THEIR: ReadonlySet<string> = new Set(["his", "her", "their"]);

/** A place, and the words that lead to it. */
type Passing = Pick<Span, "start" | "end"> & { readonly place: NameSpan };

/** "Typing this on a plane to Dubai", "my flight to Singapore"; but "AKS for the airport in Doha" is at work. */
function isOnTheWay({ start }: Stretch, meant: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const clause = startOfClause(start, tokens);
  const before = tokens.slice(clause, start);
  const isNamed = meant.some((span) => span.name.kind === "service" && span.start >= clause && span.end <= start);
  const isTold = before.some(({ word }) => TELLERS.has(word)) || /ing$/.test(before[0]?.plain ?? "");
  const near = before.slice(-BEFORE_A_PLACE).map(({ word }) => word);
  return !isNamed && isTold && near.some((word, i) => TRAVELS.has(word) || (word === "way" && near[i - 1] === "my"));
}

/** "They read the news about the Korean datacentre fire": what happened there is why it is asked about a service. */
function isInTheNews({ start }: Stretch, meant: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const clause = startOfClause(start, tokens);
  const told = tokens.slice(clause, endOfThought(start, tokens)).map(({ plain }) => plain);
  const isApart = meant.some(({ name, end }) => name.kind === "service" && end <= clause);
  return isApart && told.some((word) => NEWS.has(word)) && told.some((word) => HAPPENED.has(word));
}

/** As they are typed: folded, "news" would be "new". */
const NEWS: ReadonlySet<string> = new Set("news newspaper headlines headline press read heard saw article".split(" "));
const HAPPENED: ReadonlySet<string> = new Set("fire flood outage incident earthquake blackout storm".split(" "));
const TELLERS = wordSet("i im my me he she colleague boss just heard greetings back on at from landed");
const TRAVELS: ReadonlySet<string> = new Set(
  [
    ..."train plane flight flights ferry taxi airport lounge trip journey holiday holidays vacation hotel".split(" "),
    ..."conference congress summit meetup ignite kubecon wedding landed arrived flew fly flying travel".split(" "),
    ..."travelling traveling travelled driving drive visiting visit commute commuting".split(" "),
  ].map(fold),
);

/** "A colleague in Norway", "customers sit in Brazil and Chile", "the Madrid office", "Tokyo wants to know". */
function isOfPeople({ start, end }: Stretch, before: Stretch | undefined, tokens: readonly Token[]): boolean {
  const [next, between] = [tokens[end], before ? tokens.slice(before.end, start) : []];
  if (next && !next.breakBefore && (PEOPLE.has(next.word) || isAsking(end, tokens))) return true;
  const isListed = before !== undefined && between.length === 1 && between[0]?.word === "and";
  if (isListed) return isOfPeople(before, undefined, tokens);
  const clause = tokens.slice(Math.max(startOfClause(start, tokens), start - BEFORE_A_PLACE), start);
  const at = clause.findIndex(({ word }) => PEOPLE.has(word));
  const rest = clause.slice(at + 1).map(({ word }) => word);
  return at >= 0 && rest.length > 0 && rest.every((word) => BETWEEN.has(word));
}

/** "Users in Auckland should write locally": in that very region. */
function isServedThere(at: number, tokens: readonly Token[]): boolean {
  return restOfThought(at, tokens, BEHIND_A_PLACE).some(({ word }) => LOCALLY.has(word));
}

/** "must be able to write". */
const BEHIND_A_PLACE = 7;
const LOCALLY: ReadonlySet<string> = new Set(["locally", "local", "nearby"]);

/** "Tokyo wants to know" asks; "the park in Chile wants to write locally" is at work there. */
function isAsking(at: number, tokens: readonly Token[]): boolean {
  const [verb, to, does] = wordsBetween(at, at + 3, tokens);
  return ASKS.has(verb ?? "") && !(to === "to" && does !== undefined && WORKS.has(does));
}

const WORKS = wordSet("write read run host deploy store replicate save sync keep use move work serve publish send");
const PEOPLE: ReadonlySet<string> = new Set(
  [
    ..."auditor colleague consultant customer boss team office headquarter hq user employee developer".split(" "),
    ..."dba architect vendor supplier director lawyer staff people folk guy lad subsidiary parent branch".split(" "),
  ].map(fold),
);
const ASKS = wordSet("want wants ask asks say says insist insists think thinks claim claims complain complains");
const BETWEEN = wordSet(
  "in from at of are is were come comes came coming fly sit live work mostly all the our only both based located and there",
);
