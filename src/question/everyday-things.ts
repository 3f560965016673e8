/** Things of daily work that are spelt as a service is: a tunnel of wind, a queue of people, an old table, a question. */
import { wordSet } from "../knowledge/normalise";
import { isEverydayCompound } from "./compounds";
import { startOfNoun } from "./name-span";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/** Whether a single word is of such a thing. */
export function isEverydayThing(span: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  if (span.end - span.start !== 1) return false;
  return (
    isAQuestion(span, tokens) ||
    isEverydayCompound(span, tokens) ||
    isOldPaper(span, tokens) ||
    isKept(span, spans, tokens)
  );
}

/** "On-call q: is it lost", "Q: does it fail over". */
function isAQuestion({ start }: Span, tokens: readonly Token[]): boolean {
  const isLetter = tokens[start]?.raw.toLowerCase() === "q";
  return isLetter && (tokens[start + 1]?.pause === "colon" || ASKING.has(wordAt(start - 1, tokens)));
}

const ASKING = wordSet("quick small short dumb silly stupid easy");

/** "My table is from 2023": what was written down once. */
function isOldPaper({ start, end }: Span, tokens: readonly Token[]): boolean {
  if (tokens[start]?.canonical !== "table") return false;
  const [verb, ...next] = tokens.slice(end, end + 4);
  if (!verb || verb.breakBefore) return false;
  if (OLD.has(verb.word) || SAYS.has(verb.word)) return true;
  const isOfAYear = next.some(({ word, breakBefore }) => !breakBefore && (OLD.has(word) || /^20\d\d$/.test(word)));
  return isOfAYear && COPULAS.has(verb.word);
}

const OLD = wordSet("old older outdated stale obsolete dated printed wrong");
const SAYS = wordSet("say says claim claims list lists mention mentions show shows");
const COPULAS = wordSet("is was from of dates i we they may might could looks");

/** "Cosmos keeps the case files": what another service holds is none of its own. */
function isKept({ start }: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  if (tokens[start]?.canonical !== "file") return false;
  const verb = startOfNoun(start, tokens) - 1;
  if (!KEEPS.has(wordAt(verb, tokens)) || tokens[verb]?.breakBefore !== false) return false;
  return spans.some(({ end, meanings }) => end === verb && meanings.some(({ kind }) => kind === "service"));
}

const KEEPS = wordSet("keep keeps hold holds store stores contain contains has have");

function wordAt(at: number, tokens: readonly Token[]): string {
  return tokens[at]?.word ?? "";
}
