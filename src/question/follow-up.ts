/** Whether a message goes on from the turn before. */
import type { ConversationContext } from "./context";
import {
  LONGEST_CONTINUATION,
  LONGEST_CORRECTION,
  LONGEST_ELLIPSIS,
  LONGEST_WITH_A_PRONOUN,
  LONGEST_WITHOUT_A_SUBJECT,
  SHORTEST_QUESTION,
} from "./lengths";
import { type Candidate, namesService, type Query } from "./query";

/** Half of a name or more. */
export const PART = 0.5;

/** Short, and it leaves something out that the turn before had. */
export function isFollowUp(query: Query, context: ConversationContext): boolean {
  const { cues } = query;
  const asksInGeneral = cues.has("list") && query.plural && !cues.has("whereto");
  // "What's the RPO then" asks on, "what is an RPO" in general.
  const refines = cues.has("pronoun") || cues.has("correction") || query.words.includes("then");
  const asksMeaning = cues.has("define") && (!refines || MEANING.some((word) => query.words.includes(word)));
  const general = asksInGeneral || (query.concepts.length > 0 && asksMeaning);
  const isContinued = goesOn(query);
  const isOnATopic = query.topics.length > 0 || query.concepts.length === 0;
  const isOpen = !namesService(query) && isOnATopic && query.regions.length === 0;
  const longest = isOpen ? LONGEST_WITHOUT_A_SUBJECT : LONGEST_ELLIPSIS;
  const mostWords = cues.has("correction") ? LONGEST_CORRECTION : LONGEST_CONTINUATION;
  const short = query.length <= (isContinued ? mostWords : longest);
  if (!general && isNextSubject(query, context)) return true;
  if (general || query.unknownWords > 1) return false;
  // "and what does it cost": the reply can name the service that was spoken of. "How is the weather" has nothing to do with it.
  const refersBack = cues.has("follow") || cues.has("pronoun") || query.unknownWords === 0;
  if (query.otherTopic) return short && refersBack && query.regions.length + query.services.length === 0;
  if (namesService(query)) {
    const refersTo = (isContinued || isCorrected(query, context)) && short;
    return isBareName(query) || refersTo || saysLikewise(query) || isOneOf(query, context);
  }
  if (isGuessed(query, context) && query.topics.length + query.regions.length === 0) return false;
  const aboutPairs = cues.has("paired") || cues.has("nonpaired");
  if (query.regions.length > 0) {
    // "Can I have a replica in West Europe" leaves out of what, "would that be better in West Europe" what.
    const isOpenEnd = query.topics.length > 0 || (cues.has("pronoun") && !cues.has("trait") && !cues.has("zones"));
    const isOnAWay = isOpenEnd && query.length <= LONGEST_CONTINUATION;
    return (short || isOnAWay || cues.has("follow")) && !aboutPairs && !context.aboutRegions;
  }
  const pointsBack = short || isContinued || (cues.has("pronoun") && query.length <= LONGEST_WITH_A_PRONOUN);
  // "Who flips it" and "who presses the button, us or Microsoft?" are no general questions.
  const isOnIt = cues.has("pronoun") && (query.concepts.length > 0 || cues.has("agent") || cues.has("switching"));
  const isOnWho = cues.has("agent") && query.concepts.length > 0;
  const onTopic = isOnIt || isOnWho || ON_TOPIC.some((cue) => cues.has(cue));
  return (query.topics.length > 0 || aboutPairs || onTopic) && pointsBack;
}

/** "Stream Analytics, that's the last piece", "NetApp volumes from that same spot": a name, and no other matter. */
function isNextSubject(query: Query, { services, regions }: ConversationContext): boolean {
  const isOpen = query.regions.length + query.topics.length + query.concepts.length + query.otherProducts.length === 0;
  const hasContext = services.length > 0 || regions.length > 0;
  const isElse = query.otherTopic || query.everyday || query.cues.has("define");
  return hasContext && namesService(query) && isOpen && !isElse && query.length <= LONGEST_ELLIPSIS;
}

export function goesOn({ cues }: Query): boolean {
  return cues.has("follow") || cues.has("correction");
}

/** "What does the RPO mean" */
const MEANING = ["mean", "stand", "definition", "define"] as const;

/** "Only SQL Database now, failover groups" after a plan, "object replication then?" after Blob Storage. */
function isOneOf({ services, regions, length }: Query, context: ConversationContext): boolean {
  const isAmong = services.length > 0 && services.every(({ service }) => context.services.includes(service));
  const longest = context.services.length > services.length ? LONGEST_CONTINUATION : SHORTEST_QUESTION;
  return isAmong && regions.length === 0 && length <= longest;
}

/** "Not ACI, the registry" after an answer on ACI. */
function isCorrected({ denied }: Query, { services, choices }: ConversationContext): boolean {
  return denied.some((id) => services.includes(id) || choices.includes(id));
}

/** "Can Notification Hubs do that too": what is asked stands in the turn before. */
function saysLikewise({ cues, topics, length }: Query): boolean {
  return cues.has("likewise") && topics.length === 0 && length <= LONGEST_CONTINUATION;
}

/** Half of the name of a service that was not spoken of: "are events copied" after Event Grid is not on Event Hubs. */
function isGuessed({ guesses }: Query, { services }: ConversationContext): boolean {
  const [best] = guesses;
  const isBest = ({ confidence }: Candidate) => confidence > NEARLY_BEST * (best?.confidence ?? 0);
  const isSpokenOf = guesses.some((guess) => isBest(guess) && services.includes(guess.service));
  return !isSpokenOf && (best?.confidence ?? 0) > PART;
}

const NEARLY_BEST = 0.75;

const ON_TOPIC = ["region-loss", "regions", "perhaps-region-loss", "nothing", "needs", "go-on", "contents"] as const;

/** "Cosmos DB?", "and Cosmos DB": a name and nothing else. */
function isBareName(query: Query): boolean {
  return query.regions.length === 0 && query.topics.length === 0 && query.unknownWords === 0 && query.length <= 5;
}
