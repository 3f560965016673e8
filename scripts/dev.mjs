// Runs one TypeScript program of bench/ or test/ from source: node scripts/dev.mjs bench/quality.ts --misses
import { spawnSync } from "node:child_process";
import { ensureBuild, ensurePackages, requireNode } from "./ensure.mjs";

requireNode();
ensurePackages({ withDevTools: true });
// Some programs start the bot itself, from dist/.
await ensureBuild();
const { build } = await import("esbuild");
const [entry, ...args] = process.argv.slice(2);
const out = entry.replace(/\.ts$/, ".cjs").replace(/^/, "dist-dev/");
await build({
  entryPoints: [entry],
  outfile: out,
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  define: { __dirname: JSON.stringify(`${process.cwd()}/${entry.slice(0, entry.lastIndexOf("/"))}`) },
  logLevel: "error",
});
const { status } = spawnSync(process.execPath, ["--expose-gc", out, ...args], { stdio: "inherit" });
process.exitCode = status ?? 1;
