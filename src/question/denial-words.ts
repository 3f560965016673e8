/** Which words of a message deny at all: "not only" and "without" often do not. */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import { isLeftOver } from "./moved-on";
import { asksAgainst } from "./refused";
import { isWithin, type SpansOf } from "./spans";
import type { Span } from "./spot";
import { wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  AUXILIARY_VERBS,
  anyOf,
  MODAL_VERBS,
  NEGATED_AUXILIARIES,
  NEGATIONS,
  PASSIVE_AUXILIARIES,
  PERSONAL_PRONOUNS,
  RESTRICTIVE_ADVERBS,
  VERBS_OF_LEAVING_OUT,
  VERBS_OF_LOSING,
} from "./word-classes";

/** The words that deny the name behind them. */
export function denialsOf(cues: SpansOf, tokens: readonly Token[]): readonly Span[] {
  // "Batch was thrown out and …" denies what stands before it.
  const behind = cues("not-behind").filter(({ start }) => PASSIVE_AUXILIARIES.has(wordAt(start, tokens)));
  const forward = cues("not").filter((denial) => !behind.some((it) => isWithin(denial, it)));
  const isMove = ({ end }: Span) => tokens[end - 1]?.word === "from";
  const kept = forward.some(isMove) && asksWhatIsGained(tokens) ? forward.filter((it) => !isMove(it)) : forward;
  const all = [...kept, ...cues("rather-than")];
  return all.filter((denial) => !asksWhetherItWillDo(denial, tokens) && !isNoDenial(denial, tokens));
}

/** "Moving from Cache for Redis to Managed Redis, do we gain or lose something": both are compared. */
function asksWhatIsGained(tokens: readonly Token[]): boolean {
  return GAINS.test(tokens.map(({ word }) => word).join(" "));
}

const GAINS =
  /\b((gain|win) or (do we )?lose|lose or (do we )?(gain|win)|(do|would|will|what) (we|i|you) (gain|win)\b|(better|worse) off|better or worse|what (change|differ|improve)|(is|are) (it|we|that|this) (any )?(better|worse)\b)/;

/** "Moved from Cache for Redis to Managed Redis and from ASE to App Service": the second "from" denies too. */
export function withRepeated(denials: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  const moves = denials.filter(({ end }) => tokens[end - 1]?.word === "from");
  const isEnded = (start: number, end: number) => tokens.slice(start, end).some(({ pause }) => pause === "end");
  return moves
    .flatMap((move) =>
      tokens.flatMap(({ word }, at) => {
        const isNext = word === "from" && at >= move.end && tokens[at - 1]?.word === "and" && !isEnded(move.end, at);
        return isNext ? [{ ...move, start: at, end: at + 1 }] : [];
      }),
    )
    .concat(denials);
}

/** "Can Cosmos DB be used in place of Table Storage" is about both; "can we use it instead of" is settled on one. */
function asksWhetherItWillDo({ start }: Span, tokens: readonly Token[]): boolean {
  const opening = tokens[startOfClause(start, tokens)];
  const verb = wordAt(start - 1, tokens);
  const stands = STANDS_IN.has(verb) && tokens[start - 2]?.word !== "we" && tokens[start - 2]?.word !== "i";
  // "Why should I take Service Bus instead of Queue Storage" is about both.
  if (opening?.word === "why" && INSTEAD.has(wordAt(start, tokens))) return true;
  const takesItsPlace = TAKES.has(wordAt(start, tokens));
  return MODAL_VERBS.has(opening?.word ?? "") && (takesItsPlace || (INSTEAD.has(wordAt(start, tokens)) && stands));
}

/** "What does it look like with Cosmos DB". */
const LOOKS: ReadonlySet<string> = new Set(["look", "looked"]);

