/** What a service is there for, told beside the question: "Data Factory as well, it triggers the notebooks". */
import { wordSet } from "../knowledge/normalise";
import { startOfClause } from "./clauses";
import type { Lexicon } from "./lexicon";
import { isWithin, withKind } from "./spans";
import type { Span } from "./spot";
import { wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  FORMS_OF_BE,
  PREPOSITIONS_INSIDE,
  PREPOSITIONS_OF_MEANS,
  QUESTION_OPENINGS,
  RELATIVE_PRONOUNS,
  VERBS_OF_STANDING,
} from "./word-classes";

/**
 * Whether the other matters that a message names are but what its services hold or do ("a Stream Analytics job feeds it"),
 * or a part of what goes on ("which SKU do I need for that"). In a conversation nothing is asked about them then.
 * @param others where the other matters stand
 */
export function tellsOfItsUse(
  others: readonly Span[],
  spans: readonly Span[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): boolean {
  const services = withKind(spans, "service").map(({ span }) => span);
  const contents = withKind(spans, "cue").filter(({ meaning }) => meaning.cue === "contents");
  // A certificate may be held, a limit may not.
  const isThing = (other: Span) => contents.some(({ span }) => span.start < other.end && other.start < span.end);
  const isUse = (other: Span) =>
    services.some(
      (service) =>
        isWithin(other, service) ||
        isHeldIn(other, service, tokens, lexicon) ||
        isHeldBy(other, service, tokens, lexicon),
    ) && isThing(other);
  const goingOn = withKind(spans, "cue").flatMap(({ span, meaning }) => (meaning.cue === "go-on" ? [span] : []));
  const isBeside = (other: Span) =>
    goingOn.some((phrase) => isWithin(other, phrase)) ||
    isInARelative(other, services, tokens) ||
    (!isInAQuestion(other, tokens) && isUse(other));
  return others.length > 0 && others.every(isBeside);
}

function isInAQuestion({ start }: Span, tokens: readonly Token[]): boolean {
  return QUESTION_OPENINGS.has(wordAt(startOfClause(start, tokens), tokens));
}

/** "Data Explorer, where those dashboards get their data". */
function isInARelative(other: Span, services: readonly Span[], tokens: readonly Token[]): boolean {
  const clause = startOfClause(other.start, tokens);
  const isBehindAName = services.some(({ end }) => end === clause);
  return (
    isBehindAName && RELATIVE_PRONOUNS.has(wordAt(clause, tokens)) && !QUESTION_OPENINGS.has(wordAt(clause + 1, tokens))
  );
}

/** "The certificates are in Key Vault", "our notebooks run on Databricks". */
function isHeldIn(other: Span, service: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const between = tokens.slice(other.end, service.start);
  const isOneThought = ![...between, tokens[service.start]].some((token) => token?.breakBefore);
  const said = between.map(({ word }) => word).filter((word) => !lexicon.isFiller(word) || IN.has(word));
  const isIn = IN.has(said.at(-1) ?? "") && said.some((word) => IS.has(word));
  return isOneThought && isIn && said.length <= WORDS_OF_A_PLACE;
}

/** "Key Vault for our certificates", "Data Factory as well, it triggers the notebooks", "Batch, which runs the jobs". */
function isHeldBy(other: Span, service: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const between = wordsBetween(service.end, other.start, tokens);
  const at = between.findLastIndex((word) => HOLDS.has(word));
  const rest = between.slice(at + 1);
  const strange = rest.filter((word) => !lexicon.isStopWord(word));
  return at >= 0 && rest.length <= WORDS_OF_A_PLACE && strange.length <= 1;
}

/** "are all kept in". */
const WORDS_OF_A_PLACE = 4;
const IN = anyOf(PREPOSITIONS_INSIDE, PREPOSITIONS_OF_MEANS, "from at");
const IS = anyOf(FORMS_OF_BE, VERBS_OF_STANDING, "be come comes go goes get gets stay stays lie");
const HOLDS = wordSet(
  "for holds hold has have stores store keeps keep runs run triggers trigger starts start reads read writes write feeds feed calls call serves serve hosts host carries carry drives drive loads load handles handle contains contain delivers deliver sends send receives receive orchestrates caches queues does do",
);
