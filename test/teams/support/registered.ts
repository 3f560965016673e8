/** A bot as Azure knows it: with an app id and a tenant, tokens in from an authority and out from a login, on loopback. */
import { randomUUID } from "node:crypto";
import type { Environment } from "../../../src/config";
import type { ServerOptions } from "../../../src/teams/server";
import { type Authority, bearer, startAuthority, type TokenParts } from "./authority";
import { captured, startBot, type TestBot } from "./bot";
import type { Activity } from "./connector";
import { type TestCredentials, testCredentials } from "./credentials";

export const TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

export type RegisteredBot = TestBot & {
  readonly appId: string;
  readonly authority: Authority;
  readonly credentials: TestCredentials;
  /** Sends a question with a token that is right but for the parts given. */
  readonly ask: (parts?: TokenParts, changes?: Activity) => Promise<Response>;
};

export async function startRegisteredBot(
  environment: Environment = {},
  options: Partial<ServerOptions> = {},
): Promise<RegisteredBot> {
  const appId = randomUUID();
  const authority = await startAuthority();
  const credentials = testCredentials(appId);
  const settings = { ...registration(appId, authority.metadataUrl), ...environment };
  const bot = await startBot(settings, { credentials: credentials.factory, ...options });
  return {
    ...bot,
    appId,
    authority,
    credentials,
    ask(parts = {}, changes = {}) {
      const activity = captured("message-personal", bot.connector, { ...inTenant(TENANT), ...changes });
      return bot.post(activity, { authorization: bearer(appId, bot.connector.url, parts) });
    },
    async stop() {
      await bot.stop();
      await authority.stop();
    },
  };
}

/** Settings of a managed identity, whose keys come from the authority. */
export function registration(appId: string, metadataUrl: string): Environment {
  return {
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: TENANT,
    MicrosoftAppType: "UserAssignedMSI",
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
  };
}

/** What an activity of a personal chat says about its tenant, in both places. */
export function inTenant(id: string | undefined, channelTenant: string | undefined = id): Activity {
  return {
    conversation: { id: "a-chat", conversationType: "personal", tenantId: id },
    channelData: { tenant: { id: channelTenant } },
  };
}
