/** Starts the bot: node dist/index.js. Nobody imports this file. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { loadCompiled } from "./compiled";

const { main } = loadCompiled(join(__dirname, "main.js"));
// By itself V8 lets garbage pile up to four times of what is alive before it clears it away (`npm run bench:http`).
// After the loading: code that was compiled under other flags is refused.
setFlagsFromString("--heap-growing-percent=80");
// The code is many small functions: V8 would put up to six times as many of them into each that it compiles.
setFlagsFromString("--max-inlined-bytecode-size-cumulative=150");
main();
