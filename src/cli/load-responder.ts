import { join } from "node:path";
import { loadTemplates } from "../cards/load";
import { loadKnowledge } from "../knowledge/load";
import { createResponder } from "../respond";
import type { Responder } from "../responder";

/** The folder with package.json; compiled files lie two levels below it. */
export const ROOT = join(__dirname, "..", "..");

/**
 * The bot without a channel, for the command line.
 * @throws Error that names every fault of the knowledge or the templates
 */
export function loadResponder(onFault?: (cause: unknown) => void): Responder {
  return createResponder(
    loadKnowledge(join(ROOT, "knowledge"), join(ROOT, "dist", "knowledge.json")),
    loadTemplates(join(ROOT, "cards")),
    onFault ? { onFault } : {},
  );
}
