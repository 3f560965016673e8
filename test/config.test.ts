import { type Environment, isLoopback, readConfig } from "../src/config";

const APP = "11111111-2222-3333-4444-555555555555";
const TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
const OTHER = "99999999-bbbb-cccc-dddd-eeeeeeeeeeee";
const REGISTERED = { MicrosoftAppId: APP, MicrosoftAppTenantId: TENANT, MicrosoftAppPassword: "secret" };
const MANAGED = { MicrosoftAppId: APP, MicrosoftAppTenantId: TENANT, MicrosoftAppType: "UserAssignedMSI" };

test("nothing set: local use, on this machine only", () => {
  expect(readConfig({})).toEqual({
    identity: undefined,
    tokens: {
      issuer: "https://api.botframework.com",
      metadataUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
    },
    host: "127.0.0.1",
    port: 3978,
    allowedTenants: "any",
    state: undefined,
    logLevel: "info",
    logQuestions: false,
    expertContact: undefined,
    insights: undefined,
  });
});

test("blank values, as in .env.example, count as not set", () => {
  expect(readConfig({ MicrosoftAppId: "", MicrosoftAppPassword: " ", PORT: "", ALLOWED_TENANTS: "" })).toEqual(
    readConfig({}),
  );
});

test("a single-tenant registration listens to everybody and serves its own tenant", () => {
  const config = readConfig(REGISTERED);
  expect(config.identity).toEqual({ type: "SingleTenant", appId: APP, tenantId: TENANT, password: "secret" });
  expect(config.host).toBe("0.0.0.0");
  expect(config.allowedTenants).toEqual(new Set([TENANT]));
});

test.each(["UserAssignedMSI", "userassignedmsi"])("a managed identity has no password (%s)", (type) => {
  const { identity } = readConfig({ ...MANAGED, MicrosoftAppType: type });
  expect(identity).toEqual({ type: "UserAssignedMSI", appId: APP, tenantId: TENANT });
});

test("an app id is compared as tokens write it: in lower case", () => {
  expect(readConfig({ ...MANAGED, MicrosoftAppId: APP.toUpperCase() }).identity?.appId).toBe(APP);
});

test.each<[string, string, unknown]>([
  ["*", "any", undefined],
  [`${TENANT}, ${OTHER.toUpperCase()}`, "a list", new Set([TENANT, OTHER])],
])("ALLOWED_TENANTS %s", (value, _, expected) => {
  expect(readConfig({ ...REGISTERED, ALLOWED_TENANTS: value }).allowedTenants).toEqual(expected ?? "any");
});

test.each([
  ["ada@contoso.com", { kind: "teams-user", address: "ada@contoso.com" }],
  ["mailto:cloud-team@contoso.com", { kind: "mail", address: "cloud-team@contoso.com" }],
  [
    "https://teams.microsoft.com/l/channel/19%3Aa",
    { kind: "link", url: "https://teams.microsoft.com/l/channel/19%3Aa" },
  ],
])("EXPERT_CONTACT %s", (setting, contact) => {
  expect(readConfig({ EXPERT_CONTACT: setting }).expertContact).toEqual(contact);
});

test("the connection string of Application Insights is kept as it is", () => {
  const insights = `InstrumentationKey=${APP};IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/`;
  expect(readConfig({ APPLICATIONINSIGHTS_CONNECTION_STRING: ` ${insights} ` }).insights).toBe(insights);
});

test("a connection string that is none is not repeated", () => {
  expect(() => readConfig({ APPLICATIONINSIGHTS_CONNECTION_STRING: "the-secret" })).toThrow(
    /^(?!.*the-secret)[\s\S]*APPLICATIONINSIGHTS_CONNECTION_STRING is no connection string: copy it/,
  );
});

const CONNECTION = "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=a2V5;EndpointSuffix=core.windows.net";

test.each<[string, Environment, unknown]>([
  [
    "a connection string",
    { STATE_CONNECTION_STRING: CONNECTION },
    { kind: "connection string", connectionString: CONNECTION, container: "region-guide" },
  ],
  [
    "an account for a managed identity",
    { STATE_STORAGE_URL: "https://contoso.blob.core.windows.net", STATE_CONTAINER: "bot-state" },
    { kind: "account", accountUrl: "https://contoso.blob.core.windows.net", container: "bot-state" },
  ],
])("state shared by instances: %s", (_, environment, expected) => {
  expect(readConfig(environment).state).toEqual(expected);
});

