/**
 * What the learnt weights go by: the words of a message with all names taken out, each word with the one before it, the
 * signs that were found, and how many names there are. Which service is named does not count, so what is learnt of one
 * service holds for all.
 */
import type { ConversationContext } from "./context";
import type { Meaning } from "./meaning";
import type { NameSpan } from "./name-span";
import type { Parts } from "./parts";

/** A message as the weights see it. */
export type Features = {
  readonly all: readonly string[];
  /** How many services and regions are named, 0 to 2 (two or more) each; counts anew beside the turn before. */
  readonly counts: string;
};

type Item = { readonly word: string; readonly afterBreak: boolean };

export function featuresOf({ tokens, spans, names: { chosen } }: Parts): Features {
  const items = withoutNames(tokens, chosen);
  const said = items.flatMap(({ word, afterBreak }, i) => [
    `word ${word}`,
    `pair ${items[i - 1]?.word ?? "^"} ${afterBreak ? "| " : ""}${word}`,
  ]);
  const signs = spans.flatMap(({ meanings }) => meanings.flatMap(signOf));
  const strange = tokens.filter((token) => token.strange).length;
  const length = `length ${Math.min(LONGEST, Math.floor(items.length / 5))}`;
  const { counts, features } = counted(chosen);
  return { all: [...new Set([...said, ...signs, ...features, length, `strange ${Math.min(strange, 4)}`])], counts };
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

/** "is Event Grid in Doha safe" is "is <service> in <region> safe". */
function withoutNames(tokens: Parts["tokens"], chosen: readonly NameSpan[]): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const name = chosen.find(({ start }) => start === at);
    const { canonical = "", breakBefore: afterBreak = false } = tokens[at] ?? {};
    items.push({ word: name ? placeholder(name) : canonical, afterBreak });
    at = Math.max(name?.end ?? 0, at + 1);
  }
  return items;
}

function placeholder({ name }: NameSpan): string {
  if (name.kind !== "service") return `<${name.kind}>`;
  return name.services.length > 1 ? "<shared>" : "<service>";
}

function signOf(meaning: Meaning): string[] {
  switch (meaning.kind) {
    case "cue":
      return [`sign ${meaning.cue}`];
    case "topic":
      return [`sign ${meaning.topic}`];
    case "other-topic":
      return [meaning.service === null ? "sign other" : "sign other of one"];
    case "concept":
    case "everyday":
    case "area":
      return [`sign ${meaning.kind}`];
    default:
      return [];
  }
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
