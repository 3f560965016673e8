/** What says something besides the name that it stands in: "SQL syntax" is a matter of its own. */
import type { Lexicon } from "./lexicon";
import { type NameSpan, servicesAmong, servicesOf } from "./name-span";
import { isWithin } from "./spans";
import type { Span } from "./spot";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { PREPOSITIONS_OF_PLACE } from "./word-classes";

/**
 * "object replication" names Blob Storage by what it does, and asks for that; "Site Recovery" is but a name. "SQL syntax"
 * is another matter, though SQL is a name.
 */
export function saysMore(
  span: Span,
  chosen: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  const { start, end, meanings } = span;
  if (meanings.some(({ kind }) => kind === "other-topic" || kind === "everyday")) {
    const isWhole = !lexicon.isFiller(wordAt(end - 1, tokens)) && !PREPOSITIONS_OF_PLACE.has(wordAt(end - 1, tokens));
    const isOnly = isWhole && servicesAmong(chosen).length === 1;
    const isMore = (name: NameSpan) => isWithin(name, span) || isSecondName(name, span, chosen, spans);
    return chosen.some((name) => isMore(name) || (isOnly && isTailOf(span, name, spans)));
  }
  if (meanings.some((it) => it.kind === "cue" && it.cue === "region-loss"))
    return chosen.some((name) => isTailOf(span, name, spans));
  const topics = meanings.flatMap((meaning) => (meaning.kind === "topic" ? [meaning.topic] : []));
  // "Customer-managed keys" are of another matter than the failover that customers manage.
  const isOfAnother = spans.some((it) => isWithin(span, it) && it.meanings.some(({ kind }) => kind === "other-topic"));
  if (topics.length === 0 || isOfAnother) return false;
  // "AKS backup" is the backup of AKS; "Azure Backup" is but a name.
  const isItsOwn = (name: NameSpan) =>
    servicesOf(name).some((id) => topics.some((topic) => topic === lexicon.means.get(id)));
  const hasIt = (name: NameSpan) => name.start <= start && end <= name.end && !isItsOwn(name);
  return chosen.some(hasIt);
}

/** "ExpressRoute FastPath": a part of a service by its name, beside the name of all of it, is asked about by itself. */
function isSecondName(name: NameSpan, span: Span, chosen: readonly NameSpan[], spans: readonly Span[]): boolean {
  if (name.start !== span.start || name.end !== span.end || spans.some(isOnPlaces)) return false;
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
function isTailOf({ start, end }: Span, name: NameSpan, spans: readonly Span[]): boolean {
  if (end < name.end || start <= name.start || spans.some(isOnPlaces)) return false;
  const [id] = servicesOf(name);
  return spans.some(
    (other) =>
      other.start === name.start &&
      other.end === start &&
      other.meanings.some((meaning) => meaning.kind === "service" && meaning.services[0] === id),
  );
}

function isOnPlaces({ meanings }: Span): boolean {
  return meanings.some((it) => it.kind === "region" || (it.kind === "cue" && it.cue === "perhaps-region-loss"));
}
