/** What Azure puts beside an app that has a managed identity: an address on the machine that gives tokens. */
import { createServer } from "node:http";
import type { Environment } from "../../../src/config";
import { close, listen } from "./connector";

export type IdentityEndpoint = {
  /** For the environment of the bot's process. */
  readonly settings: Environment;
  readonly stop: () => Promise<void>;
};

export async function startIdentityEndpoint(): Promise<IdentityEndpoint> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
    const expires = Math.floor(Date.now() / 1000) + 24 * 3_600;
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        access_token: `token-for-${searchParams.get("client_id")}`,
        expires_on: String(expires),
        resource: searchParams.get("resource"),
        token_type: "Bearer",
      }),
    );
  });
  const url = await listen(server);
  return {
    settings: { IDENTITY_ENDPOINT: `${url}/msi/token`, IDENTITY_HEADER: "a-secret-of-the-platform" },
    stop: () => close(server),
  };
}
