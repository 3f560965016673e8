/** How a follow-up takes what it leaves unsaid from the turn before. */
import type { Cue, Topic } from "../knowledge/schema";
import type { Catalog } from "./catalogs";
import type { ConversationContext } from "./context";
import type { Candidate, Query } from "./query";

/** Longer than this a message with its own service or region is a full question, unless it says "same for". */
const LONGEST_ELLIPSIS = 7;
/** The same where it has no subject of its own: "what do I have to do by hand". */
const LONGEST_WITHOUT_A_SUBJECT = 9;
/** The same for one that begins as a follow-up does: "ok but our app also uses Blob Storage". */
const LONGEST_CONTINUATION = 10;
/** The same for one that puts the turn before right: "sorry, I mixed that up, what we have is MySQL". */
const LONGEST_CORRECTION = 14;

/** "how long does it take until it is up again": "it" is what the turn before was about. */
const LONGEST_WITH_A_PRONOUN = 14;

/**
 * Fills what a follow-up leaves unsaid from the turn before. A full question comes back as it was.
 * @param message by itself
 * @param context the turn before, if any
 * @param known what is known of services
 */
export function carryOver(message: Query, context: ConversationContext | undefined, known: KnownOfServices): Query {
  if (!context || message.empty || message.everyday || message.cues.has("anew")) return message;
  const query = withChosenRegion(settled(message, context), context);
  const changed = changedPlan(query, context) ?? byThatMeans(query, context, known);
  if (changed) return withContext(changed, context);
  const chosen = chosenService(query, context) ?? choiceByWords(query, context, known) ?? theOther(query, context);
  if (chosen !== undefined) return withContext(asked(query, [chosen]), context);
  if (context.catalog) {
    if (narrowsList(query, context)) return { ...query, catalog: context.catalog };
    if (asksWhatWorksThere(query)) return { ...query, cues: new Set([...query.cues, KIND_OF[context.catalog]]) };
    if (asksForAnotherList(query, context)) return { ...query, cues: new Set([...query.cues, "services", "list"]) };
    if (query.cues.has("others") && !namesService(query))
      return {
        ...query,
        regions: query.regions.length > 0 ? query.regions : context.regions,
        catalog: OTHERS[context.catalog],
      };
  }
  if (query.regions !== message.regions && !namesService(query)) return { ...query, concepts: [] };
  if (asksForThePair(query, context)) return { ...query, regions: context.regions, concepts: [] };
  if (goesOnAboutPairs(query, context)) return { ...query, cues: withPairing(query, context.subject) };
  if (isPartOfAName(query) || pointsToThePlace(query, context)) return withContext(query, context);
  if (!isFollowUp(query, context)) return query;
  if (namesService(query)) return withContext(query, context);
  if (context.aboutRegions) return query;
  if (isAwaited(context)) return withContext({ ...query, unclear: [candidates(context.choices)] }, context);
  const services = query.cues.has("both") ? bothOf(context) : context.services;
  return services.length === 0 ? query : withContext(asked(query, services), context);
}

/** "Does the second one have zones", "Cosmos DB in the first" after two regions. */
function withChosenRegion(query: Query, { aboutRegions, regions, choices }: ConversationContext): Query {
  const isOpen = aboutRegions && choices.length === 0 && query.regions.length === 0;
  const isOfSeveral = regions.length > 1 || namesService(query);
  if (!isOpen || query.ordinal === null || !isOfSeveral || query.length > LONGEST_CONTINUATION) return query;
  // Where one was chosen before, it is "the second region" still.
  const chosen = regions.length === 1 ? regions[0] : regions.at(query.ordinal);
  return chosen === undefined ? query : { ...query, regions: [chosen] };
}

/** "are events copied", "the vault": of what a name may mean, that which was spoken of. */
function settled(query: Query, { services, recent }: ConversationContext): Query {
  if (query.length > LONGEST_WITH_A_PRONOUN) return query;
  const spokenOf = (name: readonly Candidate[]) => {
    const now = name.filter(({ service }) => services.includes(service));
    // "The vault again"
    return now.length > 0 || !query.words.includes("again")
      ? now
      : name.filter(({ service }) => recent.includes(service));
  };
  const known = query.unclear.map(spokenOf).flatMap((found) => (found.length === 1 ? found : []));
  const unclear = query.unclear.filter((name) => spokenOf(name).length !== 1);
  return { ...query, services: [...query.services, ...known], unclear };
}

