/**
 * The lines of the log that say what the bot did, for `npm run report` and whoever else counts. This file is their
 * only description: names stay as they are, and new fields may come.
 *
 * Every line is one JSON object. pino adds `time` (milliseconds since 1970), `level` (30: nothing is wrong) and
 * `msg`; `turn` is the same on all lines of one turn. Ids and figures only: no names of people, no tenant ids, and
 * the words of a question or a comment only where LOG_QUESTIONS=true.
 */
import * as z from "zod";
import { FEEDBACK_REASONS } from "./feedback-reason";
import type { Decision } from "./responder";

export const KINDS = ["answer", "plan", "region", "catalog", "concept", "disambiguate", "decline", "help"] as const;

/**
 * How the question came: typed, by a button (`tap` is Action.Submit of an older client, `execute` Action.Execute), or
 * in the compose box, which asks again after every few letters, so `search` lines are not questions of a person.
 */
export const SURFACES = ["message", "tap", "execute", "search"] as const;
export type Surface = (typeof SURFACES)[number];

export const SCOPES = ["personal", "groupChat", "channel"] as const;

const ids = z.array(z.string());

/** One for each question, tap and search, written before the reply is sent. */
export const decisionEvent = z.object({
  event: z.literal("decision"),
  kind: z.enum(KINDS),
  services: ids,
  regions: ids,
  capability: z.string().nullable(),
  /** 0 to 1, 1 the surest. */
  confidence: z.number().min(0).max(1),
  candidates: z.array(z.object({ service: z.string(), confidence: z.number() })),
  /** Why it declined. */
  reason: z.enum(["empty", "no-match", "other-topic"]).nullable(),
  /** How many entries a list, or a search, showed. */
  listed: z.number().int().optional(),
  surface: z.enum(SURFACES),
  scope: z.enum(SCOPES).nullable(),
  /** Milliseconds from the activity to the finished card, without sending. */
  ms: z.number(),
  question: z.string().optional(),
});

/** One for each press of a thumb that was sent off. */
export const feedbackEvent = z.object({
  event: z.literal("feedback"),
  reaction: z.enum(["like", "dislike"]),
  reason: z.enum(FEEDBACK_REASONS).nullable(),
  /** Of the answer that it is about, where that is still known. */
  kind: z.enum(KINDS).optional(),
  services: ids.optional(),
  scope: z.enum(SCOPES).nullable(),
  comment: z.string().optional(),
});

/** The bot came into a conversation and said so, or was removed from one. */
export const presenceEvent = z.object({
  event: z.enum(["welcome", "removed"]),
  scope: z.enum(SCOPES).nullable(),
});

export type DecisionEvent = z.infer<typeof decisionEvent>;
export type FeedbackEvent = z.infer<typeof feedbackEvent>;
export type PresenceEvent = z.infer<typeof presenceEvent>;

export type Circumstances = Pick<DecisionEvent, "surface" | "scope" | "ms"> & { readonly question?: string };

/** What was decided, as a line of the log. */
export function decisionLine(decision: Decision, circumstances: Circumstances): DecisionEvent {
  const { kind, services, regions, confidence, candidates, listed, capability = null, reason = null } = decision;
  return {
    event: "decision",
    kind,
    services: [...services],
    regions: [...regions],
    capability,
    confidence,
    candidates: [...candidates],
    reason,
    ...(listed ? { listed: listed.length } : {}),
    ...circumstances,
  };
}

/** Teams' conversation type is foreign input: anything unknown is no scope. */
export function scopeOf(conversationType: unknown): DecisionEvent["scope"] {
  return SCOPES.find((scope) => scope === conversationType) ?? null;
}
