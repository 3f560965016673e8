/** Whether what denies stands where it denies a name. */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import type { Lexicon } from "./lexicon";
import type { NameSpan } from "./name-span";
import type { Span } from "./spot";
import { endsThought, isUnbroken, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  AUXILIARY_VERBS,
  anyOf,
  EXCEPTIVE_WORDS,
  FIRST_PERSON_POSSESSIVES,
  FORMS_OF_BE,
  FORMS_OF_HAVE,
  GROUPS_OF_PEOPLE,
  NEGATED_AUXILIARIES,
  OUTSIDERS,
  UNIVERSAL_PRONOUNS,
} from "./word-classes";

/** "not single VMs", "no old VPN": one word may stand between. */
const BETWEEN_DENIAL_AND_NAME = 1;
/** After a comma two: "the environment, not multi-tenant App Service". */
const BETWEEN_PAUSED_DENIAL_AND_NAME = 2;
/** "it" or "itself", no more, may stand between a name and what denies it behind. */
const BETWEEN_NAME_AND_DENIAL = 1;

/** "…, the VMs are disposable" is no item of a list but a statement of its own. */

/** "Event Hubs, not Event Grid": a name right behind a denial is not meant. */
export function isBehindDenial(
  span: NameSpan,
  denials: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  let words = 0;
  for (let at = span.start; at > 0 && !tokens[at]?.breakBefore; at -= 1) {
    // "It says no because of the namespace", "moved off Batch onto AKS"
    if (GIVES_A_REASON.has(wordAt(at - 1, tokens))) return false;
    const denial = denials.find(({ end }) => end === at);
    // "replaced by SignalR" denies what stands before it.
    if (denial && tokens[at]?.word === "by") return false;
    if (denial && words > 0 && (isSaidOfAnother(at, span, tokens) || isLeftUndone(at, tokens))) return false;
    // "We moved off Batch to AKS"
    if (denial && words > 0 && tokens[at - 1]?.word === "off" && tokens[span.start - 1]?.word === "to") return false;
    if (denial) return words <= BETWEEN_DENIAL_AND_NAME || tokens[denial.start]?.breakBefore === true;
    words += lexicon.isFiller(wordAt(at - 1, tokens)) ? 0 : 1;
    if (words > BETWEEN_PAUSED_DENIAL_AND_NAME) return false;
  }
  return false;
}

const GIVES_A_REASON: ReadonlySet<string> = new Set(["because", "due", "owing", "thanks", "onto"]);

/** "Can I skip replicating ACR": what is not done may yet be asked about. */
function isLeftUndone(at: number, tokens: readonly Token[]): boolean {
  const token = tokens[at];
  return token?.canonical === "replicate" || DONE.has(token?.word ?? "");
}

const DONE: ReadonlySet<string> = new Set(
  "failing duplicating copying protecting mirroring backing saving doubling moving restoring testing".split(" "),
);

/** "Latency is not important for AKS" says it of the latency; "no need for AKS" of AKS. */
function isSaidOfAnother(at: number, { start }: NameSpan, tokens: readonly Token[]): boolean {
  const [quality, ...rest] = wordsBetween(at, start, tokens);
  return rest.includes("for") && !WANTS.has(quality ?? "");
}

const WANTS: ReadonlySet<string> = new Set(
  "need use place room interest time budget money case call answer".split(" "),
);

/** "Azure Files is out of the question", "Event Grid we don't use", "Key Vault, which is sorted". */
export function isBeforeDenial(
  name: NameSpan,
  denials: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  const { end } = name;
  if (isExcepted(name, tokens)) return false;
  return denials.some(({ start }) => {
    if (tokens[end]?.word === "which" && start === end + 1) return !endsAQuestion(end, tokens);
    const between = tokens.slice(end, start + 1);
    const words = between.slice(0, -1).filter(({ word }) => !lexicon.isFiller(word) && !AUXILIARY_VERBS.has(word));
    return start >= end && words.length <= BETWEEN_NAME_AND_DENIAL && isUnbroken(between);
  });
}

/** "kv, acr and apim, which are ok without a pair?" asks of all of them. */
function endsAQuestion(clause: number, tokens: readonly Token[]): boolean {
  const next = tokens.findIndex(({ breakBefore }, at) => at > clause && breakBefore);
  return tokens[clause]?.asked === true && (next < 0 || tokens[next]?.pause === "end");
}

/** "Everything but the IoT Hub is sorted" asks about the IoT Hub. */
export function isExcepted({ start }: NameSpan, tokens: readonly Token[]): boolean {
  const before = wordsBetween(Math.max(0, start - BEFORE_AN_EXCEPTION), start, tokens);
  return before.some((word, i) => UNIVERSAL_PRONOUNS.has(word) && EXCEPTIVE_WORDS.has(before[i + 1] ?? ""));
}

/** "everything except for the". */
const BEFORE_AN_EXCEPTION = 4;

/** "An on-premises Kafka, never mind that, …": a denial that is a clause by itself is of all that the one before names. */
export function isSetAside(name: NameSpan, denials: readonly Span[], tokens: readonly Token[]): boolean {
  return denials.some(({ start, end }) => {
    // "ignore that one"
    const next = tokens[tokens[end]?.word === "one" ? end + 1 : end];
    const isByItself = tokens[start]?.breakBefore === true && (next?.breakBefore ?? true);
    const isOfTheOneBefore = startOfClause(start - 1, tokens) <= name.start && name.end <= start;
    return isByItself && tokens[end - 1]?.word === "that" && isOfTheOneBefore;
  });
}

