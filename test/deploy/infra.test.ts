/** What can be checked of the way to Azure without Azure; no line of it was run there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { readConfig } from "../../src/config";
import { readBicep } from "./bicep";

const ID = "11111111-2222-3333-4444-555555555555";
const INFRA = "infra";
const files = readdirSync(INFRA).filter((name) => name.endsWith(".bicep"));
const bicep = new Map(files.map((name) => [name, readBicep(join(INFRA, name))]));

function file(name: string) {
  const found = bicep.get(name);
  if (!found) throw new Error(`infra/${name} is missing`);
  return found;
}

describe.each(files)("%s", (name) => {
  const { balance, used, declared, modules, params, outputs, text } = file(name);

  test("closes what it opens", () => expect(balance).toBe(0));

  test("refers only to what it declares", () => {
    expect([...used].filter((word) => !declared.has(word))).toEqual([]);
  });

  test("uses each parameter and variable that it declares", () => {
    const settable = [...declared].filter((word) => params.has(word) || text.includes(`\nvar ${word} `));
    expect(settable.filter((word) => !used.has(word))).toEqual([]);
  });

  test("hands each module the parameters that it takes, and all that it needs", () => {
    for (const { path, params: given } of modules) {
      const taken = file(path).params;
      expect({ path, unknown: given.filter((param) => !taken.has(param)) }).toEqual({ path, unknown: [] });
      const needed = [...taken].filter(([, { isOptional }]) => !isOptional).map(([param]) => param);
      expect({ path, missing: needed.filter((param) => !given.includes(param)) }).toEqual({ path, missing: [] });
    }
  });

  test("asks modules only for outputs that they have", () => {
    for (const [, module = "", output = ""] of text.matchAll(/(\w+)\.outputs\.(\w+)/g)) {
      const path = modules.find((one) => one.name === module)?.path ?? "";
      expect([...file(path).outputs.keys()]).toContain(output);
    }
  });

  test("puts out nothing secret, and holds no key or password", () => {
    for (const expression of outputs.values()) expect(expression).not.toMatch(/key|secret|password|connectionstring/i);
    expect(text).not.toMatch(/listKeys|listSecrets|AccountKey=|InstrumentationKey=/i);
  });
});

test("the resources are those that were wanted, in versions that are not previews", () => {
  const types = [...bicep.values()].flatMap(({ resources }) => resources).filter(({ isExisting }) => !isExisting);
  expect(types.map(({ type }) => type.split("@")[0]).sort()).toEqual([
    "Microsoft.Authorization/roleAssignments",
    "Microsoft.BotService/botServices",
    "Microsoft.BotService/botServices/channels",
    "Microsoft.Insights/actionGroups",
    "Microsoft.Insights/components",
    "Microsoft.Insights/metricAlerts",
    "Microsoft.Insights/metricAlerts",
    "Microsoft.Insights/scheduledQueryRules",
    "Microsoft.ManagedIdentity/userAssignedIdentities",
    "Microsoft.OperationalInsights/workspaces",
    "Microsoft.Storage/storageAccounts",
    "Microsoft.Storage/storageAccounts/blobServices",
    "Microsoft.Storage/storageAccounts/blobServices/containers",
    "Microsoft.Storage/storageAccounts/managementPolicies",
    "Microsoft.Web/serverfarms",
    "Microsoft.Web/sites",
    "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
    "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
    "Microsoft.Web/sites/config",
  ]);
  for (const { type } of types) expect(type).toMatch(/@\d{4}-\d{2}-\d{2}$/);
});

test.each([
  ["state.bicep", "no shared keys", "allowSharedKeyAccess: false"],
  ["state.bicep", "nothing for the public", "allowBlobPublicAccess: false"],
  ["state.bicep", "old state goes", "daysAfterModificationGreaterThan: keptDays"],
  ["state.bicep", "the role Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe"],
  ["app.bicep", "https only", "httpsOnly: true"],
  ["app.bicep", "Node 22", "linuxFxVersion: 'NODE|22-lts'"],
  ["app.bicep", "a health check that the server answers", "healthCheckPath: '/readyz'"],
  ["app.bicep", "a bot that hears SIGTERM", "appCommandLine: 'exec node dist/index.js'"],
  ["app.bicep", "a log that is kept", "httpLoggingEnabled: true"],
  ["app.bicep", "no passwords for deployments", "allow: false"],
  ["bot.bicep", "the Teams channel", "channelName: 'MsTeamsChannel'"],
  ["alerts.bicep", "an alert on health", "metricName: 'HealthCheckStatus'"],
  ["alerts.bicep", "an alert on errors", "metricName: 'Http5xx'"],
])("%s: %s", (name, _, line) => {
  expect(file(name).text).toContain(line);
});

/** The names that readConfig asks its environment for. */
function settingsRead(): Set<string> {
  const asked = new Set<string>();
  const given: Record<string, string> = {
    MicrosoftAppId: ID,
    MicrosoftAppTenantId: ID,
    MicrosoftAppPassword: "secret",
  };
  const environment = new Proxy(given, {
    get(target, name) {
      asked.add(String(name));
      return Reflect.get(target, name);
    },
  });
  readConfig(environment);
  return asked;
}

