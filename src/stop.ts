/** How the bot ends: what asks it to, and how long all of it may take. */
import type { Log } from "./log";
import type { BotServer } from "./teams/server";
import type { Telemetry } from "./telemetry/telemetry";

/** Milliseconds for all of it; the platform ends a process that takes much longer. */
const STOP_LIMIT = 10_000;
/** Milliseconds. A terminal's Ctrl-C reaches the bot twice under npm, from both; a person who means it asks later. */
const SAME_WISH = 2_000;
/** The platform, Ctrl-C, a terminal that closes, and the end of `npm start` (which holds the other end of the channel). */
const REASONS = ["SIGTERM", "SIGINT", "SIGHUP", "disconnect"];

/** Ends the process once its turns are done, with 0; asked again after two seconds, at once, with 1. */
export function stopWhenAsked(server: BotServer, telemetry: Telemetry, log: Log): void {
  let askedAt: number | undefined;
  const asked = (reason: string): void => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      log.info({ reason }, "stopping");
      void stop(server, telemetry).then(() => process.exit(0));
    } else if (performance.now() - askedAt > SAME_WISH) process.exit(1);
  };
  for (const reason of REASONS) process.on(reason, () => asked(reason));
  process.channel?.unref();
}

/** One deadline: what the turns leave of the time is the figures'. */
async function stop(server: BotServer, telemetry: Telemetry): Promise<void> {
  const until = performance.now() + STOP_LIMIT;
  await server.stop();
  await telemetry.stop(until - performance.now());
}
