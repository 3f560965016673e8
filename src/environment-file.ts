/** `.env`: settings from a file beside package.json. */
import { statSync } from "node:fs";

/**
 * Adds the file's settings to the environment; what is set already stays.
 * @param path a file that may be missing
 * @throws Error in words, where something else is in its place or it cannot be read
 */
export function loadEnvironmentFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory()) throw new Error(`${path} is a folder: put a file of that name there, or nothing.`);
  try {
    process.loadEnvFile(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} cannot be read (${why}): let this user read it, or take it away.`);
  }
}
