import type { Cue, Topic } from "../knowledge/schema";
import type { Catalog } from "./catalogs";
import type { Changes } from "./changes";
import type { OwnLack } from "./lacks";
import type { Leaning, Likely } from "./likely";
import type { Narrowing } from "./narrowing";
import type { NoRegion } from "./no-regions";
import type { Shown } from "./shown";
import type { WayRound } from "./way-round";

/** A service that the message may mean, 0 to 1, 1 the surest. */
export type Candidate = { readonly service: string; readonly confidence: number };

/** What is said to "yes", "source?", "really?", "hmm" and "swap them": that the card was all, or where a card has its sources. */
export type BareReply = "more" | "source" | "doubt" | "noise" | "one-place";

/** Doubt of what was said, noises, words that we know nothing of or that are but a part of names, as they were typed. */
export type NothingAsked =
  | { readonly kind: "doubt" }
  | { readonly kind: "noise" }
  | { readonly kind: "strange"; readonly words: readonly string[] }
  | { readonly kind: "part"; readonly words: readonly string[] };

/** What a message says, as far as it was understood; nothing here was decided yet. */
export type Query = {
  /** No word at all: an emoji, an attachment, white space. */
  readonly empty: boolean;
  /** Services that were named, in order, each once. */
  readonly services: readonly Candidate[];
  /** Names that several services share, and that nothing else in the message settles; the likeliest first. */
  readonly unclear: ReadonlyArray<readonly Candidate[]>;
  /** Named services and the likeliest of each unclear name, in the order named. */
  readonly order: readonly string[];
  /** The names are but words that many services use. */
  readonly generic: boolean;
  /** All of these name a kind of services: "which storage services", "databases". */
  readonly ofAKind: boolean;
  /** Words that name the kinds of services that are asked about: "storage services", "services for networking". */
  readonly kinds: readonly string[];
  /** Services of whose name only a part was found, best first. */
  readonly guesses: readonly Candidate[];
  /** Regions that were named, in order, each once; a country stands for all of its regions. */
  readonly regions: readonly string[];
  /** Of these the ones that a copy goes to: "restore it in UAE North". */
  readonly targets: readonly string[];
  /** These were named in the turn before, and much that is strange stands in this one. */
  readonly isCarried: boolean;
  /** These were named by cities and countries alone. */
  readonly place: boolean;
  readonly areas: readonly string[];
  readonly topics: readonly Topic[];
  /** They were named in the turn before, and may be nothing that this service has. */
  readonly isTopicKept: boolean;
  readonly concepts: readonly string[];
  readonly cues: ReadonlySet<Cue>;
  /** A list that a button asked for; a typed question leaves it to catalog.ts. */
  readonly catalog: Catalog | null;
  /** Which choice of the card before: 0 the first, -1 the last. */
  readonly ordinal: number | null;
  /** Something that this bot does not deal with was named. */
  readonly otherTopic: boolean;
  /** That is but what a service holds or does: "Data Factory as well, it triggers the notebooks". */
  readonly isOfItsUse: boolean;
  /** It is about life outside the job: the weather, lunch. */
  readonly everyday: boolean;
  /** Products that were named and that we know nothing of, as they are called. */
  readonly otherProducts: readonly string[];
  /** Of these the ones that stand in a list with a service: "Synapse and Data Factory". */
  readonly productsBeside: readonly string[];
  /** "East US 3", "Riyadh": names that are built as those of regions, and are none; places where there is none. */
  readonly noRegions: readonly NoRegion[];
  /** "Notification Hubs, not IoT Hub": the services that are not meant; what is asked is which of them is. */
  readonly denied: readonly string[];
  /** What is to be left out of the plan before, or added to it. */
  readonly changes: Changes;
  /** "With Site Recovery": the service that was named is but a means to save another. */
  readonly means: Topic | null;
  /** "regions", "services": several are asked about. */
  readonly plural: boolean;
  /** All words that were not denied, in their canonical form. */
  readonly words: readonly string[];
  /** Parts of services that have a name of their own, and former names, by their ids. */
  readonly told: readonly string[];
  /** What they say they do not have: "no failover group", "just ZRS". */
  readonly lacks: readonly OwnLack[];
  /** "Are we protected?": what is, not what could be. */
  readonly asksIfEnough: boolean;
  /** "We have a failover group now". */
  readonly hasMore: boolean;
  /** "Site Recovery only, no backup": missing beside what is there. */
  readonly without: readonly Topic[];
  /** Words with a meaning of their own that nothing recognised. */
  readonly unknownWords: number;
  /** It says nothing but names. */
  readonly isNameAlone: boolean;
  /** All words. */
  readonly length: number;
  /** What the learnt weights say of the message by itself; none for a tap. */
  readonly leaning: Leaning | null;
  /** The kind of reply that such messages get in this conversation. */
  readonly likely: Likely;
  /** Services whose names stand in the message, meant or not, in order; of a shared name the likeliest. */
  readonly mentioned: readonly string[];
  /** "Yes", "more", "source?" after an answer. */
  readonly bare: BareReply | null;
  /** It asks nothing; in a conversation the card before is no answer to it. */
  readonly nothingAsked: NothingAsked | null;
  /** Every word of it tells which of the services before are to be shown: "only the red ones". */
  readonly narrowing: Narrowing | null;
  /** Carried over: the plan or the list of before, and what is to be shown of it. */
  readonly shown: Shown | null;
  /** "The other way round", "make Dubai primary". */
  readonly wayRound: WayRound | null;
  /** Services that were to leave a plan, and were not in it. */
  readonly absent: readonly string[];
  /** Asked back, the reply may be that all are meant. */
  readonly together: boolean;
};

/** @returns the services that are named, and all that a shared name may mean */
export function servicesNamed({ services, unclear }: Pick<Query, "services" | "unclear">): string[] {
  return [...services, ...unclear.flat()].map(({ service }) => service);
}

/** Whether a service is named, be it by a name that several share. */
export function namesService({ services, unclear }: Query): boolean {
  return services.length + unclear.length > 0;
}
