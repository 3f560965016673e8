/** Names that a message says it does not mean: denied, no longer in use, or beside what it is only about. */

import { isAskedAtOnce } from "./asked-at-once";
import { contrasted } from "./contrast";
import {
  closing,
  isBeforeDenial,
  isBehindDenial,
  isByAService,
  isByUs,
  isExcepting,
  isReason,
  isSaidOfIt,
  isSetAside,
  isSomebodys,
  isWithPeople,
} from "./denial-places";
import { denialsOf, withRepeated } from "./denial-words";
import { isRegionDenied, ofRegions, withoutDeniedRegions } from "./denied-regions";
import { withListed } from "./denied-too";
import type { Lexicon } from "./lexicon";
import { isModel } from "./likened";
import { isEndOfAMeans, meansLeft } from "./means";
import { movedOn } from "./moved-on";
import { isJoinedBefore, listedBy, type NameSpan, servicesAmong, servicesOf, startOfNoun, textOf } from "./name-span";
import { passedOver } from "./passed-over";
import { isAlternativelyAsked, isOver, isRefused } from "./refused";
import { saysBoth } from "./says-both";
import { settledAtOnce } from "./settled-at-once";
import type { SpansOf } from "./spans";
import type { Span } from "./spot";
import { startOfThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { placesTakenBack, withdrawn } from "./withdrawn";
import { AUXILIARY_VERBS, anyOf, PREPOSITIONS_OF_PLACE, RESTRICTIVE_ADVERBS } from "./word-classes";

/** What is left of the names, and the services that were denied beside them. */
export type Meant = { readonly names: readonly NameSpan[]; readonly denied: readonly string[] };

/**
 * @param chosen the names of the message, in order
 * @param cues those among the spans
 */
export function withoutDenied(
  chosen: readonly NameSpan[],
  spans: readonly Span[],
  cues: SpansOf,
  tokens: readonly Token[],
  lexicon: Lexicon,
): Meant {
  const denied = withoutListedAgain(deniedOf(chosen, cues, tokens, lexicon), chosen, tokens);
  // "Not the IoT Hub MQTT" leaves Event Grid's MQTT.
  const own = denied.filter(
    (span) => servicesOf(span).length === 1 && !isCalledOtherwise(span, denied, chosen, tokens),
  );
  const out = new Set((own.length > 0 ? own : sharedBut(chosen, denied, tokens)).flatMap(servicesOf));
  const isAside = (span: NameSpan) =>
    denied.includes(span) || isBehindDenial(span, cues("formerly"), tokens, lexicon) || isModel(span, chosen, tokens);
  const now = chosen.filter((span) => !isAside(span));
  const wanted = withoutOthers(without(now, out), cues("only-about"), tokens, lexicon);
  const isAllDenied = wanted.every(({ name }) => name.kind === "region");
  const back = placesTakenBack(chosen, tokens);
  const places = chosen.filter((span) => !back.includes(span));
  if (isAllDenied && out.size === 0)
    return {
      names: withoutDeniedRegions(places, ofRegions([...cues("not"), ...cues("rather-than")], tokens), tokens),
      denied: [],
    };
  const ends = endsOf(wanted, denied, spans, tokens, lexicon);
  if (ends.length > 0) {
    const kept = new Set(ends.flatMap(servicesOf));
    const names = chosen.filter((span) => wanted.includes(span) || ends.includes(span));
    return { names, denied: [...out].filter((id) => !kept.has(id)) };
  }
  if (!isAllDenied) return { names: wanted, denied: [...out] };
  const means = meansLeft(out, spans, lexicon);
  return means ? { names: [...wanted, means], denied: [...out] } : { names: places, denied: [] };
}

/**
 * "Event Hubs, not Kafka", "not object replication but GZRS: can Blob …": what is denied is neither the name of the
 * service nor short for it, and the service is named beside.
 */
function isCalledOtherwise(
  span: NameSpan,
  denied: readonly NameSpan[],
  chosen: readonly NameSpan[],
  tokens: readonly Token[],
): boolean {
  const [id, ...others] = servicesOf(span);
  if (id === undefined || others.length > 0) return false;
  const isOfItsName = ({ raw, word }: Token) =>
    raw === raw.toUpperCase() || word.length <= LONGEST_SHORT_NAME || id.includes(word);
  if (tokens.slice(span.start, span.end).some(isOfItsName)) return false;
  // "Not the public zones in Azure DNS" names it once.
  const isApart = ({ start, end }: Span) => end <= span.start || start - span.end > BETWEEN_TIED_NAMES;
  const isIt = (other: NameSpan) => servicesOf(other).length === 1 && servicesOf(other)[0] === id;
  // "Search plus OpenAI? No OpenAI is with the vendor" calls it the same.
  const called = textOf(span, tokens);
  const isOther = (other: NameSpan) => !textOf(other, tokens).endsWith(called);
  return chosen.some((other) => !denied.includes(other) && isIt(other) && isApart(other) && isOther(other));
}

/** "aks". */
const LONGEST_SHORT_NAME = 4;
const BETWEEN_TIED_NAMES = 2;

/** "Backups of our VMs are no topic. Site Recovery …": where only means are left, it is not the VMs that are set aside. */
function endsOf(
  wanted: readonly NameSpan[],
  denied: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  if (denied.length === 0) return [];
  const services = servicesAmong(wanted);
  const areMeans =
    services.length > 0 && services.every((span) => servicesOf(span).every((id) => lexicon.means.has(id)));
  if (!areMeans) return [];
  return denied.filter((span) => span.name.kind === "service" && isEndOfAMeans(span, spans, tokens));
}

/** "Managed Redis, not the old cache": of what a denied name may mean not that which is named in full beside it. */
function sharedBut(
  chosen: readonly NameSpan[],
  denied: readonly NameSpan[],
  tokens: readonly Token[],
): readonly NameSpan[] {
  const last = denied.at(-1)?.end ?? 0;
  // "Not the gateway stuff (API Management)" says which is denied.
  const isInBrackets = ({ start }: NameSpan) =>
    tokens[startOfThought(start, tokens)]?.pause === "other" && start >= last;
  const named = chosen.filter((span) => !denied.includes(span) && servicesOf(span).length === 1 && !isInBrackets(span));
  return without(denied, new Set(named.flatMap(servicesOf)));
}

/** "API Management, unlike App Service, …: verify API Management + App Service" lists both in the end. */
function withoutListedAgain(
  denied: readonly NameSpan[],
  chosen: readonly NameSpan[],
  tokens: readonly Token[],
): readonly NameSpan[] {
  if (denied.length === 0) return denied;
  const left = chosen.filter((span) => servicesOf(span).length === 1 && !denied.includes(span));
  // "Search plus OpenAI? No, OpenAI is with the vendor" listed it before.
  const last = denied.at(-1)?.start ?? 0;
  const isAgain = (span: NameSpan, i: number) => span.start > last && listedBy(i, left, tokens) !== null;
  const listed = new Set(left.filter(isAgain).flatMap(servicesOf));
  const asked = new Set(left.filter((span) => isAlternativelyAsked(span, tokens)).flatMap(servicesOf));
  const isBack = (id: string) => listed.has(id) || asked.has(id);
  return denied.filter((span) => span.name.kind !== "service" || !servicesOf(span).some(isBack));
}

/** "is handled by Service Bus"; but "was replaced by it". */
const DOES: ReadonlySet<string> = new Set(["handled", "done", "covered", "managed", "run", "owned"]);

function deniedOf(
  chosen: readonly NameSpan[],
  cues: SpansOf,
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const before = withRepeated(denialsOf(cues, tokens), tokens);
  const said = [...cues("not-behind"), ...cues("set-aside")];
  const ending = closing(before, tokens).filter((denial) => !isExcepting(denial, said, tokens));
  const predicates = cues("not-behind").filter(
    (span) =>
      !isByUs(span.end, tokens) &&
      !isAskedAtOnce(span, tokens) &&
      !(DOES.has(wordAt(span.end - 1, tokens)) && isByAService(span, chosen, tokens)),
  );
  const behind = [...predicates, ...ending];
  const isDenied = (span: NameSpan) =>
    span.name.kind === "region"
      ? isRegionDenied(span, before, behind, tokens, lexicon)
      : isBehindDenial(span, before, tokens, lexicon) ||
        isBeforeDenial(span, behind, tokens, lexicon) ||
        isSetAside(span, behind, tokens) ||
        isSaidOfIt(span, behind, tokens) ||
        isRefused(span, tokens) ||
        isOver(span, tokens) ||
        isSomebodys(span, tokens) ||
        isWithPeople(span, tokens) ||
        isReason(span, tokens);
  if (saysBoth(tokens, cues, new Set(chosen.flatMap(servicesOf)).size)) {
    const regions = chosen.filter((span) => span.name.kind === "region" && isDenied(span));
    return [...regions, ...placesTakenBack(chosen, tokens)];
  }
  const passed = [
    ...passedOver(chosen, cues, tokens, lexicon),
    ...movedOn(chosen, tokens),
    ...settledAtOnce(chosen, tokens),
  ];
  const named = [...new Set([...chosen.filter(isDenied), ...passed, ...withdrawn(chosen, tokens)])];
  const left = chosen.filter((span) => !named.includes(span));
  const denied = [...named, ...contrasted(left, chosen, cues, tokens)];
  return withListed(denied, named, chosen, tokens);
}

/** "a queue, we don't have Service Bus": a shared name is not the one that is denied. */
function without(wanted: readonly NameSpan[], out: ReadonlySet<string>): readonly NameSpan[] {
  return wanted.flatMap((span) => {
    if (span.name.kind !== "service") return [span];
    const services = span.name.services.filter((id) => !out.has(id));
    return services.length > 0 ? [{ ...span, name: { ...span.name, services } }] : [];
  });
}

/** "PubSub and Service Bus … I mean Web PubSub": what was named before is named better. */
function saysItInFull(
  first: number,
  services: readonly NameSpan[],
  onlyAbout: readonly Span[],
  tokens: readonly Token[],
): boolean {
  const [named, ...before] = services
    .slice(0, first + 1)
    .reverse()
    .map((span) => servicesOf(span)[0]);
  const isBefore = before.includes(named);
  return isBefore && onlyAbout.every(({ start, end }) => !tokens.slice(start, end).some(({ word }) => ONLY.has(word)));
}

const ONLY = anyOf(RESTRICTIVE_ADVERBS, "focus focusing focused");

/** "Blobs raise the events; I mean only Event Grid": nothing else is meant but what is listed with it. */
function withoutOthers(
  wanted: readonly NameSpan[],
  onlyAbout: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const services = servicesAmong(wanted);
  const first = services.findIndex((span) => isBehindDenial(span, onlyAbout, tokens, lexicon));
  if (first < 0 || saysItInFull(first, services, onlyAbout, tokens)) return wanted;
  const rest = services.slice(first + 1);
  // "In Service Bus geo-DR and in Event Grid"
  const isJoined = (start: number) =>
    isJoinedBefore(start, tokens) ||
    (PREPOSITIONS_OF_PLACE.has(wordAt(start - 1, tokens)) && tokens[start - 2]?.word === "and");
  const isListed = ({ start, end }: NameSpan) =>
    isJoined(startOfNoun(start, tokens)) && !AUXILIARY_VERBS.has(wordAt(end, tokens));
  const end = rest.findIndex((span) => !isListed(span));
  const listed = services.slice(first, end < 0 ? undefined : first + 1 + end);
  return wanted.filter((span) => span.name.kind !== "service" || listed.includes(span));
}
