/**
 * "Really?", "bla bla", "qwerty", "what about Rzeszow": nothing is asked that a card could tell. Amid a conversation the
 * same card again would look like an answer to it.
 */
import { wordSet } from "../knowledge/normalise";
import type { Lexicon } from "./lexicon";
import type { Parts } from "./parts";
import type { NothingAsked } from "./query";
import type { Token } from "./tokens";
import { anyOf, FORMS_OF_BE, FORMS_OF_DO } from "./word-classes";

/** "I don't think that is really true" */
const LONGEST = 9;

/** @returns null where anything is asked, or named that we know */
export function nothingAsked({ tokens, names, noRegions, spans, tiers }: Parts, lexicon: Lexicon): NothingAsked | null {
  if (tokens.length === 0 || tokens.length > LONGEST || names.chosen.length + noRegions.length > 0) return null;
  const said = tokens.map(({ word }) => word).join(" ");
  if (isMadeOf(tokens, DOUBTS, AROUND_DOUBTS) || PHRASES_OF_DOUBT.test(said)) return { kind: "doubt" };
  if (isMadeOf(tokens, NOISES, AROUND_NOISES) || tokens.every(({ word }) => LONG_NUMBER.test(word)))
    return { kind: "noise" };
  // "M10" is a size.
  const isSaid = (at: number) => tiers.places.has(at) || spans.some(({ start, end }) => start <= at && at < end);
  const isUnknown = (token: Token) =>
    isStrange(token, lexicon) || (tokens.length === 1 && isNoWordOfOurs(token, lexicon));
  const strange = tokens.filter((token, at) => isUnknown(token) && !isSaid(at));
  const isElse = (token: Token) => !strange.includes(token) && !AROUND_NAMES.has(token.word);
  if (strange.length === 0 || strange.length > MOST_NAMED || tokens.some(isElse)) return null;
  return { kind: "strange", words: strange.map(({ raw }) => raw) };
}

/** At least one of these, and nothing else but those around. */
function isMadeOf(tokens: readonly Token[], some: ReadonlySet<string>, around: ReadonlySet<string>): boolean {
  return tokens.some(({ word }) => some.has(word)) && tokens.every(({ word }) => some.has(word) || around.has(word));
}

function isStrange({ strange, word, canonical, confidence }: Token, lexicon: Lexicon): boolean {
  return strange && confidence === 1 && word.length >= SHORTEST && !lexicon.isKnown(canonical) && !isNumber(word);
}

/** "Banana": a word of the language, and all that is said. */
function isNoWordOfOurs({ word, canonical, confidence }: Token, lexicon: Lexicon): boolean {
  return confidence === 1 && word.length >= SHORTEST && !lexicon.isKnown(canonical) && !lexicon.isNearStopWord(word);
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
