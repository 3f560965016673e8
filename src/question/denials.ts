/** Names that a message says it does not mean: denied, no longer in use, or beside what it is only about. */
import { fold } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import { contrasted } from "./contrast";
import type { Lexicon } from "./lexicon";
import {
  isConditional,
  isJoinedBefore,
  joinedBy,
  listedBy,
  type NameSpan,
  servicesOf,
  startOfClause,
} from "./name-span";
import { passedOver } from "./passed-over";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/** "not single VMs", "no old VPN": one word may stand between. */
const BETWEEN_DENIAL_AND_NAME = 1;
/** After a comma two: "the environment, not multi-tenant App Service". */
const BETWEEN_PAUSED_DENIAL_AND_NAME = 2;
/** "it" or "itself", no more, may stand between a name and what denies it behind. */
const BETWEEN_NAME_AND_DENIAL = 1;

/** "…, the VMs are disposable" is no item of a list but a statement of its own. */
const BEGINS_A_STATEMENT: ReadonlySet<string> = new Set(
  ["is", "are", "was", "were", "can", "do", "does", "have", "has", "will"].map(fold),
);

/** What is left of the names, and the services that were denied beside them. */
export type Meant = { readonly names: readonly NameSpan[]; readonly denied: readonly string[] };

/** @param chosen the names of the message, in order */
export function withoutDenied(
  chosen: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): Meant {
  const cues = (cue: Cue) => spans.filter(({ meanings }) => meanings.some((it) => it.kind === "cue" && it.cue === cue));
  const denied = withoutListedAgain(deniedOf(chosen, cues, tokens, lexicon), chosen, tokens);
  // "Not the IoT Hub MQTT" leaves Event Grid's MQTT.
  const own = denied.filter((span) => servicesOf(span).length === 1);
  const out = new Set((own.length > 0 ? own : denied).flatMap(servicesOf));
  const isAside = (span: NameSpan) =>
    denied.includes(span) || isBehindDenial(span, cues("formerly"), tokens, lexicon) || isModel(span, chosen, tokens);
  const now = chosen.filter((span) => !isAside(span));
  const wanted = withoutOthers(without(now, out), cues("only-about"), tokens, lexicon);
  const isAllDenied = wanted.every(({ name }) => name.kind === "region");
  if (isAllDenied && out.size === 0)
    return { names: withoutDeniedRegions(chosen, [...cues("not"), ...cues("rather-than")], tokens), denied: [] };
  return { names: isAllDenied ? chosen : wanted, denied: isAllDenied ? [] : [...out] };
}

/** "API Management, unlike App Service, …: verify API Management + App Service" lists both in the end. */
function withoutListedAgain(
  denied: readonly NameSpan[],
  chosen: readonly NameSpan[],
  tokens: readonly Token[],
): readonly NameSpan[] {
  const left = chosen.filter((span) => servicesOf(span).length === 1 && !denied.includes(span));
  const listed = new Set(left.filter((_, i) => listedBy(i, left, tokens) !== null).flatMap(servicesOf));
  return denied.filter((span) => span.name.kind !== "service" || !servicesOf(span).some((id) => listed.has(id)));
}

/** "Not Austria, Belgium!", "Milan, not Madrid"; but "Milan is not paired with Madrid" is about both. */
function withoutDeniedRegions(
  chosen: readonly NameSpan[],
  denials: readonly Span[],
  tokens: readonly Token[],
): readonly NameSpan[] {
  const opens = ({ start }: Span) =>
    start === 0 || tokens[start]?.breakBefore === true || tokens[start - 1]?.word === "no";
  const openings = denials.filter(opens);
  const isNext = (end: number, start: number) =>
    start >= end && tokens.slice(end, start + 1).every((token, i, { length }) => isOfARegion(token, i === length - 1));
  const rest = chosen.filter(({ start }) => !openings.some(({ end }) => isNext(end, start)));
  return rest.length > 0 ? rest : chosen;
}

