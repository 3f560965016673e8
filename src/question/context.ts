/** What one turn leaves for the next of the same conversation. */
import * as z from "zod";
import { TOPICS } from "../knowledge/topics";
import { CATALOGS } from "./catalogs";
import { LACKS } from "./lacks";
import { shownSchema } from "./shown";

const ids = z.array(z.string().max(80)).max(100);

/** JSON, because any store may keep it; parsed again when it comes back. */
export const contextSchema = z.object({
  /** Milliseconds since 1970 of the turn that left it. */
  at: z.number(),
  services: ids,
  regions: ids,
  /** Of these the ones that a copy goes to. */
  targets: ids.default([]),
  topic: z.enum(TOPICS).nullable(),
  /** Services that the card offered or listed, in order, for "the second one". */
  choices: ids,
  /** A question back was left without an answer by the turn before. */
  passed: z.boolean().default(false),
  /** The list that the turn before showed, to be narrowed ("and in Europe?"). */
  catalog: z.enum(CATALOGS).nullable(),
  /** What was shown of a plan or a list of services. */
  shown: shownSchema.nullable().default(null),
  /** The plan before was changed by the turn that left it: "add redis". */
  edited: z.boolean().default(false),
  /** The continents that it was narrowed to. */
  areas: ids.default([]),
  /** The turn before was about regions alone. */
  aboutRegions: z.boolean(),
  /** The kind of region that was asked about, where none was named: "without pairs". */
  pairing: z.enum(["paired", "nonpaired"]).nullable().default(null),
  /** Parts of these services that were asked about, and former names. */
  told: ids.default([]),
  /** Tiers that services were said to be in, one or more a service, as long as the conversation goes on. */
  tiers: ids.default([]),
  /** What services were said to lack: "no failover group". */
  lacks: z
    .array(z.object({ service: z.string().max(80).nullable(), lack: z.enum(LACKS) }))
    .max(100)
    .default([]),
  /** Services of the last answers, the latest last, for "both of them". */
  recent: ids.default([]),
  /** What a general question was about, which "and must I use it?" goes on with. */
  subject: z.enum(["paired", "nonpaired"]).nullable().default(null),
  /** The general question of the turn before, which "and in Qatar?" asks for that region. */
  concept: z.string().max(80).nullable().default(null),
});

export type ConversationContext = z.output<typeof contextSchema>;

/** product.md: follow-ups work for half an hour. */
export const CONTEXT_LIFETIME_MS = 30 * 60 * 1000;

/** @returns the context if it is well formed and not older than half an hour */
export function readContext(value: unknown, now: number): ConversationContext | undefined {
  // To make an error of what is not there at all takes longer than to understand some messages.
  if (value === undefined) return undefined;
  const parsed = contextSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const age = now - parsed.data.at;
  return age >= 0 && age <= CONTEXT_LIFETIME_MS ? parsed.data : undefined;
}
