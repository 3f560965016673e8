/**
 * What a card shows, in words, before it becomes JSON: one shape for all outcomes, so that the plain text of a reply
 * and what a screen reader says are made once, from the same words.
 */
import type { Tap, TapMeaning } from "../question/tap";

/** Adaptive Card container styles; a word always says the same as the colour. */
export type Tone = "good" | "warning" | "attention" | "accent" | "emphasis" | "default";

export type Item = {
  readonly title: string;
  readonly text: string;
  /** Short lines below: who starts failover, needs, RPO, RTO. */
  readonly details: readonly Detail[];
  readonly link: Link | null;
  readonly tone: Tone;
};

export type Detail = { readonly label: string; readonly value: string };
export type Link = { readonly title: string; readonly url: string };
/** A page of Microsoft's with the date that it carries, year first. */
export type DatedLink = Link & { readonly dated: string };
export type Section = { readonly heading: string; readonly items: readonly Item[] };

export type Button = { readonly title: string; readonly inMenu?: boolean } & (
  | { readonly kind: "open"; readonly url: string }
  | { readonly kind: "tap"; readonly tap: TapData }
);

/** What a button carries; fields that say nothing are left out. */
export type TapData = Partial<Omit<Tap, "back">> & { readonly back?: Partial<TapMeaning> };

export type View = {
  readonly title: string;
  /** The answer in a word and a sentence; null where there is none to give. */
  readonly verdict: { readonly word: string; readonly sentence: string; readonly tone: Tone } | null;
  /** A sentence on its own, where there is no verdict or something must be said beside it. */
  readonly lead: string;
  /** Something a reader must know before relying on the rest: the service is being retired. */
  readonly notice: string;
  readonly sections: readonly Section[];
  /** Further pages, where nothing else on the card leads to them. */
  readonly pages: readonly Link[];
  /** Dates and sources. */
  readonly foot: string;
  /** Pages behind the card that Microsoft has changed since: the newest few, and how many more there are. */
  readonly changed: { readonly pages: readonly DatedLink[]; readonly more: number };
  /** At most six (Teams). */
  readonly buttons: readonly Button[];
  /** One line for the notification. */
  readonly summary: string;
};

/** Teams shows no more actions than this. */
export const MOST_BUTTONS = 6;
