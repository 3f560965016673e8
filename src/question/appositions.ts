/** "AGC, the app gateway thing for containers": what explains a name in other words is no second one. */
import type { Lexicon } from "./lexicon";
import { type NameSpan, servicesOf } from "./name-span";
import type { Token } from "./tokens";

/** @param meant the names that the message means, in order */
export function withoutExplanations(
  meant: readonly NameSpan[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): readonly NameSpan[] {
  return meant.filter((span, i) => {
    const before = meant[i - 1];
    return !(before && explains(before, span, tokens) && areAkin(before, span, lexicon));
  });
}

/** Behind a comma or a bracket, and called a thing. */
function explains(name: NameSpan, { start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const opening = tokens[name.end];
  const isNext = opening?.breakBefore === true && opening.pause !== "end" && start === name.end + 1;
  return isNext && ARTICLES.has(opening.word) && THINGS.has(tokens[end]?.word ?? "") && !tokens[end]?.breakBefore;
}

const ARTICLES: ReadonlySet<string> = new Set(["the", "that", "this", "a", "an"]);
const THINGS: ReadonlySet<string> = new Set(
  "thing thingy stuff kind sort type one flavour flavor variant version edition product".split(" "),
);

/** Neighbours, or of names with a word in common. */
function areAkin(name: NameSpan, other: NameSpan, lexicon: Lexicon): boolean {
  const [[id], [otherId]] = [servicesOf(name), servicesOf(other)];
  if (id === undefined || otherId === undefined || id === otherId) return false;
  const areNeighbours = [lexicon.neighbours.get(id), lexicon.neighbours.get(otherId)].some(
    (ids) => ids?.includes(id) || ids?.includes(otherId),
  );
  const words = [...lexicon.nameWords(id)];
  return areNeighbours || words.some((word) => lexicon.nameWords(otherId).has(word));
}
