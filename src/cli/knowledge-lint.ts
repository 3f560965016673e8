/** Checks knowledge files while they are written: all, or (with ids) only what concerns these. */
import { join } from "node:path";
import { readKnowledgeFiles } from "../knowledge/load";
import { formatFaults, parseKnowledge } from "../knowledge/parse";

const ids = process.argv.slice(2);
const result = parseKnowledge(readKnowledgeFiles(join(process.cwd(), "knowledge")));
const faults = result.kind === "ok" ? [] : result.faults;
const shown =
  ids.length === 0 ? faults : faults.filter((fault) => ids.some((id) => fault.file.includes(`/${id}.json`)));
process.stdout.write(shown.length === 0 ? "No faults.\n" : `${formatFaults(shown)}\n`);
process.exitCode = shown.length === 0 ? 0 : 1;
