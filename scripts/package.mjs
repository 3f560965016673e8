// Packs appPackage/ into the zip that Teams takes: npm run package [-- another.zip]
// appPackage/README.md tells which settings fill the ${{PLACEHOLDERS}} of the manifest.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadEnvironmentFile, ROOT } from "./ensure.mjs";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PLACEHOLDER = /\$\{\{(\w+)\}\}/g;
/** Any fixed GUID does, but it must never change: Teams would take the next version for another app. */
const NAMESPACE = "6f1d3c0a-5e0b-4c53-9a3e-0c7d1b2f8a94";
/** True of any installation; an organisation that hosts the bot has better ones. */
const LINKS = {
  APP_WEBSITE_URL: "https://learn.microsoft.com/azure/reliability/regions-multiregion-support",
  APP_PRIVACY_URL: "https://learn.microsoft.com/microsoftteams/app-permissions",
  APP_TERMS_URL: "https://opensource.org/license/mit",
};

/** @returns the setting without blanks around it; undefined where it is empty or not set */
function setting(name) {
  return process.env[name]?.trim() || undefined;
}

/** The same bot always gets the same app id, so that a new package updates the app (a name-based UUID, version 5). */
function appIdFor(botId) {
  const bytes = createHash("sha1")
    .update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"))
    .update(botId)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function readBotId(faults) {
  const found = setting("MicrosoftAppId")?.toLowerCase();
  if (found === undefined) {
    faults.push(
      "MicrosoftAppId is not set: write the app (client) id of the bot's registration into .env or the environment",
    );
  } else if (!GUID.test(found)) {
    faults.push(`MicrosoftAppId is "${found}", which is no GUID: copy the app (client) id of the bot's registration`);
  } else return found;
  return undefined;
}

function readAppId(botId, faults) {
  const found = setting("TEAMS_APP_ID")?.toLowerCase();
  if (found === undefined) return botId && appIdFor(botId);
  if (!GUID.test(found)) {
    faults.push(`TEAMS_APP_ID is "${found}", which is no GUID: leave it out to have one derived from MicrosoftAppId`);
  }
  return found;
}

function readLink(name, faults) {
  const found = setting(name) ?? LINKS[name];
  if (URL.canParse(found) && new URL(found).protocol === "https:") return new URL(found).href;
  faults.push(`${name} is "${found}": write an address that begins with https://`);
  return found;
}

/** @returns what stands for each placeholder */
function readValues(faults) {
  const botId = readBotId(faults);
  const links = Object.keys(LINKS).map((name) => [name, readLink(name, faults)]);
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return { BOT_ID: botId, TEAMS_APP_ID: readAppId(botId, faults), APP_VERSION: version, ...Object.fromEntries(links) };
}

/** Fills the manifest, as text, so that it keeps its form. */
function fill(template, values, faults) {
  return template.replace(PLACEHOLDER, (placeholder, name) => {
    if (!(name in values))
      faults.push(`appPackage/manifest.json has ${placeholder}: scripts/package.mjs fills none such`);
    return JSON.stringify(values[name] ?? "").slice(1, -1);
  });
}

/** @returns the package; undefined where only production dependencies are installed, or Node is too old for it */
async function developerTool(name) {
  try {
    return await import(name);
  } catch (error) {
    if (["ERR_MODULE_NOT_FOUND", "ERR_REQUIRE_ESM"].includes(error.code)) return undefined;
    throw error;
  }
}

/** Adds what Microsoft's schema, which the package brings along, has against the manifest. */
async function validate(manifest, faults) {
  const tool = await developerTool("@microsoft/app-manifest");
  if (!tool)
    return console.warn("Not checked against Microsoft's schema: that takes npm install and Node 20.19 or newer.");
  const found = await tool.AppManifestUtils.validateAgainstSchema(JSON.parse(manifest));
  faults.push(...found.map((fault) => `appPackage/manifest.json against Microsoft's schema: ${fault}`));
}

/** The same files make the same zip to the byte: times are left out. */
async function zip(files, faults) {
  const fflate = await developerTool("fflate");
  if (!fflate) return faults.push("fflate, which makes the zip, is not installed: run npm install");
  return fflate.zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}

function stopOn(faults) {
  if (faults.length === 0) return;
  console.error(`No package was made:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  process.exit(1);
}

function report(target, { APP_VERSION, TEAMS_APP_ID }) {
  const untouched = Object.keys(LINKS).filter((name) => setting(name) === undefined);
  console.log(`${target} is ready: version ${APP_VERSION}, app id ${TEAMS_APP_ID}`);
  console.log("Upload it in Teams: Apps, Manage your apps, Upload an app.");
  if (untouched.length > 0) console.log(`Its links are general ones. For your own set ${untouched.join(", ")}.`);
}

async function main() {
  const faults = [];
  loadEnvironmentFile();
  const values = readValues(faults);
  stopOn(faults);
  const manifest = fill(readFileSync(join(ROOT, "appPackage", "manifest.json"), "utf8"), values, faults);
  await validate(manifest, faults);
  const files = {
    "manifest.json": Buffer.from(manifest),
    "color.png": readFileSync(join(ROOT, "appPackage", "color.png")),
    "outline.png": readFileSync(join(ROOT, "appPackage", "outline.png")),
  };
  const packed = await zip(files, faults);
  stopOn(faults);
  const target = process.argv[2] ?? join(ROOT, "build", "region-guide.zip");
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, packed);
  report(target, values);
}

await main();
