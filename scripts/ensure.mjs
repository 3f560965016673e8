// What must be there before anything runs: the packages of the lock file and a build no older than its sources.
// Node alone does this, since on a fresh clone there is nothing else.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with package.json. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Of package.json's "engines", in words. It reads .env by itself, which older ones cannot. */
const OLDEST_NODE = "20.12";

/** Stops with one sentence where this Node cannot run the bot. */
export function requireNode() {
  if (process.versions.node.localeCompare(OLDEST_NODE, "en", { numeric: true }) >= 0) return;
  console.error(`Region Guide needs Node ${OLDEST_NODE} or newer; this is ${process.version}.`);
  process.exit(1);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Compares what npm noted in node_modules with the lock file, version by version; dates say nothing after a checkout.
 * @returns {boolean} whether a package is missing or has another version
 */
function lacksPackages(withDevTools) {
  const wanted = readJson(join(ROOT, "package-lock.json"))?.packages ?? {};
  const installed = readJson(join(ROOT, "node_modules", ".package-lock.json"))?.packages ?? {};
  return Object.entries(wanted).some(([path, { version, dev, devOptional, optional, peer }]) => {
    if (path === "" || optional || devOptional || peer || (dev && !withDevTools)) return false;
    return installed[path]?.version !== version;
  });
}

/** Installs exactly what the lock file names, unless it is there. Developer tools only where they are needed. */
export function ensurePackages({ withDevTools }) {
  if (!lacksPackages(withDevTools)) return;
  console.log("Installing packages. This happens once and takes about half a minute ...");
  const args = [
    "ci",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...(withDevTools ? ["--include=dev"] : ["--omit=dev"]),
  ];
  const { status } = runNpm(args);
  if (status === 0) return;
  console.error("The packages could not be installed; npm says why above. Mend that and start again.");
  process.exit(1);
}

/** npm as it runs this very script, else the one on the path (a .cmd file on Windows, which needs a shell). */
export function runNpm(args, cwd = ROOT) {
  const { npm_execpath: npm } = process.env;
  const options = { cwd, stdio: "inherit" };
  if (npm?.endsWith(".js")) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

/** Compiles src/ to dist/ where dist/ is missing or older than a source. */
export async function ensureBuild() {
  if (isBuilt()) return;
  const { compile } = await import("./build.mjs");
  await compile();
}

function isBuilt() {
  const noted = readJson(join(ROOT, "dist", ".built"));
  if (!Array.isArray(noted)) return false;
  const builtAt = statSync(join(ROOT, "dist", ".built")).mtimeMs;
  const sources = sourceFiles();
  const names = sources.join("\n");
  return names === noted.join("\n") && sources.every((name) => statSync(join(ROOT, name)).mtimeMs <= builtAt);
}

/** @returns {string[]} every file of src/, sorted, from the root on and with slashes, and what names the packages */
export function sourceFiles() {
  const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /(\.ts|\.json)$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => `src/${name.replaceAll("\\", "/")}`)
    .sort();
  // The packages are part of the bundle.
  return [...files, "package-lock.json"];
}

/** Adds `.env` to the environment; what is set already stays. */
export function loadEnvironmentFile() {
  try {
    process.loadEnvFile(join(ROOT, ".env"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/**
 * Runs a developer tool's program with this Node, the same on every system.
 * @param {string} program path below node_modules
 * @returns {number} its exit status
 */
export function runTool(program, args, env = {}) {
  const options = { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } };
  return spawnSync(process.execPath, [join(ROOT, "node_modules", program), ...args], options).status ?? 1;
}
