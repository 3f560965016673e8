/** npm run knowledge:check -- <folder> [--json] [--write-status [file.json]]: our knowledge against Microsoft's pages. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkKnowledge } from "../knowledge/check/check";
import { readDocs } from "../knowledge/check/load";
import { formatReport } from "../knowledge/check/report";
import { toStatus } from "../knowledge/check/status";
import { loadKnowledge } from "../knowledge/load";
import type { Status } from "../knowledge/schema";

const USAGE = `Usage: npm run --silent knowledge:check -- <folder> [--json] [--write-status [file.json]]
  <folder>          a checkout of https://github.com/MicrosoftDocs/reliability-docs, of today or older
  --json            the report as JSON
  --write-status    also write which pages have changed, to knowledge/status.json (where the bot reads it and warns
                    below the answers concerned) or to the file that is named
  --knowledge       another knowledge folder than ./knowledge
Exit status: 0 in step, 2 with differences or pages that could not be read, 1 when the check could not be made.`;

const STATUS = join("knowledge", "status.json");

/** Where the check writes: standard output, standard error, and what day it is; tests bring their own. */
export type Surroundings = {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly today: string;
};

/**
 * @param args without node and the program
 * @returns the exit status
 */
export function run(args: readonly string[], { out, error, today }: Surroundings): number {
  try {
    const options = readArguments(args);
    if (options.help) {
      out(USAGE);
      return 0;
    }
    const docs = readDocs(options.folder);
    const report = checkKnowledge(loadKnowledge(options.knowledge), docs);
    if (options.status !== undefined) writeStatus(options.status, toStatus(report, docs, today));
    out(options.json ? JSON.stringify(report, null, 2) : formatReport(report));
    return report.inStep ? 0 : 2;
  } catch (cause) {
    error(cause instanceof Error ? cause.message : String(cause));
    return 1;
  }
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: withDefaultStatus(args),
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false, short: "h" },
      knowledge: { type: "string", default: "knowledge" },
      "write-status": { type: "string" },
    },
  });
  const [folder] = positionals;
  if (!values.help && (folder === undefined || positionals.length > 1)) throw new Error(USAGE);
  return { ...values, folder: folder ?? "", status: values["write-status"] };
}

/** parseArgs knows no option whose value can be left out; a status file ends in .json, the folder does not. */
function withDefaultStatus(args: readonly string[]): string[] {
  return args.map((arg, i) => {
    const isBare = arg === "--write-status" && !args[i + 1]?.endsWith(".json");
    return isBare ? `${arg}=${STATUS}` : arg;
  });
}

function writeStatus(file: string, status: Status): void {
  writeFileSync(file, `${JSON.stringify(status, null, 2)}\n`);
}

if (require.main === module) {
  process.exitCode = run(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    today: new Date().toISOString().slice(0, 10),
  });
}