/** "Grafana shows it" is what a service does; "the diagram shows Grafana" is on paper. */
export function isWhatItDoes({ start }: Span, chosen: readonly NameSpan[], tokens: readonly Token[]): boolean {
  return DOES.has(wordAt(start, tokens)) && chosen.some(({ name, end }) => name.kind === "service" && end === start);
}

const DOES = wordSet("show shows draw draws offer offers suggest suggests replaced replaces superseded supersedes");

/** "MySQL (the wiki)": in brackets it is what the service is there for; "the wiki says MySQL". */
export function isLabel({ start, end }: Span, tokens: readonly Token[]): boolean {
  const isAlone = tokens[start]?.pause === "other" && endsThought(end, tokens);
  return isAlone && tokens[start]?.word === "the";
}

/** "Batch in the diagram; it was thrown out". */
export function isSaidOfIt({ end }: NameSpan, denials: readonly Span[], tokens: readonly Token[]): boolean {
  return denials.some(({ start }) => {
    const between = tokens.slice(end, start);
    const isIt = between.at(-1)?.word === "it" && between.at(-1)?.breakBefore === true;
    return isIt && between.length <= BEFORE_IT + 1 && isUnbroken(between.slice(0, -1));
  });
}

/** "in the old diagram". */
const BEFORE_IT = 4;

/** Denials of more words than one that end a thought deny what stands before them: "Event Grid we don't use". */
export function closing(denials: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  return denials.filter(({ start, end }) => end - start > 1 && endsThought(end, tokens));
}

/** "Event Grid is covered, Service Bus isn't": what is said of the one is not so of the other. */
export function isExcepting({ start, end }: Span, said: readonly Span[], tokens: readonly Token[]): boolean {
  const isBare = tokens.slice(start, end).every(({ word }) => BARE.has(word));
  return isBare && said.some((predicate) => predicate.end < start);
}

const BARE = anyOf(FORMS_OF_BE, FORMS_OF_HAVE, NEGATED_AUXILIARIES, "not t");

/** "App Gateway is Jim's": somebody else looks after it. */
export function isSomebodys({ name, end }: NameSpan, tokens: readonly Token[]): boolean {
  // "Their gateway is Amazon's" is not said of all gateways.
  if (name.kind !== "service" || name.services.length > 1) return false;
  const is = tokens[end];
  const at = tokens.findIndex(({ word }, i) => i > end + 1 && word === "s");
  if (!is || is.breakBefore || !AUXILIARY_VERBS.has(is.word) || at < 0 || at > end + BEFORE_AN_OWNER) return false;
  const owner = tokens.slice(end + 1, at);
  const isOne = !owner.some(({ word, breakBefore }) => breakBefore || OURSELVES.has(word));
  const last = AFFAIRS.has(wordAt(at + 1, tokens)) ? at + 2 : at + 1;
  return isOne && endsThought(last, tokens);
}

/** "is the data team's business". */
const AFFAIRS = wordSet("business job baby problem thing task topic area turf responsibility concern domain part");

/** "AVD is with the workplace team", "the firewall is up to the network people". */
export function isWithPeople({ name, end }: NameSpan, tokens: readonly Token[]): boolean {
  const [is, link] = tokens.slice(end, end + 2);
  if (name.kind !== "service" || !is || is.breakBefore || !AUXILIARY_VERBS.has(is.word)) return false;
  const rest = tokens.slice(end + 2, end + 2 + BEFORE_PEOPLE);
  const others = rest.findIndex(({ word }) => GROUPS_OF_PEOPLE.has(word) || OUTSIDERS.has(word));
  const isOne =
    others >= 0 &&
    !rest.slice(0, others + 1).some(({ word, breakBefore }) => breakBefore || FIRST_PERSON_POSSESSIVES.has(word));
  return isOne && WITH.has(link?.word ?? "");
}

/** "to the cloud network team". */
const BEFORE_PEOPLE = 5;
const WITH: ReadonlySet<string> = new Set(["with", "up", "at", "for", "down", "left"]);

/** "is my neighbour's". */
const BEFORE_AN_OWNER = 5;
const OURSELVES: ReadonlySet<string> = new Set(["it", "that", "what", "this", "there", "microsoft", "azure"]);

/** "Front Door, since Traffic Manager is too slow": what gives a reason is not asked about. */
export function isReason({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const before = tokens[start - 1];
  const isGiven = start > 1 && before !== undefined && REASONS.has(before.word) && tokens[start]?.breakBefore === false;
  return isGiven && AUXILIARY_VERBS.has(wordAt(end, tokens));
}

const REASONS: ReadonlySet<string> = new Set(["since", "because"]);

/** "Handled by us" is no less asked about. */
export function isByUs(end: number, tokens: readonly Token[]): boolean {
  const by = tokens[end]?.word === "by" ? tokens[end + 1] : tokens[end - 1]?.word === "by" ? tokens[end] : undefined;
  return by !== undefined && US.has(by.word);
}

/** "All that is handled by one PostgreSQL server" is what the service does. */
export function isByAService({ end }: Span, chosen: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const by = tokens[end]?.word === "by" ? end + 1 : end;
  const isBy = tokens[by - 1]?.word === "by";
  return isBy && chosen.some(({ name, start }) => name.kind === "service" && start >= by && start - by <= 1);
}

const US = anyOf(FIRST_PERSON_POSSESSIVES, "microsoft azure");
