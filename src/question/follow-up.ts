/** Whether a message goes on from the turn before. */
import { wordSet } from "../knowledge/normalise";
import { isTierId } from "../knowledge/tiers";
import type { ConversationContext } from "./context";
import {
  LONGEST_CONTINUATION,
  LONGEST_CORRECTION,
  LONGEST_ELLIPSIS,
  LONGEST_ON_A_TOPIC,
  LONGEST_WITH_A_PRONOUN,
  LONGEST_WITHOUT_A_SUBJECT,
  SHORTEST_QUESTION,
} from "./lengths";
import { type Candidate, namesService, type Query } from "./query";
import { anyOf, FIRST_PERSON, FIRST_PERSON_POSSESSIVES, QUESTION_OPENINGS } from "./word-classes";

/** Half of a name or more. */
export const PART = 0.5;

/** What a message leaves unsaid is what it was in the turn before, unless it is a question of its own. */
export function isFollowUp(query: Query, context: ConversationContext): boolean {
  if (isGeneral(query)) return false;
  if (query.otherTopic) return asksElseOfIt(query);
  if (namesService(query)) return query.regions.length === 0 ? goesOnThere(query) : isSaidAgain(query, context);
  // "And Synapse?" is about a product that we know nothing of.
  if (query.otherProducts.length > 0 || query.unknownWords > roomWithoutAService(query)) return false;
  const isOpen = query.topics.length + query.regions.length === 0 && !query.cues.has("both");
  if (isOpen && isGuessed(query, context)) return false;
  return query.regions.length > 0 ? goesOnElsewhere(query, context) : asksOn(query);
}

/** "What's the RPO then" and "what do we have to expect as RPO" ask on, "what is an RPO" in general. */
export function isGeneral({ cues, words, plural, concepts, topics }: Query): boolean {
  // "In which regions could those be" asks where, "which services work there" for a list.
  const isOnThem = cues.has("pronoun") && cues.has("regions") && !cues.has("services") && !cues.has("nonpaired");
  const asksInGeneral = cues.has("list") && plural && !cues.has("whereto") && !isOnThem;
  const isOurs = topics.length > 0 && words.some((word) => OURS.has(word));
  const refines = cues.has("pronoun") || cues.has("correction") || words.includes("then") || isOurs;
  const asksMeaning = cues.has("define") && (!refines || MEANING.some((word) => words.includes(word)));
  const saysGeneral = words.includes("generally") && !cues.has("pronoun");
  return asksInGeneral || saysGeneral || (concepts.length > 0 && asksMeaning);
}

/** "What does the RPO mean" */
const MEANING = ["mean", "stand", "definition", "define"] as const;

/** "And what does it cost": the reply can name the service that was spoken of. "How is the weather" has nothing to do with it. */
function asksElseOfIt(query: Query): boolean {
  const isOpen = query.regions.length + query.services.length === 0;
  if (!isOpen || query.otherProducts.length > 0) return false;
  // "How do I renew the certificate on it, it expires Monday"
  const isOnIt = query.words.some((word) => IT.has(word)) && query.length <= LONGEST_WITH_A_PRONOUN;
  const isBrief = query.unknownWords <= 1 && isShort(query, LONGEST_WITHOUT_A_SUBJECT);
  return isBrief || (isOnIt && query.unknownWords <= ROOM_OF_A_QUESTION);
}

const IT: ReadonlySet<string> = new Set(["it", "its"]);

function isShort(query: Query, longest: number): boolean {
  const longestContinuation = query.cues.has("correction") ? LONGEST_CORRECTION : LONGEST_CONTINUATION;
  return query.length <= (goesOn(query) ? longestContinuation : longest);
}

/** How many strange words leave it a follow-up: what is told ("the images come from ACR") has more than a question. */
export function roomOf(query: Query, least: number): number {
  if (isTold(query)) return ROOM_OF_A_STORY;
  if (goesOn(query) || query.topics.length > 0 || query.cues.has("region-loss")) return ROOM_OF_A_QUESTION;
  return query.cues.has("likewise") ? Math.max(2, least) : least;
}

