/** How the bot proves who it is, without a login server: a token of the test's own, as often as it is asked for. */
import { AppCredentials, type ServiceClientCredentialsFactory } from "botframework-connector";

export type TestCredentials = {
  readonly factory: ServiceClientCredentialsFactory;
  /** Gives the next tokens. */
  login: () => Promise<string>;
  /** How often the login server was asked. */
  readonly asked: () => number;
};

/** @param appId the bot's; tokens are kept by the SDK for each app id, so a test that counts takes one of its own */
export function testCredentials(appId: string): TestCredentials {
  let asked = 0;
  class Credentials extends AppCredentials {
    async refreshToken() {
      asked++;
      return { accessToken: await credentials.login(), expiresOn: new Date(Date.now() + 3_600_000) };
    }
  }
  const credentials: TestCredentials = {
    login: async () => `token-${asked}`,
    asked: () => asked,
    factory: {
      isValidAppId: async (id) => id === appId,
      isAuthenticationDisabled: async () => false,
      createCredentials: async (id, audience) => new Credentials(id, undefined, audience),
    },
  };
  return credentials;
}
