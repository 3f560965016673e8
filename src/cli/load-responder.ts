import { join } from "node:path";
import { loadTemplates } from "../cards/load";
import { loadPrepared } from "../load";
import { createResponder } from "../respond";
import type { Responder } from "../responder";

/** The folder with package.json; compiled files lie two levels below it. */
export const ROOT = join(__dirname, "..", "..");

/**
 * The bot without a channel, for the command line.
 * @throws Error that names every fault of the knowledge or the templates
 */
export function loadResponder(onFault?: (cause: unknown) => void): Responder {
  const { knowledge, phrases } = loadPrepared(join(ROOT, "knowledge"), join(ROOT, "dist", "knowledge.json"));
  const templates = loadTemplates(join(ROOT, "cards"));
  return createResponder(knowledge, templates, { phrases, ...(onFault && { onFault }) });
}
