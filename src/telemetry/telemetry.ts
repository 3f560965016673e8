/** What is measured while the bot runs. Figures and ids only: no words, no names, no tenants. */
import type { Decision } from "../responder";

export type Telemetry = {
  /**
   * Runs one request as a trace; what is noted while it runs belongs to that trace.
   * @param id the turn's trace id, as the log has it
   * @param run returns the status that the caller got
   */
  turn(id: string, run: () => Promise<number>): Promise<void>;
  /** @param type of an activity whose sender was let in, one of a few (activityType in teams/bot.ts) */
  received(type: string): void;
  /** @param ms to decide and draw */
  decided(kind: Decision["kind"], by: "text" | "tap", ms: number): void;
  /** @param delivered "yes", or what is known of a reply that the connector did not take (Delivery in teams/send.ts) */
  sent(delivered: "yes" | "no" | "later" | "maybe", ms: number): void;
  /** A reply is sent again, since the connector asked to wait. */
  resent(): void;
  /** The store for state could not do something in time. */
  stateFailed(): void;
  /** An answer could not be made; the person got one honest sentence. */
  failed(): void;
  /**
   * Sends what is not sent yet. Never rejects.
   * @param limit milliseconds that are left for it; it takes three seconds at most
   */
  stop(limit?: number): Promise<void>;
};

/** Measures nothing, and costs nothing. */
export const NO_TELEMETRY: Telemetry = {
  async turn(_, run) {
    await run();
  },
  received() {},
  decided() {},
  sent() {},
  resent() {},
  stateFailed() {},
  failed() {},
  async stop() {},
};
