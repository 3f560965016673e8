/** Starts the bot: node dist/index.js. Nobody imports this file. */
import { join } from "node:path";
import { loadCompiled } from "./compiled";

const { main } = loadCompiled(join(__dirname, "main.js"));
main();
