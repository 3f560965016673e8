/** npm run knowledge:preview -- azure-event-grid [qatarcentral]: the card's text, and where each fact comes from. */
import { loadTemplates } from "../cards/load";
import type { TemplateSources } from "../cards/render";
import { type Citation, citationsOfService } from "../knowledge/citations";
import type { Knowledge } from "../knowledge/knowledge";
import { loadKnowledge } from "../knowledge/load";
import { createResponder } from "../respond";
import type { Responder } from "../responder";

const USAGE = "Usage: npm run --silent knowledge:preview -- <service id> [region id]";

/** Where the program reads and writes; tests bring their own. */
export type Surroundings = {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
};

/**
 * @param args the id of a service and, for the answer in one region, the region's
 * @returns the exit status: 0, or 1 with a message
 */
export function run([id, region]: readonly string[], { out, error }: Surroundings): number {
  try {
    if (id === undefined) throw new Error(USAGE);
    out(preview(loadKnowledge("knowledge"), loadTemplates("cards"), id, region));
    return 0;
  } catch (cause) {
    error(cause instanceof Error ? cause.message : String(cause));
    return 1;
  }
}

/**
 * @param id a service's
 * @param region a region's, for the answer there
 * @throws Error when there is no such service or region
 */
export function preview(
  knowledge: Knowledge,
  templates: TemplateSources,
  id: string,
  region: string | undefined,
): string {
  const service = knowledge.services.find((one) => one.id === id);
  if (!service) throw new Error(`"${id}" is no service here: write the name of a file in knowledge/services`);
  if (region !== undefined && !knowledge.regions.some((one) => one.id === region)) {
    throw new Error(`"${region}" is no region of knowledge/regions.json: write a programmatic name like qatarcentral`);
  }
  return [
    "THE CARD",
    cardText(createResponder(knowledge, templates), id, region),
    "",
    "WHERE EACH FACT COMES FROM (the page's date as the file has it)",
    ...citationsOfService(service).map(formatCitation),
  ].join("\n");
}

function cardText(responder: Responder, id: string, region: string | undefined): string {
  const data = { tap: { services: [id], regions: region === undefined ? [] : [region] } };
  return responder.respond({ kind: "tap", data }, undefined, 0).reply.text;
}

function formatCitation({ path, text, address, dated }: Citation): string {
  return `${path}: ${text}\n  ${dated}  ${address}`;
}

if (require.main === module) {
  process.exitCode = run(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
  });
}
