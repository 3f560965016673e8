/** The bot as a server runs it, in a process of its own: an app id, a managed identity, tokens in and out. */

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
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
      startBotProcess({ ...registration(appId, authority.metadataUrl), ...identity.settings, ...settings }),
    authorization(serviceUrl, parts) {
      if (parts) return bearer(appId, serviceUrl, parts);
      const stale = good.serviceUrl !== serviceUrl || performance.now() - good.at > TOKEN_AGE;
      if (stale) good = { header: bearer(appId, serviceUrl), serviceUrl, at: performance.now() };
      return good.header;
    },
    stop: () => Promise.all([authority.stop(), identity.stop()]),
  };
}

/** Bytes of memory that a process holds (Linux; elsewhere 0, and the bound on memory is not judged). */
export function memoryOf(pid: number | undefined): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Lines of the log that tell of a fault of ours, not of a reply that the connector did not take. */
export function errorsIn(bot: BotProcess): string[] {
  const lines = bot.output().split("\n");
  return lines.filter((line) => /"level":[56]0/.test(line) && !line.includes('"the reply was not sent"'));
}
