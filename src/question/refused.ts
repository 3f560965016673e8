/** Names refused in a word or two: "ACR yes, AKS no", "Event Hubs? No.", "(ExpressRoute cancelled)". */
import { wordSet } from "../knowledge/normalise";
import type { NameSpan } from "./name-span";
import type { Token } from "./tokens";

/** "ACR yes, AKS no", "Event Hubs? No. …"; but at the end it only seeks consent: "…with Event Hubs, no?" */
export function isRefused({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const [no, next] = tokens.slice(end, end + 2);
  const isNotYet = no?.word === "not" && NOT_YET.has(next?.word ?? "") && !next?.breakBefore;
  if (no?.breakBefore && (isNotYet || REFUSALS.has(no.word)))
    return isShortClause(end, tokens) && isClauseByItself(start, tokens);
  const isAside = isClauseByItself(start, tokens) && start > 0 && (next?.breakBefore ?? true);
  // "Container Instances since May (AKS before)"
  if (isAside && no && !no.breakBefore && EARLIER.has(no.word)) return true;
  if (no?.word !== "no") return false;
  // "API Center? No no. API Management"
  const behind = tokens.findIndex(({ word }, at) => at > end && word !== "no");
  if (behind > end + 1) return tokens[behind]?.breakBefore === true;
  // "Container Instances (no, not Container Apps)" denies what follows.
  return no.breakBefore ? next?.breakBefore === true && next.word !== "not" : (next?.breakBefore ?? true);
}

/** "NetApp Files? Too pricey." */
const REFUSALS: ReadonlySet<string> = new Set(
  "nope too history rejected dropped cancelled retired gone dead scrapped refused vetoed out ditched binned killed sold check done tick ticked sorted solved covered abandoned replaced nice meh nah pass".split(
    " ",
  ),
);
/** "Fabric? Not yet." */
const NOT_YET: ReadonlySet<string> = new Set(["yet", "now", "ours", "us", "here", "anymore", "mine", "today", "this"]);
const EARLIER: ReadonlySet<string> = new Set(["before", "earlier", "previously", "formerly"]);
const LONGEST_REFUSAL = 3;

function isClauseByItself(start: number, tokens: readonly Token[]): boolean {
  return start === 0 || tokens[start]?.breakBefore === true;
}

function isShortClause(start: number, tokens: readonly Token[]): boolean {
  const end = tokens.findIndex(({ breakBefore }, i) => i > start && breakBefore);
  return end > start && end - start <= LONGEST_REFUSAL;
}

/** "… (ExpressRoute cancelled, too pricey)": a clause of nothing but a name and its end. */
export function isOver({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const [verb, next] = tokens.slice(end, end + 2);
  const isEnd = verb !== undefined && !verb.breakBefore && OVER.has(verb.word) && (next?.breakBefore ?? true);
  return (isEnd || isKnown(end, tokens)) && isClauseByItself(start, tokens);
}

/** "The load balancer I know." */
function isKnown(end: number, tokens: readonly Token[]): boolean {
  const [we, know, next] = tokens.slice(end, end + 3);
  const isClause = we !== undefined && !we.breakBefore && (next?.breakBefore ?? true);
  return isClause && WE.has(we.word) && KNOW.has(know?.word ?? "");
}

const WE: ReadonlySet<string> = new Set(["i", "we"]);
const KNOW = wordSet("know knew understand understood skip skipped");

const OVER = wordSet(
  "cancelled canceled retired rejected dropped refused vetoed scrapped killed discarded abandoned declined binned excluded dismissed deleted sold goes leaves left out retires dies ends disappears vanishes stops exits",
);