/** Without a service: of a city less is said by strange words ("the Brussels team wants the slides by friday"). */
function roomWithoutAService(query: Query): number {
  const { cues, regions, place, topics, length } = query;
  if (goesOn(query) || topics.length > 0 || cues.has("region-loss")) return ROOM_OF_A_QUESTION;
  // "Large shares too?"
  if (regions.length === 0) return cues.has("likewise") && length <= SHORTEST_QUESTION ? 2 : 1;
  if (!place) return roomOf(query, 2);
  if (isTold(query) && !cues.has("people")) return 2;
  const signs = [cues.has("pronoun"), cues.has("perhaps-region-loss") && !cues.has("people")].filter(Boolean).length;
  return Math.max(signs, length <= SHORTEST_QUESTION ? 1 : 0);
}

const ROOM_OF_A_QUESTION = 3;
const ROOM_OF_A_STORY = 5;

/** "Our images are in ACR", but not "how many hosts do I need in AVS" or "write me the Bicep for AKS". */
export function isTold(query: Query): boolean {
  const isSaid = query.words.some((word) => TELLS.has(word) && !OPENINGS.has(word)) && !asksAQuestion(query);
  return query.words.length === 0 || isSaid;
}

function asksAQuestion({ words }: Query): boolean {
  const first = words.find((word) => !OPENINGS.has(word));
  return first === undefined || ASKS.has(first);
}

/** "SignalR maximum connections" tells nothing. */
const TELLS = wordSet(
  "we our us my i it its he she they their these those that there this is are was were would could also too as but so does carries feeds runs holds serves hosts",
);

const OPENINGS = wordSet(
  "ok okay so and but hm hmm oh ah well now then also again great good thanks fine right yes no btw by the way anyway please sorry actually just quick question",
);
const ASKS = anyOf(
  QUESTION_OPENINGS,
  "write show give create make generate draft send configure set list find check calculate estimate",
);

/** A service in the place of before: "our images are in ACR, what happens to these?" */
function goesOnThere(query: Query): boolean {
  // What asks for a way to survive is on regions, whatever else it tells.
  const isFirm = query.topics.length > 0 || query.cues.has("region-loss");
  const longest = asksAQuestion(query) ? LONGEST_ELLIPSIS : LONGEST_WITHOUT_A_SUBJECT;
  const least = query.length <= longest ? 1 : 0;
  const isElse = !isFirm && query.otherProducts.length > 0;
  return (isFirm || query.unknownWords <= roomOf(query, least)) && !isElse && !standsAlone(query);
}

/** "Do SQL databases support failover groups without pairs?": on a kind of region, and nothing refers back. */
export function standsAlone(query: Query): boolean {
  const { cues } = query;
  const isOnAKind = cues.has("paired") || cues.has("nonpaired");
  const refersBack = goesOn(query) || cues.has("pronoun") || cues.has("likewise");
  return (isOnAKind || asksOfAnyRegion(query)) && !refersBack && query.length > LONGEST_ELLIPSIS;
}

/** "What does Front Door do when a region fails?" */
function asksOfAnyRegion(query: Query): boolean {
  const isAny = query.words.some((word, i) => ANY.has(word) && query.words[i + 1] === "region");
  return isAny && asksAQuestion(query);
}

const ANY = wordSet("a any one");

/** With a service and a region of its own only what is asked may be left out. */
function isSaidAgain(query: Query, context: ConversationContext): boolean {
  const refersTo = (goesOn(query) || isCorrected(query, context)) && isShort(query, LONGEST_ELLIPSIS);
  return query.unknownWords <= 1 && (refersTo || saysLikewise(query));
}