export type KnownOfServices = {
  /** The words of a service's names, for "the managed one". */
  nameWords(service: string): ReadonlySet<string>;
  /** Services that are a means for others. */
  readonly means: ReadonlyMap<string, Topic>;
};

/** "Without Functions", "drop AKS, add Key Vault" after a plan; something is added to a single answer too. */
function changedPlan(query: Query, { services: before }: ConversationContext): Query | null {
  const others = query.services.map(({ service }) => service).filter((service) => !before.includes(service));
  const isSome = before.length > 1 || others.length > 0;
  const left = isSome ? before.filter((service) => query.changes.left.includes(service)) : [];
  // What "swap Key Vault for Managed HSM" names and was not there comes in.
  const incoming = [...query.changes.added, ...(left.length > 0 ? query.changes.left : [])];
  const isAll = others.every((service) => incoming.includes(service));
  const asksElse = query.words.includes("how") || query.topics.length > 0 || query.length > LONGEST_CONTINUATION;
  const isFull = before.length === 0 || !isAll || asksElse;
  const services = [...before.filter((service) => !left.includes(service)), ...others];
  if (isFull || left.length + others.length === 0 || services.length === 0) return null;
  return { ...asked(query, services), order: services, denied: [], otherTopic: false };
}

/** "And with Site Recovery?" after VMs. */
function byThatMeans(query: Query, { services }: ConversationContext, { means }: KnownOfServices): Query | null {
  const isOnOthers = services.length > 0 && !services.some((service) => means.has(service));
  if (query.means === null || !isOnOthers || query.length > LONGEST_ELLIPSIS) return null;
  return { ...asked(query, services), order: services, topics: [query.means] };
}

/** "And the other one?": of two choices that which was not spoken of. */
function theOther(query: Query, { services, choices }: ConversationContext): string | undefined {
  const isOpen = query.cues.has("other-one") && !namesService(query) && query.length <= LONGEST_PICK;
  const others = choices.filter((service) => !services.includes(service));
  return isOpen && services.length === 1 && choices.length === 2 && others.length === 1 ? others[0] : undefined;
}

/** "and which don't?" */
const OTHERS: Readonly<Record<Catalog, Catalog>> = {
  "nonpaired-regions": "paired-regions",
  "paired-regions": "nonpaired-regions",
  "works-without-pairs": "needs-a-pair",
  "needs-a-pair": "works-without-pairs",
  "nothing-built-in": "works-without-pairs",
};

function asked(query: Query, services: readonly string[]): Query {
  return { ...query, services: candidates(services), unclear: [], guesses: [] };
}

function candidates(services: readonly string[]): Candidate[] {
  return services.map((service) => ({ service, confidence: 1 }));
}

function withContext(query: Query, context: ConversationContext): Query {
  const isPlaced = query.regions.length + context.regions.length > 0;
  return {
    ...query,
    // What follows up on a service is about regions still: one strange word ("and what's underneath?") changes nothing.
    unknownWords: goesOn(query) ? Math.max(0, query.unknownWords - 1) : query.unknownWords,
    regions: query.regions.length > 0 ? query.regions : context.regions,
    // What is asked about another matter ("how much does it cost") is not about the topic of before.
    topics: query.topics.length > 0 || !context.topic || query.otherTopic ? query.topics : [context.topic],
    cues: isPlaced || query.otherTopic ? query.cues : withPairing(query, context.pairing),
  };
}

/** "without pairs" holds until a region or a pair is named. */
function withPairing({ cues }: Query, pairing: ConversationContext["pairing"]): ReadonlySet<Cue> {
  return pairing === null || cues.has("paired") || cues.has("nonpaired") ? cues : new Set([...cues, pairing]);
}

/** A question back waits for its answer. */
function isAwaited({ services, choices, catalog }: ConversationContext): boolean {
  return services.length === 0 && choices.length > 0 && catalog === null;
}

/** "both of them": a plan's services, or those of the last two answers. */
function bothOf({ services, recent }: ConversationContext): readonly string[] {
  return services.length > 1 ? services : recent.slice(-2);
}

/** "the managed one", "the database, not the instance": the choice whose names have most of the words. */
function choiceByWords(query: Query, context: ConversationContext, known: KnownOfServices): string | undefined {
  const picks = isAwaited(context) || query.words.includes("one");
  const named = [...query.services, ...query.unclear.flat()].some(({ service }) => context.choices.includes(service));
  if (!picks || named || context.catalog || query.length > LONGEST_PICK || query.regions.length > 0) return undefined;
  const shares = context.choices.map((service) => ({
    service,
    share: query.words.filter((word) => known.nameWords(service).has(word)).length,
  }));
  const [best, next] = shares.sort((a, b) => b.share - a.share);
  return best && best.share > (next?.share ?? 0) ? best.service : undefined;
}

