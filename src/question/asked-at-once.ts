/** What is said of a service and asked in the same breath: "AKS is no problem, or is it?" */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import type { Span } from "./spot";
import { isUnbroken, startOfSentence } from "./thoughts";
import type { Token } from "./tokens";
import { AUXILIARY_VERBS, anyOf, PLURAL_PRONOUNS, PRONOUNS_OF_THINGS } from "./word-classes";

/** "Key Vault is fine in one region? And AKS?" asks whether it is; "AKS is fine today. But what happens to them" too. */
export function isAskedAtOnce({ start, end }: Span, tokens: readonly Token[]): boolean {
  const next = tokens.findIndex(({ breakBefore }, at) => at >= end && breakBefore);
  if (isFineSoFar(end, tokens) || isDoubted(end, tokens) || asksWhichOfThem(start, tokens)) return true;
  const isEnd = next < 0 || tokens[next]?.pause === "end";
  return tokens[start]?.asked === true && isEnd && startOfSentence(start, tokens) === startOfClause(start, tokens);
}

/** "Cosmos, SignalR, Batch, which are fine in Doha" at the end of all; but "AKS and ACR, which are fine, and Batch". */
function asksWhichOfThem(are: number, tokens: readonly Token[]): boolean {
  const which = are - 1;
  if (tokens[which]?.word !== "which" || tokens[are]?.word !== "are") return false;
  const isListed = tokens.slice(0, which).some(({ pause, word }) => pause === "comma" || word === "and");
  return isListed && isUnbroken(tokens.slice(are));
}

/** "AKS isn't the problem, or is it?" */
export function isDoubted(end: number, tokens: readonly Token[]): boolean {
  const behind = tokens.slice(end, end + BEFORE_A_DOUBT);
  const at = behind.findIndex(({ breakBefore, word }) => breakBefore || word === "or");
  const [or, is, it] = behind.slice(at).map(({ word }) => word);
  return at >= 0 && or === "or" && AUXILIARY_VERBS.has(is ?? "") && IT.has(it ?? "");
}

/** "the problem, or is it". */
const BEFORE_A_DOUBT = 7;

const IT = anyOf(PRONOUNS_OF_THINGS, "we");

function isFineSoFar(at: number, tokens: readonly Token[]): boolean {
  const isSoFar = tokens.slice(at, at + 2).some(({ word, breakBefore }) => !breakBefore && SO_FAR.has(word));
  return isSoFar && tokens.slice(at).some(({ word }) => THEM.has(word));
}

const SO_FAR = wordSet("today currently far moment present now long until");

const THEM = anyOf(PLURAL_PRONOUNS, "both");
