/** What only lists are asked with: "what can be geo-replicated", "which still need one?", "services without any DR". */
import { wordSet } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import { startOfClause } from "./clauses";
import { comesSoonAfter } from "./denied-pairs";
import { withBeliefsSetAside } from "./in-spite";
import type { Lexicon } from "./lexicon";
import type { Meaning } from "./meaning";
import { isHeadedByNeed, isInAListOnPairs, isTheReason, isToldInTheList, NONE, needOfOne } from "./pair-conditions";
import { type SpansOf, withKind } from "./spans";
import { hasNone } from "./spared-pairs";
import type { Span } from "./spot";
import { endsThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { FORMS_OF_DO, NEGATED_AUXILIARIES, RELATIVE_PRONOUNS } from "./word-classes";

/** What a message says, and where it denies something. */
export type Said = {
  readonly spans: readonly Span[];
  readonly spansOf: SpansOf;
  readonly denials: readonly Span[];
  /** Denials, and "cannot". */
  readonly lacks: readonly Span[];
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
};

/** @returns the cues, with what the message as a whole says of a list */
export function withListCues(said: ReadonlySet<Cue>, message: Said): Set<Cue> {
  const { spans, spansOf, denials, tokens, lexicon } = message;
  const cues = new Set(said);
  if (isForRegions(spansOf, denials, tokens)) cues.delete("services");
  if (isOnNoRegions(spansOf, denials, tokens)) for (const cue of ["regions", "nothing"] as const) cues.delete(cue);
  if (asksWhatCan(spansOf("list"), spans, tokens)) cues.add("services");
  if (opensAList(spansOf("services"), tokens, lexicon)) cues.add("list");
  const isOfThose = spansOf("regions").some((span) => isOpenedByThose(span, tokens, lexicon));
  if ((cues.has("nonpaired") || cues.has("paired")) && isOfThose) cues.add("list");
  const wanted = isToldInTheList(spansOf, tokens) ? null : needOfOne(spansOf("requires"), denials, tokens);
  const isOnPairs = said.has("paired") || said.has("nonpaired") || said.has("needs");
  if (cues.has("paired") && (endsWith(NEGATED_AUXILIARIES, tokens) || endsWithout(tokens))) cues.add("nonpaired");
  if (isOfRegionsOnPairs(cues) && hasNone(tokens)) cues.add("nonpaired");
  if (cues.has("list") && spansOf("paired").some((span) => isHeadedByNeed(span, tokens))) cues.add("needs");
  if (!cues.has("services")) return cues;
  return withBeliefsSetAside(withServiceCues(cues, isOnPairs ? wanted : null, message), spansOf, tokens);
}

/** "A pair is mandatory; which regions have none?" */
function isOfRegionsOnPairs(cues: ReadonlySet<Cue>): boolean {
  return cues.has("regions") && cues.has("list") && !cues.has("services") && (cues.has("paired") || cues.has("needs"));
}

/** The same for a list of services. */
function withServiceCues(said: ReadonlySet<Cue>, wanted: Cue | null, message: Said): Set<Cue> {
  const { spans, spansOf, lacks, tokens, lexicon } = message;
  const left = (cue: Cue) => !(wanted && ON_PAIRS.has(cue)) && !(endsWith(FORMS_OF_DO, tokens) && LACKING.has(cue));
  const cues = new Set([...said].filter(left));
  if (wanted) cues.add(wanted);
  const isLacking = (span: Span) =>
    lacks.some((lack) => isLackOf(lack, span, tokens, lexicon)) || isNoneBehind(span, tokens);
  if (endsWith(FORMS_OF_DO, tokens)) return cues;
  const isAsked = isInAListOnPairs(spansOf, tokens);
  const ways = waysToSurvive(spans, spansOf).filter((span) => !isLost(span, tokens) && isLacking(span));
  if (ways.some(isAsked)) cues.add("nothing");
  const isForLackOfAPair = spansOf("nonpaired").some((span) => isTheReason(span, tokens));
  const isTheSame = ways.length > 0 && spansOf("nonpaired").some((span) => isEquated(span, message));
  if ((cues.has("nothing") && isForLackOfAPair) || isTheSame) cues.add("needs");
  return cues;
}

/** "What can I run without losing resilience" has it. */
function isLost({ start }: Span, tokens: readonly Token[]): boolean {
  return [tokens[start], tokens[start - 1]].some((token) => LOSES.has(token?.word ?? ""));
}

const LOSES = wordSet("losing lose loses sacrificing sacrifice forgoing compromising dropping");

/** "No pair = no geo redundancy", "no pair, no failover": the one for lack of the other. */
function isEquated({ end }: Span, { lacks, tokens }: Said): boolean {
  const at = EQUALS.has(wordAt(end, tokens)) ? end + 1 : end;
  return lacks.some(({ start }) => start === at);
}

const EQUALS = wordSet("means equals is so then implies");

/** "Nothing about regions this time, just wanted to say hi" */
function isOnNoRegions(spansOf: SpansOf, denials: readonly Span[], tokens: readonly Token[]): boolean {
  const regions = spansOf("regions");
  const isTurnedDown = ({ start, end }: Span) =>
    tokens[end - 1]?.plain.endsWith("s") === true && denials.some((denial) => denial.end === start);
  return regions.length > 0 && spansOf("services", "paired", "nonpaired").length === 0 && regions.every(isTurnedDown);
}

/** "Forget the services, list the regions without a pair" */
function isForRegions(spansOf: SpansOf, denials: readonly Span[], tokens: readonly Token[]): boolean {
  const services = spansOf("services");
  const isLeft = ({ start }: Span) =>
    denials.some(({ end }) => end <= start && start - end <= 1 && tokens[end]?.breakBefore !== true);
  const isOfMany = ({ end }: Span) => tokens[end - 1]?.plain.endsWith("s") === true;
  return services.length > 0 && spansOf("regions").some(isOfMany) && services.every(isLeft);
}

const ON_PAIRS: ReadonlySet<Cue> = new Set(["paired", "nonpaired", "needs"]);

/** "What can be geo-replicated in Milan", "what can I mirror". */
function asksWhatCan(lists: readonly Span[], spans: readonly Span[], tokens: readonly Token[]): boolean {
  const isDone = (at: number) => spans.some(({ start, meanings }) => start === at && meanings.some(isAWay));
  return lists.some(({ start, end }) => {
    const isOpen = tokens[start]?.word === "what" && WHO_CAN.has(wordAt(end - 1, tokens));
    return isOpen && (isDone(end) || isDone(end + 1));
  });
}

function isAWay(meaning: Meaning): boolean {
  return meaning.kind === "topic" || (meaning.kind === "cue" && meaning.cue === "region-loss");
}

const WHO_CAN: ReadonlySet<string> = new Set(["be", "i", "we", "you"]);

/** "For the risk register: services without any native replication". */
function opensAList(services: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): boolean {
  return services.some(({ start, end }) => {
    const before = tokens.slice(startOfClause(start, tokens), start);
    const isMany = end - start === 1 && tokens[start]?.plain.endsWith("s") === true;
    return isMany && before.every(({ word }) => lexicon.isFiller(word) || ALL.has(word));
  });
}

/** "Regions where GRS can't go anywhere, for lack of a pair" */
function isOpenedByThose({ start, end }: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const isMany = end - start === 1 && tokens[start]?.plain.endsWith("s") === true;
  const isFirst = start <= 2 && tokens.slice(0, start).every(({ word }) => lexicon.isFiller(word) || ALL.has(word));
  const next = tokens[end];
  return isMany && isFirst && next !== undefined && !next.breakBefore && RELATIVE_PRONOUNS.has(next.word);
}

const ALL: ReadonlySet<string> = new Set(["all", "azure", "other", "any", "some"]);

/** "Nothing works without a pair, they say. Show me the services that do", "… the ones that haven't". */
function endsWith(verbs: ReadonlySet<string>, tokens: readonly Token[]): boolean {
  return tokens.some(({ word, breakBefore }, i) => {
    const isSaid = verbs.has(word) && !breakBefore && THAT.has(wordAt(i - 1, tokens));
    const behind = SAID_BEHIND.has(wordAt(i + 1, tokens)) ? tokens[i + 2] : tokens[i + 1];
    return isSaid && (behind?.breakBefore ?? true);
  });
}

/** "Regions with a pair, and the ones without" */
function endsWithout(tokens: readonly Token[]): boolean {
  return tokens.some(({ word, breakBefore }, i) => {
    const isOfOnes = word === "without" && !breakBefore && OF_MANY.has(tokens[i - 1]?.plain ?? "");
    return isOfOnes && endsThought(i + 1, tokens);
  });
}

const OF_MANY: ReadonlySet<string> = new Set(["regions", "ones", "those"]);

const THAT = wordSet("that which who ones it some others many few several most");
const SAID_BEHIND: ReadonlySet<string> = new Set(["t", "work"]);
const LACKING: ReadonlySet<Cue> = new Set(["nothing", "worthless", "cannot"]);

/** What a service may have, or lack: "DR" and "failover", but not the region or the pair. */
function waysToSurvive(spans: readonly Span[], spansOf: SpansOf): Span[] {
  const topics = withKind(spans, "topic").filter(({ meaning }) => meaning.topic !== "recovery-objectives");
  const places = spansOf("regions", "paired", "nonpaired");
  const isPlace = (span: Span) => places.some(({ start, end }) => start === span.start && end === span.end);
  return [...topics.map(({ span }) => span), ...spansOf("built-in", "region-loss").filter((span) => !isPlace(span))];
}

/** "cannot fail over", "no DR of their own"; but not "without losing resilience". */
function isLackOf(lack: Span, span: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const between = tokens.slice(lack.end, span.start);
  const isPassed = ({ word }: Token) => lexicon.isStopWord(word) || SORTS.has(word);
  return comesSoonAfter(lack, span, tokens, lexicon, SORTS) && between.every(isPassed);
}

/** "Built-in multi region: none", "multi region = no". */
function isNoneBehind({ end }: Span, tokens: readonly Token[]): boolean {
  const [none, next] = tokens.slice(end, end + 2);
  return none !== undefined && NONE.has(none.word) && (next?.breakBefore ?? true);
}

/** "Lack any sort of own redundancy", "no vendor-provided failover", "don't help you with a second region". */
const SORTS = wordSet(
  "any sort kind form type of own vendor provider provided supplied delivered help assist native platform going",
);
