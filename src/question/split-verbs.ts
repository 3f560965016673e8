/** "Fail my workloads over", "back the cluster up": a failover, a backup, whatever stands between its two words. */
import { wordSet } from "../knowledge/normalise";
import type { Lexicon } from "./lexicon";
import type { Meaning } from "./meaning";
import type { Span } from "./spot";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, DETERMINERS, FIRST_PERSON, MODAL_VERBS } from "./word-classes";

/** "our two most important workloads" */
const BETWEEN = 5;
const FAILS: ReadonlySet<string> = new Set(["fail", "failing", "failed"]);
/** "Fail in Milan over the weekend" */
const TELLS_WHERE: ReadonlySet<string> = new Set("in on at when if with for to during since because and or".split(" "));
const OF_TIME = anyOf(DETERMINERS, "night weekend time christmas easter and");

/** @returns the spans, and what "failover" means where it is said in two parts */
export function withSplitVerbs(spans: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): readonly Span[] {
  const found = tokens.flatMap((_, start) => {
    const whole = isSplit(start, tokens) ? "failover" : isBackedUp(start, tokens) ? "backup" : null;
    return whole === null ? [] : [{ start, end: start + 1, meanings: meaningsOf(whole, lexicon), confidence: 1 }];
  });
  return found.length === 0 ? spans : [...spans, ...found].sort((a, b) => a.start - b.start);
}

/** What it says; a service that is called so is not named by it. */
function meaningsOf(whole: string, lexicon: Lexicon): readonly Meaning[] {
  const end = lexicon.phrases.behind([whole]);
  return end === undefined ? [] : lexicon.phrases.meaningsAt(end).filter(({ kind }) => kind !== "service");
}

/** "Backing our clusters up"; but "once the old one is back, spin another up" says nothing of a backup. */
function isBackedUp(start: number, tokens: readonly Token[]): boolean {
  const [verb, first] = tokens.slice(start, start + 2);
  const isVerb = BACKS.has(verb?.word ?? "") || (verb?.word === "back" && BEFORE_BACK.has(wordAt(start - 1, tokens)));
  if (!isVerb || !THINGS.has(first?.word ?? "")) return false;
  const rest = tokens.slice(start + 1, start + 2 + BETWEEN);
  const up = rest.findIndex(({ word }) => word === "up");
  return up > 0 && rest.slice(0, up + 1).every(({ word, breakBefore }) => !breakBefore && !TELLS_WHERE.has(word));
}

const BACKS = wordSet("backing backed");
const BEFORE_BACK = anyOf(FIRST_PERSON, MODAL_VERBS, "you to please and");
const THINGS = anyOf(DETERMINERS, "it them all every each");

function isSplit(start: number, tokens: readonly Token[]): boolean {
  if (!FAILS.has(wordAt(start, tokens))) return false;
  const rest = tokens.slice(start + 1, start + 2 + BETWEEN);
  const over = rest.findIndex(({ word }) => word === "over");
  const between = rest.slice(0, over + 1);
  const isOneThought = between.every(({ word, breakBefore }) => !breakBefore && !TELLS_WHERE.has(word));
  const next = rest[over + 1] ?? tokens[start + 2 + over];
  return over > 0 && isOneThought && (!next || next.breakBefore || !OF_TIME.has(next.word));
}
