/** Words that tell of something else: the more of them, the less a message is about regions. */
import { CHOICE_CUES } from "../knowledge/cues";
import type { Cue } from "../knowledge/schema";
import type { Lexicon } from "./lexicon";
import { placesOf, withKind } from "./spans";
import type { Span } from "./spot";
import { endOfThought } from "./thoughts";
import type { Token } from "./tokens";

type Circumstances = {
  /** Whether no service is named, so that a word of a name may mean one. */
  readonly guessing: boolean;
  /** Words that tell which service is meant. */
  readonly told: ReadonlySet<number>;
};

/** @returns how many there are */
export function countUnknown(
  tokens: readonly Token[],
  spans: readonly Span[],
  lexicon: Lexicon,
  { guessing, told }: Circumstances,
): number {
  const telling = spans.filter(({ meanings }) => !meanings.every((it) => it.kind === "cue" && BESIDE.has(it.cue)));
  const covered = placesOf(telling);
  const aside = asides(tokens, spans);
  return tokens.filter((token, i) => {
    if (covered.has(i) || told.has(i) || aside.has(i) || token.word.length <= 2 || lexicon.isNearStopWord(token.word))
      return false;
    if (NUMBER.test(token.word)) return false;
    return !(guessing && lexicon.names.has(token.canonical));
  }).length;
}

/** Words for people and kinds of services are no word on regions, nor is what tells which of the names is meant. */
const BESIDE: ReadonlySet<Cue> = new Set(["people", "kind", ...CHOICE_CUES]);

/** "4000 trucks" says nothing, "503" is an error. */
const NUMBER = /^(?![45]\d\d$)\d+$/;

/** "App Configuration, not the App Service settings": what is said of a denied service is not asked about. */
function asides(tokens: readonly Token[], spans: readonly Span[]): ReadonlySet<number> {
  const denials = withKind(spans, "cue").filter(({ meaning: { cue } }) => cue === "not" || cue === "rather-than");
  if (denials.length === 0) return placesOf([]);
  const services = withKind(spans, "service");
  const thoughts = denials.map(({ span: { start } }) => ({ start, end: endOfThought(start, tokens) }));
  const isOfAService = ({ start, end }: Pick<Span, "start" | "end">) =>
    tokens[start]?.breakBefore === true && services.some(({ span }) => start < span.start && span.start < end);
  return placesOf(thoughts.filter(isOfAService));
}
