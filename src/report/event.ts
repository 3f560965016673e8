/** One line of the bot's log → what it tells the report. Logs are foreign input: they may be cut off or mixed. */
import * as z from "zod";
import { KINDS, SURFACES } from "../log-events";

export type Kind = (typeof KINDS)[number];

const id = z.string().max(200);
const ids = z.array(id).default([]);
const candidate = z.object({ service: id, confidence: z.number() });

/** Milliseconds since 1970, of which a date of four digits can be made. */
const time = z.number().min(0).max(253_402_300_799_999);

const decision = z.object({
  event: z.literal("decision"),
  time,
  kind: z.enum(KINDS),
  services: ids,
  regions: ids,
  capability: id.nullish(),
  candidates: z.array(candidate).default([]),
  reason: id.nullish(),
  surface: z.enum(SURFACES).default("message"),
  scope: id.nullish(),
  ms: z.number().nonnegative().nullish(),
  question: z.string().optional(),
});

const feedback = z.object({
  event: z.literal("feedback"),
  time,
  reaction: z.enum(["like", "dislike"]),
  reason: id.nullish(),
  comment: z.string().nullish(),
  services: ids,
});

/** Every other line of the bot: of it only the severity counts. */
const otherLine = z.object({ time, level: z.number() });

export type DecisionEvent = z.infer<typeof decision>;
export type FeedbackEvent = z.infer<typeof feedback>;

export type LogEvent =
  | { readonly kind: "decision"; readonly decision: DecisionEvent }
  | { readonly kind: "feedback"; readonly feedback: FeedbackEvent }
  | { readonly kind: "other"; readonly isError: boolean }
  | { readonly kind: "malformed"; readonly why: string };

/** pino's number for "error"; "fatal" is above it. */
const ERROR_LEVEL = 50;

/**
 * Reads a line.
 * @param line as pino writes it; what a platform puts before it (a time, a stream's name) is passed over
 * @returns the event, or why there is none: names of fields, never their content, which may be a person's words
 */
export function readEvent(line: string): LogEvent {
  const start = line.indexOf("{");
  if (start < 0) return { kind: "malformed", why: "no JSON" };
  let parsed: unknown;
  try {
    parsed = JSON.parse(start === 0 ? line : line.slice(start));
  } catch {
    return { kind: "malformed", why: "JSON that is cut off or broken" };
  }
  return eventOf(parsed);
}

function eventOf(parsed: unknown): LogEvent {
  const name = typeof parsed === "object" && parsed !== null && "event" in parsed ? parsed.event : undefined;
  if (name === "decision") {
    const read = decision.safeParse(parsed);
    return read.success ? { kind: "decision", decision: read.data } : malformed(name, read.error);
  }
  if (name === "feedback") {
    const read = feedback.safeParse(parsed);
    return read.success ? { kind: "feedback", feedback: read.data } : malformed(name, read.error);
  }
  const read = otherLine.safeParse(parsed);
  if (!read.success) return { kind: "malformed", why: "JSON, but no line of the bot's log" };
  return { kind: "other", isError: read.data.level >= ERROR_LEVEL };
}

function malformed(name: string, error: z.ZodError): LogEvent {
  const fields = [...new Set(error.issues.map(({ path }) => path.map(String).join(".")))];
  return { kind: "malformed", why: `a ${name} whose ${fields.slice(0, 5).join(", ")} cannot be read` };
}
