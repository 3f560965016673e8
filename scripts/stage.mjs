// npm run stage [-- another/folder] [--without-packages]: puts together in build/server what a server needs to run
// `node dist/index.js`: built, with production packages and nothing else. The Dockerfile copies the same folders.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureBuild, ROOT, runNpm } from "./ensure.mjs";

const NEEDED = ["dist", "cards", "knowledge", "package.json", "package-lock.json", ".npmrc"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "without-packages": { type: "boolean", default: false } },
});
const target = resolve(positionals[0] ?? join(ROOT, "build", "server"));

// What is replaced must be what an earlier run made: a slip of the keyboard must not delete somebody's folder.
if (existsSync(target) && readdirSync(target).length > 0 && !existsSync(join(target, "dist", ".built"))) {
  console.error(`${target} holds something else: name an empty folder, or one that is not there yet.`);
  process.exit(1);
}
await ensureBuild();
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const name of NEEDED) cpSync(join(ROOT, name), join(target, name), { recursive: true });
if (!values["without-packages"]) {
  const { status } = runNpm(["ci", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"], target);
  if (status !== 0) process.exit(1);
}
console.log(`${target} is ready: node dist/index.js there starts the bot.`);
