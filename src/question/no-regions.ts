/**
 * "East US 3", "Qatar North", "uknorth": built as Azure's names of regions are, and no region. Read as the one that is
 * like it, it would be answered surely and wrongly, so it is taken out before anything else is read.
 */
import type { Lexicon } from "./lexicon";
import { NO_REGION } from "./phrases";
import type { Build, Part, RegionNames } from "./region-names";
import type { Token } from "./tokens";
import { anyOf, DETERMINERS, FORMS_OF_BE, FORMS_OF_HAVE } from "./word-classes";

export type NoRegion =
  | {
      readonly kind: "name";
      /** As Azure would write it. */
      readonly name: string;
      /** Ids of regions that are called nearly so. */
      readonly near: readonly string[];
    }
  | {
      /** A place whose country has none (places-without-region.ts). */
      readonly kind: "place";
      /** As the card writes it: "Riyadh (Saudi Arabia)". */
      readonly name: string;
      /** Where its country has regions in other places: "Germany". */
      readonly geography: string | null;
      /** "And to Riyadh?": what is asked is asked of another region still. */
      readonly isFurther: boolean;
    };

/** A part of a name, with the tokens that it stands in. */
type Placed = Part & { readonly at: number; readonly end: number; readonly isAlone: boolean };
/** From the first token to the one behind the last. */
type Found = Extract<NoRegion, { kind: "name" }> & {
  readonly start: number;
  readonly end: number;
  readonly mayBeACount: boolean;
};

/** @returns the tokens with a word that means nothing in place of each such name, and the names */
export function withoutNoRegions(tokens: readonly Token[], lexicon: Lexicon) {
  const found = withoutCounts(noRegionsIn(tokens, lexicon.regionNames));
  if (found.length === 0) return { tokens, noRegions: NONE };
  const left = tokens.flatMap((token, at) => {
    if (found.some(({ start }) => start === at)) return [asNoRegion(token)];
    return found.some(({ start, end }) => start < at && at < end) ? [] : [token];
  });
  return { tokens: left, noRegions: found.map(({ kind, name, near }): NoRegion => ({ kind, name, near })) };
}

const NONE: readonly NoRegion[] = [];

function asNoRegion(token: Token): Token {
  return { ...token, raw: NO_REGION, plain: NO_REGION, word: NO_REGION, canonical: NO_REGION, strange: false };
}

/** "West Europe 4, North Europe 2": so many of something in each. */
function withoutCounts(found: readonly Found[]): readonly Found[] {
  return found.filter((one) => !one.mayBeACount || found.filter(({ mayBeACount }) => mayBeACount).length === 1);
}

function noRegionsIn(tokens: readonly Token[], names: RegionNames): Found[] {
  return runsIn(tokens, names).flatMap((run) =>
    run.flatMap((part, i) => (part.kind === "place" ? (noRegionAt(i, run, tokens, names) ?? []) : [])),
  );
}

/** All parts that stand one behind the other, as long as no thought ends. */
function runsIn(tokens: readonly Token[], names: RegionNames): Placed[][] {
  const runs: Placed[][] = [];
  let end = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < end) continue;
    const both = placeOfTwo(at, tokens, names);
    const parts = both ?? names.partsOf(token.word);
    if (!parts) continue;
    const isOn = end === at && !token.breakBefore;
    end = at + (both ? 2 : 1);
    const placed = parts.map(({ kind, text }) => ({ kind, text, at, end, isAlone: parts.length === 1 }));
    if (isOn && runs.length > 0) runs.at(-1)?.push(...placed);
    else runs.push(placed);
  }
  return runs.filter(({ length }) => length > 1);
}

/** "South Africa" is one part in two words. */
function placeOfTwo(at: number, tokens: readonly Token[], names: RegionNames): Part[] | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first || !second || second.breakBefore || !BEGIN_A_PLACE.has(first.word)) return null;
  const parts = names.partsOf(first.word + second.word);
  return parts?.length === 1 ? parts : null;
}

const BEGIN_A_PLACE: ReadonlySet<string> = new Set(["south", "new"]);

function noRegionAt(i: number, run: readonly Placed[], tokens: readonly Token[], names: RegionNames): Found | null {
  const written = writtenAround(i, run, names);
  if (!written) return null;
  const { from, to } = written;
  const number = run[to];
  const numbered =
    number?.kind === "number" && countsAsNumber(number, run.slice(from, to), tokens) ? number : undefined;
  const parts = run.slice(from, numbered ? to + 1 : to);
  const build = buildOf(parts);
  const isNone = names.isKnown(buildOf(run.slice(from, to)))
    ? numbered !== undefined && !names.isKnown(build)
    : mayBeAName(parts, tokens);
  return isNone ? foundFrom(parts, build, names) : null;
}

