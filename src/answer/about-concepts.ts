/** General questions: on pairs, on redundancy, on a way to survive that no service is named for. */
import type { Index } from "../knowledge/indexed";
import type { Concept, Region, Sign, Topic } from "../knowledge/schema";
import type { Query } from "../question/query";
import type { Answer, PairAndItsPair } from "./answer";
import { inGeographyOf } from "./geography";
import { askBack, common, regionsOf } from "./outcomes";
import { STRANGE_WORDS, STRANGE_WORDS_ON_REGIONS, WAY_OF_FEW } from "./thresholds";

/** "Failover groups, forced: how much do we lose": which of the two that have them is meant. */
export function aboutWayOfFew(query: Query, index: Index): Answer | null {
  if (query.otherTopic || query.unknownWords > STRANGE_WORDS) return null;
  if (query.concepts.some((id) => index.concept(id)?.general === false)) return null;
  const having = (topic: Topic) =>
    index.knowledge.services.filter(({ capabilities }) => capabilities.some(({ topics }) => topics.includes(topic)));
  const few = query.topics.map(having).find(({ length }) => length === 2);
  return few
    ? askBack(
        few.map(({ id }) => ({ service: id, confidence: WAY_OF_FEW })),
        query,
        index,
      )
    : null;
}

/** "The difference between geo-replication and geo-DR in messaging" is not about one of the services for messaging. */
export function asksInGeneral({ generic, cues, regions }: Query): boolean {
  return generic && regions.length === 0 && (cues.has("compare") || cues.has("define"));
}

/** A general question; a region beside it makes it a question on that region, unless the subject is a technique. */
export function aboutConcept(query: Query, index: Index): Answer | null {
  const concepts = query.concepts.flatMap((id) => index.concept(id) ?? []);
  const concept =
    (asksWhoPairs(query) ? bySigns(query, index, 2) : undefined) ??
    concepts.find(({ general }) => !general) ??
    bySigns(query, index, 2) ??
    generalOf(concepts, query, index);
  if (!concept) return null;
  const aboutPairs = concept.topics.length === 0;
  // "Where would things fail over to from Doha" asks for its pair.
  const asksWhither = query.cues.has("whereto") && concept.id === FAILOVER;
  if (query.regions.length > 0 && (aboutPairs || asksWhither)) return null;
  return conceptAnswer(concept, 1, query, index);
}

const FAILOVER = "who-fails-over";

/** "Who decides which regions are paired, us or Microsoft": nothing fails over. */
function asksWhoPairs({ cues }: Query): boolean {
  return cues.has("who-chose") && cues.has("paired");
}

/** "A non-pair region" has the words of "pair region" in it, but says the contrary. */
function generalOf([first]: readonly Concept[], query: Query, index: Index): Concept | undefined {
  return first && (bySigns(query, index, 1) ?? first);
}

/** The concept with the largest set of signs that the message has whole. */
function bySigns({ cues, topics }: Query, index: Index, least: number): Concept | undefined {
  const has = (sign: Sign) => topics.some((topic) => topic === sign) || [...cues].some((cue) => cue === sign);
  const sizeOf = ({ signs }: Concept) => Math.max(0, ...signs.filter((set) => set.every(has)).map((set) => set.length));
  const fitting = index.knowledge.concepts.filter((concept) => sizeOf(concept) >= least);
  return fitting.sort((a, b) => sizeOf(b) - sizeOf(a))[0];
}

/** "failover" or "no pair" alone: the general answer on it, unless the words around it are about something else. */
export function aboutTopic(query: Query, index: Index): Answer | null {
  const { cues } = query;
  // "Everyone says 'the pair' in reviews. What do they mean?"
  const asksTheMeaning = cues.has("define") && (cues.has("paired") || cues.has("nonpaired"));
  const isOnRegions = query.topics.length > 1 || cues.has("regions") || asksTheMeaning;
  if (query.otherTopic || query.unknownWords > (isOnRegions ? STRANGE_WORDS_ON_REGIONS : 1)) return null;
  const isOnPairs = query.cues.has("nonpaired") || query.cues.has("must");
  const bySign = bySigns(query, index, 1);
  const concept = (isOnPairs ? bySign : undefined) ?? byTopics(query, index) ?? bySign;
  return concept ? conceptAnswer(concept, 0.7, query, index) : null;
}

/** The concept that covers most of the topics; of several the one of the first topic. */
function byTopics({ topics: asked }: Query, index: Index): Concept | undefined {
  const covered = ({ topics }: Concept) => asked.filter((topic) => topics.includes(topic)).length;
  const first = ({ topics }: Concept) => (asked[0] !== undefined && topics.includes(asked[0]) ? 1 : 0);
  const fitting = index.knowledge.concepts.filter((concept) => covered(concept) > 0);
  return fitting.sort((a, b) => covered(b) - covered(a) || first(b) - first(a))[0];
}

export function conceptAnswer(concept: Concept, confidence: number, query: Query, index: Index): Answer {
  const related = concept.related.flatMap((id) => index.concept(id) ?? []);
  const pairs = regionsOf(query, index).map((region) => pairOf(region, index));
  return { kind: "concept", concept, related, pairs, ...common(confidence, [], query, index) };
}

function pairOf(region: Region, index: Index): PairAndItsPair {
  const pair = index.pairOf(region);
  const inGeography = inGeographyOf(region, index.knowledge.regions);
  return { region, pair, pairOfPair: pair && index.pairOf(pair), inGeography };
}
