// Compiles src/ to dist/ file by file. esbuild is a production dependency on purpose: a server that starts from a
// fresh clone needs no developer tools, and a build takes a tenth of a second. Types are checked by `npm run check`.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** @returns {string[]} every TypeScript file below the folder */
function sources(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));
}

export async function compile() {
  rmSync("dist", { recursive: true, force: true });
  await build({
    entryPoints: sources("src"),
    outdir: "dist",
    outbase: "src",
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: true,
    logLevel: "error",
  });
}