/** "not in the Warsaw": of a denial and a region, what stands between and the region itself. */
function isOfARegion({ word, breakBefore }: Token, isRegion: boolean): boolean {
  return !breakBefore && (isRegion || BEFORE_A_REGION.has(word));
}

const BEFORE_A_REGION: ReadonlySet<string> = new Set(["in", "for", "from", "to", "the"]);

function deniedOf(
  chosen: readonly NameSpan[],
  cues: (cue: Cue) => readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  if (saysBoth(tokens)) return [];
  const before = [...cues("not"), ...cues("rather-than")].filter(
    (denial) => !asksWhetherItWillDo(denial, tokens) && !isNoDenial(denial, tokens),
  );
  const behind = [...cues("not-behind"), ...closing(before, tokens)];
  const isDenied = (span: NameSpan) =>
    span.name.kind === "region"
      ? isRegionDenied(span, before, behind, tokens, lexicon)
      : isBehindDenial(span, before, tokens, lexicon) ||
        isBeforeDenial(span, behind, tokens, lexicon) ||
        isRefused(span, tokens) ||
        isReason(span, tokens);
  const named = [...new Set([...chosen.filter(isDenied), ...passedOver(chosen, cues, tokens, lexicon)])];
  const left = chosen.filter((span) => !named.includes(span));
  const denied = [...named, ...contrasted(left, cues, tokens)];
  return withListed(denied, chosen, tokens);
}

/** "Not only Event Hubs but Service Bus as well", "X rather than Y … for the two": what is told of them does not part them. */
function saysBoth(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, at) => {
    const next = tokens[at + 1];
    if (word === "not") return next?.word === "only";
    return BOTH.has(word) && !(next && !next.breakBefore && COUNTS_REGIONS.has(next.canonical));
  });
}

const BOTH: ReadonlySet<string> = new Set(["both", "each"]);
const COUNTS_REGIONS: ReadonlySet<string> = new Set([
  "region",
  "site",
  "side",
  "zone",
  "end",
  "country",
  "other",
  "of",
]);

/** "Not in Milan"; but "without Milan" and "if Milan isn't" tell of its loss. */
function isRegionDenied(
  span: NameSpan,
  before: readonly Span[],
  behind: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  const denials = before.filter(({ start }) => tokens[start]?.word !== "without");
  if (isBehindDenial(span, denials, tokens, lexicon) || isRefused(span, tokens)) return true;
  return !isConditional(span, tokens) && isBeforeDenial(span, behind, tokens, lexicon);
}

/** "Can Cosmos DB be used in place of Table Storage" is about both; "can we use it instead of" is settled on one. */
function asksWhetherItWillDo({ start }: Span, tokens: readonly Token[]): boolean {
  const opening = tokens[startOfClause(start, tokens)];
  const verb = tokens[start - 1]?.word ?? "";
  const stands = STANDS_IN.has(verb) && tokens[start - 2]?.word !== "we" && tokens[start - 2]?.word !== "i";
  const takesItsPlace = TAKES.has(tokens[start]?.word ?? "");
  return PERHAPS.has(opening?.word ?? "") && (takesItsPlace || (INSTEAD.has(tokens[start]?.word ?? "") && stands));
}

/** "Not only AKS but also Cosmos DB", "not to forget Event Grid", "AKS cannot start without ACR". */
function isNoDenial({ start, end }: Span, tokens: readonly Token[]): boolean {
  const word = tokens[start]?.word ?? "";
  const isTurned = tokens.slice(Math.max(0, start - 2), start).some((token) => NOT.has(token.word));
  if (LEAVES_OUT.has(word)) return isTurned;
  if (word === "not" && tokens[end]?.word === "to") return KEEPS.has(tokens[end + 1]?.word ?? "");
  if (word === "not") return ONLY.has(tokens[end]?.word ?? "") || ONLY.has(tokens[end - 1]?.word ?? "");
  const clause = tokens.slice(startOfClause(start, tokens), start);
  return word === "without" && clause.some((token, i) => isUnable(token, clause[i + 1]));
}

