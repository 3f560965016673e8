/** node dist/cli/keep-knowledge.js: the build's last step; see loadKnowledge. */
import { join } from "node:path";
import { keepChecked } from "../knowledge/load";

try {
  keepChecked(join(__dirname, "..", "..", "knowledge"), join(__dirname, "..", "knowledge.json"));
} catch {
  // The start says what is wrong with it, and what to do.
}
