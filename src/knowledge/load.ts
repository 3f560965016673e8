import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Knowledge, KnowledgeFile } from "./knowledge";

const FOLDERS = ["services", "targets"] as const;

/** What a build found to be free of faults, and the digest of the files that it checked. */
type Checked = { readonly digest: string; readonly knowledge: Knowledge };

/**
 * Reads the knowledge folder.
 * @param folder path of the folder with regions.json, concepts.json, vocabulary.json, services/, targets/ and, where the
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
 * Loads and checks the knowledge. Files that the build has checked, and that nobody has touched since, are not checked
 * again: that is half of the time between the files on the disk and the first answer (`npm run bench`).
 * @param folder path of the knowledge folder
 * @param checkedPath what keepChecked wrote; without it, or where it is of other files, all is checked
 * @throws Error that names every fault in every file, each with its remedy
 */
export function loadKnowledge(folder: string, checkedPath?: string): Knowledge {
  const files = readKnowledgeFiles(folder);
  const checked = checkedPath === undefined ? undefined : readChecked(checkedPath);
  return checked?.digest === digestOf(files) ? checked.knowledge : check(folder, files);
}

/**
 * Checks the knowledge and keeps it beside the program. Called by the build.
 * @throws Error as loadKnowledge does
 */
export function keepChecked(folder: string, checkedPath: string): void {
  const files = readKnowledgeFiles(folder);
  const checked: Checked = { digest: digestOf(files), knowledge: check(folder, files) };
  writeFileSync(checkedPath, JSON.stringify(checked));
}

function check(folder: string, files: readonly KnowledgeFile[]): Knowledge {
  // Loaded only here: a start from checked files does without the schemas.
  const { formatFaults, parseKnowledge }: typeof import("./parse") = require("./parse");
  const result = parseKnowledge(files);
  if (result.kind === "ok") return result.knowledge;
  throw new Error(`${folder} has ${result.faults.length} fault(s):\n${formatFaults(result.faults)}`);
}

/** A part of the build like the program itself, and trusted like it. */
function readChecked(path: string): Checked | undefined {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

function digestOf(files: readonly KnowledgeFile[]): string {
  const hash = createHash("sha256");
  for (const { name, text } of files) hash.update(`${name}\0${text}\0`);
  return hash.digest("hex");
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
