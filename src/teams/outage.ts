/** What the log says of a store that fails: once a minute what and how often, not five stacks a turn. */
import type { Log } from "../log";

/** Milliseconds between two lines on the same trouble. */
const SAY_AGAIN = 60_000;
/** Milliseconds without a failure, after which the store counts as back: some things may work while others fail. */
const QUIET = 10_000;

export type Outage = {
  /** @param what could not be done */
  readonly failed: (error: unknown, what: string) => void;
  readonly worked: () => void;
};

/** @param now milliseconds that only go forward */
export function outageLog(log: Log, now: () => number = () => performance.now()): Outage {
  let [failures, saidAt, failedAt] = [0, -Infinity, -Infinity];
  return {
    failed(err, what) {
      failures++;
      failedAt = now();
      if (failedAt - saidAt < SAY_AGAIN) return;
      log.warn({ err, failures }, `state: ${what} failed, going on without`);
      [failures, saidAt] = [0, failedAt];
    },
    worked() {
      if (saidAt === -Infinity || now() - failedAt < QUIET) return;
      log.info({ failures }, "state: the store answers again");
      [failures, saidAt] = [0, -Infinity];
    },
  };
}