describe("the settings that Azure gives the bot", () => {
  const block = /name: 'appsettings'\n {2}properties: \{\n([\s\S]*?)\n {2}\}/.exec(file("app.bicep").text)?.[1] ?? "";
  const names = [...block.matchAll(/^ {4}(\w+):/gm)].map(([, name = ""]) => name);
  /** The platform's own. */
  const PLATFORM = [
    "WEBSITES_CONTAINER_STOP_TIME_LIMIT",
    "SCM_DO_BUILD_DURING_DEPLOYMENT",
    "WEBSITE_RUN_FROM_PACKAGE",
    "WEBSITE_HEALTHCHECK_MAXPINGFAILURES",
  ];
  const own = names.filter((name) => !PLATFORM.includes(name));

  test("are settings that .env.example explains and src/config.ts reads", () => {
    expect(names.length).toBeGreaterThan(PLATFORM.length);
    const explained = readFileSync(".env.example", "utf8");
    const read = settingsRead();
    // The store for state is a change of its own; from when it is there its settings are held to this too.
    const checked = [...read].some((name) => /^STATE_/.test(name)) ? own : own.filter((name) => !/^STATE_/.test(name));
    expect(checked.filter((name) => !new RegExp(`^#? ?${name}=`, "m").test(explained))).toEqual([]);
    expect(checked.filter((name) => !read.has(name))).toEqual([]);
  });

  test("start the bot as a managed identity", () => {
    const type = /MicrosoftAppType: '(\w+)'/.exec(block)?.[1];
    const given = { MicrosoftAppId: ID, MicrosoftAppTenantId: ID, MicrosoftAppType: type, ALLOWED_TENANTS: "" };
    // Bicep writes a bool as True or False.
    const config = readConfig({ ...given, EXPERT_CONTACT: "", LOG_QUESTIONS: "False" });
    expect(config).toMatchObject({ identity: { type: "UserAssignedMSI" }, logQuestions: false, host: "0.0.0.0" });
  });
});

const parameterFile = z.strictObject({
  $schema: z.literal("https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#"),
  contentVersion: z.literal("1.0.0.0"),
  parameters: z.record(z.string(), z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) })),
});
const step = z.strictObject({
  uses: z.string(),
  name: z.string().optional(),
  with: z.record(z.string(), z.unknown()),
  writeToEnvironmentFile: z.record(z.string(), z.string()).optional(),
});
const lifecycle = z.strictObject({
  version: z.literal("v1.11"),
  environmentFolderPath: z.literal("./env"),
  // `atk` adds it at its first run.
  projectId: z.string().optional(),
  provision: z.array(step),
  deploy: z.array(step),
  publish: z.array(step).default([]),
});

const ENVIRONMENTS = [
  { project: "m365agents.yml", environment: "env/.env.dev", template: "azure" },
  { project: "m365agents.local.yml", environment: "env/.env.local", template: "local" },
];

