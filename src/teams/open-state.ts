/** The state that the settings ask for. */
import type { Config } from "../config";
import type { Log } from "../log";
import type { State } from "./state";

/** Milliseconds. Nothing is read after its time, so tidying up late costs only space. */
const SWEEP_EVERY = 3_600_000;

/**
 * Opens the state; needs no answer from the store, since a store that is down must not keep the bot from starting.
 * @returns nothing where none is set, or a store that all instances share, tidied up every hour by one of them
 */
export async function openState({ state, identity }: Config, log: Log): Promise<State | undefined> {
  if (!state) return undefined;
  // Loaded only here: the storage and identity libraries cost memory and a third of a second at the start.
  const { blobState, containerOf } = await import("./blob-state.js");
  const shared = blobState(containerOf(state, identity));
  // So that the first message finds its container and an open connection; a failure shows at the first message, too.
  shared.ready().catch(() => {});
  const sweep = async () => {
    try {
      // Whoever claims this hour does it.
      const claim = await shared.claim(`sweep ${Math.floor(Date.now() / SWEEP_EVERY)}`);
      if (claim.kind !== "mine") return;
      log.info({ gone: await shared.sweep() }, "old state deleted");
    } catch (error) {
      log.warn({ err: error }, "old state could not be deleted");
    }
  };
  setInterval(sweep, SWEEP_EVERY).unref();
  return shared;
}
