/** What a card's button carries: ids, never text to be searched again. It comes back as foreign input. */

import * as z from "zod";
import { TOPICS } from "../knowledge/topics";
import { CATALOGS } from "./catalogs";
import { candidates } from "./changed-plan";
import { NO_CHANGES } from "./changes";
import { NOTHING_LIKELY } from "./likely";
import type { Query } from "./query";

const ids = z.array(z.string().max(80)).max(20).default([]);

const meaning = z.object({
  services: ids,
  /** Names, in order, each with the services that it may mean, the likeliest first: a question back or a plan anew. */
  choices: z.array(ids).max(20).default([]),
  regions: ids,
  /** Of these the ones that a copy goes to. */
  targets: ids,
  topic: z.enum(TOPICS).nullable().default(null),
  pairing: z.enum(["paired", "nonpaired"]).nullable().default(null),
  /** Parts of services that were asked about, and former names. */
  told: ids,
  concept: z.string().max(80).nullable().default(null),
  catalog: z.enum(CATALOGS).nullable().default(null),
  /** Of a list: the kinds of services on it. */
  kinds: ids,
  help: z.literal(true).optional(),
  /** Of the choices all may be meant. */
  together: z.literal(true).optional(),
});

/** `back` draws the card again that the button was on. */
export const tapSchema = meaning.extend({ back: meaning.nullable().default(null) });

export type Tap = z.output<typeof tapSchema>;

/** What a tap means by itself, without the way back. */
export type TapMeaning = z.output<typeof meaning>;

/** Where a tap lies in the data of a button, beside what Teams adds of its own. */
const buttonSchema = z.object({ tap: tapSchema });

/** @returns what was tapped, or undefined for data that none of our buttons carries */
export function readTap(data: unknown): Tap | undefined {
  const parsed = buttonSchema.safeParse(data);
  return parsed.success ? parsed.data.tap : undefined;
}

/** A tap says what a message would have said, without any doubt. */
export function tapToQuery(tap: TapMeaning): Query {
  const names = [...tap.services.map((service) => [service]), ...tap.choices];
  return {
    empty: false,
    services: names.flatMap((name) => (name.length === 1 ? candidates(name) : [])),
    unclear: names.filter(({ length }) => length > 1).map(candidates),
    order: names.flatMap((name) => name.slice(0, 1)),
    generic: false,
    ofAKind: false,
    kinds: tap.kinds,
    guesses: [],
    regions: tap.regions,
    targets: tap.targets.filter((id) => tap.regions.includes(id)),
    isCarried: false,
    place: false,
    areas: [],
    topics: tap.topic ? [tap.topic] : [],
    concepts: tap.concept ? [tap.concept] : [],
    cues: new Set([
      ...(tap.pairing ? [tap.pairing] : []),
      ...(tap.pairing === "paired" ? ["in-a-pair" as const] : []),
      "region-loss" as const,
      ...(tap.help ? ["help" as const] : []),
    ]),
    catalog: tap.catalog,
    ordinal: null,
    otherTopic: false,
    isOfItsUse: false,
    everyday: false,
    isTopicKept: false,
    otherProducts: [],
    productsBeside: [],
    noRegions: [],
    denied: [],
    changes: NO_CHANGES,
    means: null,
    plural: false,
    words: [],
    told: tap.told,
    lacks: [],
    asksIfEnough: false,
    hasMore: false,
    without: [],
    unknownWords: 0,
    isNameAlone: false,
    length: 0,
    leaning: null,
    likely: NOTHING_LIKELY,
    mentioned: [],
    bare: null,
    nothingAsked: null,
    narrowing: null,
    shown: null,
    wayRound: null,
    absent: [],
    together: tap.together ?? false,
  };
}
