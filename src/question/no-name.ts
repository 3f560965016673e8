/** What is spelt as a name and is none: "a table of services", "tell us". */
import { wordSet } from "../knowledge/normalise";
import { isEnglish } from "./english";
import { isEverydayThing } from "./everyday-things";
import type { Lexicon } from "./lexicon";
import type { Meaning } from "./meaning";
import { type NameSpan, servicesOf } from "./name-span";
import type { Span } from "./spot";
import { beginsThought, restOfThought, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  AUXILIARY_VERBS,
  anyOf,
  DETERMINERS,
  FORMS_OF_BE,
  PREPOSITIONS_OF_BELONGING,
  PREPOSITIONS_OF_PLACE,
} from "./word-classes";

/** Whether something is only spelt as a name of this meaning. */
export function isNoName(
  span: Span,
  meaning: Meaning,
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  return (
    isOfServices(span, tokens) ||
    isOfAMaker(span, tokens) ||
    (meaning.kind === "region" && (isALanguage(span, tokens) || isFrench(span, tokens))) ||
    (meaning.kind === "service" && isOfAStrangeMake(span, tokens, lexicon)) ||
    isNetworkHub(span, spans, tokens) ||
    isOfARelease(span, spans, tokens) ||
    isAPause(span, tokens) ||
    isReadOrWritten(span, tokens) ||
    (meaning.kind === "service" && isEverydayThing(span, tokens)) ||
    isHeading(span, spans, tokens) ||
    isAskedForAnother(span, meaning, spans, tokens)
  );
}

/** "J'ai dit Container Apps au téléphone" speaks of no Australia. */
function isFrench({ start, end }: Span, tokens: readonly Token[]): boolean {
  const next = tokens[end];
  const isWord =
    end - start === 1 && tokens[start]?.raw === "au" && !PREPOSITIONS_OF_PLACE.has(wordAt(start - 1, tokens));
  return isWord && next !== undefined && !next.breakBefore && next.canonical !== "region";
}

/** "In Milan, er, Madrid": said while one thinks, and no ExpressRoute. */
function isAPause({ start, end }: Span, tokens: readonly Token[]): boolean {
  const next = tokens[end];
  if (end - start !== 1 || tokens[start]?.raw !== "er" || next?.breakBefore !== true) return false;
  const isByItself = beginsThought(start, tokens);
  // "Appgw + er - all": where names are in small letters too, it is one.
  return isByItself && next.raw !== next.plain;
}

/** "A table of services that need pairs" is no Table service: what is of another thing comes before it. */
function isOfServices({ start, end }: Span, tokens: readonly Token[]): boolean {
  const isOfMany = tokens[end - 1]?.canonical === "service" && tokens[end - 1]?.plain.endsWith("s");
  return isOfMany === true && tokens.slice(start + 1, end - 1).some(({ word }) => OF.has(word));
}

const OF = anyOf(DETERMINERS, "of all any");

/** "Network: ExpressRoute, firewall": a word for a kind that heads a list names no service. */
function isHeading({ start, end }: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  const isByItself = end - start === 1 && beginsThought(start, tokens);
  if (!isByItself || tokens[end]?.pause !== "colon") return false;
  const isKind = spans.some(
    (span) =>
      span.start === start && span.end === end && span.meanings.some((it) => it.kind === "cue" && it.cue === "kind"),
  );
  const isOfAService = spans.some(
    (span) => span.start === end && span.meanings.some((it) => it.kind === "service" && it.services.length === 1),
  );
  return isKind && isOfAService;
}

/** "The firewall in the hub, spokes with AKS", "hub vnet": the middle of a network is none of the hubs. */
function isNetworkHub({ start, end }: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  if (end - start !== 1 || tokens[start]?.word !== "hub") return false;
  if (holdsANetwork(spans)) return true;
  const next = tokens[end];
  const isOfNetwork = next !== undefined && !next.breakBefore && OF_NETWORKS.has(next.word);
  return isOfNetwork || tokens.some(({ word }, at) => word === "spoke" || isTheHub(at, tokens));
}

