import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TEMPLATES, type TemplateSources } from "./render";

/**
 * Reads the templates.
 * @param folder path of the folder with one JSON file a template
 * @throws Error that names every template that is missing or is not JSON
 */
export function loadTemplates(folder: string): TemplateSources {
  const faults: string[] = [];
  const read = (name: string): unknown => {
    const file = join(folder, `${name}.json`);
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch (cause) {
      faults.push(`${file}: ${cause instanceof Error ? cause.message : cause}: restore it from the repository`);
      return null;
    }
  };
  const entries = TEMPLATES.map((name) => [name, read(name)] as const);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return Object.fromEntries(entries) as TemplateSources;
}
