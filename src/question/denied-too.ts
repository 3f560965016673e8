/** Names that share the fate of one that is denied: "not Event Grid or IoT Hub". */
import { wordSet } from "../knowledge/normalise";
import { joinedBy, type NameSpan, startOfClause } from "./name-span";
import type { Token } from "./tokens";

/**
 * "Event Grid and IoT Hub are fine", "not Event Grid or IoT Hub": what is listed with a denied name is denied too.
 * @param named those that the words beside them deny
 */
export function withListed(
  denied: readonly NameSpan[],
  named: readonly NameSpan[],
  chosen: readonly NameSpan[],
  tokens: readonly Token[],
): readonly NameSpan[] {
  const all = new Set(denied);
  const word = (at: number) => tokens[at]?.word ?? "";
  const isListed = (a: NameSpan, b: NameSpan) => joinedBy(a, b, tokens) === "word";
  chosen.forEach((span, i) => {
    const next = chosen[i + 1];
    if (!next || !all.has(span)) return;
    // "App Service or Functions? Functions, we decided" denies one of them.
    const isAlternative = named.includes(span) && ALTERNATIVES.has(word(next.start - 1)) && isListed(span, next);
    if (isSwapped(span, next, tokens) || isAlternative || isSaidToo(next, tokens)) all.add(next);
  });
  const last = chosen.findIndex((span) => denied.includes(span) && PLURAL.has(word(span.end)));
  for (let i = last; i > 0; i -= 1) {
    const [before, span] = [chosen[i - 1], chosen[i]];
    if (!before || !span || !isListed(before, span)) break;
    all.add(before);
  }
  return [...all];
}

/** "AKS we redeploy from git, ACR too." */
function isSaidToo({ name, start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const isClause = tokens[start]?.pause === "comma" && tokens[start]?.asked === false && name.kind === "service";
  return isClause && TOO.has(tokens[end]?.word ?? "") && (tokens[end + 1]?.breakBefore ?? true);
}

const TOO = wordSet("too also likewise ditto");

/** "We replaced Application Gateway and its firewall by Azure Firewall" */
function isSwapped(span: NameSpan, next: NameSpan, tokens: readonly Token[]): boolean {
  const isFollowed = joinedBy(span, next, tokens) !== null && SWAPPED_FOR.has(tokens[next.end]?.word ?? "");
  return isFollowed && tokens.slice(startOfClause(span.start, tokens), span.start).some(({ word }) => SWAPS.has(word));
}

const SWAPPED_FOR: ReadonlySet<string> = new Set(["by", "with", "for"]);
const SWAPS = wordSet("replaced swapped exchanged traded substituted replace swap exchange replacing swapping changed");
const ALTERNATIVES: ReadonlySet<string> = new Set(["or", "nor"]);
const PLURAL: ReadonlySet<string> = new Set(["are", "were"]);
