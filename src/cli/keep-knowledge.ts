/** node dist/cli/keep-knowledge.js: the build's last step; see load.ts. */
import { join } from "node:path";
import { keepPrepared } from "../load";

try {
  keepPrepared(join(__dirname, "..", "..", "knowledge"), join(__dirname, "..", "knowledge.json"));
} catch {
  // The start says what is wrong with it, and what to do.
}
