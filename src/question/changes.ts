/** "Without Functions", "drop AKS, add Key Vault": what a message takes out of the plan before, and adds to it. */
import { wordSet } from "../knowledge/normalise";
import type { Lexicon } from "./lexicon";
import { type Found, isWithin, placesOf, withKind } from "./spans";
import type { Span } from "./spot";
import { endsThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import {
  ADVERBS_OF_REMOVAL,
  anyOf,
  LISTS_AND_PLANS,
  POLITE_WORDS,
  PREPOSITIONS_TOWARDS,
  PRONOUNS_OF_THINGS,
} from "./word-classes";

export type Changes = {
  /** Services that are to be left out; of a shared name all that it may mean. */
  readonly left: readonly string[];
  readonly added: readonly string[];
  /** Regions that are to be left out. */
  readonly leftPlaces: readonly string[];
  /** Regions that come in beside those of before. */
  readonly addedPlaces: readonly string[];
};

export const NO_CHANGES: Changes = { left: [], added: [], leftPlaces: [], addedPlaces: [] };

type Change = "leave-out" | "add";

/** @param spans all that the message says */
export function changesOf(spans: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): Changes {
  // "Scrap the event hubs" leaves the IoT Hub in.
  const [names, places] = [widest(withKind(spans, "service")), widest(withKind(spans, "region"))];
  if (names.length + places.length === 0) return NO_CHANGES;
  const cues = withKind(spans, "cue");
  const signs = cues.filter(({ meaning: { cue } }) => cue === "leave-out" || cue === "add");
  const behind = cues.filter(({ meaning: { cue } }) => cue === "left-out");
  const added = isAddedBehind(names, tokens) ? "add" : undefined;
  const changeOf = (span: Span, list: ReadonlySet<number>) =>
    ruledBy(span, signs, list, tokens, lexicon) ??
    saidBehind(span, behind, tokens) ??
    saidAround(span, tokens, lexicon) ??
    added;
  const [inNames, inPlaces] = [placesOf(names.map(({ span }) => span)), placesOf(places.map(({ span }) => span))];
  const changes = names.map(({ span, meaning }) => ({ services: meaning.services, change: changeOf(span, inNames) }));
  const of = (wanted: Change) => changes.flatMap(({ services, change }) => (change === wanted ? services : []));
  const placesOfA = (wanted: Change) =>
    places.flatMap(({ span, meaning }) => (changeOf(span, inPlaces) === wanted ? meaning.regions : []));
  return {
    left: of("leave-out"),
    added: of("add"),
    leftPlaces: placesOfA("leave-out"),
    addedPlaces: placesOfA("add"),
  };
}

/** Names that do not stand within longer ones. */
function widest<T extends { readonly span: Span }>(all: readonly T[]): readonly T[] {
  return all.filter(({ span }) => !all.some((other) => isWithin(span, other.span)));
}

/** "Functions can go", "AKS is out". */
function saidBehind({ end }: Span, signs: ReadonlyArray<Found<"cue">>, tokens: readonly Token[]): Change | undefined {
  // "And AKS out"
  if (wordAt(end, tokens) === "out" && endsThought(end + 1, tokens) && !tokens[end]?.breakBefore) return "leave-out";
  const isSaid = signs.some(({ span }) => span.start === end && !tokens[end]?.breakBefore);
  return isSaid ? "leave-out" : undefined;
}

/** "Foundry too, please add", "the boss wants Fabric, so put it in": what comes in is named before. */
function isAddedBehind(names: ReadonlyArray<{ readonly span: Span }>, tokens: readonly Token[]): boolean {
  const last = names.at(-1)?.span.end ?? tokens.length;
  const behind = tokens.slice(last, last + BEHIND_A_NAME);
  return behind.some(({ word }, i) => {
    const [next, particle] = behind.slice(i + 1, i + 3);
    const isAlone = (next?.breakBefore ?? true) || REFERS.has(next?.word ?? "");
    return (
      (ADDS.has(word) && isAlone) ||
      (PUTS.has(word) && PRONOUNS_OF_THINGS.has(next?.word ?? "") && IN.has(particle?.word ?? ""))
    );
  });
}

/** "shares too, so could you please add". */
const BEHIND_A_NAME = 9;
const ADDS = wordSet("add extend include append");
const REFERS = anyOf(PRONOUNS_OF_THINGS, POLITE_WORDS, "too also thanks");

/** "Take Event Hubs out", "put Key Vault in", "with queues added". */
function saidAround({ start, end }: Span, tokens: readonly Token[], lexicon: Lexicon): Change | undefined {
  const at = lexicon.isFiller(wordAt(start - 1, tokens)) ? start - 2 : start - 1;
  const [verb, particle] = [wordAt(at, tokens), wordAt(end, tokens)];
  if (TAKES.has(verb) && ADVERBS_OF_REMOVAL.has(particle)) return "leave-out";
  const isEnd = endsThought(end + 1, tokens);
  // "Put Service Bus on the list"
  const isListed = ONTO.has(particle) && tokens.slice(end + 1, end + 3).some(({ word }) => LISTS_AND_PLANS.has(word));
  // "She wants Fabric in it"
  const isInIt = WANTS.has(verb) && IN.has(particle) && PRONOUNS_OF_THINGS.has(wordAt(end + 1, tokens));
  return isInIt || (PUTS.has(verb) && ((isEnd && IN.has(particle)) || isListed)) ? "add" : undefined;
}

const TAKES: ReadonlySet<string> = new Set("take leave kick throw pull cut count put keep get strip".split(" "));
const PUTS: ReadonlySet<string> = new Set("put bring take throw have with get add".split(" "));
const WANTS = wordSet("want need put bring take get");
const ONTO = anyOf(PREPOSITIONS_TOWARDS, "on");
const IN: ReadonlySet<string> = new Set(["in", "added", "included", "aboard"]);

/** The sign right before a name, or before the list that the name stands in. */
function ruledBy(
  { start }: Span,
  signs: ReadonlyArray<Found<"cue">>,
  list: ReadonlySet<number>,
  tokens: readonly Token[],
  lexicon: Lexicon,
): Change | undefined {
  let at = signs.length === 0 ? 0 : start;
  while (at > 0) {
    const sign = signs.find(({ span }) => span.end === at);
    // "No, Event Hubs" leaves nothing out.
    if (sign) return tokens[at]?.breakBefore ? undefined : sign.meaning.cue === "add" ? "add" : "leave-out";
    const word = wordAt(at - 1, tokens);
    // "Forget DocumentDB. Cosmos in Doha": a sentence of its own.
    if (tokens[at]?.pause === "end" && !JOINS.has(wordAt(at, tokens))) return undefined;
    if (!lexicon.isFiller(word) && !JOINS.has(word) && !list.has(at - 1)) return undefined;
    at -= 1;
  }
  return undefined;
}

const JOINS: ReadonlySet<string> = new Set(["and", "or", "also", "with", "by"]);