/** Looked for once a message, not at each of its hubs. */
const networks = new WeakMap<readonly Span[], boolean>();

function holdsANetwork(spans: readonly Span[]): boolean {
  const known = networks.get(spans) ?? namesANetwork(spans);
  networks.set(spans, known);
  return known;
}

/** "The hub consists of a firewall, Bastion and a VPN gateway": two of these stand in no other hub. */
function namesANetwork(spans: readonly Span[]): boolean {
  const named = spans.flatMap(({ meanings }) =>
    meanings.flatMap((it) => (it.kind === "service" && it.services.length === 1 ? it.services : [])),
  );
  return new Set(named.filter((id) => IN_A_HUB.has(id))).size > 1 && !named.some((id) => OTHER_HUBS.has(id));
}

const IN_A_HUB: ReadonlySet<string> = new Set(
  "firewall vpn-gateway expressroute bastion virtual-network dns-private-resolver nat-gateway application-gateway virtual-network-manager ddos-protection"
    .split(" ")
    .map((name) => `azure-${name}`),
);
const OTHER_HUBS: ReadonlySet<string> = new Set(["azure-event-hubs", "azure-iot-hub", "azure-notification-hubs"]);

/** "Must the pipeline deploy to both", "our release pipeline", "the AKS pipelines": it brings out code. */
function isOfARelease({ start, end }: Span, spans: readonly Span[], tokens: readonly Token[]): boolean {
  if (end - start !== 1 || tokens[start]?.canonical !== "pipeline") return false;
  const isOfOne = ({ meanings, ...span }: Span) =>
    span.end === start && meanings.some((it) => it.kind === "service" && it.services.length === 1);
  if (!tokens[start]?.breakBefore && spans.some(isOfOne)) return true;
  if (!tokens[start]?.breakBefore && RELEASES.has(wordAt(start - 1, tokens))) return true;
  const next = tokens.slice(end, end + BEFORE_DEPLOYING);
  const verb = next.findIndex(({ word, breakBefore }) => breakBefore || DEPLOYS.has(word));
  return verb >= 0 && next[verb]?.breakBefore === false && next.slice(0, verb).every(({ word }) => AUXILIARY.has(word));
}

/** "has to deploy". */
const BEFORE_DEPLOYING = 3;
const RELEASES = wordSet("ci cd cicd release releases deployment build terraform bicep github gitlab jenkins devops");
const DEPLOYS = wordSet(
  "deploy deploys deployed redeploy redeploys roll rolls push pushes release releases ship ships publish publishes",
);
const AUXILIARY = anyOf(AUXILIARY_VERBS, "to need needs also");

/** "The runbook I inherited has a line 'fail over …'", "our runbook says": a text, and no runbook of Automation. */
function isReadOrWritten({ start, end }: Span, tokens: readonly Token[]): boolean {
  if (end - start !== 1 || tokens[start]?.canonical !== "runbook") return false;
  const behind = restOfThought(end, tokens, BEFORE_A_LINE);
  const before = wordsBetween(Math.max(0, start - 3), start, tokens);
  return behind.some(({ word }) => OF_TEXTS.has(word)) || before.some((word) => WRITES.has(word));
}

/** "I inherited has a". */
const BEFORE_A_LINE = 6;
const OF_TEXTS = wordSet(
  "say says line lines step steps read reads page chapter section mention mentions tell tells claim claims state states wiki document",
);
const WRITES = wordSet("dr write writing wrote written draft drafting disaster paper wiki document fill filling");

/** "Madrid is our hub". */
function isTheHub(at: number, tokens: readonly Token[]): boolean {
  if (at === 0 || !FORMS_OF_BE.has(wordAt(at, tokens))) return false;
  const [the, hub, next] = tokens.slice(at + 1, at + 4);
  return DETERMINERS.has(the?.word ?? "") && hub?.word === "hub" && (next?.breakBefore ?? true);
}

const OF_NETWORKS = wordSet("vnet network vnets subscription spoke region");

