// Runs one program of dist/, compiled anew each time (a tenth of a second): node scripts/run.mjs cli/ask "a question"
import { spawnSync } from "node:child_process";
import { compile } from "./build.mjs";

await compile();
const [program, ...args] = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [`dist/${program}.js`, ...args], { stdio: "inherit" });
process.exitCode = status ?? 1;