describe.each(ENVIRONMENTS)("$project", ({ project, environment, template }) => {
  const text = readFileSync(project, "utf8");
  const { provision, deploy, publish } = lifecycle.parse(parse(text));
  const steps = [...provision, ...deploy, ...publish];
  const env = new Map(
    [...readFileSync(environment, "utf8").matchAll(/^(\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  const parametersText = readFileSync(`infra/${template}.parameters.json`, "utf8");
  const { parameters } = parameterFile.parse(JSON.parse(parametersText));
  const placeholders = (from: string) => [...from.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = ""]) => name);

  test("names files that are there, or that its own steps make", () => {
    const paths = [...text.matchAll(/(?:path|parameters|manifestPath): (\.\/\S+)/g)].map(([, path = ""]) => path);
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) expect({ path, there: existsSync(path) }).toEqual({ path, there: true });
    const zip = steps.filter(({ uses }) => uses === "teamsApp/zipAppPackage").map((one) => one.with["outputZipPath"]);
    for (const one of steps.filter((each) => "appPackagePath" in each.with))
      expect(zip).toContain(one.with["appPackagePath"]);
  });

  test("runs npm scripts that there are", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const runs = steps.flatMap((one) => /^run (\S+)$/.exec(String(one.with["args"]))?.[1] ?? []);
    for (const script of runs) expect(Object.keys(scripts)).toContain(script);
  });

  test("fills the parameters that the template takes, and all that it needs", () => {
    const taken = file(`${template}.bicep`).params;
    expect(Object.keys(parameters).filter((name) => !taken.has(name))).toEqual([]);
    const needed = [...taken].filter(([, { isOptional }]) => !isOptional).map(([name]) => name);
    expect(needed.filter((name) => !(name in parameters))).toEqual([]);
  });

  test("has a value, or a step that writes one, for every placeholder", () => {
    const written = steps.flatMap((one) => Object.values(one.writeToEnvironmentFile ?? {}));
    const known = new Set([...env.keys(), ...written, ...file(`${template}.bicep`).outputs.keys()]);
    const asked = [text, parametersText, readFileSync("appPackage/manifest.json", "utf8")].flatMap(placeholders);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });

  test("has a value for each that it stops without: the toolkit takes an empty one for missing", () => {
    // It makes up RESOURCE_SUFFIX itself; the address of a tunnel is the developer's to fill in.
    const given = ["RESOURCE_SUFFIX", "BOT_ENDPOINT"];
    const written = steps.flatMap((one) => Object.values(one.writeToEnvironmentFile ?? {}));
    const outputs = [...file(`${template}.bicep`).outputs.keys()];
    const asked = [parametersText, readFileSync("appPackage/manifest.json", "utf8")].flatMap(placeholders);
    expect(asked.filter((name) => !env.get(name) && ![...written, ...outputs, ...given].includes(name))).toEqual([]);
  });

  test("keeps secrets out of the file under version control", () => {
    for (const [name, value] of env) if (/SECRET|PASSWORD|KEY/.test(name)) expect(value).toBe("");
    const secrets = placeholders(text).filter((name) => /SECRET/.test(name));
    // The toolkit writes what begins with SECRET_ to .env.<name>.user, which .gitignore names.
    for (const name of secrets) expect(name).toMatch(/^SECRET_/);
    expect(readFileSync(".gitignore", "utf8")).toContain("env/.env.*.user");
  });

  test("has the version and the links that npm run package fills in", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(env.get("APP_VERSION")).toBe(version);
    const script = readFileSync("scripts/package.mjs", "utf8");
    for (const name of ["APP_WEBSITE_URL", "APP_PRIVACY_URL", "APP_TERMS_URL"])
      expect(script).toContain(`${name}: "${env.get(name)}"`);
  });
});

test("the sku of the sample environment is one that the template allows", () => {
  const [, sku = ""] = /APP_SERVICE_SKU=(\w+)/.exec(readFileSync("env/.env.dev", "utf8")) ?? [];
  expect(file("azure.bicep").text).toMatch(new RegExp(`@allowed\\(\\[[^\\]]*'${sku}'`));
});

test("m365agents.local.yml writes settings that start the bot as a single tenant", () => {
  const { deploy } = lifecycle.parse(parse(readFileSync("m365agents.local.yml", "utf8")));
  const envs = z.record(z.string(), z.string()).parse(deploy[0]?.with["envs"]);
  const filled = Object.entries(envs).map(([name, value]) => [name, value.startsWith("${{") ? ID : value]);
  expect(readConfig(Object.fromEntries(filled)).identity).toMatchObject({
    type: "SingleTenant",
    appId: ID,
    password: ID,
  });
});

describe("the workflows", () => {
  const rights = z.record(z.string(), z.string());
  const job = z.looseObject({ permissions: rights.optional() });
  const workflow = z.looseObject({
    name: z.string(),
    on: z.unknown(),
    permissions: rights,
    jobs: z.record(z.string(), job),
  });
  const read = (name: string) => readFileSync(join(".github", "workflows", name), "utf8");

  test.each(readdirSync(join(".github", "workflows")))("%s may only read, but in jobs that run no package", (name) => {
    const { permissions, jobs } = workflow.parse(parse(read(name)));
    expect(permissions).toMatchObject({ contents: "read" });
    const writing = Object.values(jobs).filter((job) => job.permissions?.["contents"] === "write");
    expect(writing.filter((job) => /npm|node|npx/.test(JSON.stringify(job)))).toEqual([]);
  });

  test("run npm scripts that there are", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const runs = [...read("checks.yml").matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = ""]) => name);
    expect(runs.length).toBeGreaterThan(3);
    for (const name of runs) expect(Object.keys(scripts)).toContain(name);
  });

  test("test on every Node that package.json and README promise", () => {
    expect(read("checks.yml")).toContain("node: [20, 22, 24]");
  });
});
