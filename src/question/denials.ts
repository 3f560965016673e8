/** Names that a message says it does not mean: denied, no longer in use, or beside what it is only about. */
import type { Cue } from "../knowledge/schema";
import type { Lexicon } from "./lexicon";
import { isJoinedBefore, type NameSpan, servicesOf } from "./name-span";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/** "not single VMs", "no old VPN": one word may stand between. */
const BETWEEN_DENIAL_AND_NAME = 1;
/** After a comma two: "the environment, not multi-tenant App Service". */
const BETWEEN_PAUSED_DENIAL_AND_NAME = 2;
/** "it" or "itself", no more, may stand between a name and what denies it behind. */
const BETWEEN_NAME_AND_DENIAL = 1;

/** "…, the VMs are disposable" is no item of a list but a statement of its own. */
const BEGINS_A_STATEMENT: ReadonlySet<string> = new Set("is are was were can do does have has will".split(" "));

/** What is left of the names, and whether a service was denied. */
export type Meant = { readonly names: readonly NameSpan[]; readonly hasDenied: boolean };

/** @param chosen the names of the message, in order */
export function withoutDenied(
  chosen: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): Meant {
  const cues = (cue: Cue) => spans.filter(({ meanings }) => meanings.some((it) => it.kind === "cue" && it.cue === cue));
  const [before, behind, former] = [cues("not"), cues("not-behind"), cues("formerly")];
  const follows = (span: NameSpan, denials: readonly Span[]) => isBehindDenial(span, denials, tokens, lexicon);
  const denied = chosen.filter(
    (span) => follows(span, before) || isBeforeDenial(span, [...behind, ...closing(before, tokens)], tokens, lexicon),
  );
  const out = new Set(denied.flatMap(servicesOf));
  const now = chosen.filter((span) => !denied.includes(span) && !follows(span, former));
  const wanted = withoutOthers(without(now, out), cues("only-about"), tokens, lexicon);
  const isAllDenied = wanted.every(({ name }) => name.kind === "region");
  return { names: isAllDenied ? chosen : wanted, hasDenied: !isAllDenied && out.size > 0 };
}

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
    if (denial) return words <= BETWEEN_DENIAL_AND_NAME || tokens[denial.start]?.breakBefore === true;
    words += lexicon.isFiller(tokens[at - 1]?.word ?? "") ? 0 : 1;
    if (words > BETWEEN_PAUSED_DENIAL_AND_NAME) return false;
  }
  return false;
}

/** "Azure Files is out of the question", "Event Grid we don't use". */
function isBeforeDenial(
  { end }: NameSpan,
  denials: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  return denials.some(({ start }) => {
    const between = tokens.slice(end, start + 1);
    const words = between.slice(0, -1).filter(({ word }) => !lexicon.isFiller(word));
    return start >= end && words.length <= BETWEEN_NAME_AND_DENIAL && !between.some(({ breakBefore }) => breakBefore);
  });
}

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
