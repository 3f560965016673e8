/** "The topic in Madrid", "is the topic replicated": a thing that somebody has, and may lose. */
import { wordSet } from "../knowledge/normalise";
import type { Meaning } from "./meaning";
import type { Span } from "./spot";
import { isUnbroken, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  DETERMINERS,
  FORMS_OF_BE,
  PASSIVE_AUXILIARIES,
  PREPOSITIONS_OF_PLACE,
  VERBS_OF_STANDING,
} from "./word-classes";

/**
 * @param span a word that may be a name, and may be none
 * @returns whether it is spoken of as a thing in a place, or as what a region's loss threatens
 */
export function isPlacedThing({ start, end }: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  if (!DETERMINERS.has(wordAt(start - 1, tokens)) || tokens[start]?.breakBefore) return false;
  let at = passed(VERBS, end, tokens);
  if (!isOneOf(PREPOSITIONS_OF_PLACE, tokens[at])) return false;
  at = passed(ARTICLES, at + 1, tokens);
  return !tokens[at]?.breakBefore && spans.some((span) => span.start === at && isOnPlaces(span));
}

/** "Is the topic replicated", "topics gone", "we publish to a topic", "a topic with subscribers"; but no other's. */
export function isHandledThing({ start, end }: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  if (spans.some(({ meanings }) => meanings.some(isFullName))) return false;
  const at = passed(STILL, end, tokens);
  if (isOneOf(BEFALLS, tokens[at])) return true;
  if (isMovedThing(start, tokens)) return true;
  const next = isOneOf(WITH, tokens[end]) ? tokens.slice(end + 1, end + 3) : tokens.slice(end, end + 2);
  if (next.some((token) => isOneOf(SUBSCRIBES, token))) return true;
  const before = tokens.slice(Math.max(0, start - BEFORE_A_TARGET), start + 1);
  return before.some(({ word }) => SENDS.has(word)) && isUnbroken(before.slice(1));
}

/** "Replicate the topic", "geo-replicate a topic". */
function isMovedThing(start: number, tokens: readonly Token[]): boolean {
  const verb = DETERMINERS.has(wordAt(start - 1, tokens)) ? start - 2 : start - 1;
  const isOneThought = isUnbroken(tokens.slice(verb + 1, start + 1));
  return isOneThought && MOVES.has(tokens[verb]?.canonical ?? "");
}

const MOVES: ReadonlySet<string> = new Set(["replicate", "copy", "mirror", "recreate", "duplicate", "failover"]);

/** "publish to a" */
const BEFORE_A_TARGET = 3;
const SENDS = wordSet("publish subscribe publishing subscribed published");
const SUBSCRIBES = wordSet("subscription subscriptions subscriber subscribers publish subscribe");
const WITH: ReadonlySet<string> = new Set(["with", "and", "we"]);
const STILL = anyOf(PASSIVE_AUXILIARIES, "gets being also still automatically itself then");
const BEFALLS = wordSet(
  "there failed moved replicate replicated recreated copied mirrored gone lost dead down survive recovered restored vanish die disappear unreachable unavailable duplicated",
);

/** The first token that is none of these words. */
function passed(words: ReadonlySet<string>, from: number, tokens: readonly Token[]): number {
  let at = from;
  while (isOneOf(words, tokens[at])) at += 1;
  return at;
}

function isOneOf(words: ReadonlySet<string>, token: Token | undefined): boolean {
  return token !== undefined && !token.breakBefore && words.has(token.word);
}

function isFullName(meaning: Meaning): boolean {
  return meaning.kind === "other-product" || (meaning.kind === "service" && !meaning.ordinary);
}

function isOnPlaces({ meanings, confidence }: Span): boolean {
  return meanings.some(
    (it) => (it.kind === "region" && confidence === 1) || (it.kind === "cue" && ON_REGIONS.has(it.cue)),
  );
}

const ON_REGIONS: ReadonlySet<string> = new Set(["regions", "nonpaired", "region-loss"]);
const VERBS = anyOf(FORMS_OF_BE, VERBS_OF_STANDING, "deployed which");
const ARTICLES = anyOf(DETERMINERS, "any another one two both some different second whole");
