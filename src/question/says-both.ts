/** Where what is told of two services does not part them: "not only X but Y", "X rather than Y … for both". */
import { wordSet } from "../knowledge/normalise";
import { isOnlyBehind } from "./denial-words";
import type { SpansOf } from "./spans";
import type { Span } from "./spot";
import { isUnbroken, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  ADDITIVE_ADVERBS,
  AUXILIARY_VERBS,
  anyOf,
  DETERMINERS,
  MODAL_VERBS,
  NEGATIONS,
  PLURAL_PRONOUNS,
  RESTRICTIVE_ADVERBS,
} from "./word-classes";

/** "Not only Event Hubs but Service Bus as well", "X rather than Y … for the two": what is told of them does not part them. */
export function saysBoth(tokens: readonly Token[], cues: SpansOf, services: number): boolean {
  const isOfThem = (span: Span) => span.end - span.start > 1 && !countsRegions(span.end, tokens);
  const isPair = (span: Span) =>
    isOfThem(span) && tokens.slice(span.start, span.end).some(({ word }) => PAIR.has(word));
  if (services === 2 && cues("both").some(isPair)) return true;
  // "Apart from the bus … DR for all three?"
  const isAllOf = ({ start, end }: Span) => tokens.slice(start, end).some(({ word }) => word === COUNTS[services]);
  if (cues("both").some((span) => isOfThem(span) && isAllOf(span))) return true;
  if (services === 2 && (namesBothAgain(tokens) || asksWhichIsBetter(tokens) || saysTheSameOfThem(tokens))) return true;
  return tokens.some(({ word }, at) => {
    if (word === "not" || word === "t") return isNotOnly(at + 1, tokens) || isOnlyAndAlso(at + 1, tokens);
    // "Neither may be lost", but "neither AKS".
    if (word === "alone" && isNotEnough(at + 1, tokens)) return true;
    if (word === "neither" && services === 2 && mayNotBe(at, tokens)) return true;
    if (word === "neither")
      return services === 2 && SAID_OF_BOTH.has(wordAt(at + 1, tokens)) && !countsRegions(at + 1, tokens);
    // Of three services two may be meant: "Fabric was turned down. Grafana and Data Explorer, both in …".
    if (services > 2) return false;
    return BOTH.has(word) && !countsRegions(at + 1, tokens);
  });
}

/** "What does the first offer and what the second", "for one as well as the other". */
function namesBothAgain(tokens: readonly Token[]): boolean {
  const has = (word: string, before: string) =>
    tokens.some((token, at) => token.word === word && (before === "" || tokens[at - 1]?.word === before));
  const isOneAndOther = tokens.some(({ word }, at) => {
    if (word !== "one") return false;
    const ahead = tokens.slice(at + 1, at + FAR_AS_THE_OTHER);
    const other = ahead.findIndex((token) => !BEFORE_THE_OTHER.has(token.word));
    return other > 1 && ahead[other]?.word === "other" && ahead[other - 1]?.word === "the";
  });
  return (
    isOneAndOther || (has("first", "the") && has("second", "the")) || (has("former", "the") && has("latter", "the"))
  );
}

/** "Does it work the same for them". */
function saysTheSameOfThem(tokens: readonly Token[]): boolean {
  return SAME_OF_THEM.test(tokens.map(({ word }) => word).join(" "));
}

const SAME_OF_THEM =
  /\b(same|alike|equally|similarly|likewise|identical|different) (for|in|with|on) (the two|them|these|both)\b/;

/** "one as well as for the other". */
const FAR_AS_THE_OTHER = 8;

const BEFORE_THE_OTHER: ReadonlySet<string> = new Set("as well and also for of like the with or plus".split(" "));

/** "Key Vault instead of HSM? Which one copes better": of two, one is turned down only by the answer. */
function asksWhichIsBetter(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, at) => {
    if (!WHICH.has(word) || countsRegions(at + 1, tokens)) return false;
    return tokens.slice(at + 1, at + BEFORE_BETTER).some((token) => BETTER.has(token.word));
  });
}

/** "which one survives an outage better". */
const BEFORE_BETTER = 7;

const WHICH: ReadonlySet<string> = new Set(["which", "whichever"]);

const BETTER = wordSet("better best worse safer stronger");

/** "Both regions", "both of my two regions". */
export function countsRegions(at: number, tokens: readonly Token[]): boolean {
  const ahead = tokens.slice(at, at + BEFORE_REGIONS);
  const next = ahead.find(({ word }) => !THEIRS.has(word));
  const isOneThought = isUnbroken(ahead.slice(0, next ? ahead.indexOf(next) + 1 : 0));
  return next !== undefined && isOneThought && COUNTS_REGIONS.has(next.canonical);
}

/** "of my two regions". */
const BEFORE_REGIONS = 4;

const THEIRS = anyOf(DETERMINERS, "of two azure");

/** "Which of them", "between these two". */
const PAIR = anyOf(PLURAL_PRONOUNS, "two either");

export const COUNTS: Readonly<Record<number, string>> = { 3: "three", 4: "four" };

const SAID_OF_BOTH = anyOf(AUXILIARY_VERBS, "one of");

const BOTH: ReadonlySet<string> = new Set(["both", "each"]);

const COUNTS_REGIONS: ReadonlySet<string> = new Set("region site side zone end country other of".split(" "));

/** "Container Registry alone isn't enough". */
function isNotEnough(at: number, tokens: readonly Token[]): boolean {
  const ahead = wordsBetween(at, at + BEFORE_ENOUGH, tokens);
  return ahead.some((word) => NEGATIONS.has(word)) && ahead.some((word) => ENOUGH.has(word));
}

/** "is certainly not enough". */
const BEFORE_ENOUGH = 4;

const ENOUGH = wordSet("enough do suffice help sufficient");

/** "Neither SQL nor Cosmos may be lost". */
function mayNotBe(at: number, tokens: readonly Token[]): boolean {
  const ahead = wordsBetween(at, at + BEFORE_MAY, tokens);
  return ahead.slice(ahead.indexOf("nor") + 1).some((word) => MODAL_VERBS.has(word)) && ahead.includes("nor");
}

/** "neither our SQL databases nor the Cosmos accounts may". */
const BEFORE_MAY = 10;

/** "Not only", "isn't the only one". */
function isNotOnly(at: number, tokens: readonly Token[]): boolean {
  const [first, second, ...more] = tokens.slice(at, at + BEFORE_ONLY);
  const isLater = [second, ...more].some((token) => RESTRICTIVE_ADVERBS.has(token?.word ?? ""));
  // "Don't tell me only about AKS; ACR too"
  if (isLater && tokens.slice(at).some(({ word }) => ADDITIVE_ADVERBS.has(word))) return true;
  return RESTRICTIVE_ADVERBS.has(first?.word ?? "") || (first?.word === "the" && second?.word === "only");
}

/** "tell me only". */
const BEFORE_ONLY = 3;

/** "Not asking about the manager only, the networks also", "not AVS alone. AVS with Site Recovery". */
function isOnlyAndAlso(at: number, tokens: readonly Token[]): boolean {
  return isOnlyBehind(at, tokens) && tokens.slice(at).some(({ word }) => ADDITIVE_ADVERBS.has(word) || word === "with");
}