/** "Not only AKS but also Cosmos DB", "hmm no just the AKS", "not to forget Event Grid", "AKS cannot start without ACR". */
export function isNoDenial({ start, end }: Span, tokens: readonly Token[]): boolean {
  const word = wordAt(start, tokens);
  const isTurned = tokens.slice(Math.max(0, start - 2), start).some((token) => NOT.has(token.word));
  if (VERBS_OF_LEAVING_OUT.has(word)) return isTurned;
  if (word === "leave") return isTurned;
  if (word === "not" && LOSES.has(wordAt(end, tokens))) return true;
  if (word === "no" && RESTRICTIVE_ADVERBS.has(wordAt(end, tokens))) return true;
  if (NEGATES.has(word) && isOnlyBehind(end, tokens)) return true;
  if (asksAgainst(start, tokens)) return true;
  if (word === "nor") return isOneMoreThatCannot(start, tokens) || isSaidToo(start, end, tokens);
  if (word === "left") return isLeftOver(start, end, tokens);
  if (word === "like") return LOOKS.has(wordAt(start - 1, tokens));
  if (word === "not" && tokens[end]?.word === "to") return KEEPS.has(wordAt(end + 1, tokens));
  if (word === "not")
    return RESTRICTIVE_ADVERBS.has(wordAt(end, tokens)) || RESTRICTIVE_ADVERBS.has(wordAt(end - 1, tokens));
  const clause = tokens.slice(startOfClause(start, tokens), start);
  return word === "without" && clause.some((token, i) => isUnable(token, clause[i + 1]));
}

/** "Not AVS alone", "not asking about the network only": it is meant beside others. */
export function isOnlyBehind(end: number, tokens: readonly Token[]): boolean {
  const ahead = tokens.slice(end, end + LONGEST_NAME + 1);
  const next = ahead.findIndex(({ breakBefore }) => breakBefore);
  const [before, last] = ahead.slice(0, next < 0 ? ahead.length : next).slice(-2);
  const isBySelf = ALONE.has(last?.word ?? "") && (before?.word === "by" || before?.word === "its");
  return isBySelf || ONLY_BEHIND.has((last ?? before)?.word ?? "");
}

/** "Virtual Network Manager only". */
const LONGEST_NAME = 6;
/** "by itself", "on its own". */
const ALONE: ReadonlySet<string> = new Set(["itself", "own"]);
const ONLY_BEHIND = anyOf(RESTRICTIVE_ADVERBS, "alone");
const NEGATES = anyOf(NEGATED_AUXILIARIES, "not");
/** "I'd rather not lose the gateway". */
const LOSES = anyOf(VERBS_OF_LOSING, "miss missing risk");

/** "We cannot rebuild the SQL MI, nor the workspace": what cannot be done with both is asked of both. */
function isOneMoreThatCannot(start: number, tokens: readonly Token[]): boolean {
  const before = wordsBetween(startOfClause(start - 1, tokens), start, tokens);
  return before.some((word, i) => word === "cannot" || (MODAL_VERBS.has(word) && NOT.has(before[i + 1] ?? "")));
}

/** "IoT Hub never failed, nor did Event Hubs"; but "nor do we use Event Hubs", "is not what I asked for, nor is Y". */
function isSaidToo(nor: number, at: number, tokens: readonly Token[]): boolean {
  const before = tokens.slice(startOfClause(nor - 1, tokens), nor);
  if (before.some(({ word }) => NO_CONCERN.has(word))) return false;
  return AUXILIARY_VERBS.has(wordAt(at, tokens)) && !PERSONAL_PRONOUNS.has(wordAt(at + 1, tokens));
}

const NO_CONCERN = wordSet(
  "asked mine our ours want need meant concern problem question topic scope used interest care",
);

function isUnable({ word }: Token, next: Token | undefined): boolean {
  return word === "cannot" || word === "useless" || (CAN.has(word) && (next?.word === "t" || next?.word === "not"));
}

const CAN: ReadonlySet<string> = new Set(["can", "will", "doesn"]);
const NOT = anyOf(NEGATIONS, "don");
const KEEPS: ReadonlySet<string> = new Set(["forget", "mention", "ignore", "skip", "overlook"]);
const INSTEAD: ReadonlySet<string> = new Set(["instead", "in", "rather"]);
const TAKES = wordSet("took take takes");
const STANDS_IN: ReadonlySet<string> = new Set(["used", "do", "serve", "stand", "work", "step", "act", "taken"]);
