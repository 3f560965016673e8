// Compiles src/ to dist/ file by file. esbuild is a production dependency on purpose: a server that starts from a
// fresh clone needs no developer tools, and a build takes a tenth of a second. Types are checked by `npm run check`.
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ROOT, sourceFiles } from "./ensure.mjs";

/** Builds beside dist/ and then swaps, so that a program that starts meanwhile never finds half of it. */
export async function compile() {
  const sources = sourceFiles();
  const fresh = join(ROOT, `dist.${process.pid}`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: sources,
    outdir: fresh,
    outbase: "src",
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: true,
    logLevel: "error",
  });
  writeFileSync(join(fresh, ".built"), JSON.stringify(sources));
  swap(fresh, join(ROOT, "dist"));
}

/** Where another program built at the same moment, its build is as good as this one. */
function swap(fresh, dist) {
  try {
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(dist, ".built"))) throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compile();
