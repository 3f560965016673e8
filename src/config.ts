/** Settings: the environment in, a checked Config out. Reads nothing else, so that tests hand in an environment. */
import { isInsightsConnection, isStorageConnection } from "./connection-strings";
import { type Contact, parseContact } from "./contact";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Who the bot is to Microsoft. Only the two kinds of registration that can still be made. */
export type Identity =
  | {
      readonly type: "SingleTenant";
      readonly appId: string;
      readonly tenantId: string;
      readonly password: string;
    }
  | { readonly type: "UserAssignedMSI"; readonly appId: string; readonly tenantId: string };

/** Where tokens of Bot Framework come from; Bot Framework's own names, other than the defaults only in tests. */
export type TokenSource = { readonly issuer: string; readonly metadataUrl: string };

/** Where state is kept that all instances share. */
export type StateStore =
  | { readonly kind: "connection string"; readonly connectionString: string; readonly container: string }
  /** With a managed identity: no secret. */
  | { readonly kind: "account"; readonly accountUrl: string; readonly container: string };

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Config = {
  /** Undefined: local use, nobody is asked who they are, so only loopback is listened to. */
  readonly identity: Identity | undefined;
  readonly tokens: TokenSource;
  readonly host: string;
  readonly port: number;
  readonly allowedTenants: ReadonlySet<string> | "any";
  /** Undefined: the memory of this process. */
  readonly state: StateStore | undefined;
  readonly logLevel: LogLevel;
  readonly logQuestions: boolean;
  readonly expertContact: Contact | undefined;
  /** Connection string of Application Insights; undefined: nothing is measured. */
  readonly insights: string | undefined;
};

const PUBLIC_CLOUD: TokenSource = {
  issuer: "https://api.botframework.com",
  metadataUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
};
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Azure's rule for a container's name. */
const CONTAINER = /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

/** The settings being read and what was wrong with them so far. */
type Reading = { readonly environment: Environment; readonly faults: string[] };

/**
 * Whether only this machine can reach the host.
 * @param host a host name or address, as in HOST or in a URL
 */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/**
 * Reads the settings.
 * @param environment names and values, such as process.env; blank values count as not set
 * @throws Error that names every fault at once, each with its remedy
 */
export function readConfig(environment: Environment): Config {
  const reading: Reading = { environment, faults: [] };
  const identity = readIdentity(reading);
  const config: Config = {
    identity,
    tokens: readTokenSource(reading),
    host: readHost(reading, identity),
    port: readPort(reading),
    allowedTenants: readTenants(reading, identity),
    state: readState(reading),
    logLevel: readLogLevel(reading),
    logQuestions: readSwitch(reading, "LOG_QUESTIONS"),
    expertContact: readContact(reading),
    insights: readInsights(reading),
  };
  if (reading.faults.length === 0) return config;
  throw new Error(`The settings have ${reading.faults.length} fault(s):\n${reading.faults.map(bullet).join("\n")}`);
}

function bullet(fault: string): string {
  return `  - ${fault}`;
}

function value(reading: Reading, name: string): string | undefined {
  const found = reading.environment[name]?.trim();
  return found === "" ? undefined : found;
}

function readIdentity(reading: Reading): Identity | undefined {
  const appId = guid(reading, "MicrosoftAppId", "copy it from the bot's registration in the Azure portal");
  if (value(reading, "MicrosoftAppId") === undefined) return withoutIdentity(reading);
  const tenantId = guid(reading, "MicrosoftAppTenantId", "copy the directory (tenant) id of the bot's registration");
  if (value(reading, "MicrosoftAppTenantId") === undefined) {
    reading.faults.push(
      "MicrosoftAppTenantId is missing: set it to the directory (tenant) id of the bot's registration",
    );
  }
  return (value(reading, "MicrosoftAppType") ?? "SingleTenant").toLowerCase() === "userassignedmsi"
    ? managedIdentity(reading, appId, tenantId)
    : singleTenant(reading, appId, tenantId);
}