test.each<[string, Environment, RegExp]>([
  ["two places for state", { STATE_CONNECTION_STRING: CONNECTION, STATE_STORAGE_URL: "https://x.net" }, /keep one/],
  ["an account without encryption", { STATE_STORAGE_URL: "http://contoso.blob.core.windows.net" }, /write https:/],
  ["an account by name", { STATE_STORAGE_URL: "contoso" }, /STATE_STORAGE_URL is "contoso": write https:/],
  ["a container in capitals", { STATE_CONTAINER: "State" }, /STATE_CONTAINER is "State": write 3 to 63/],
  ["a key alone", { STATE_CONNECTION_STRING: "a2V5" }, /copy it from the storage account's access keys/],
  ["an app id that is none", { ...REGISTERED, MicrosoftAppId: "my-bot" }, /MicrosoftAppId is not a GUID: copy it/],
  ["no tenant", { ...REGISTERED, MicrosoftAppTenantId: "" }, /MicrosoftAppTenantId is missing: set it/],
  ["a storage key that is none", { STATE_CONNECTION_STRING: "AccountName=a;AccountKey=?!" }, /no connection string/],
  ["a storage account without a key", { STATE_CONNECTION_STRING: "AccountName=contoso" }, /no connection string/],
  ["a storage address that is none", { STATE_CONNECTION_STRING: "BlobEndpoint=x;SharedAccessSignature=s" }, /copy it/],
  ["a tenant without an app id", { MicrosoftAppTenantId: TENANT }, /MicrosoftAppTenantId is set and MicrosoftAppId/],
  ["a managed identity without an app id", { MicrosoftAppType: "UserAssignedMSI" }, /MicrosoftAppId is not set/],
  ["a list of no tenants", { ...REGISTERED, ALLOWED_TENANTS: "," }, /ALLOWED_TENANTS names no tenant: write/],
  [
    "figures to nowhere",
    { APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${APP};IngestionEndpoint=nonsense` },
    /APPLICATIONINSIGHTS_CONNECTION_STRING is no/,
  ],
  ["no password", { ...REGISTERED, MicrosoftAppPassword: "" }, /MicrosoftAppPassword is missing: set it/],
  ["a password without an app id", { MicrosoftAppPassword: "secret" }, /MicrosoftAppId is not: set both/],
  ["a password for a managed identity", { ...MANAGED, MicrosoftAppPassword: "x" }, /remove the password/],
  ["a multi-tenant bot", { ...REGISTERED, MicrosoftAppType: "MultiTenant" }, /write SingleTenant or UserAssignedMSI/],
  ["open to all without an app id", { HOST: "0.0.0.0" }, /would answer anybody, so set MicrosoftAppId/],
  ["open to the network without an app id", { HOST: "192.168.1.10" }, /would answer anybody/],
  ["a port in words", { PORT: "http" }, /PORT is "http": write a whole number/],
  ["a port too high", { PORT: "70000" }, /PORT is "70000"/],
  ["a port below zero", { PORT: "-1" }, /PORT is "-1"/],
  ["a tenant by name", { ...REGISTERED, ALLOWED_TENANTS: "contoso.com" }, /ALLOWED_TENANTS has "contoso.com"/],
  ["an unknown log level", { LOG_LEVEL: "chatty" }, /LOG_LEVEL is "chatty": write one of fatal, error/],
  ["a switch in between", { LOG_QUESTIONS: "maybe" }, /LOG_QUESTIONS is "maybe": write true or false/],
  ["a contact that cannot be opened", { EXPERT_CONTACT: "Ada" }, /EXPERT_CONTACT is "Ada": write a sign-in address/],
  ["a contact that runs", { EXPERT_CONTACT: "javascript:alert(1)" }, /EXPERT_CONTACT/],
  ["a contact that adds to a mail", { EXPERT_CONTACT: "mailto:a@b.example?bcc=c@d.example" }, /EXPERT_CONTACT/],
  ["a contact that adds to a chat", { EXPERT_CONTACT: "a@b.example&users=c@d.example" }, /EXPERT_CONTACT/],
  [
    "keys over plain http",
    { ToBotFromChannelOpenIdMetadataUrl: "http://keys.example/x" },
    /ToBotFromChannelOpenIdMetadataUrl is neither/,
  ],
])("a fault with its remedy: %s", (_, environment, message) => {
  expect(() => readConfig(environment)).toThrow(message);
});

test.each(["https://contoso.blob.core.windows.net/?sig=s3cret", "https://u:s3cret@contoso.blob.core.windows.net"])(
  "a storage address with a secret is refused, and the secret not repeated: %s",
  (address) => {
    expect(() => readConfig({ STATE_STORAGE_URL: address })).toThrow(/^(?!.*s3cret)[\s\S]*STATE_STORAGE_URL is/);
    expect(() => readConfig({ STATE_STORAGE_URL: address })).not.toThrow(/s3cret/);
  },
);

test.each([
  "UseDevelopmentStorage=true",
  "BlobEndpoint=https://contoso.blob.core.windows.net/;SharedAccessSignature=sv=2025&sig=a%3D",
  "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5==;BlobEndpoint=http://127.0.0.1:1/a;",
])("a connection string of every kind: %s", (connectionString) => {
  expect(readConfig({ STATE_CONNECTION_STRING: connectionString }).state).toMatchObject({ connectionString });
});

test("all faults are named at once, and no secret with them", () => {
  const environment = {
    MicrosoftAppId: "x",
    MicrosoftAppPassword: "s3cret",
    PORT: "x",
    LOG_LEVEL: "x",
    STATE_CONNECTION_STRING: "s3cret",
  };
  const read = () => readConfig(environment);
  expect(read).toThrow(/5 fault\(s\)[\s\S]*MicrosoftAppId[\s\S]*MicrosoftAppTenantId[\s\S]*PORT[\s\S]*LOG_LEVEL/);
  expect(read).not.toThrow(/s3cret/);
});

test.each([
  ["localhost", true],
  ["127.0.0.1", true],
  ["127.1.2.3", true],
  ["::1", true],
  ["[::1]", true],
  ["0.0.0.0", false],
  ["::", false],
  ["127.0.0.1.evil.example", false],
  ["localhost.evil.example", false],
])("loopback: %s is %s", (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
