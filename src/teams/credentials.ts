/** How the bot gets the token for its replies: one request for all turns that wait for it, held to a time limit. */
import {
  AppCredentials,
  type ServiceClientCredentials,
  type ServiceClientCredentialsFactory,
} from "botframework-connector";
import { SendError } from "./send";
import { withinTime } from "./within-time";

/** Milliseconds. The SDK's login client has no limit of its own, and a turn has 15 s. */
const LOGIN_LIMIT = 4_000;

/**
 * Credentials that share a token request.
 * @param inner makes the SDK's credentials, one for each connector client
 * @returns the same factory, except that its credentials never ask for a token while one is being asked for
 */
export function sharingTokens(inner: ServiceClientCredentialsFactory): ServiceClientCredentialsFactory {
  const made = new Map<string, Promise<ServiceClientCredentials>>();
  return {
    isValidAppId: (appId) => inner.isValidAppId(appId),
    isAuthenticationDisabled: () => inner.isAuthenticationDisabled(),
    createCredentials(appId, audience, loginEndpoint, validateAuthority) {
      const key = JSON.stringify([appId, audience, loginEndpoint]);
      const known = made.get(key);
      if (known) return known;
      const fresh = inner.createCredentials(appId, audience, loginEndpoint, validateAuthority).then(oneTokenAtATime);
      made.set(key, fresh);
      return fresh;
    },
  };
}

function oneTokenAtATime(credentials: ServiceClientCredentials): ServiceClientCredentials {
  if (!(credentials instanceof AppCredentials)) return credentials;
  const ask = credentials.getToken.bind(credentials);
  let asked: Promise<string> | undefined;
  credentials.getToken = () => {
    asked ??= token(ask()).finally(() => {
      asked = undefined;
    });
    return asked;
  };
  return credentials;
}

async function token(asked: Promise<string>): Promise<string> {
  try {
    return await withinTime(asked, LOGIN_LIMIT, "the login server");
  } catch (cause) {
    throw new SendError("no token for the connector", "later", { cause });
  }
}
