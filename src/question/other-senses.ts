/** Words of ours in another sense: the region of a table, the replicas of a deployment, how long a name may be. */
import { fold } from "../knowledge/normalise";
import type { Meaning } from "./meaning";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/** @returns the signs but for single words that name a thing of somebody's own: "the region column", "c.region" */
export function withoutNamesOfData(signs: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  const data = new Set(tokens.flatMap((token, at) => (isData(at, tokens) ? [token.canonical] : [])));
  if (data.size === 0) return signs;
  const isOne = ({ start, end }: Span) => end - start === 1 && data.has(tokens[start]?.canonical ?? "");
  return signs.filter((sign) => !(isOne(sign) && sign.meanings.every(isOurs)));
}

function isOurs({ kind }: Meaning): boolean {
  return kind === "cue" || kind === "topic";
}

/** "Field region", "the column called region", "region filter", "GROUP BY region", "sales per region". */
function isData(at: number, tokens: readonly Token[]): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.code) return true;
  if (token.canonical !== "region") return false;
  const after = tokens[at + 1];
  return isBehindAField(at, tokens) || (after?.breakBefore === false && HOLD_DATA.has(after.word));
}

function isBehindAField(at: number, tokens: readonly Token[]): boolean {
  const [first = "", second = "", third = ""] = [1, 2, 3].map((back) => tokens[at - back]?.word);
  const isAField = (word: string) => FIELDS.has(word) || FIGURES.has(word);
  if (isAField(first)) return true;
  if (!LEADS_TO_FIELD.has(first)) return false;
  return isAField(second) || ORDERS.has(second) || (LEADS_TO_FIELD.has(second) && ORDERS.has(third));
}

const asWords = (text: string): ReadonlySet<string> => new Set(text.split(" ").map(fold));

const FIELDS = asWords(
  "column field attribute property dimension slicer facet header label tag parameter param variable enum dropdown filter",
);
const HOLD_DATA = asWords(
  "column field attribute property dimension slicer facet header label tag parameter param variable enum dropdown filter code id key value",
);
const LEADS_TO_FIELD = asWords("called named is for on per by list equals as");
const ORDERS = asWords(
  "group grouped order ordered sort sorted partition partitioned index indexed split aggregate pivot",
);
const FIGURES = asWords("sales revenue turnover");

/**
 * Words that hardly say what is asked ("how long", "by hand", "a replica", "region" alone) count for nothing where another
 * matter is named and no more is said on regions: "the HPA puts the replicas back to 3".
 * @param isElsewhere whether another matter is named
 * @param unknown words that nothing recognised
 */
export function withoutWeakSigns(
  signs: readonly Span[],
  tokens: readonly Token[],
  { isElsewhere, isPlaced, unknown }: { isElsewhere: boolean; isPlaced: boolean; unknown: number },
): readonly Span[] {
  if (isPlaced || (!isElsewhere && unknown === 0)) return signs;
  const weak = isElsewhere ? WEAK : SPANS_OF_TIME;
  const isWeak = (sign: Span) =>
    weak.has(phraseOf(sign, tokens)) &&
    sign.meanings.every(isOurs) &&
    !MAKES_IT_OURS.has(tokens[sign.start - 1]?.word ?? "");
  const rest = signs.filter((sign) => !isWeak(sign));
  const says = (cues: ReadonlySet<string>) =>
    rest.some(({ meanings }) => meanings.some((it) => it.kind === "cue" && cues.has(it.cue)));
  const isOnATopic = rest.some(({ meanings }) => meanings.some(({ kind }) => kind === "topic" || kind === "concept"));
  return isOnATopic || says(ON_REGIONS) ? signs : rest;
}

function phraseOf({ start, end }: Span, tokens: readonly Token[]): string {
  return tokens
    .slice(start, end)
    .map(({ word }) => word)
    .join(" ");
}

const SPANS_OF_TIME: ReadonlySet<string> = new Set(["how long", "how fast", "how quickly"]);
const WEAK: ReadonlySet<string> = new Set([
  ...SPANS_OF_TIME,
  "by hand",
  "replica",
  "copy",
  "twin",
  "snapshot",
  "promote",
  "promotion",
  "lag",
  "follower",
  "downtime",
  "sync",
]);
const ON_REGIONS: ReadonlySet<string> = new Set(["region-loss", "regions", "paired", "nonpaired", "needs"]);
const ON_A_LOSS: ReadonlySet<string> = new Set([...ON_REGIONS, "perhaps-region-loss"]);

export function isOnALoss(meaning: Meaning): boolean {
  return meaning.kind === "topic" || (meaning.kind === "cue" && ON_A_LOSS.has(meaning.cue));
}

/** "A single copy", "a second replica". */
const MAKES_IT_OURS = asWords("single second another other extra spare remote only");
