/** What a card's button carries: ids, never text to be searched again. It comes back as foreign input. */
import { z } from "zod";
import { TOPICS } from "../knowledge/schema";
import { CATALOGS } from "./catalogs";
import type { Query } from "./query";

const ids = z.array(z.string().max(80)).max(20).default([]);

export const tapSchema = z.object({
  services: ids,
  regions: ids,
  topic: z.enum(TOPICS).nullable().default(null),
  pairing: z.enum(["paired", "nonpaired"]).nullable().default(null),
  concept: z.string().max(80).nullable().default(null),
  catalog: z.enum(CATALOGS).nullable().default(null),
  help: z.literal(true).optional(),
});

export type Tap = z.output<typeof tapSchema>;

/** Where a tap lies in the data of a button, beside what Teams adds of its own. */
const buttonSchema = z.object({ tap: tapSchema });

/** @returns what was tapped, or undefined for data that none of our buttons carries */
export function readTap(data: unknown): Tap | undefined {
  const parsed = buttonSchema.safeParse(data);
  return parsed.success ? parsed.data.tap : undefined;
}

/** A tap says what a message would have said, without any doubt. */
export function tapToQuery(tap: Tap): Query {
  return {
    empty: false,
    services: tap.services.map((service) => ({ service, confidence: 1 })),
    unclear: [],
    guesses: [],
    regions: tap.regions,
    areas: [],
    topics: tap.topic ? [tap.topic] : [],
    concepts: tap.concept ? [tap.concept] : [],
    cues: new Set([
      ...(tap.pairing ? [tap.pairing] : []),
      "region-loss" as const,
      ...(tap.help ? ["help" as const] : []),
    ]),
    catalog: tap.catalog,
    ordinal: null,
    otherTopic: false,
    otherProducts: [],
    plural: false,
    unknownWords: 0,
    length: 0,
  };
}
