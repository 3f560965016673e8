/** The bot as a server runs it, in a process of its own: an app id, a managed identity, tokens in and out. */

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "../../src/config";
import { bearer, startAuthority, type TokenParts } from "../../test/teams/support/authority";
import { startIdentityEndpoint } from "../../test/teams/support/identity-endpoint";
import { type BotProcess, startBotProcess } from "../../test/teams/support/process";
import { registration } from "../../test/teams/support/registered";

export type Site = {
  readonly appId: string;
  /** Starts the bot with the settings of a server, and these. */
  readonly start: (settings?: Environment) => Promise<BotProcess>;
  /** The header of a token; a right one serves for minutes, as those of Teams do. */
  readonly authorization: (serviceUrl: string, parts?: TokenParts) => string;
  readonly stop: () => Promise<unknown>;
};

/** Milliseconds; tokens are good for ten minutes. */
const TOKEN_AGE = 300_000;

export async function startSite(): Promise<Site> {
  const appId = randomUUID();
  const [authority, identity] = await Promise.all([startAuthority(), startIdentityEndpoint()]);
  let good = { header: "", serviceUrl: "", at: Number.NEGATIVE_INFINITY };
  return {
    appId,
    start: (settings = {}) =>
      startBotProcess({ ...registration(appId, authority.metadataUrl), ...identity.settings, ...settings }, LIVE_HOOK),
    authorization(serviceUrl, parts) {
      if (parts) return bearer(appId, serviceUrl, parts);
      const stale = good.serviceUrl !== serviceUrl || performance.now() - good.at > TOKEN_AGE;
      if (stale) good = { header: bearer(appId, serviceUrl), serviceUrl, at: performance.now() };
      return good.header;
    },
    stop: () => Promise.all([authority.stop(), identity.stop()]),
  };
}

/** Beside the bot's own program: collects garbage when it is told to, and says what is left. */
const LIVE_HOOK = [
  "--expose-gc",
  "--import",
  `data:text/javascript,${encodeURIComponent(
    'process.on("SIGUSR2", () => { gc(); process.stderr.write("LIVE " + process.memoryUsage().heapUsed + "\\n"); });',
  )}`,
];

/** Megabytes: alive after a collection, which is where a leak shows, and all that the process holds, garbage included. */
export type Memory = { readonly live: number; readonly held: number };

/** Has the bot collect its garbage, which holds it up for some 50 ms, and looks. */
export async function memoryOf(bot: BotProcess): Promise<Memory> {
  const said = () => bot.output().match(/^LIVE \d+$/gm) ?? [];
  const before = said().length;
  bot.child.kill("SIGUSR2");
  while (said().length === before) await sleep(20);
  return { live: Number(said().at(-1)?.slice("LIVE ".length)) / 1e6, held: heldBy(bot.child.pid) };
}

/** Linux only; elsewhere not a number, which is shown and not judged. */
function heldBy(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1e3;
  } catch {
    return Number.NaN;
  }
}

/** Lines of the log that tell of a fault of ours, not of a reply that the connector did not take. */
export function errorsIn(bot: BotProcess): string[] {
  const lines = bot.output().split("\n");
  return lines.filter((line) => /"level":[56]0/.test(line) && !line.includes('"the reply was not sent"'));
}
