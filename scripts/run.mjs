// Runs one program of dist/, built first where it has to be: node scripts/run.mjs cli/ask "a question"
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBuild, ensurePackages, ROOT, requireNode } from "./ensure.mjs";

requireNode();
ensurePackages({ withDevTools: false });
await ensureBuild();
const [program, ...args] = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [join(ROOT, "dist", `${program}.js`), ...args], { stdio: "inherit" });
process.exitCode = status ?? 1;
