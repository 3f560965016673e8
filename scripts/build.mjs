// Bundles src/ into dist/, a file a program. esbuild is a production dependency on purpose: a server that starts from
// a fresh clone needs no developer tools, and a build takes seconds. Types are checked by `npm run check`.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ROOT, sourceFiles } from "./ensure.mjs";

/** What most bots never load, with their libraries: bundles of their own, by the names under which they are asked for. */
const LOADED_LATE = { "blob-state": "src/teams/blob-state.ts", "azure-monitor": "src/telemetry/azure-monitor.ts" };
/** restify does without it. */
const NOT_INSTALLED = ["dtrace-provider"];

/** npm gives each of the SDK's packages its own copy of the same zod 3; one is enough. */
const ONE_ZOD_OF_THE_SDK = {
  name: "one zod of the SDK",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^zod$/ }, ({ kind, importer, pluginData }) => {
      if (pluginData === "found" || !/node_modules.bot/.test(importer)) return undefined;
      return resolve("zod", { kind, resolveDir: join(ROOT, "node_modules", "botbuilder-core"), pluginData: "found" });
    });
  },
};

/**
 * Half a megabyte of letters within the bundle would stay in memory three times: as its source, as a constant of what was
 * compiled, and as the value. Beside it, it is read once.
 */
const DATA_BESIDE = {
  name: "data beside the bundle",
  setup({ onResolve, onEnd, initialOptions: { outdir } }) {
    const found = new Map();
    onResolve({ filter: /\.json$/ }, ({ path, resolveDir, importer }) => {
      if (importer.includes("node_modules")) return undefined;
      found.set(basename(path), join(resolveDir, path));
      return { path: `./${basename(path)}`, external: true };
    });
    onEnd(() => {
      for (const [name, from] of found) copyFileSync(from, join(outdir, name));
    });
  },
};

/** As compiled.ts wants it. */
const WRAPPER = {
  banner: { js: "(function (exports, require, module, __filename, __dirname) {" },
  footer: { js: "})" },
};

/** Builds beside dist/ and then swaps, so that a program that starts meanwhile never finds half of it. */
export async function compile() {
  const sources = sourceFiles();
  const fresh = join(ROOT, `dist.${process.pid}`);
  await bundle(fresh, ["src/index.ts", "src/compiled.ts", ...sources.filter((name) => name.startsWith("src/cli/"))], {
    packages: "external",
  });
  await bundle(fresh, LOADED_LATE, { packages: "external" });
  // The server's own packages come along: hundreds of small files are slow to find and to read.
  await bundle(fresh, ["src/main.ts"], {
    external: [...NOT_INSTALLED, ...Object.keys(LOADED_LATE).map((name) => `./${name}.js`)],
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: [ONE_ZOD_OF_THE_SDK, DATA_BESIDE],
    ...WRAPPER,
  });
  escapeNonAscii(join(fresh, "main.js"));
  keepCompiled(join(fresh, "main.js"));
  execFileSync(process.execPath, [join(fresh, "cli", "keep-knowledge.js")]);
  writeFileSync(join(fresh, ".built"), JSON.stringify(sources));
  swap(fresh, join(ROOT, "dist"));
}

function bundle(outdir, entryPoints, options) {
  return build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir,
    outbase: "src",
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: true,
    sourcesContent: false,
    legalComments: "none",
    supported: { "dynamic-import": false },
    logLevel: "error",
    ...options,
  });
}

/** esbuild leaves letters in regular expressions as they are; compiled.ts wants ASCII. */
function escapeNonAscii(path) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  writeFileSync(path, readFileSync(path, "utf8").replace(/[\u0080-\uffff]/g, escaped));
}

function keepCompiled(bundlePath) {
  const program = "require(process.argv[1]).keepCompiled(process.argv[2]); process.exit()";
  execFileSync(process.execPath, ["-e", program, join(bundlePath, "..", "compiled.js"), bundlePath]);
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
