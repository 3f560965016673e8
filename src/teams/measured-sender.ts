/** Notes of each reply whether it arrived and how long that took; sends nothing itself. */
import type { HttpClient } from "botbuilder-stdlib/lib/azureCoreHttpCompat";
import type { Telemetry } from "../telemetry/telemetry";
import { SendError } from "./send";

export function measuredSender(sender: HttpClient, telemetry: Telemetry): HttpClient {
  return {
    async sendRequest(request) {
      const started = performance.now();
      const note = (delivered: Parameters<Telemetry["sent"]>[0]) =>
        telemetry.sent(delivered, performance.now() - started);
      try {
        const response = await sender.sendRequest(request);
        note("yes");
        return response;
      } catch (error) {
        note(error instanceof SendError ? error.delivered : "maybe");
        throw error;
      }
    },
  };
}
