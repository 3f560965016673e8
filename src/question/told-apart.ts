/** "A hub for push messages": of the services that share a name, the one that is described beside it. */

import { startOfClause } from "./clauses";
import type { Lexicon } from "./lexicon";
import { joinedBy, type NameSpan, servicesOf } from "./name-span";
import { withKind } from "./spans";
import type { Span } from "./spot";
import { endsThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { isOneOfTwo, type Place, placesOf, traitsAmong } from "./traits";
import { anyOf, DETERMINERS, LIST_CONJUNCTIONS, PREPOSITIONS_OF_BELONGING } from "./word-classes";

export type ToldApart = { readonly names: readonly NameSpan[]; readonly told: readonly Place[] };

/** A shared name, the service that is described and where. */
type Described = { readonly name: NameSpan; readonly service: string; readonly places: readonly Place[] };

/** @returns the names, of the shared ones those left that are described; and the words that tell */
export function toldApart(
  meant: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): ToldApart {
  if (withKind(spans, "cue").some(({ meaning }) => meaning.cue === "unsure"))
    return { names: withoutOptions(meant, tokens, lexicon), told: [] };
  const shared = meant.map(servicesOf).filter((ids) => ids.length > 1);
  if (shared.length > MOST_SHARED) return { names: meant, told: [] };
  const traits = traitsAmong(new Set(shared.flat()), tokens, lexicon);
  const found = meant.flatMap((name) => described(name, meant, spans, tokens, traits, lexicon) ?? []);
  if (found.length === 0) return { names: meant, told: [] };
  const left = meant.filter((span) => !found.some((it) => isOnlyDescribing(span, it, tokens)));
  const names = left.map((span) => {
    // "The gateway with the WAF in front of web servers": the WAF is that gateway's.
    const it = found.find(({ name }) => name === span) ?? found.find(({ service }) => shares(span, service));
    return it ? withService(span, it.service) : span;
  });
  return { names, told: found.flatMap(({ places }) => places) };
}

/** Each is compared with all that is said; a text with more of them is pasted. */
const MOST_SHARED = 16;

/** "Some SQL, database or MI, no idea which": of the options only those are names that are all that is named. */
function withoutOptions(meant: readonly NameSpan[], tokens: readonly Token[], lexicon: Lexicon): readonly NameSpan[] {
  return meant.filter((span) => {
    const [id, ...others] = servicesOf(span);
    const isOption = id !== undefined && others.length === 0 && (isOneOfTwo(span, tokens) || isAgainst(span, tokens));
    const all = id === undefined ? [] : [id, ...(lexicon.families.get(id) ?? [])];
    return !(isOption && meant.some((other) => all.some((one) => shares(other, one))));
  });
}

/** "Azure SQL and managed instance", "of Azure SQL, of managed instance". */
function areTwo(name: NameSpan, own: NameSpan, tokens: readonly Token[]): boolean {
  // "A VM with SQL Server or SQL Database" has the server on the VM.
  if (tokens[name.end - 1]?.canonical === "server") return false;
  const before = wordAt(name.start - 1, tokens);
  const isRepeated = own.start - name.end === 1 && tokens[own.start - 1]?.word === before;
  const isNext = isRepeated && REPEATED.has(before) && tokens[name.end]?.pause === "comma";
  return isNext || joinedBy(name, own, tokens) === "word";
}

const REPEATED = anyOf(DETERMINERS, PREPOSITIONS_OF_BELONGING, "with from");

/** "VMs with ASR, SQL DB in a failover group, vault": an item of a list, parted from the means by another service. */
function isItemBehindOthers(
  { start, end }: NameSpan,
  own: NameSpan,
  meant: readonly NameSpan[],
  tokens: readonly Token[],
): boolean {
  const isItem = tokens[start]?.pause === "comma" && endsThought(end, tokens);
  const isBetween = (span: NameSpan) => span.name.kind === "service" && span.start >= own.end && span.end <= start;
  return isItem && meant.some(isBetween);
}

/** "Managed instance vs database, or whatever SQL it is" */
function isAgainst({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  return [tokens[start - 1], tokens[end]].some((token) => LIST_CONJUNCTIONS.has(token?.word ?? ""));
}

/** By a name of its own ("the vault with the restore points"), or by what is said of it; nothing where several fit. */
function described(
  name: NameSpan,
  meant: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
  traits: ReturnType<typeof traitsAmong>,
  lexicon: Lexicon,
): Described | undefined {
  const services = servicesOf(name);
  if (services.length < 2) return undefined;
  const own = meant.filter((span) => servicesOf(span).length === 1 && servicesOf(span).some((id) => shares(name, id)));
  const [service, ...more] = new Set(own.flatMap(servicesOf));
  if (service !== undefined) {
    const isClear = more.length === 0 && !own.some((span) => isOneOfTwo(span, tokens));
    // "Azure SQL and managed instance" are two.
    const isName = name.name.kind === "service" && !name.name.generic && !name.name.ordinary;
    const isListed = isName && own.some((span) => areTwo(name, span, tokens));
    const [other, ...others] = services.filter((id) => id !== service);
    const isParted = lexicon.means.has(service) && own.every((span) => isItemBehindOthers(name, span, meant, tokens));
    const left = isParted || (isListed && others.length === 0) ? other : service;
    return (isClear || isListed) && left !== undefined ? { name, service: left, places: [] } : undefined;
  }
  const fitting = services
    .map((id) => ({ name, service: id, places: placesOf(traits.get(id) ?? [], name, spans, tokens) }))
    .filter(({ places }) => places.length > 0);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function shares(span: NameSpan, service: string): boolean {
  return servicesOf(span).length > 1 && servicesOf(span).includes(service);
}

function withService(span: NameSpan, service: string): NameSpan {
  return span.name.kind === "service" ? { ...span, name: { ...span.name, services: [service] } } : span;
}

/** "The gateway that terminates TLS for the website": the website tells which gateway, and is not asked about. */
function isOnlyDescribing(span: NameSpan, { name, places }: Described, tokens: readonly Token[]): boolean {
  const isTrait = places.some(({ start, end }) => start < span.end && span.start < end);
  const isSameThought = startOfClause(span.start, tokens) <= name.start && name.end <= span.start;
  return isTrait && isSameThought && joinedBy(name, span, tokens) === null;
}