/** MicrosoftAppType alone says nothing: .env.example has it filled in. */
function withoutIdentity(reading: Reading): undefined {
  for (const name of ["MicrosoftAppTenantId", "MicrosoftAppPassword"]) {
    if (value(reading, name) === undefined) continue;
    reading.faults.push(`${name} is set and MicrosoftAppId is not: set both, or neither for local use without Teams`);
  }
  if (value(reading, "MicrosoftAppType")?.toLowerCase() === "userassignedmsi") {
    reading.faults.push("MicrosoftAppType is UserAssignedMSI and MicrosoftAppId is not set: set it, or leave both out");
  }
  return undefined;
}

function managedIdentity(reading: Reading, appId: string, tenantId: string): Identity {
  if (value(reading, "MicrosoftAppPassword") !== undefined) {
    reading.faults.push(
      "MicrosoftAppPassword is set, but MicrosoftAppType is UserAssignedMSI, which has none: remove the password",
    );
  }
  return { type: "UserAssignedMSI", appId, tenantId };
}

function singleTenant(reading: Reading, appId: string, tenantId: string): Identity {
  const type = value(reading, "MicrosoftAppType") ?? "SingleTenant";
  if (type.toLowerCase() !== "singletenant") {
    reading.faults.push(
      `MicrosoftAppType is "${type}": write SingleTenant or UserAssignedMSI (multi-tenant bots can no longer be registered)`,
    );
    return { type: "UserAssignedMSI", appId, tenantId };
  }
  const password = value(reading, "MicrosoftAppPassword");
  if (password === undefined) {
    reading.faults.push(
      "MicrosoftAppPassword is missing: set it to a client secret of the app registration, or set MicrosoftAppType to UserAssignedMSI",
    );
  }
  return { type: "SingleTenant", appId, tenantId, password: password ?? "" };
}

function guid(reading: Reading, name: string, remedy: string): string {
  const found = value(reading, name);
  if (found !== undefined && !GUID.test(found)) reading.faults.push(`${name} is not a GUID: ${remedy}`);
  return found?.toLowerCase() ?? "";
}

function readTokenSource(reading: Reading): TokenSource {
  const metadataUrl = value(reading, "ToBotFromChannelOpenIdMetadataUrl") ?? PUBLIC_CLOUD.metadataUrl;
  const issuer = value(reading, "ToBotFromChannelTokenIssuer") ?? PUBLIC_CLOUD.issuer;
  if (!isSafeSource(metadataUrl)) {
    reading.faults.push(
      "ToBotFromChannelOpenIdMetadataUrl is neither an https address nor on loopback: leave it out, the default is Bot Framework's",
    );
  }
  return { issuer, metadataUrl };
}

function isSafeSource(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}

function readHost(reading: Reading, identity: Identity | undefined): string {
  const host = value(reading, "HOST") ?? (identity ? "0.0.0.0" : "127.0.0.1");
  if (!identity && !isLoopback(host) && value(reading, "MicrosoftAppId") === undefined) {
    reading.faults.push(
      `HOST is "${host}" and MicrosoftAppId is not set: without an app id the bot would answer anybody, so set MicrosoftAppId, or leave HOST out for local use`,
    );
  }
  return host;
}

function readPort(reading: Reading): number {
  const found = value(reading, "PORT") ?? "3978";
  const port = /^\d{1,5}$/.test(found) ? Number(found) : Number.NaN;
  if (port >= 0 && port <= 65535) return port;
  reading.faults.push(`PORT is "${found}": write a whole number from 0 to 65535 (0 takes any free port)`);
  return 0;
}

