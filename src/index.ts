/** Starts the bot: node dist/index.js. Nobody imports this file. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { loadCompiled } from "./compiled";

/**
 * By Node's major version, since V8 renames such flags and prints that it does not know one. Optimised code of a function
 * is thrown away as soon as a message comes that it was not made for; made after more calls, it has seen most of what
 * comes, and the first thousands of messages cost less (`npm run bench:http`).
 */
const PATIENCE: ReadonlyMap<number, string> = new Map([
  [20, "--interrupt-budget=500000"],
  [22, "--invocation-count-for-turbofan=9000"],
  [24, "--invocation-count-for-turbofan=9000"],
]);

const { main } = loadCompiled(join(__dirname, "main.js"));
// By itself V8 lets garbage pile up to four times of what is alive before it clears it away (`npm run bench:http`).
// After the loading: code that was compiled under other flags is refused.
setFlagsFromString("--heap-growing-percent=80");
const patience = PATIENCE.get(Number.parseInt(process.versions.node, 10));
if (patience) setFlagsFromString(patience);
main();
