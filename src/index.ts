/** Starts the bot: node dist/index.js. Nobody imports this file. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { loadCompiled } from "./compiled";

const { main } = loadCompiled(join(__dirname, "main.js"));
// By itself V8 lets garbage pile up to four times of what is alive before it clears it away (`npm run bench:http`).
// After the loading: code that was compiled under other flags is refused.
setFlagsFromString("--heap-growing-percent=80");
// What only the start needed (files as they were read, phrases as they were kept) would stay until much is asked: a tenth
// of the memory of a bot that waits.
setFlagsFromString("--expose-gc");
void main().then(() => runInNewContext("gc")());
