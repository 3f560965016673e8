/** What Teams is handed: the manifest, its commands and icons, and the zip that `npm run package` makes of them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppManifestUtils, type TeamsManifestV1D27 } from "@microsoft/app-manifest";
import { unzipSync } from "fflate";
import { PNG } from "pngjs";
import { loadResponder } from "../src/cli/load-responder";
import type { Decision, Responder } from "../src/responder";

// The schema's package requires this ES module, which jest cannot; it only matters to files with a byte-order mark.
jest.mock("strip-bom", () => (text: string) => text);

type Manifest = TeamsManifestV1D27.TeamsManifestV1D27;

const BOT = "11111111-2222-3333-4444-555555555555";
const OTHER = "99999999-2222-3333-4444-555555555555";
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FORBIDDEN_START = /^(microsoft|teams|azure)/i;
/** Empty settings count as not set, and what is set wins over the developer's own `.env`. */
const NOTHING_SET = {
  MicrosoftAppId: "",
  TEAMS_APP_ID: "",
  APP_WEBSITE_URL: "",
  APP_PRIVACY_URL: "",
  APP_TERMS_URL: "",
};

const folder = mkdtempSync(join(tmpdir(), "region-guide-"));
afterAll(() => rmSync(folder, { recursive: true }));

function runPackage(settings: Readonly<Record<string, string>>) {
  const zip = join(folder, "app.zip");
  rmSync(zip, { force: true });
  const env = { ...process.env, ...NOTHING_SET, ...settings };
  const run = spawnSync(process.execPath, ["scripts/package.mjs", zip], { env, encoding: "utf8" });
  return { status: run.status, errors: run.stderr, zip };
}

function pack(settings: Readonly<Record<string, string>>) {
  const { status, errors, zip } = runPackage(settings);
  expect({ status, errors }).toEqual({ status: 0, errors: "" });
  const bytes = readFileSync(zip);
  const files = unzipSync(bytes);
  const manifest: Manifest = JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString());
  return { bytes, files, manifest };
}

const { files, manifest } = pack({ MicrosoftAppId: BOT });
const commandLists = manifest.bots?.[0]?.commandLists ?? [];
const commands = commandLists.flatMap(({ scopes, commands }) =>
  commands.map((command) => ({ ...command, scope: scopes.join() })),
);

describe("the manifest", () => {
  test("passes Microsoft's schema of its version", async () => {
    expect(manifest.$schema).toContain(`/teams/v${manifest.manifestVersion}/`);
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
  });

  test("keeps the lengths that Teams shows", () => {
    const { name, description } = manifest;
    expect(name.short.length).toBeLessThanOrEqual(30);
    expect(name.full?.length).toBeLessThanOrEqual(100);
    expect(description.short.length).toBeLessThanOrEqual(80);
    expect(description.full.length).toBeLessThanOrEqual(4000);
  });

  test.each([manifest.name.short, manifest.name.full, manifest.developer.name])(
    "%s does not pass for Microsoft's",
    (name) => expect(name).not.toMatch(FORBIDDEN_START),
  );

  test("has one list of at most ten commands for each scope of the bot, with Help in each", () => {
    expect(commandLists.map(({ scopes }) => scopes)).toEqual([["personal"], ["team"], ["groupChat"]]);
    expect(manifest.bots?.[0]?.scopes).toEqual(["personal", "team", "groupChat"]);
    for (const { commands } of commandLists) {
      expect(commands.length).toBeLessThanOrEqual(10);
      expect(commands.map(({ title }) => title)).toContain("Help");
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
    }
  });

  test("has a prompt for every prompt starter and for nothing else", () => {
    for (const { type, prompt } of commands) expect(prompt !== undefined).toBe(type === "prompt");
  });

  test("asks for no permissions and no domains, and works in shared and private channels", () => {
    expect(manifest).not.toHaveProperty("permissions");
    expect(manifest).not.toHaveProperty("webApplicationInfo");
    expect(manifest.validDomains).toEqual([]);
    expect(manifest.supportsChannelFeatures).toBe("tier1");
  });

  test("has one search in the compose box, run once before anything is typed", () => {
    const [extension] = manifest.composeExtensions ?? [];
    expect(extension?.botId).toBe(BOT);
    expect(extension?.commands).toEqual([
      expect.objectContaining({
        id: "findGuidance",
        type: "query",
        title: "Find service guidance",
        context: ["compose", "commandBox"],
        initialRun: true,
        parameters: [expect.objectContaining({ name: "question" })],
      }),
    ]);
  });
});

