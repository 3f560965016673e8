/**
 * "Really?", "bla bla", "qwerty", "what about Rzeszow": nothing is asked that a card could tell. Amid a conversation the
 * same card again would look like an answer to it.
 */
import { wordSet } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import type { Lexicon } from "./lexicon";
import type { Parts } from "./parts";
import type { NothingAsked } from "./query";
import type { Span } from "./spot";
import type { Token } from "./tokens";
import { anyOf, FORMS_OF_BE, FORMS_OF_DO } from "./word-classes";

/** "I don't think that is really true" */
const LONGEST = 9;

/** @returns null where anything is asked, or named that we know */
export function nothingAsked(parts: Parts, lexicon: Lexicon): NothingAsked | null {
  const { tokens, names, noRegions } = parts;
  if (tokens.length === 0 || tokens.length > LONGEST || noRegions.length > 0) return null;
  if (names.chosen.some(({ name }) => name.kind !== "region")) return null;
  const said = tokens.map(({ word }) => word).join(" ");
  if (isMadeOf(tokens, DOUBTS, AROUND_DOUBTS) || PHRASES_OF_DOUBT.test(said)) return { kind: "doubt" };
  if (isMadeOf(tokens, NOISES, AROUND_NOISES) || tokens.every(({ word }) => LONG_NUMBER.test(word)))
    return { kind: "noise" };
  const left = tokens.flatMap((token, at) => (AROUND_NAMES.has(token.word) || names.isCovered(at) ? [] : [at]));
  return nothingIn(left, parts, lexicon);
}

/** @param left where the words stand that are no region, and no words around a name */
function nothingIn(left: readonly number[], { tokens, spans, names, tiers }: Parts, lexicon: Lexicon) {
  // "M10" is a size.
  const isSaid = (at: number) => tiers.places.has(at) || spans.some(({ start, end }) => start <= at && at < end);
  const isAlone = left.length === 1 && names.chosen.length === 0;
  const isUnknown = (at: number) => {
    const token = tokens[at];
    // "Adn in Frankfrut?"
    if (!token || isSaid(at) || (names.chosen.length > 0 && token.word.length <= SHORTEST)) return false;
    return isStrange(token, lexicon) || (isAlone && isNoWordOfOurs(token, lexicon));
  };
  if (left.length === 0 || left.length > MOST_NAMED) return null;
  const words = left.map((at) => tokens[at]?.raw ?? "");
  if (left.every(isUnknown)) return { kind: "strange" as const, words };
  const isPart = isAlone && left.every((at) => isPartOfAName(at, tokens, spans, lexicon));
  return isPart ? { kind: "part" as const, words } : null;
}

/** "And the database", "event": a word of names, or of a kind of services, that asks nothing by itself. */
function isPartOfAName(at: number, tokens: readonly Token[], spans: readonly Span[], lexicon: Lexicon): boolean {
  const canonical = tokens[at]?.canonical ?? "";
  const meanings = spans.filter(({ start, end }) => start <= at && at < end).flatMap((span) => span.meanings);
  const isKind = meanings.some((meaning) => meaning.kind === "cue" && meaning.cue === "kind");
  const asks = meanings.some((meaning) => meaning.kind !== "cue" || !SAY_NO_MORE.has(meaning.cue));
  return !asks && (isKind || (lexicon.names.has(canonical) && !lexicon.isTopicWord(canonical)));
}

const SAY_NO_MORE: ReadonlySet<Cue> = new Set(["kind", "contents", "follow"]);

/** At least one of these, and nothing else but those around. */
function isMadeOf(tokens: readonly Token[], some: ReadonlySet<string>, around: ReadonlySet<string>): boolean {
  return tokens.some(({ word }) => some.has(word)) && tokens.every(({ word }) => some.has(word) || around.has(word));
}

function isStrange({ strange, word, canonical, confidence }: Token, lexicon: Lexicon): boolean {
  return strange && confidence === 1 && word.length >= SHORTEST && !lexicon.isKnown(canonical) && !isNumber(word);
}

/** "Banana", "and speech": a word of the language, or of products that we don't know, and all that is said. */
function isNoWordOfOurs({ word, canonical, confidence }: Token, lexicon: Lexicon): boolean {
  const isOurs = lexicon.isOfAName(canonical) || lexicon.isNearStopWord(word);
  return confidence === 1 && word.length >= SHORTEST && !isOurs;
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}

/** Two letters are typed for many things ("ok", "ty"). */
const SHORTEST = 3;
/** "Bielsko Biala" */
const MOST_NAMED = 3;
/** No choice of a card, and no error such as 503. */
const LONG_NUMBER = /^\d{4,}$/;

const DOUBTS = wordSet(
  "really seriously sure wrong incorrect false true doubt doubtful believe certain correct nonsense rubbish bullshit mistaken lie lying contradict disagree unbelievable",
);
const AROUND_DOUBTS = anyOf(
  FORMS_OF_BE,
  FORMS_OF_DO,
  "you i we this that it s t re not no dont don doesnt isnt thats think so very quite hm hmm but oh well how can about can cannot the answer card still im m totally completely absolutely",
);
/** "This can't be right", "is that so" */
const PHRASES_OF_DOUBT =
  /^(no way|is (that|this|it) (so|right|a fact)|says who|come on|(that|this|it) (s not|is not|isn t|isnt|can t be|cant be|cannot be|can not be) right)$/;
const NOISES = wordSet("hm hmm hmmm mmm uh uhm um eh huh meh blah bla lol haha hahaha lmao test testing foo bar baz");
const AROUND_NOISES = wordSet("oh ah well so ok");
const AROUND_NAMES = wordSet("and what about how or in to for with from then so also is it the a region please now");
