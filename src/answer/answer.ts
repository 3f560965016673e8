import type { Concept, Kind, Region, Service, Topic } from "../knowledge/schema";
import type { Catalog } from "../question/catalogs";
import type { SharedOutcome } from "../question/narrowing";
import type { BareReply, Candidate } from "../question/query";
import type { Assessment, Outcome } from "./assess";

export type DeclineReason = "empty" | "no-match" | "other-topic";

type Common = {
  /** 0 to 1, 1 the surest. */
  readonly confidence: number;
  /** Best first, at most five. */
  readonly candidates: readonly Candidate[];
  readonly regions: readonly Region[];
  /** Of these the ones that a copy goes to, where others are named that it comes from. */
  readonly targets: readonly Region[];
  /** Parts of the services that were asked about, and former names, by their ids. */
  readonly told: readonly string[];
  /** Named beside what is answered, and unknown: the card says so. */
  readonly unknown: Unknown;
  /** What the card has to say on top, whatever else it tells. */
  readonly concern: Concern | null;
};

/** What people believe in, or must heed, beside the service they ask about. */
export type Concern = "zones" | "residency" | "tier";

/** What is asked of a region, where that is not its pair; of some of it we know nothing, and say so. */
export type OnRegion =
  | "zones"
  | "access"
  | "ranking"
  | "roadmap"
  | "distance"
  | "capacity"
  | "zones-of-services"
  | "ranking-of-services";

export type Unknown = {
  readonly products: readonly string[];
  /** Names that are built as those of regions, each with the regions that are called nearly so. */
  readonly regions: ReadonlyArray<{ readonly name: string; readonly near: readonly Region[] }>;
  /** Places whose country has no region. */
  readonly places: readonly string[];
  /** Places that the list does not name, each with the regions of its country. */
  readonly cities: ReadonlyArray<{
    readonly name: string;
    readonly geography: string;
    readonly regions: readonly Region[];
  }>;
};

/** One service's row on a plan, and the whole of an answer: the service as it stands in each region asked about. */
export type ServiceView = {
  readonly service: Service;
  /** One a region asked about; one where none was named. */
  readonly assessments: readonly Assessment[];
  /** Of a family such as Azure Storage: its members, seen likewise. */
  readonly members: readonly ServiceView[];
};

/** What was to be shown of a plan. */
export type Narrowed = {
  readonly outcome: SharedOutcome | null;
  readonly kinds: readonly Kind[];
  /** All services of the plan. */
  readonly whole: readonly Service[];
  /** None of them is so, and all are shown. */
  readonly isNone: boolean;
};

/** What to reply, decided; every word a person reads is still to be written (cards/). */
export type Answer = Common &
  (
    | {
        readonly kind: "answer";
        readonly view: ServiceView;
        readonly topic: Topic | null;
        /** "Which is better, Qatar or West Europe": nothing is to be copied from the one to the other. */
        readonly compared: boolean;
      }
    | {
        readonly kind: "plan";
        readonly views: readonly ServiceView[];
        readonly topic: Topic | null;
        /** All that were asked about, that one first. */
        readonly topics: readonly Topic[];
        /** Services that were named beyond the ten that a card holds. */
        readonly left: readonly Service[];
        /** Shared names read as their likeliest service, with what else they may mean. */
        readonly assumed: ReadonlyArray<{ readonly service: Service; readonly others: readonly Service[] }>;
        /** "Only the red ones": of which plan these are a part; null for a whole one. */
        readonly narrowed: Narrowed | null;
        /** "Take out Cosmos": what was to leave it, and was not in it. */
        readonly absent: readonly Service[];
      }
    | {
        readonly kind: "region";
        readonly pairs: ReadonlyArray<RegionPair>;
        readonly relation: Relation | null;
        readonly asked: OnRegion | null;
      }
    | {
        readonly kind: "catalog";
        readonly catalog: Catalog;
        /** Of services that have one way to survive: which. */
        readonly topic: Topic | null;
        /** "Which storage services": only those. */
        readonly kinds: readonly Kind[];
        /** "Without a pair and without zones": what else holds for the regions on it, each as the list of all such regions. */
        readonly also: readonly Catalog[];
        /** Only what works in regions without a pair. */
        readonly unpaired: boolean;
        /** "All except Cosmos DB": what was left out of it. */
        readonly without: readonly Service[];
        readonly areas: readonly string[];
        readonly items: readonly CatalogItem[];
      }
    | {
        readonly kind: "concept";
        readonly concept: Concept;
        readonly related: readonly Concept[];
        /** Of the regions that were named. */
        readonly pairs: readonly PairAndItsPair[];
      }
    | {
        readonly kind: "disambiguate";
        readonly choices: readonly Service[];
        readonly topic: Topic | null;
        /** All of them may be meant. */
        readonly together: boolean;
      }
    | {
        readonly kind: "decline";
        readonly reason: DeclineReason;
        /** A list was asked for that there is none of: those that there are. */
        readonly lists: readonly Catalog[];
        readonly nearest: readonly Service[];
      }
    | { readonly kind: "help"; readonly greeting: "hello" | "thanks" | "about" | BareReply }
  );

export type AnswerOf<K extends Answer["kind"]> = Extract<Answer, { kind: K }>;

export type RegionPair = { readonly region: Region; readonly pair: Region | null };

/** A one-way pair copies to another region than the first. */
export type PairAndItsPair = RegionPair & {
  readonly pairOfPair: Region | null;
  /** The other regions within the border for data residency. */
  readonly inGeography: readonly Region[];
};

/** How exactly two regions stand to one another. */
export type Relation = "mutual" | "one-way" | "one-way-back" | "none";

export type CatalogItem =
  | { readonly kind: "region"; readonly region: Region; readonly pair: Region | null }
  | { readonly kind: "service"; readonly service: Service; readonly group: CatalogGroup };

/** What the services of a long list are grouped by: their verdict, or who starts the failover. */
export type CatalogGroup = Outcome | "automatic" | "microsoft" | "you-or-microsoft" | "you";