/** "the database one, not the instance" */
const LONGEST_PICK = 7;

/** "and must I use it?", after what region pairs are. */
function goesOnAboutPairs(query: Query, { subject }: ConversationContext): boolean {
  const isElse = namesService(query) || query.concepts.length + query.regions.length + query.topics.length > 0;
  const refersBack = query.cues.has("pronoun") || query.words.includes("one");
  return (
    subject !== null &&
    !isElse &&
    !query.otherTopic &&
    refersBack &&
    query.unknownWords === 0 &&
    query.length <= LONGEST_PICK + 1
  );
}

/** "so how do I protect Cosmos there", "which services work there" */
function pointsToThePlace(query: Query, context: ConversationContext): boolean {
  const isOpen = query.regions.length === 0 && context.regions.length > 0;
  const asksWhich = query.cues.has("services") && (query.plural || query.cues.has("works"));
  const asks = namesService(query) || asksWhich;
  return isOpen && asks && query.cues.has("same-place") && query.length <= LONGEST_WITH_A_PRONOUN;
}

function namesService({ services, unclear }: Query): boolean {
  return services.length + unclear.length > 0;
}

function chosenService(query: Query, context: ConversationContext): string | undefined {
  if (query.ordinal === null || namesService(query)) return undefined;
  return context.choices.at(query.ordinal);
}

/** "and its partner?" after a region. */
function asksForThePair(query: Query, context: ConversationContext): boolean {
  const named = namesService(query) || query.regions.length > 0;
  const onPairs = query.cues.has("paired") && !query.cues.has("define") && !query.plural;
  const refersBack = query.cues.has("pronoun") || query.length <= SHORTEST_TRAIT;
  const onTraits = refersBack && (query.cues.has("trait") || query.cues.has("zones"));
  const longest = onTraits ? SHORTEST_QUESTION + 1 : SHORTEST_QUESTION;
  const asksWhy = query.length <= SHORTEST_TRAIT && query.words.includes("why");
  return context.aboutRegions && (onPairs || onTraits || asksWhy) && !named && query.length <= longest;
}

/** "and the registry?": in so few words nothing else is asked. */
const SHORTEST_QUESTION = 4;
/** "zones?", "any zones?" */
const SHORTEST_TRAIT = 3;

function isPartOfAName(query: Query): boolean {
  const [best] = query.guesses;
  return (
    !namesService(query) &&
    (best?.confidence ?? 0) > PART &&
    query.cues.has("follow") &&
    query.length <= SHORTEST_QUESTION
  );
}

/** Half of a name or more. */
const PART = 0.5;

/** "which ones are in Europe?" after a list of regions. */
function narrowsList(query: Query, context: ConversationContext): boolean {
  const ofRegions = context.catalog?.endsWith("regions") === true;
  const named = namesService(query) || query.concepts.length > 0;
  return ofRegions && !named && query.areas.length > 0 && query.length <= LONGEST_ELLIPSIS;
}

/** "Which services work there" after a list of regions. */
function asksWhatWorksThere({ cues, plural, regions, length }: Query): boolean {
  const isOnMany = plural || cues.has("works");
  return (
    cues.has("services") && cues.has("same-place") && isOnMany && regions.length === 0 && length <= LONGEST_ELLIPSIS
  );
}

/** What regions the services of a list are for. */
const KIND_OF: Readonly<Record<Catalog, "paired" | "nonpaired">> = {
  "nonpaired-regions": "nonpaired",
  "paired-regions": "paired",
  "works-without-pairs": "nonpaired",
  "needs-a-pair": "paired",
  "nothing-built-in": "nonpaired",
};

/** "And nothing built in?" after a list of services. */
function asksForAnotherList(query: Query, { catalog }: ConversationContext): boolean {
  const isOnPairs = ANOTHER_LIST.some((cue) => query.cues.has(cue));
  const named = namesService(query) || query.regions.length + query.concepts.length > 0;
  const ofServices = catalog !== null && !catalog.endsWith("regions");
  return ofServices && isOnPairs && !named && goesOn(query) && query.length <= LONGEST_ELLIPSIS;
}

const ANOTHER_LIST = ["nothing", "needs"] as const;

/** Short, and it leaves something out that the turn before had. */
function isFollowUp(query: Query, context: ConversationContext): boolean {
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

function goesOn({ cues }: Query): boolean {
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