/** What was spoken of, in another place: "the project moves to Madrid next year". */
function goesOnElsewhere(query: Query, context: ConversationContext): boolean {
  const { cues } = query;
  const isAside = isByExample(query) || tellsOfNone(query);
  const isOnPairs = (cues.has("paired") || cues.has("nonpaired")) && !isAside;
  // "Is Israel Central open", but "is it open to those in Israel Central too".
  const refersBack = goesOn(query) || cues.has("pronoun") || cues.has("likewise");
  const isOnTraits = cues.has("zones") || (cues.has("trait") && !refersBack);
  return !isOnPairs && !isOnTraits && !context.aboutRegions;
}

/** "We're in Vienna, so no pair I think". */
function tellsOfNone(query: Query): boolean {
  const isOurs = query.words.some((word) => OURS.has(word));
  return isOurs && isTold(query) && query.cues.has("nonpaired");
}

const OURS = anyOf(FIRST_PERSON, FIRST_PERSON_POSSESSIVES);

/** "In a region with no pair, say Chile", "would it be better in West Europe since that has a pair". */
function isByExample({ words, cues }: Query): boolean {
  return !cues.has("define") && words.some((word) => EXAMPLES.has(word));
}

const EXAMPLES = wordSet(
  "like say such example instance eg if suppose assume assuming since because instead better worse",
);

/** No service and no region: it asks more about what was spoken of. */
function asksOn(query: Query): boolean {
  const { cues } = query;
  const short = isShort(query, longestOf(query));
  const pointsBack = short || goesOn(query) || (cues.has("pronoun") && query.length <= LONGEST_WITH_A_PRONOUN);
  const aboutPairs = cues.has("paired") || cues.has("nonpaired");
  // "Who flips it" and "who presses the button, us or Microsoft?" are no general questions.
  const isOnIt = cues.has("pronoun") && (query.concepts.length > 0 || cues.has("agent") || cues.has("switching"));
  const isOnWho = cues.has("agent") && query.concepts.length > 0;
  const isOnWhom = cues.has("agent") && query.unknownWords === 0 && query.length <= SHORTEST_QUESTION;
  const onTopic = isOnIt || isOnWho || isOnWhom || isOnTopic(query);
  // "Would you trust that": nothing in it is of another matter.
  const refersBack = goesOn(query) || cues.has("pronoun") || cues.has("likewise");
  const isOpen = query.unknownWords === 0 && refersBack && !isTalk(query);
  // "We have the standard SKU", "burstable tier ok?"
  const isOnATier = query.told.some(isTierId) && query.unknownWords === 0;
  return (query.topics.length > 0 || aboutPairs || onTopic || isOpen || isOnATier) && pointsBack;
}

function isOnTopic({ cues }: Query): boolean {
  return ON_TOPIC.some((cue) => cues.has(cue));
}

/** "Cool, thanks", "ok"; but "cool, would you trust that" asks on. */
function isTalk(query: Query): boolean {
  const isAWord = query.words.every((word) => OPENINGS.has(word));
  return isAWord || (!asksAQuestion(query) && TALK.some((cue) => query.cues.has(cue)));
}

const TALK = ["thanks", "greeting", "help"] as const;

export function goesOn({ cues }: Query): boolean {
  return cues.has("follow") || cues.has("correction");
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

/** "How much data do we lose in the worst case": what is no general question may be long. */
function longestOf({ topics, concepts, cues, words }: Query): number {
  const isOurs = words.some((word) => OURS.has(word));
  // "A short answer: which of the three copies itself".
  if (cues.has("both")) return LONGEST_ON_A_TOPIC;
  if (concepts.length > 0 && !(topics.length > 0 && isOurs))
    return topics.length > 0 ? LONGEST_WITHOUT_A_SUBJECT : LONGEST_ELLIPSIS;
  return topics.length > 0 && !cues.has("compare") ? LONGEST_ON_A_TOPIC : LONGEST_WITHOUT_A_SUBJECT;
}

const ON_TOPIC = [
  "region-loss",
  "regions",
  "perhaps-region-loss",
  "nothing",
  "needs",
  "go-on",
  "contents",
  "both",
  "likewise",
] as const;
