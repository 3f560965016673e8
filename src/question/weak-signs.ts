/** Words of ours that hardly say what is asked: the replicas of a deployment, how long a name may be. */
import { wordSet } from "../knowledge/normalise";
import { type Meaning, saysWhatIsAsked } from "./meaning";
import type { Span } from "./spot";
import { endsThought, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";

type Circumstances = {
  /** Another matter is named. */
  readonly isElsewhere: boolean;
  readonly isPlaced: boolean;
  /** Words that nothing recognised. */
  readonly unknown: number;
};

/**
 * Such words count for nothing where another matter is named and no more is said on regions: "the HPA puts the replicas
 * back to 3".
 */
export function withoutWeakSigns(
  signs: readonly Span[],
  tokens: readonly Token[],
  { isElsewhere, isPlaced, unknown }: Circumstances,
): readonly Span[] {
  const own = isElsewhere ? withoutBareRegion(signs, tokens) : signs;
  if (isPlaced || (!isElsewhere && unknown === 0)) return own;
  const rest = own.filter((sign) => !isWeak(sign, weakHere(isElsewhere, unknown), tokens));
  return rest.some(isFirm) ? own : rest;
}

function weakHere(isElsewhere: boolean, unknown: number): ReadonlySet<string> {
  if (isElsewhere) return new Set([...WEAK, ...BESIDE_ANOTHER]);
  return unknown >= STRANGE_WORDS ? WEAK : SPANS_OF_TIME;
}

/** "The span port of a network tap": so many words that we don't know are another matter. */
const STRANGE_WORDS = 2;

/** "The vacuum of a delta table by region": beside another matter "region" alone says nothing, if nothing happens to it. */
function withoutBareRegion(signs: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  const isBare = (sign: Span) => sign.end - sign.start === 1 && tokens[sign.start]?.canonical === "region";
  const isOfOurs = ({ start, end }: Span) =>
    tokens.length <= SHORT || OF_REGIONS.has(wordAt(start - 1, tokens)) || HAPPENS_TO.has(wordAt(end, tokens));
  const bare = signs.filter((sign) => isBare(sign) && sign.meanings.every(saysWhatIsAsked));
  const rest = signs.filter((sign) => !bare.includes(sign));
  const happens = rest.some(
    (sign) => isFirm(sign) || sign.meanings.some((it) => it.kind === "cue" && HAPPENS.has(it.cue)),
  );
  return happens || bare.some(isOfOurs) ? signs : rest;
}

/** So short a message has no room for more: "RedisJSON Managed Redis region". */
const SHORT = 5;
const HAPPENS: ReadonlySet<string> = new Set(
  "perhaps-region-loss said-of-a-region works worthless each zones second-region same-place whereto switching".split(
    " ",
  ),
);
const HAPPENS_TO = wordSet("out off away over lost stops");
/** "In one region", "a different region". */
const OF_REGIONS: ReadonlySet<string> = new Set(
  "one single sole any another other second different two three both which same home primary azure own each every several more vs to into with".split(
    " ",
  ),
);

function isWeak(sign: Span, weak: ReadonlySet<string>, tokens: readonly Token[]): boolean {
  const phrase = wordsBetween(sign.start, sign.end, tokens);
  // "Bot Service. Regional?"
  if (tokens[sign.start]?.breakBefore && endsThought(sign.end, tokens)) return false;
  const isPlain = !MAKES_IT_OURS.has(wordAt(sign.start - 1, tokens)) && sign.meanings.every(saysWhatIsAsked);
  return isPlain && weak.has(phrase.join(" "));
}

function isFirm({ meanings }: Span): boolean {
  return meanings.some(
    (it) => it.kind === "topic" || it.kind === "concept" || (it.kind === "cue" && ON_REGIONS.has(it.cue)),
  );
}

export function isOnALoss(meaning: Meaning): boolean {
  return meaning.kind === "topic" || (meaning.kind === "cue" && ON_A_LOSS.has(meaning.cue));
}

const SPANS_OF_TIME: ReadonlySet<string> = new Set(["how long", "how fast", "how quickly"]);
/** Words that other matters have as well. */
const WEAK: ReadonlySet<string> = new Set([
  ...SPANS_OF_TIME,
  "by hand",
  ...wordSet(
    "replica copy twin snapshot promote promotion lag follower downtime sync secondary primary regional fallback",
  ),
  ...wordSet("mirror mirroring span stretch counterpart partner orphan solo standalone flood sibling buddy"),
]);
/** "My list of things to recover" */
const BESIDE_ANOTHER = wordSet("recover recovered recovery distribute distributed standby");
const ON_REGIONS: ReadonlySet<string> = new Set(["region-loss", "regions", "paired", "nonpaired", "needs"]);
const ON_A_LOSS: ReadonlySet<string> = new Set([...ON_REGIONS, "perhaps-region-loss"]);
/** "A single copy", "a second replica". */
const MAKES_IT_OURS = wordSet("single second another other extra spare remote only");