function readTenants(reading: Reading, identity: Identity | undefined): ReadonlySet<string> | "any" {
  const found = value(reading, "ALLOWED_TENANTS");
  if (found === undefined) return identity ? new Set([identity.tenantId]) : "any";
  if (found === "*") return "any";
  const tenants = found.split(/[\s,;]+/).filter((part) => part !== "");
  for (const tenant of tenants.filter((part) => !GUID.test(part))) {
    reading.faults.push(`ALLOWED_TENANTS has "${tenant}": write tenant ids (GUIDs) with commas between them, or *`);
  }
  if (tenants.length === 0) {
    reading.faults.push("ALLOWED_TENANTS names no tenant: write tenant ids with commas between them, * or nothing");
  }
  return new Set(tenants.map((tenant) => tenant.toLowerCase()));
}

function readState(reading: Reading): StateStore | undefined {
  const connectionString = value(reading, "STATE_CONNECTION_STRING");
  const accountUrl = value(reading, "STATE_STORAGE_URL");
  const container = value(reading, "STATE_CONTAINER") ?? "region-guide";
  if (!CONTAINER.test(container)) {
    reading.faults.push(
      `STATE_CONTAINER is "${container}": write 3 to 63 small letters, digits and single hyphens, as Azure wants it`,
    );
  }
  if (connectionString !== undefined && accountUrl !== undefined) {
    reading.faults.push("STATE_CONNECTION_STRING and STATE_STORAGE_URL are both set: keep one of them");
  }
  if (connectionString !== undefined) return withConnectionString(reading, connectionString, container);
  return accountUrl === undefined ? undefined : withAccount(reading, accountUrl, container);
}

/** The fault never repeats the string, which holds a key. */
function withConnectionString(reading: Reading, connectionString: string, container: string): StateStore {
  if (!isStorageConnection(connectionString)) {
    reading.faults.push(
      "STATE_CONNECTION_STRING is no connection string: copy it from the storage account's access keys, whole",
    );
  }
  return { kind: "connection string", connectionString, container };
}

/** A query would be a signature, which is a secret and no use to a managed identity: it is not repeated. */
function withAccount(reading: Reading, accountUrl: string, container: string): StateStore {
  const url = URL.canParse(accountUrl) ? new URL(accountUrl) : undefined;
  const bare = accountUrl.split(/[?#]/)[0] ?? "";
  if (url?.protocol !== "https:" || bare !== accountUrl || url.username !== "") {
    const shown = url?.username ? "no address alone" : `"${bare}"${bare === accountUrl ? "" : " and more"}`;
    reading.faults.push(
      `STATE_STORAGE_URL is ${shown}: write https://<storage account>.blob.core.windows.net, or set STATE_CONNECTION_STRING`,
    );
  }
  return { kind: "account", accountUrl, container };
}

function readLogLevel(reading: Reading): LogLevel {
  const found = value(reading, "LOG_LEVEL")?.toLowerCase() ?? "info";
  const level = LOG_LEVELS.find((known) => known === found);
  if (level === undefined) reading.faults.push(`LOG_LEVEL is "${found}": write one of ${LOG_LEVELS.join(", ")}`);
  return level ?? "info";
}

function readSwitch(reading: Reading, name: string): boolean {
  const found = value(reading, name)?.toLowerCase() ?? "false";
  if (["true", "1", "yes", "on"].includes(found)) return true;
  if (!["false", "0", "no", "off"].includes(found)) reading.faults.push(`${name} is "${found}": write true or false`);
  return false;
}

function readContact(reading: Reading): Contact | undefined {
  const found = value(reading, "EXPERT_CONTACT");
  if (found === undefined) return undefined;
  const contact = parseContact(found);
  if (contact === undefined) {
    reading.faults.push(
      `EXPERT_CONTACT is "${found}": write a sign-in address in Teams, mailto: and a mail address, or an https address`,
    );
  }
  return contact;
}

/** The fault never repeats the string, with which anybody could send figures. */
function readInsights(reading: Reading): string | undefined {
  const found = value(reading, "APPLICATIONINSIGHTS_CONNECTION_STRING");
  if (found !== undefined && !isInsightsConnection(found)) {
    reading.faults.push(
      "APPLICATIONINSIGHTS_CONNECTION_STRING is no connection string: copy it from the overview of Application Insights, whole",
    );
  }
  return found;
}
