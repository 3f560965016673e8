/** Which cues a message gives: a denial turns some into their contrary, and some count in their place only. */
import { fold } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import { counts } from "./cue-places";
import { comesSoonAfter, ofPairs } from "./denied-pairs";
import type { Lexicon } from "./lexicon";
import type { Meaning } from "./meaning";
import { isConditional, startOfClause } from "./name-span";
import { cuesIn, isWithin, type SpansOf, withKind } from "./spans";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/**
 * @param spans what the message says, names left out
 * @param places where regions are named
 * @returns its cues; "nothing" too where services are asked about that lack a way to survive
 */
export function cuesOf(
  spans: readonly Span[],
  places: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): ReadonlySet<Cue> {
  const all = withKind(spans, "cue");
  const spansOf = cuesIn(spans);
  const denials = denialsOf(spansOf);
  const { turned, isOther } = ofPairs(denials, spansOf, tokens, lexicon);
  const nonpaired = spansOf("nonpaired");
  // The "not" of "not needing a pair" says nothing of what stands behind it.
  const isOfThePair = (lack: Span) => nonpaired.some((phrase) => isWithin(lack, phrase));
  const lacks = [...denials, ...spansOf("cannot")].filter((lack) => !isOfThePair(lack));
  const isNotWorthless = ({ start }: Span) => denials.some(({ end }) => end <= start && start - end <= 1);
  const isWorthless = (span: Span) => lacks.some((lack) => comesSoonAfter(lack, span, tokens, lexicon));
  const cues = new Set(
    all
      .filter(({ span, meaning: { cue } }) => counts(cue, span, spansOf, tokens, lexicon))
      .map(({ span, meaning: { cue } }) => {
        // "Not useless without a pair"
        if (cue === "worthless" && isNotWorthless(span)) return "works";
        return cue === "works" && isWorthless(span) ? "worthless" : turned(cue, span);
      }),
  );
  const wanted = cues.has("services") ? needOfOne(spansOf("requires"), denials, tokens) : null;
  if (wanted && (cues.has("paired") || cues.has("nonpaired"))) {
    for (const cue of ON_PAIRS) cues.delete(cue);
    cues.add(wanted);
  }
  if (asksWhatCan(spansOf("list"), spans, tokens)) cues.add("services");
  if (opensAList(spansOf("services"), tokens, lexicon)) cues.add("list");
  if (cues.has("nonpaired") && spansOf("paired").some(isOther)) cues.add("other-than-the-pair");
  if (cues.has("services") && endsWith(DO, tokens)) for (const cue of LACKING) cues.delete(cue);
  if (cues.has("paired") && endsWith(DONT, tokens)) cues.add("nonpaired");
  if (asksWhether(tokens) && !cues.has("list")) cues.add("reason");
  const isLacking = (span: Span) => lacks.some((lack) => isLackOf(lack, span, tokens, lexicon));
  if (cues.has("services") && waysToSurvive(spans, spansOf).some(isLacking)) cues.add("nothing");
  if (cues.has("services") && cues.has("nothing") && nonpaired.some((span) => isTheReason(span, tokens)))
    cues.add("needs");
  if (isRegionLost(places, spansOf("perhaps-region-loss", "said-of-a-region"), tokens)) cues.add("region-loss");
  return cues;
}

/** "Pairs don't matter any more, they say. Which services still need one?" */
function needOfOne(
  needs: readonly Span[],
  denials: readonly Span[],
  tokens: readonly Token[],
): "needs" | "nonpaired" | null {
  const isLast = (at: number) => tokens[at]?.breakBefore ?? true;
  const need = needs.find(({ end }) => ONE.has(tokens[end]?.word ?? "") && !isLast(end) && isLast(end + 1));
  if (!need) return null;
  const isDenied = denials.some(({ end }) => end <= need.start && need.start - end <= 1);
  return isDenied ? "nonpaired" : "needs";
}

const ONE: ReadonlySet<string> = new Set(["one", "it", "them", "those"]);
const ON_PAIRS = ["paired", "nonpaired"] as const;