function isUnable({ word }: Token, next: Token | undefined): boolean {
  return word === "cannot" || word === "useless" || (CAN.has(word) && (next?.word === "t" || next?.word === "not"));
}

const CAN: ReadonlySet<string> = new Set(["can", "won", "doesn"]);
const NOT: ReadonlySet<string> = new Set(["not", "don", "never"]);
const LEAVES_OUT: ReadonlySet<string> = new Set(["forget", "ignore", "skip", "ignoring"]);
const KEEPS: ReadonlySet<string> = new Set(["forget", "mention", "ignore", "skip", "overlook"]);
const ONLY: ReadonlySet<string> = new Set(["only", "just", "merely"]);
const INSTEAD: ReadonlySet<string> = new Set(["instead", "in", "rather"]);
const TAKES: ReadonlySet<string> = new Set(["took", "take", "takes"]);
const STANDS_IN: ReadonlySet<string> = new Set(["used", "do", "serve", "stand", "work", "step", "act", "taken"]);
const PERHAPS: ReadonlySet<string> = new Set(["can", "could", "would", "should", "shall", "may", "might"]);

/** "Event Grid and IoT Hub are fine", "not Event Grid or IoT Hub": what is listed with a denied name is denied too. */
function withListed(
  denied: readonly NameSpan[],
  chosen: readonly NameSpan[],
  tokens: readonly Token[],
): readonly NameSpan[] {
  const all = new Set(denied);
  const word = (at: number) => tokens[at]?.word ?? "";
  const isListed = (a: NameSpan, b: NameSpan) => joinedBy(a, b, tokens) === "word";
  chosen.forEach((span, i) => {
    const next = chosen[i + 1];
    if (!next || !all.has(span)) return;
    const isSwapped = joinedBy(span, next, tokens) !== null && SWAPPED_FOR.has(word(next.end));
    if (isSwapped || (ALTERNATIVES.has(word(next.start - 1)) && isListed(span, next))) all.add(next);
  });
  const last = chosen.findIndex((span) => denied.includes(span) && PLURAL.has(word(span.end)));
  for (let i = last; i > 0; i -= 1) {
    const [before, span] = [chosen[i - 1], chosen[i]];
    if (!before || !span || !isListed(before, span)) break;
    all.add(before);
  }
  return [...all];
}

/** "We replaced Application Gateway and its firewall by Azure Firewall" */
const SWAPPED_FOR: ReadonlySet<string> = new Set(["by", "with", "for"]);
const ALTERNATIVES: ReadonlySet<string> = new Set(["or", "nor"]);
const PLURAL: ReadonlySet<string> = new Set(["are", "were"]);

/** "a queue, we don't have Service Bus": a shared name is not the one that is denied. */
function without(wanted: readonly NameSpan[], out: ReadonlySet<string>): readonly NameSpan[] {
  return wanted.flatMap((span) => {
    if (span.name.kind !== "service") return [span];
    const services = span.name.services.filter((id) => !out.has(id));
    return services.length > 0 ? [{ ...span, name: { ...span.name, services } }] : [];
  });
}

/** "Event Hubs, not Event Grid": a name right behind a denial is not meant. */
function isBehindDenial(span: NameSpan, denials: readonly Span[], tokens: readonly Token[], lexicon: Lexicon): boolean {
  let words = 0;
  for (let at = span.start; at > 0 && !tokens[at]?.breakBefore; at -= 1) {
    const denial = denials.find(({ end }) => end === at);
    // "replaced by SignalR" denies what stands before it.
    if (denial && tokens[at]?.word === "by") return false;
    if (denial) return words <= BETWEEN_DENIAL_AND_NAME || tokens[denial.start]?.breakBefore === true;
    words += lexicon.isFiller(tokens[at - 1]?.word ?? "") ? 0 : 1;
    if (words > BETWEEN_PAUSED_DENIAL_AND_NAME) return false;
  }
  return false;
}

