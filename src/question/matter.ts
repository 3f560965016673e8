/** What a message asks of its subject, and whether it asks about something else: a price, code, how it is set up. */
import { wordSet } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import { withoutAsides, withoutRefusals } from "./asides";
import { cuesOf } from "./cues";
import { describing } from "./described";
import type { Lexicon } from "./lexicon";
import type { Parts } from "./parts";
import type { Candidate, Query } from "./query";
import { asksForASize } from "./sizes";
import { hasAny, withKind } from "./spans";
import type { Span } from "./spot";
import { countUnknown } from "./strange-words";
import type { Token } from "./tokens";
import { asReplicas, topicsOf } from "./topics";
import { tellsOfItsUse } from "./used-for";
import { isOnALoss, withoutWeakSigns } from "./weak-signs";

/** What a message may be about. */
export type Subject = Pick<Query, "services" | "unclear" | "topics" | "guesses"> & { readonly isNamed: boolean };

export type Matter = Pick<Query, "topics" | "cues" | "otherTopic" | "isOfItsUse" | "unknownWords">;

/** How many services are named, and whether a region is. */
type Count = { readonly services: number; readonly place: boolean };

export function matterOf(parts: Parts, subject: Subject, lexicon: Lexicon): Matter {
  const { tokens, spans, names, tiers } = parts;
  const count = { services: subject.services.length + subject.unclear.length, place: names.regions.length > 0 };
  const told = names.denied.length > 0 ? withoutRefusals(withoutTold(parts)) : withoutTold(parts);
  const asked = withoutAsides(told, count, tokens);
  const otherTopic = isOnAnother(asked, subject, count, tokens) || (subject.isNamed && isOnASize(parts));
  // "M10" alone says which size the service of before has.
  const known = tiers.places.size > 0 ? new Set([...names.told, ...tiers.places]) : names.told;
  const unknownWords = countUnknown(tokens, spans, lexicon, { guessing: !subject.isNamed, told: known });
  const { topics: named, cues } = said(parts, subject, { isElsewhere: otherTopic, unknownWords }, lexicon);
  const services = subject.services.map(({ service }) => service);
  const topics = asReplicas(named, services, tokens, lexicon);

  const others = withKind(asked, "other-topic").map(({ span }) => span);
  const isOfItsUse = tellsOfItsUse(others, spans, tokens, lexicon);
  return { topics, cues, otherTopic, isOfItsUse, unknownWords };
}

/** Beside another matter some words of ours say nothing, where a service is named. */
function said(
  { tokens, names, signs }: Parts,
  { topics, isNamed }: Subject,
  { isElsewhere, unknownWords }: { readonly isElsewhere: boolean; readonly unknownWords: number },
  lexicon: Lexicon,
): { readonly topics: Query["topics"]; readonly cues: ReadonlySet<Cue> } {
  if (!isNamed) return { topics, cues: cuesOf(signs, names.places, tokens, lexicon) };
  const isPlaced = names.regions.length > 0;
  const telling = withoutWeakSigns(signs, tokens, { isElsewhere, isPlaced, unknown: unknownWords });
  const cues = cuesOf(telling, names.places, tokens, lexicon);
  if (telling.length === signs.length) return { topics, cues };
  const firm = topicsOf(telling, tokens);
  const weak = topicsOf(signs, tokens).filter((topic) => !firm.includes(topic));
  return { topics: topics.filter((topic) => !weak.includes(topic)), cues };
}

function isOnASize({ tokens, signs }: Parts): boolean {
  return asksForASize(tokens, (at) =>
    signs.some(({ start, end, meanings }) => start <= at && at < end && meanings.some(isOnALoss)),
  );
}

/** "Connection limit" is no matter of ours, whichever service has one; a single word counts only with its own service. */
function isOnAnother(
  asked: readonly Span[],
  { services, unclear, guesses }: Subject,
  named: Count,
  tokens: readonly Token[],
): boolean {
  const topics = withKind(asked, "other-topic");
  const candidates = [...services, ...unclear.flat(), ...guesses];
  // "Unity Catalog metastore lost" is about the loss, "message lock lost" is not.
  const isTopics = (at: number) => topics.some(({ span }) => span.start <= at && at < span.end);
  const isLost = tokens.some(({ word }, at) => LOST.has(word) && !isTopics(at));
  // Of several services in a place a part tells what they are made of: "AVS with ANF datastores, Spain Central".
  const isDesign = named.services > 1 && named.place;
  const isOfAny = ({ start, end }: Span) => named.services === 1 && end - start > 1;
  return topics.some(({ span, meaning: { service } }) =>
    service === null
      ? !isCountOfTheLost(span, tokens)
      : !isLost && !isDesign && (isAmong(service, candidates) || isOfAny(span)),
  );
}

/** "How many messages do we lose" is about the loss, "how many messages can it take" about a limit. */
function isCountOfTheLost({ start }: Span, tokens: readonly Token[]): boolean {
  const isCount = tokens[start]?.word === "how" && tokens[start + 1]?.word === "many";
  return isCount && tokens.some(({ word }) => LOSES.has(word));
}

const LOSES = wordSet(
  "lose losing loss lost gone missing die dead disappear vanish destroyed down outage fails failed survive survives",
);

const LOST: ReadonlySet<string> = new Set(["lost", "gone", "destroyed", "burned", "burnt"]);

/** "The cluster with the Helm charts, Doha gone": what tells which service is meant in a place is not asked about. */
function withoutTold({ signs, names, spans, tokens }: Parts): readonly Span[] {
  return names.regions.length === 0
    ? signs
    : withoutWords(signs, new Set([...names.told, ...describing(spans, tokens)]));
}

export function withoutWords(signs: readonly Span[], words: ReadonlySet<number>): readonly Span[] {
  return words.size === 0 ? signs : signs.filter((sign) => !hasAny(words, sign));
}

function isAmong(id: string, services: readonly Candidate[]): boolean {
  return services.some(({ service }) => service === id);
}