/** "What can be geo-replicated in Milan", "what can I mirror". */
function asksWhatCan(lists: readonly Span[], spans: readonly Span[], tokens: readonly Token[]): boolean {
  const isDone = (at: number) => spans.some(({ start, meanings }) => start === at && meanings.some(isAWay));
  return lists.some(({ start, end }) => {
    const isOpen = tokens[start]?.word === "what" && WHO_CAN.has(tokens[end - 1]?.word ?? "");
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

const ALL: ReadonlySet<string> = new Set(["all", "azure", "other", "any", "some"]);

/** Services that "will not replicate in Doha because it has no pair", "offer nothing if there is no pair" need one. */
function isTheReason({ start, end }: Span, tokens: readonly Token[]): boolean {
  const before = tokens.slice(Math.max(0, start - BEFORE_A_REASON), end);
  const from = before.findIndex(({ word }) => REASONS.has(word));
  return from >= 0 && before.slice(from + 1).every(({ breakBefore }) => !breakBefore);
}

/** "because the region has". */
const BEFORE_A_REASON = 4;
const REASONS: ReadonlySet<string> = new Set(
  "if because when once as since where unless lest due".split(" ").map(fold),
);

/** "Nothing works without a pair, they say. Show me the services that do", "… the ones that haven't". */
function endsWith(verbs: ReadonlySet<string>, tokens: readonly Token[]): boolean {
  return tokens.some(({ word, breakBefore }, i) => {
    const isSaid = verbs.has(word) && !breakBefore && THAT.has(tokens[i - 1]?.word ?? "");
    const behind = SAID_BEHIND.has(tokens[i + 1]?.word ?? "") ? tokens[i + 2] : tokens[i + 1];
    return isSaid && (behind?.breakBefore ?? true);
  });
}

const THAT: ReadonlySet<string> = new Set(["that", "which", "who", "ones", "it"]);
const SAID_BEHIND: ReadonlySet<string> = new Set(["t", "work"]);
const DO: ReadonlySet<string> = new Set(["do", "does"]);
const DONT: ReadonlySet<string> = new Set(["don", "doesn", "haven", "hasn", "aren", "isn"]);
const LACKING = ["nothing", "worthless", "cannot"] as const;

/** "Poland Central is lost", "if Doha goes down": what may mean the loss of a region does, said of one. */
function isRegionLost(places: readonly Span[], losses: readonly Span[], tokens: readonly Token[]): boolean {
  const isLost = (place: Span) =>
    losses.some(({ start }) => start >= place.end && start - place.end <= BETWEEN_REGION_AND_LOSS) ||
    losses.some(({ end }) => end < place.start && isSharedWith(place, tokens.slice(end, place.start))) ||
    isNoMore(place, tokens) ||
    tokens[place.start - 1]?.word === "without";
  // "our VM in Doha is down" says it of the VM.
  const isSubject = ({ start }: Span) => !BEFORE_A_PLACE.has(tokens[start - 1]?.word ?? "");
  return places.some((place) => isSubject(place) && isLost(place));
}

/** "Does it go down together with Austria East", "gone with Doha": what is lost with a region. */
function isSharedWith({ start }: Span, between: readonly Token[]): boolean {
  const last = between.at(-1)?.word === "the" ? between.at(-2) : between.at(-1);
  const isOneThought = !between.some(({ breakBefore }) => breakBefore);
  return start > 0 && last?.word === "with" && isOneThought && between.length <= BETWEEN_LOSS_AND_REGION;
}

/** "go down together with". */
const BETWEEN_LOSS_AND_REGION = 4;

/** "if Auckland isn't", "once Milan is no more". */
function isNoMore(place: Span, tokens: readonly Token[]): boolean {
  const [verb, denial] = tokens.slice(place.end, place.end + 2).map(({ word }) => word);
  return isConditional(place, tokens) && (verb === "isn" || (IS.has(verb ?? "") && DENIALS.has(denial ?? "")));
}

const IS: ReadonlySet<string> = new Set(["is", "was", "were", "wasn"]);
const DENIALS: ReadonlySet<string> = new Set(["no", "not", "t"]);

/** "is", "would be". */
const BETWEEN_REGION_AND_LOSS = 2;
const BEFORE_A_PLACE: ReadonlySet<string> = new Set(["in", "from", "to", "at", "into", "for"]);

/** "I don't know what pairs are" denies no pair, and what "is left" is there. */
function denialsOf(spansOf: SpansOf): Span[] {
  const asking = spansOf("define", "anew", "works");
  const all = spansOf("not", "lacks").filter((denial) => !asking.some((phrase) => isWithin(denial, phrase)));
  return all.filter((denial) => !all.some((other) => isTwice(denial, other) || isTwice(other, denial)));
}

/** "Not lacking", "don't miss": the one takes back the other. */
function isTwice(first: Span, second: Span): boolean {
  return first.end === second.start;
}

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

/** "Lack any sort of own redundancy". */
const SORTS: ReadonlySet<string> = new Set(["any", "sort", "kind", "form", "type", "of", "own"]);

/** "Are nonpaired regions worse" asks for a reason, "are there any" for a list, as do "could you tell me", "would need". */
function asksWhether(tokens: readonly Token[]): boolean {
  const isAsked = (at: number) => !REQUESTS.has(tokens[at + 1]?.word ?? "");
  return tokens
    .slice(0, 2)
    .some(({ word, breakBefore }, i) => WHETHER.has(word) && (i === 0 || breakBefore) && isAsked(i));
}

/** "could you", "anyone", "would need", "would love". */
const REQUESTS: ReadonlySet<string> = new Set(
  "you u ya someone somebody anyone anybody need like love want appreciate be".split(" ").map(fold),
);

const WHETHER: ReadonlySet<string> = new Set(
  ["is", "are", "do", "does", "can", "could", "will", "would", "should", "must", "may"].map(fold),
);