/** "Azure Files is out of the question", "Event Grid we don't use", "Key Vault, which is sorted". */
function isBeforeDenial(
  { end }: NameSpan,
  denials: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  return denials.some(({ start }) => {
    if (tokens[end]?.word === "which" && start === end + 1) return true;
    const between = tokens.slice(end, start + 1);
    const words = between.slice(0, -1).filter(({ word }) => !lexicon.isFiller(word) && !BEGINS_A_STATEMENT.has(word));
    return start >= end && words.length <= BETWEEN_NAME_AND_DENIAL && !between.some(({ breakBefore }) => breakBefore);
  });
}

/** "ACR yes, AKS no", "Event Hubs? No. …"; but at the end it only seeks consent: "…with Event Hubs, no?" */
function isRefused({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const [no, next] = tokens.slice(end, end + 2);
  if (no?.breakBefore && REFUSALS.has(no.word)) return isShortClause(end, tokens) && isClauseByItself(start, tokens);
  if (no?.word !== "no") return false;
  return no.breakBefore ? next?.breakBefore === true : (next?.breakBefore ?? true);
}

/** "NetApp Files? Too pricey." */
const REFUSALS: ReadonlySet<string> = new Set("nope too history rejected dropped cancelled retired".split(" "));
const LONGEST_REFUSAL = 3;

function isClauseByItself(start: number, tokens: readonly Token[]): boolean {
  return start === 0 || tokens[start]?.breakBefore === true;
}

function isShortClause(start: number, tokens: readonly Token[]): boolean {
  const end = tokens.findIndex(({ breakBefore }, i) => i > start && breakBefore);
  return end > start && end - start <= LONGEST_REFUSAL;
}

/** "Front Door, since Traffic Manager is too slow": what gives a reason is not asked about. */
function isReason({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const before = tokens[start - 1];
  const isGiven = start > 1 && before !== undefined && REASONS.has(before.word) && tokens[start]?.breakBefore === false;
  return isGiven && BEGINS_A_STATEMENT.has(tokens[end]?.word ?? "");
}

const REASONS: ReadonlySet<string> = new Set(["since", "because"]);

/** "Does AKS have replicas like Cosmos DB": what it is likened to is known; "databases like Cosmos DB" are meant. */
function isModel(span: NameSpan, chosen: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const [kind, like] = tokens.slice(Math.max(0, span.start - 2), span.start);
  const after = tokens[span.end];
  const ends = !after || after.breakBefore || LIKENED_TO.has(after.word);
  const isAfterAnother = chosen.some(({ name, end }) => name.kind === "service" && end < span.start);
  return isAfterAnother && like?.word === "like" && !like.breakBefore && !KINDS.has(kind?.canonical ?? "") && ends;
}

const KINDS: ReadonlySet<string> = new Set(
  "service database store storage thing stuff component workload paas product tool something one cache queue".split(
    " ",
  ),
);
const LIKENED_TO: ReadonlySet<string> = new Set(["has", "have", "does", "do", "can", "offer", "when", "if"].map(fold));

/** Denials of more words than one that end a thought deny what stands before them: "Event Grid we don't use". */
function closing(denials: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  return denials.filter(({ start, end }) => end - start > 1 && (tokens[end]?.breakBefore ?? true));
}

/** "Blobs raise the events; I mean only Event Grid": nothing else is meant but what is listed with it. */
function withoutOthers(
  wanted: readonly NameSpan[],
  onlyAbout: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const services = wanted.filter(({ name }) => name.kind === "service");
  const first = services.findIndex((span) => isBehindDenial(span, onlyAbout, tokens, lexicon));
  if (first < 0) return wanted;
  const rest = services.slice(first + 1);
  const isListed = ({ start, end }: NameSpan) =>
    isJoinedBefore(start, tokens) && !BEGINS_A_STATEMENT.has(tokens[end]?.word ?? "");
  const end = rest.findIndex((span) => !isListed(span));
  const listed = services.slice(first, end < 0 ? undefined : first + 1 + end);
  return wanted.filter((span) => span.name.kind !== "service" || listed.includes(span));
}
