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
import { createSigningKeys, KeysUnavailable } from "./signing-keys";

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
  readonly #issuer: string | undefined;
  readonly #httpClient: HttpClient;
  #connectors: ConnectorFactory | undefined;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor(options: AuthenticationOptions) {
    super();
    this.#inner = innerAuthentication(options);
    this.#issuer = options.identity ? options.tokens.issuer : undefined;
    this.#httpClient = options.httpClient;
    boundSigningKeys(options.tokens.metadataUrl);
  }

  /**
   * Checks who sent an activity.
   * @throws Refusal 401 for any token that is not right, 503 where the keys to check it cannot be had in time
   */
  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    if (this.#issuer !== undefined) checkClaims(claimsOf(header), this.#issuer);
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
function boundSigningKeys(metadataUrl: string): void {
  const keys = createSigningKeys(metadataUrl);
  const { openIdMetadata } = new JwtTokenExtractor({}, metadataUrl, []);
  openIdMetadata.getKey = (id) => keys.find(id);
}

type Claims = { readonly iss?: unknown; readonly exp?: unknown };

/**
 * Turns away what the SDK would let in by another door: tokens of emulators, skills and other bots have other issuers,
 * and it would check those by other rules, without the service address; a token without an end it takes for ever.
 */
function checkClaims(claims: Claims, issuer: string): void {
  if (claims.iss !== issuer) throw new Refusal(401, "not Bot Framework");
  if (typeof claims.exp !== "number") throw new Refusal(401, "a token without an end");
}

/** What a token claims, unchecked; nothing where it is no token. */
function claimsOf(header: string): Claims {
  try {
    const claims: unknown = JSON.parse(Buffer.from(header.split(".")[1] ?? "", "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null ? claims : {};
  } catch {
    return {};
  }
}
