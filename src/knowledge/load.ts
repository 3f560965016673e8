import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Knowledge, KnowledgeFile } from "./knowledge";

const FOLDERS = ["services", "targets"] as const;

/**
 * Reads the knowledge folder.
 * @param folder path of the folder with regions.json, places-without-region.json, concepts.json, vocabulary.json, services/, targets/ and, where the
 * check has written it, status.json
 * @returns the files that parse.ts reads, sorted by name; a folder that is missing counts as empty
 */
export function readKnowledgeFiles(folder: string): KnowledgeFile[] {
  const names = [
    ...jsonFiles(folder),
    ...FOLDERS.flatMap((name) => jsonFiles(join(folder, name)).map((file) => `${name}/${file}`)),
  ];
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/**
 * Loads and checks the knowledge.
 * @param folder path of the knowledge folder
 * @throws Error that names every fault in every file, each with its remedy
 */
export function loadKnowledge(folder: string): Knowledge {
  return checkKnowledge(folder, readKnowledgeFiles(folder));
}

/**
 * @param folder where the files are from, for the message
 * @throws Error as loadKnowledge does
 */
export function checkKnowledge(folder: string, files: readonly KnowledgeFile[]): Knowledge {
  // Loaded only here: a start from checked files does without the schemas.
  const { formatFaults, parseKnowledge }: typeof import("./parse") = require("./parse");
  const result = parseKnowledge(files);
  if (result.kind === "ok") return result.knowledge;
  throw new Error(`${folder} has ${result.faults.length} fault(s):\n${formatFaults(result.faults)}`);
}

function jsonFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort();
  } catch {
    return [];
  }
}
