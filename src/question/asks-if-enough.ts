/** "Are we protected?", "is that enough?", "so we're fine": asked is what is, not what could be. */
import { wordSet } from "../knowledge/normalise";
import { thoughtsOf } from "./thoughts";
import type { Token } from "./tokens";

export function asksIfEnough(tokens: readonly Token[]): boolean {
  return thoughtsOf(tokens).some((thought) => isOnEnough(thought.map(({ word }) => word)));
}

/** @param thought its words, folded */
export function isOnEnough(thought: readonly string[]): boolean {
  if (!thought.some((word) => OF_SAFETY.has(word))) return false;
  const said = thought.join(" ");
  if (HOW_BAD.test(said)) return true;
  return !ASKS_FOR_A_WAY.test(said) && PATTERNS.some((pattern) => pattern.test(said));
}

/** Most messages have none of these: no more is looked at. */
export const OF_SAFETY = wordSet(
  "safe protected covered good ok okay fine secure secured enough sufficient adequate suffice suffices problem risk issue worry worried survive bad microsoft azure ms",
);

/** "How are we protected", "a way to be safe", "safe to delete", "which are covered". */
const ASKS_FOR_A_WAY =
  /\b(how|what|which|who|when|why|where|way|keep|make|get|possible|there)\b|\b(safe|ok|okay|fine|enough|sufficient) (to|for a|with)\b/;

/** "We are not replicated, how bad is it". */
const HOW_BAD = /\bhow bad (is|would) (it|that|this)\b/;

const SAFE = "(safe|protected|covered|ok|okay|fine|secure|secured|enough|sufficient|adequate|suffice|suffices)";
const SO = "(?:(?:so|ok|okay|and|but|then|now|well|hm|hmm|are you sure) )*";

const PATTERNS = [
  // "Are we protected from region loss", "is the region covered", "will our data be safe"
  new RegExp(`^${SO}(are|am|is|will|would|should|do|doe|does) (\\w+ ){1,8}${SAFE}\\b(?! (time|space|memory|capacity))`),
  // "SQL Database Qatar are we protected", "Log Analytics Madrid is one workspace enough"
  new RegExp(
    `\\b(are|am|is|will|would|should) (we|i|our|my|they|it|this|that|one|1|a single|zone|zrs|lrs|data) ((?!${SAFE})\\w+ ){0,6}?${SAFE}\\b(?! (time|space|memory|capacity))`,
  ),
  // "So we're fine", "then I am safe, right"
  new RegExp(
    `\\b(we|i) (re|are|am|m|should be|must be|will be) (all |still |now |then |already )?(good|${SAFE})( (then|right|now|already|here|there))?$`,
  ),
  // "That's enough", "enough", "covered"
  new RegExp(
    `^${SO}((it|that|this|zone|zrs|lrs|data)( s| is| are)? )?(good )?(safe|protected|covered|enough|sufficient)( (then|right))?$`,
  ),
  /\b(is|s|isn t) (that|this|it) (a |an |any )?(big |real )?(problem|risk|issue)\b/,
  /\b(should|must|do) (we|i) (have to )?(be )?(worry|worried)\b/,
  new RegExp(`^${SO}(do|doe|does|will|would) (we|i|our|my)\\b.*\\bsurvive\\b`),
  // "Microsoft will restore it, right?"
  /\b(microsoft|azure|ms) (will|would|ll|should)( \w+)? (restore|recover|rescue|save|bring|copy|move|repair|fix)\b/,
];
