/** A message with its names taken out: what is learnt of one service holds for all. */
import type { Meaning } from "./meaning";
import type { NameSpan } from "./name-span";
import type { Parts } from "./parts";
import type { Span } from "./spot";

/** A word, or a whole name. */
export type Item = {
  /** In its canonical form; of a name "<service>", "<shared>", "<region>" or "<other-product>". */
  readonly word: string;
  readonly afterBreak: boolean;
  /** A sentence ended before it. */
  readonly endsBefore: boolean;
  /** What a name stands for; other products are none of ours. */
  readonly name: { readonly sort: Sort; readonly ids: readonly string[]; readonly key: string } | null;
};

export type Sort = "service" | "region";

/** What the weights go by. */
export type Seen = { readonly items: readonly Item[]; readonly signs: readonly string[] };

export function seenIn(parts: Pick<Parts, "tokens" | "spans" | "names">): Seen {
  return { items: itemsOf(parts), signs: signsOf(parts.spans) };
}

/** "is Event Grid in Doha safe" is "is <service> in <region> safe". */
function itemsOf({ tokens, names: { chosen } }: Pick<Parts, "tokens" | "names">): Item[] {
  const names = new Map(chosen.map((name) => [name.start, name]));
  const items: Item[] = [];
  let end = 0;
  tokens.forEach(({ canonical, breakBefore: afterBreak, pause }, at) => {
    if (at < end) return;
    const name = names.get(at);
    const word = name ? placeholder(name) : canonical;
    items.push({ word, afterBreak, endsBefore: pause === "end", name: name ? meantBy(name) : null });
    end = name?.end ?? 0;
  });
  return items;
}

function meantBy({ name }: NameSpan): Item["name"] {
  if (name.kind === "other-product") return null;
  const ids = name.kind === "service" ? name.services : name.regions;
  return { sort: name.kind, ids, key: ids.join() };
}

function placeholder({ name }: NameSpan): string {
  if (name.kind !== "service") return `<${name.kind}>`;
  return name.services.length > 1 ? "<shared>" : "<service>";
}

/** The item with a mark where a thought ended before it: "| the". */
export function marked({ word, afterBreak }: Item): string {
  return afterBreak ? `| ${word}` : word;
}

/** Words between two names; what is further apart is no phrase any more. */
const FAR = 3;

/** "and", "| not", "far" */
export function stretchOf(between: readonly Item[], next: Item | undefined): string {
  const words = between.length > FAR ? "far" : between.map(marked).join(" ");
  return next?.afterBreak ? `${words} |` : words;
}

/** What was found besides names, as features: "sign failover". */
function signsOf(spans: readonly Span[]): string[] {
  const signs = new Set<string>();
  for (const { meanings } of spans) {
    for (const meaning of meanings) {
      const sign = signOf(meaning);
      if (sign !== null) signs.add(sign);
    }
  }
  return [...signs];
}

function signOf(meaning: Meaning): string | null {
  switch (meaning.kind) {
    case "cue":
      return `sign ${meaning.cue}`;
    case "topic":
      return `sign ${meaning.topic}`;
    case "other-topic":
      return meaning.service === null ? "sign other" : "sign other of one";
    case "concept":
    case "everyday":
    case "area":
      return `sign ${meaning.kind}`;
    default:
      return null;
  }
}
