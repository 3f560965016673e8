/** What says something besides the name that it stands in: "SQL syntax" is a matter of its own. */
import type { Lexicon } from "./lexicon";
import { type NameSpan, servicesAmong, servicesOf } from "./name-span";
import { isWithin } from "./spans";
import type { Span } from "./spot";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { PREPOSITIONS_OF_PLACE } from "./word-classes";

/** What all spans of a message are looked at with. */
type Beside = {
  readonly chosen: readonly NameSpan[];
  readonly spans: readonly Span[];
  /** Those on another topic. */
  readonly others: readonly Span[];
  /** A place or a loss is spoken of. */
  readonly isOnPlaces: boolean;
};

/**
 * "object replication" names Blob Storage by what it does, and asks for that; "Site Recovery" is but a name. "SQL syntax"
 * is another matter, though SQL is a name.
 * @returns whether a span says more than the chosen names that it shares words with
 */
export function moreThanNames(
  chosen: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): (span: Span) => boolean {
  const others = spans.filter(({ meanings }) => meanings.some(({ kind }) => kind === "other-topic"));
  const beside = { chosen, spans, others, isOnPlaces: spans.some(isOnPlaces) };
  return (span) => saysMore(span, beside, tokens, lexicon);
}

function saysMore(span: Span, beside: Beside, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const { chosen, others } = beside;
  const { start, end, meanings } = span;
  if (meanings.some(({ kind }) => kind === "other-topic" || kind === "everyday")) {
    const isWhole = !lexicon.isFiller(wordAt(end - 1, tokens)) && !PREPOSITIONS_OF_PLACE.has(wordAt(end - 1, tokens));
    const isOnly = isWhole && servicesAmong(chosen).length === 1;
    const isMore = (name: NameSpan) => isWithin(name, span) || isSecondName(name, span, beside);
    return chosen.some(isMore) || (isOnly && isTail(span, beside));
  }
  if (meanings.some((it) => it.kind === "cue" && it.cue === "region-loss")) return isTail(span, beside);
  const topics = meanings.flatMap((meaning) => (meaning.kind === "topic" ? [meaning.topic] : []));
  // "Customer-managed keys" are of another matter than the failover that customers manage.
  if (topics.length === 0 || others.some((it) => isWithin(span, it))) return false;
  // "AKS backup" is the backup of AKS; "Azure Backup" is but a name.
  const isItsOwn = (name: NameSpan) =>
    servicesOf(name).some((id) => topics.some((topic) => topic === lexicon.means.get(id)));
  const hasIt = (name: NameSpan) => name.start <= start && end <= name.end && !isItsOwn(name);
  return chosen.some(hasIt);
}

/** "ExpressRoute FastPath": a part of a service by its name, beside the name of all of it, is asked about by itself. */
function isSecondName(name: NameSpan, span: Span, { chosen, isOnPlaces }: Beside): boolean {
  if (name.start !== span.start || name.end !== span.end || isOnPlaces) return false;
  const ids = servicesOf(name);
  const isOfIt = span.meanings.some((it) => it.kind === "other-topic" && ids.some((id) => it.service === id));
  if (!isOfIt) return false;
  const isSame = (other: NameSpan) => servicesOf(other).some((id) => ids.includes(id));
  return chosen.some((other) => other !== name && isSame(other));
}

/**
 * The "connector" of a "Logic Apps connector": without it the name is one already. Where a place or a loss is spoken of,
 * it says no more than the name.
 */
function isTail({ start, end }: Span, { chosen, spans, isOnPlaces }: Beside): boolean {
  const heads = isOnPlaces ? [] : spans.filter((head) => head.end === start);
  if (heads.length === 0) return false;
  return chosen.some((name) => end >= name.end && start > name.start && heads.some((head) => isNameOf(name, head)));
}

function isNameOf(name: NameSpan, { start, meanings }: Span): boolean {
  const [id] = servicesOf(name);
  return start === name.start && meanings.some((meaning) => meaning.kind === "service" && meaning.services[0] === id);
}

function isOnPlaces({ meanings }: Span): boolean {
  return meanings.some((it) => it.kind === "region" || (it.kind === "cue" && it.cue === "perhaps-region-loss"));
}
