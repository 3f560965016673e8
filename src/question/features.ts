/**
 * What the learnt weights go by to tell the kind of reply: each word with the one before it, the signs that were found,
 * what stands between names, and how many names there are.
 */
import type { ConversationContext } from "./context";
import { type Item, marked, type Seen, stretchOf } from "./items";
import type { NameSpan } from "./name-span";
import type { Parts } from "./parts";

/** A message as the weights see it. */
export type Features = {
  /** Some may come twice, and count once. */
  readonly all: readonly string[];
  /** How many services and regions are named, 0 to 2 (two or more) each; counts anew beside the turn before. */
  readonly counts: string;
};

export function featuresOf(parts: Pick<Parts, "tokens" | "names">, { items, signs }: Seen): Features {
  const words = items.map(({ word }) => `word ${word}`);
  const pairs = items.map((item, i) => `pair ${items[i - 1]?.word ?? "^"} ${marked(item)}`);
  const strange = parts.tokens.filter((token) => token.strange).length;
  const sizes = [`length ${Math.min(LONGEST, Math.floor(items.length / 5))}`, `strange ${Math.min(strange, 4)}`];
  const { counts, features } = counted(parts.names.chosen);
  const all = [...words, ...pairs, ...ends(items), ...signs, ...between(items), ...features, ...sizes];
  return { all, counts };
}

/** How it begins and ends: "which …", "… please". */
function ends(items: readonly Item[]): string[] {
  const [one = "", two = "", three = ""] = items.map(({ word }) => word);
  return [`first ${one}`, `first ${one} ${two} ${three}`, `last ${items.at(-1)?.word ?? ""}`];
}

const LONGEST = 6;

/** What the turn before adds: a word or two that go on with a plan would be nothing by themselves. */
export function featuresBefore(context: ConversationContext | undefined, counts: string): string[] {
  const before = kindBefore(context);
  return [`before ${before}`, `before ${before} ${counts}`];
}

function kindBefore(context: ConversationContext | undefined): string {
  if (!context) return "nothing";
  const { services, catalog, aboutRegions, choices, subject } = context;
  if (catalog !== null) return "catalog";
  if (services.length > 0) return services.length > 1 ? "plan" : "answer";
  if (aboutRegions) return "region";
  return choices.length > 0 ? "disambiguate" : subject !== null ? "concept" : "other";
}

/** What stands from one service to the next: "and", or ", not". A name that comes again is no other service. */
function between(items: readonly Item[]): string[] {
  const isNew = ({ name }: Item, at: number) =>
    name?.sort === "service" && items.findIndex((item) => item.name?.key === name.key) === at;
  const firsts = items.flatMap((item, i) => (isNew(item, i) ? [i] : []));
  return firsts.slice(1).flatMap((at, i) => {
    const stretch = items.slice((firsts[i] ?? 0) + 1, at);
    const isParted = items.slice((firsts[i] ?? 0) + 1, at + 1).some(({ endsBefore }) => endsBefore);
    const words = stretch.map(({ word }) => `among ${word}`);
    return [`between ${i} ${stretchOf(stretch, items[at])}`, `parted ${isParted}`, ...words];
  });
}

function counted(chosen: readonly NameSpan[]): { readonly counts: string; readonly features: string[] } {
  const services = new Set(chosen.flatMap(({ name }) => (name.kind === "service" ? [name.services.join()] : []))).size;
  const regions = new Set(chosen.flatMap(({ name }) => (name.kind === "region" ? name.regions : []))).size;
  const others = chosen.filter(({ name }) => name.kind === "other-product").length;
  const isShared = chosen.some(({ name }) => name.kind === "service" && name.services.length > 1);
  const counts = `${Math.min(services, 2)}${Math.min(regions, 2)}`;
  const features = [
    `services ${Math.min(services, 3)}`,
    `regions ${Math.min(regions, 3)}`,
    `others ${Math.min(others, 2)}`,
    `counts ${counts} ${others > 0}`,
    ...(isShared ? ["shared"] : []),
  ];
  return { counts, features };
}