describe("every command is a question that the bot answers", () => {
  let responder: Responder;
  beforeAll(() => {
    responder = loadResponder((cause) => {
      throw cause;
    });
  });
  const ask = (text: string): Decision => responder.respond({ kind: "text", text }, undefined, 0).reply.decision;
  const meant = ({ kind, services, regions, listed, concept }: Decision) => ({
    kind,
    services,
    regions,
    listed,
    concept,
  });

  test.each(commands)("$scope: $title", ({ title, prompt }) => {
    const decision = ask(title);
    expect(decision.kind).not.toMatch(/^(decline|disambiguate)$/);
    // Older clients send the title, newer ones the prompt: both must mean the same.
    if (prompt !== undefined) expect(meant(ask(prompt))).toEqual(meant(decision));
    if (title !== "Help") expect(decision.kind).not.toBe("help");
  });
});

describe("the icons", () => {
  const read = (name: string) => PNG.sync.read(readFileSync(join("appPackage", name)));
  const pixels = ({ data }: PNG) =>
    Array.from({ length: data.length / 4 }, (_, i) => {
      const [red, green, blue, alpha] = data.subarray(4 * i, 4 * i + 4);
      return { isWhite: red === 255 && green === 255 && blue === 255, alpha };
    });

  test("color.png is 192 pixels square and fills all of it", () => {
    const color = read("color.png");
    expect([color.width, color.height]).toEqual([192, 192]);
    expect(pixels(color).every(({ alpha }) => alpha === 255)).toBe(true);
  });

  test("outline.png is 32 pixels square, white alone, on a transparent ground", () => {
    const outline = read("outline.png");
    expect([outline.width, outline.height]).toEqual([32, 32]);
    const drawn = pixels(outline).filter(({ alpha }) => alpha !== 0);
    expect(drawn.every(({ isWhite }) => isWhite)).toBe(true);
    expect(drawn.length).toBeGreaterThan(200);
    expect(drawn.length).toBeLessThan(800);
    expect(pixels(outline)[0]?.alpha).toBe(0);
  });
});

describe("npm run package", () => {
  test("puts three files at the root of the zip, the icons unchanged", () => {
    expect(Object.keys(files).sort()).toEqual(["color.png", "manifest.json", "outline.png"]);
    for (const name of ["color.png", "outline.png"]) {
      expect(Buffer.from(files[name] ?? []).equals(readFileSync(join("appPackage", name)))).toBe(true);
    }
  });

  test("fills every placeholder", () => {
    expect(JSON.stringify(manifest)).not.toContain("${{");
    expect(manifest.bots?.[0]?.botId).toBe(BOT);
    expect(manifest.id).toMatch(GUID);
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(manifest.version).toBe(version);
  });

  test("gives the same bot the same app id and the same zip, and another bot another app id", () => {
    expect(pack({ MicrosoftAppId: BOT }).bytes.equals(pack({ MicrosoftAppId: ` ${BOT} ` }).bytes)).toBe(true);
    expect(manifest.id).not.toBe(BOT);
    expect(pack({ MicrosoftAppId: OTHER }).manifest.id).not.toBe(manifest.id);
  });

  // Were it another one, Teams would install a second app beside the one that people have.
  test("derives the app id as it always did", () => {
    expect(manifest.id).toBe("8af90016-41fb-5287-b935-c07d5fc29a9d");
  });

  test("takes the app id and the links from the environment", () => {
    const links = {
      APP_WEBSITE_URL: "https://contoso.example/guide",
      APP_PRIVACY_URL: "https://contoso.example/privacy",
      APP_TERMS_URL: 'https://contoso.example/terms?"quoted"',
    };
    const own = pack({ MicrosoftAppId: BOT, TEAMS_APP_ID: OTHER, ...links }).manifest;
    expect(own.id).toBe(OTHER);
    expect(own.developer).toMatchObject({
      websiteUrl: "https://contoso.example/guide",
      privacyUrl: "https://contoso.example/privacy",
      termsOfUseUrl: "https://contoso.example/terms?%22quoted%22",
    });
  });

  test.each([
    { settings: {}, says: ["MicrosoftAppId is not set", "into .env or the environment"] },
    { settings: { MicrosoftAppId: "my-bot" }, says: ['MicrosoftAppId is "my-bot"', "copy the app (client) id"] },
    { settings: { MicrosoftAppId: BOT, TEAMS_APP_ID: "7" }, says: ['TEAMS_APP_ID is "7"', "leave it out"] },
    {
      settings: { APP_TERMS_URL: "http://contoso.example", APP_PRIVACY_URL: "none" },
      says: ["MicrosoftAppId is not set", 'APP_TERMS_URL is "http://contoso.example"', 'APP_PRIVACY_URL is "none"'],
    },
  ])("stops at $settings, naming every fault and its remedy", ({ settings, says }) => {
    const { status, errors, zip } = runPackage(settings);
    expect(status).toBe(1);
    for (const words of says) expect(errors).toContain(words);
    expect(errors).not.toContain("    at ");
    expect(() => readFileSync(zip)).toThrow("ENOENT");
  });
});
