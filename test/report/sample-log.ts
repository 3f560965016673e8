/** A log as the bot writes it: through the bot's own log, with made-up turns. */
import { createLog } from "../../src/log";

export const NOON = Date.UTC(2026, 10, 24, 12);

export type Fields = Readonly<Record<string, unknown>>;

/** A decision with what the test does not care about filled in. */
export function decision(fields: Fields): Fields {
  return {
    event: "decision",
    services: [],
    regions: [],
    confidence: 1,
    candidates: [],
    surface: "message",
    scope: "personal",
    ms: 1.5,
    ...fields,
  };
}

export function declined(question: string, more: Fields = {}): Fields {
  return decision({ kind: "decline", reason: "no-match", question, ...more });
}

export function near(...services: string[]): Fields {
  return { candidates: services.map((service) => ({ service, confidence: 0.5 })) };
}

/** @returns the lines as pino writes them, each with its end, a second apart from noon on */
export function logText(events: readonly Fields[]): string {
  let text = "";
  const log = createLog("info", false, (line) => {
    text += line;
  });
  const turnLog = log.child({ turn: "6f0a8f0e-0000-4000-8000-000000000000" });
  events.forEach((fields, i) => {
    // The clock is pino's own, so the time that the test wants takes its place in the line.
    turnLog.info({ ...fields, at: NOON + i * 1000 }, String(fields["event"] ?? "something else"));
  });
  return text.replace(/"time":\d+(.*?),"at":(\d+)/g, '"time":$2$1');
}
