/**
 * Who may come in, and one connector client for all that go out. The SDK checks the tokens; this keeps out what the
 * SDK would let pass by another door, bounds what it waits for, and reuses what it makes anew for every turn.
 */
import type { Activity } from "botbuilder-core";
import { ConfigurationServiceClientCredentialFactory } from "botbuilder-core";
import type { HttpClient } from "botbuilder-stdlib/lib/azureCoreHttpCompat";
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  type BotFrameworkClient,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from "botframework-connector";
import { JwtTokenExtractor } from "botframework-connector/lib/auth/jwtTokenExtractor";
import { LRUCache } from "lru-cache";
import type { Identity, TokenSource } from "../config";
import { sharingTokens } from "./credentials";
import { sendingDirectly } from "./direct-client";
import { Refusal } from "./refusal";
import { createSigningKeys, KeysUnavailable, type SigningKeys } from "./signing-keys";
import { createTokenCheck, type TokenCheck } from "./token";

/** Bot Framework's name for calls that come from its public cloud. */
const CALLER = "urn:botframework:azure";

/** More than Teams has regions; each tenant of a region has an address of its own, though. */
const MOST_CLIENTS = 500;

export type AuthenticationOptions = {
  readonly identity: Identity | undefined;
  readonly tokens: TokenSource;
  /** Sends the replies. */
  readonly httpClient: HttpClient;
  /** How the bot proves who it is; tests hand in their own, since they reach no login server. */
  readonly credentials?: ServiceClientCredentialsFactory | undefined;
};

/** The SDK's authentication with a narrower door. */
export class ChannelAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #tokens: TokenCheck | undefined;
  readonly #httpClient: HttpClient;
  #connectors: ConnectorFactory | undefined;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor(options: AuthenticationOptions) {
    super();
    this.#inner = innerAuthentication(options);
    this.#httpClient = options.httpClient;
    const keys = boundSigningKeys(options.tokens.metadataUrl);
    const { identity, tokens } = options;
    this.#tokens = identity && createTokenCheck({ identity, issuer: tokens.issuer, keys });
  }

  /**
   * Checks what the header alone proves, for whoever wants to know it before the activity is there.
   * @throws Refusal 401 or 503
   */
  async checkToken(header: string): Promise<void> {
    await this.#tokens?.check(header);
  }

  /**
   * Checks who sent an activity.
   * @throws Refusal 401 for any token that is not right, 503 where the keys to check it cannot be had in time
   */
  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    // Also keeps out what the SDK lets in by other doors: tokens of emulators, skills and other bots have other issuers,
    // and it would check those without the service address; a token without an end it takes for ever.
    await this.checkToken(header);
    try {
      const result = await this.#inner.authenticateRequest(activity, header);
      return { ...result, connectorFactory: this.createConnectorFactory(result.claimsIdentity) };
    } catch (cause) {
      // The SDK throws its own error for some faults of a token and jsonwebtoken's for others, and that is a 500.
      throw new Refusal(cause instanceof KeysUnavailable ? 503 : 401, "the token was not accepted", { cause });
    }
  }

  /** The same factory for each turn: all turns have the same app id, which is what a factory depends on. */
  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    this.#connectors ??= new ReusingConnectorFactory(this.#inner.createConnectorFactory(identity), this.#httpClient);
    return this.#connectors;
  }

  /** The SDK asks for one each turn. Nobody signs in here, so one serves all. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= this.#inner.createUserTokenClient(identity);
    return this.#userTokens;
  }

  override authenticateChannelRequest(): Promise<ClaimsIdentity> {
    throw new Refusal(403, "skills are not served");
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw new Refusal(403, "streaming is not served");
  }

  override createBotFrameworkClient(): BotFrameworkClient {
    throw new Error("This bot calls no skills.");
  }
}

/** Keeps one client for each address and audience instead of making a new one for each turn. */
class ReusingConnectorFactory extends ConnectorFactory {
  readonly #clients = new LRUCache<string, Promise<ConnectorClient>>({ max: MOST_CLIENTS });

  constructor(
    private readonly inner: ConnectorFactory,
    private readonly httpClient: HttpClient,
  ) {
    super();
  }

  override create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const key = JSON.stringify([serviceUrl, audience]);
    const known = this.#clients.get(key);
    if (known) return known;
    const made = this.#make(serviceUrl, audience);
    this.#clients.set(key, made);
    made.catch(() => this.#clients.delete(key));
    return made;
  }

  async #make(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    return sendingDirectly(await this.inner.create(serviceUrl, audience), serviceUrl, this.httpClient);
  }
}

function innerAuthentication(options: AuthenticationOptions): BotFrameworkAuthentication {
  return BotFrameworkAuthenticationFactory.create(
    "",
    true,
    AuthenticationConstants.ToChannelFromBotLoginUrl,
    AuthenticationConstants.ToChannelFromBotOAuthScope,
    options.tokens.issuer,
    AuthenticationConstants.OAuthUrl,
    options.tokens.metadataUrl,
    AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    CALLER,
    sharingTokens(options.credentials ?? credentialsOf(options.identity)),
    { requiredEndorsements: [] },
    undefined,
    { httpClient: options.httpClient },
  );
}

function credentialsOf(identity: Identity | undefined): ServiceClientCredentialsFactory {
  if (!identity) return new ConfigurationServiceClientCredentialFactory();
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: identity.appId,
    MicrosoftAppTenantId: identity.tenantId,
    MicrosoftAppType: identity.type,
    ...(identity.type === "SingleTenant" ? { MicrosoftAppPassword: identity.password } : {}),
  });
}

/**
 * Puts keys with a time limit under the SDK's check. The SDK keeps one place for keys per address in a cache of its
 * own, and looks keys up through its `getKey`; there is no option for either.
 */
function boundSigningKeys(metadataUrl: string): SigningKeys {
  const keys = createSigningKeys(metadataUrl);
  const { openIdMetadata } = new JwtTokenExtractor({}, metadataUrl, []);
  openIdMetadata.getKey = (id) => keys.find(id);
  return keys;
}