function foundFrom(parts: readonly Placed[], build: Build, names: RegionNames): Found | null {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const name = parts
    .map((part, i) => asWritten(part.text, isGoingOn(part, parts[i - 1])))
    .join("")
    .trim();
  const mayBeACount = last.kind === "number" && last.isAlone && build.place !== "us";
  return { kind: "name", name, near: names.near(build), start: first.at, end: last.end, mayBeACount };
}

/** The compass words that belong to a place stand before or behind it; null where there are none, or it is unclear whose. */
function writtenAround(i: number, run: readonly Placed[], names: RegionNames): { from: number; to: number } | null {
  const [from, to] = [i - compassWords(run.slice(0, i).reverse()), i + 1 + compassWords(run.slice(i + 1))];
  // "Poland Central North Europe", "East US West US"
  const isSharedBefore = from < i && run[from - 1] !== undefined;
  const isSharedBehind = run[to]?.kind === "place";
  const isKnown = (start: number, end: number) => names.isKnown(buildOf(run.slice(start, end)));
  if (from < i && isKnown(from, i + 1)) return { from, to: i + 1 };
  if (isSharedBefore || isSharedBehind || to - from < 2) return null;
  // "Korea Central North" has a region in it.
  if (from < i && to > i + 1 && isKnown(i, to)) return null;
  return { from, to };
}

function compassWords(run: readonly Placed[]): number {
  const end = run.findIndex(({ kind }) => kind !== "compass");
  return end < 0 ? run.length : end;
}

function buildOf(parts: readonly Placed[]): Build {
  const of = (kind: Part["kind"]) => parts.flatMap((part) => (part.kind === kind ? [part.text] : []));
  return { place: of("place").join(""), compass: of("compass"), number: of("number").join("") };
}

/**
 * "East US 3" at the end of a thought, "eastus3"; but "West Europe 2 VMs" counts, "1. West Europe 2. UK South" lists and
 * "vm-westeurope-2" is somebody's second one.
 */
function countsAsNumber(number: Placed, before: readonly Placed[], tokens: readonly Token[]): boolean {
  if (!NUMBER.test(number.text)) return false;
  if (!number.isAlone || number.at === before.at(-1)?.at) return true;
  // "eastus 3"
  const isApart = before.some(({ kind, text, isAlone }) => kind === "place" && (isAlone || text === "us"));
  const next = tokens[number.end];
  const ends = !next || next.breakBefore || BEHIND_A_NAME.has(next.word);
  return number.text.length === 1 && isApart && ends && !isListed(number.at, tokens);
}

/** The first of a place has none, and "eastus02" is a resource. */
const NUMBER = /^[2-9]\d?$/;

const BEHIND_A_NAME = anyOf(FORMS_OF_BE, FORMS_OF_HAVE, "a region pair paired exist exists or vs versus to yet please");

/** Whether "1." stands before it. */
function isListed(at: number, tokens: readonly Token[]): boolean {
  return tokens.slice(0, at).some(({ word }, i) => word === "1" && tokens[i + 1]?.breakBefore === true);
}

/** Compass words beside a place that make no region: in one word they are meant as a name, apart they may be none. */
function mayBeAName(parts: readonly Placed[], tokens: readonly Token[]): boolean {
  const place = parts.find(({ kind }) => kind === "place");
  const [first, last] = [parts[0], parts.at(-1)];
  if (!place || !first || !last) return false;
  if (!place.isAlone) return true;
  // "Our users in East Asia and South Europe"
  if (CONTINENTS.has(place.text)) return false;
  const [before, next] = [tokens[first.at - 1], tokens[last.end]];
  // "The north UK", "Italy north of Rome", "the US west coast"
  if (first !== place) return first.at === 0 || !BEFORE_A_PART.has(before?.word ?? "");
  const isCountry = place.text !== "us" || tokens[place.at]?.raw === "US";
  return isCountry && (!next || next.breakBefore || !BEHIND_A_PART.has(next.word));
}

const CONTINENTS: ReadonlySet<string> = new Set(["europe", "asia"]);
const BEFORE_A_PART = anyOf(DETERMINERS, "of");
const BEHIND_A_PART = anyOf("of coast side part half end corner bound facing border");

const CAPITALS: ReadonlySet<string> = new Set(["us", "uk", "uae"]);

/** "Southeast" is one word, "South Central" are two. */
function isGoingOn({ at, text }: Placed, before: Placed | undefined): boolean {
  return before?.at === at && /^(east|west)$/.test(text) && /^(north|south)$/.test(before.text);
}

function asWritten(text: string, goesOn: boolean): string {
  if (goesOn) return text;
  if (CAPITALS.has(text)) return ` ${text.toUpperCase()}`;
  const spaced = text.replace(/^(south|new)(africa|zealand)$/, "$1 $2");
  return ` ${spaced.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())}`;
}
