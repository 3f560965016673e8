/** "AGC, the app gateway thing for containers": what explains a name in other words is no second one. */
import { wordSet } from "../knowledge/normalise";
import { isEnglish } from "./english";
import type { Lexicon } from "./lexicon";
import { type NameSpan, servicesOf } from "./name-span";
import { ONE } from "./the-one";
import type { Token } from "./tokens";

/**
 * Of a name and its explanation the one that says more is meant: "DNS, the private resolver".
 * @param meant the names that the message means, in order
 */
export function withoutExplanations(
  meant: readonly NameSpan[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const left = new Set(meant);
  const services = meant.filter(({ name }) => name.kind === "service");
  for (const [i, span] of services.entries()) {
    const before = services[i - 1];
    const [id, otherId] = [before && only(before), only(span)];
    if (!before || id === undefined || otherId === undefined || id === otherId) continue;
    const isOfAFamily = lexicon.families.get(otherId)?.includes(id) === true;
    if (!isOfAFamily && isTheKind(before, span, tokens) && areAkin(id, otherId, lexicon)) left.delete(before);
    if (!left.has(before) || !isOpeningBehind(before, span, tokens)) continue;
    const isWider = isPart(before, otherId, tokens, lexicon) && !isPart(span, id, tokens, lexicon);
    const isThing = isCalledAThing(span, tokens);
    if (isWider && (isThing || isOnePair(meant))) left.delete(before);
    else if (isThing && areAkin(id, otherId, lexicon)) left.delete(span);
  }
  return meant.filter((span) => left.has(span) && !(services.length > 1 && isOfItsAddress(span, tokens)));
}

/** "Tables (the storage account ones)", "queues, the storage account kind": the family only says which tables are meant. */
export function withoutTheirFamily(
  meant: readonly NameSpan[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  const isMember = (id: string, at: number) => {
    const before = meant.slice(0, at).findLast(({ name }) => name.kind === "service");
    const member = before && only(before);
    return member !== undefined && lexicon.families.get(id)?.includes(member) === true;
  };
  return meant.filter((span, at) => {
    const isWhich = ONE.has(tokens[span.end]?.word ?? "") && tokens[span.end]?.breakBefore === false;
    return !isWhich || !isMember(only(span) ?? "", at);
  });
}

/** "Must I change the DNS name", "besides the DNS zone": the address of another service. */
function isOfItsAddress({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  if (tokens[start]?.word !== "dns") return false;
  const last = tokens[end - 1];
  const isWhole = end - start > 1 && ADDRESSES.has(last?.word ?? "") && tokens[start - 1]?.word === "the";
  const next = tokens[end];
  return isWhole || (next !== undefined && !next.breakBefore && ADDRESSES.has(next.word));
}

const ADDRESSES = wordSet("name entry ttl suffix alias zone record label");

/** "the app gateway thing"; but "a Redis of the managed kind" is a Redis. */
function isCalledAThing({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const isOfAKind = tokens.slice(start, end).some(({ word }) => word === "of");
  return !isOfAKind && THINGS.has(tokens[end]?.word ?? "") && !tokens[end]?.breakBefore;
}

/** "File shares over SMB, the NetApp ones": ordinary words, and behind them which of these. */
function isTheKind(before: NameSpan, { start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const isOrdinary = tokens
    .slice(before.start, before.end)
    .every(({ raw, plain, word }) => raw === plain && isEnglish(word));
  const isWhich = ONE.has(tokens[end]?.word ?? "") && !tokens[end]?.breakBefore;
  const article = tokens[start - 1];
  const isOpening = article?.breakBefore === true && article.pause !== "end" && article.word === "the";
  return isOrdinary && isWhich && isOpening && start - before.end <= BEFORE_THE_KIND;
}

/** "over SMB in Milan, the". */
const BEFORE_THE_KIND = 5;

function only(span: NameSpan): string | undefined {
  const [id, ...others] = servicesOf(span);
  return others.length === 0 ? id : undefined;
}

/** Behind a comma or a bracket: ", the app gateway". */
function isOpeningBehind({ end }: NameSpan, { start }: NameSpan, tokens: readonly Token[]): boolean {
  const opening = tokens[end];
  const isOpen = opening?.breakBefore === true && opening.pause !== "end";
  const before = tokens.slice(end, start);
  return (
    isOpen &&
    before.length > 0 &&
    before.length <= BEFORE_AN_EXPLANATION &&
    before.every(({ word }) => ARTICLES.has(word))
  );
}

/** No list goes on behind it: "Key Vault, the managed HSM and ACR". */
function isOnePair(meant: readonly NameSpan[]): boolean {
  return new Set(meant.flatMap(servicesOf)).size === 2;
}

/** "DNS" is in the names of the DNS Private Resolver. */
function isPart({ start, end }: NameSpan, id: string, tokens: readonly Token[], lexicon: Lexicon): boolean {
  return tokens.slice(start, end).every(({ canonical }) => lexicon.nameWords(id).has(canonical));
}

/** "some kind of new". */
const BEFORE_AN_EXPLANATION = 4;
const ARTICLES: ReadonlySet<string> = new Set(
  "the that this a an new newer old some kind sort of our your azure other same".split(" "),
);
const THINGS = wordSet(
  "thing things thingy stuff kind sort type one ones flavour flavor variant version edition product",
);

/** Neighbours, or of names with a word in common. */
function areAkin(id: string, otherId: string, lexicon: Lexicon): boolean {
  const areNeighbours = [lexicon.neighbours.get(id), lexicon.neighbours.get(otherId)].some(
    (ids) => ids?.includes(id) || ids?.includes(otherId),
  );
  return areNeighbours || [...lexicon.nameWords(id)].some((word) => lexicon.nameWords(otherId).has(word));
}
