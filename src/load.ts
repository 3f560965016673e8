/**
 * What a start reads instead of making it anew: the knowledge, which the build has found free of faults, and the tree
 * of its phrases. Together that is most of the time between the files on the disk and the first answer (`npm run bench`).
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Knowledge, KnowledgeFile } from "./knowledge/knowledge";
import { checkKnowledge, readKnowledgeFiles } from "./knowledge/load";
import { keepPhrases } from "./question/known-phrases";
import type { KeptPhrases } from "./question/phrase-tree";

export type Prepared = { readonly knowledge: Knowledge; readonly phrases: KeptPhrases };

/** With the digest of the files that it was made from. */
type Kept = Prepared & { readonly digest: string };

/**
 * Loads the knowledge. Files that somebody has touched since the build are checked and read anew.
 * @param folder path of the knowledge folder
 * @param keptPath what keepPrepared wrote; it may be missing
 * @throws Error that names every fault in every file, each with its remedy
 */
export function loadPrepared(folder: string, keptPath: string): Prepared {
  const files = readKnowledgeFiles(folder);
  const kept = readKept(keptPath);
  return kept?.digest === digestOf(files) ? kept : prepare(folder, files);
}

/**
 * Checks the knowledge and keeps it beside the program. Called by the build.
 * @throws Error as loadPrepared does
 */
export function keepPrepared(folder: string, keptPath: string): void {
  const files = readKnowledgeFiles(folder);
  const kept: Kept = { digest: digestOf(files), ...prepare(folder, files) };
  writeFileSync(keptPath, JSON.stringify(kept));
}

function prepare(folder: string, files: readonly KnowledgeFile[]): Prepared {
  const knowledge = checkKnowledge(folder, files);
  return { knowledge, phrases: keepPhrases(knowledge) };
}

/** A part of the build like the program itself, and trusted like it. */
function readKept(path: string): Kept | undefined {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

function digestOf(files: readonly KnowledgeFile[]): string {
  const hash = createHash("sha256");
  for (const { name, text } of files) hash.update(`${name}\0${text}\0`);
  return hash.digest("hex");
}
