/** Measures what is handed to it and changes nothing else about it. */
import type { Responder } from "../responder";
import type { Telemetry } from "./telemetry";

/** @returns a responder that notes each decision and how long it took */
export function measuredResponder(responder: Responder, telemetry: Telemetry): Responder {
  return {
    ...responder,
    respond(message, context, now) {
      const started = performance.now();
      try {
        const turn = responder.respond(message, context, now);
        telemetry.decided(turn.reply.decision.kind, message.kind, performance.now() - started);
        return turn;
      } catch (error) {
        // By contract it never throws; the bot has its answer to that, too.
        telemetry.failed();
        throw error;
      }
    },
  };
}