/** "The Redis company", "bought on their website": who makes or sells it. */
function isOfAMaker({ start, end }: Span, tokens: readonly Token[]): boolean {
  const after = tokens[end];
  if (after && !after.breakBefore && MAKERS.has(after.word)) return true;
  return SITES.has(wordAt(end - 1, tokens)) && SELLERS.has(wordAt(start - 1, tokens));
}

const MAKERS = wordSet("company inc corp gmbh ltd foundation conference");
const SITES: ReadonlySet<string> = new Set(["website", "site", "page", "shop"]);
const SELLERS: ReadonlySet<string> = new Set(["their", "vendor", "supplier"]);

/** "Spanish speaking customers", "German-language support". */
function isALanguage({ end }: Span, tokens: readonly Token[]): boolean {
  const after = tokens[end];
  return after !== undefined && !after.breakBefore && SPOKEN.has(after.word);
}

const SPOKEN = wordSet("speaking speaker speakers language translation translations subtitles");

/** "Wallix bastion", "Palantir Foundry": of a make that we don't know. */
function isOfAStrangeMake({ start, end }: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const [before, name] = [tokens[start - 1], tokens[start]];
  if (end - start !== 1 || !before || !name || name.breakBefore || !isEnglish(name.plain)) return false;
  const isOurs = lexicon.isKnown(before.canonical) || lexicon.isStopWord(before.word) || before.confidence < 1;
  const isWord = before.plain.length > LONGEST_PREFIX && /^\p{L}+$/u.test(before.plain);
  return isWord && before.strange && !isOurs && lexicon.spelling.similar(before.word).length === 0;
}

/** "prd bastion" is somebody's own. */
const LONGEST_PREFIX = 4;

/** "Disaster recovery for Azure Service Bus" has no recovery services in it: what is asked ends before the "for". */
function isAskedForAnother(
  { start, end }: Span,
  meaning: Meaning,
  spans: readonly Span[],
  tokens: readonly Token[],
): boolean {
  if (meaning.kind !== "service") return false;
  const tie = tokens.findIndex(({ word }, i) => i > start && i < end && PREPOSITIONS_OF_BELONGING.has(word));
  // "Backup of the vault" is no backup vault.
  const isOfOne = tokens[tie]?.word === "of" && DETERMINERS.has(wordAt(tie + 1, tokens));
  return (
    tie > 0 &&
    (meaning.generic === true || isOfOne) &&
    spans.some((other) => other.start <= start && other.end === tie && isASubject(other))
  );
}

function isASubject({ meanings }: Span): boolean {
  return meanings.some((it) => it.kind === "topic" || (it.kind === "cue" && it.cue === "region-loss"));
}

/** "Regions in the us": a pronoun has no article. */
export function isPlaceByArticle(
  { kind }: Meaning,
  { start }: Span,
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  const token = tokens[start];
  if (kind !== "region" || !token || token.breakBefore || !lexicon.isStopWord(token.word)) return false;
  return tokens[start - 1]?.word === "the";
}

/** "TELL US ALL": where all is in capitals, they tell nothing of a word that says nothing else. */
export function isShouted({ start }: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  if (!lexicon.isStopWord(wordAt(start, tokens))) return false;
  const around = [tokens[start - 1], tokens[start + 1]].flatMap((token) => token?.raw ?? []);
  return around.length > 0 && around.every((raw) => raw.length > 1 && raw === raw.toUpperCase());
}

/** "Error RedundancyConfigurationNotAvailableInRegion … for our blobs": a way to survive is no second name beside a member. */
export function withoutErrorCodes(
  named: readonly NameSpan[],
  spans: readonly Span[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const ids = new Set(named.flatMap((span) => (servicesOf(span).length === 1 ? servicesOf(span) : [])));
  const isCode = (span: NameSpan) => {
    const [family, ...others] = servicesOf(span);
    const members = lexicon.families.get(family ?? "") ?? [];
    if (others.length > 0 || !members.some((id) => ids.has(id))) return false;
    return spans.some(({ start, end, meanings }) => start === span.start && end === span.end && meanings.some(isAWay));
  };
  return named.filter((span) => !isCode(span));
}

function isAWay({ kind }: Meaning): boolean {
  return kind === "topic";
}
