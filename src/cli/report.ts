/** npm run report -- [--json] [--html page.html] [log files]: what the bot was asked, and what it could not answer. */
import { createReadStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadKnowledge } from "../knowledge/load";
import { readEvent } from "../report/event";
import { toHtml } from "../report/html";
import { toMarkdown } from "../report/markdown";
import { toPage } from "../report/page";
import { type Report, toReport } from "../report/report";
import { count, emptyTally, type Tally } from "../report/tally";
import { ROOT } from "./load-responder";
import { linesOf } from "./log-lines";

const USAGE = `Usage: npm run --silent report -- [--json] [--html page.html] [--top 10] [log files]
  log files     the bot's log, JSON lines as it writes them; without a file, or with -, the standard input
  --json        the report as JSON
  --html        also write it as a page for a browser
  --top         the most rows of each table, 10 unless told
  --knowledge   another knowledge folder than this project's
Exit status: 0 when every line could be read, 1 when a line or a file could not (the report is of the others),
2 when it was called wrongly.`;

/** Where it reads and writes; tests bring their own. */
export type Surroundings = {
  readonly input: AsyncIterable<string>;
  /** Whether a person would have to type the input. */
  readonly isTyped: boolean;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
};

/**
 * @param args without node and the program
 * @returns the exit status
 */
export async function run(args: readonly string[], { input, isTyped, out, error }: Surroundings): Promise<number> {
  const options = readArguments(args, isTyped, error);
  if (!options) return 2;
  if (options.help) {
    out(USAGE);
    return 0;
  }
  try {
    const knowledge = loadKnowledge(options.knowledge);
    const tally = emptyTally();
    const allRead = await countAll(tally, options.files, input, error);
    show(toReport(tally, knowledge, options.top), options, out);
    return allRead && tally.malformed === 0 ? 0 : 1;
  } catch (cause) {
    error(messageOf(cause));
    return 1;
  }
}

function readArguments(args: readonly string[], isTyped: boolean, error: Surroundings["error"]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false, short: "h" },
        html: { type: "string" },
        top: { type: "string", default: "10" },
        knowledge: { type: "string", default: join(ROOT, "knowledge") },
      },
    });
    if (!/^[1-9]\d{0,5}$/.test(values.top)) throw new Error(`--top is "${values.top}": write a number from 1 on`);
    if (isTyped && positionals.length === 0 && !values.help) throw new Error("No log file is named.");
    return { ...values, top: Number(values.top), files: positionals.length > 0 ? positionals : ["-"] };
  } catch (cause) {
    error(`${messageOf(cause)}\n${USAGE}`);
    return undefined;
  }
}

/** @returns whether every file could be read to its end */
async function countAll(
  tally: Tally,
  files: readonly string[],
  input: AsyncIterable<string>,
  error: Surroundings["error"],
): Promise<boolean> {
  let allRead = true;
  for (const file of files) {
    try {
      const stream = file === "-" ? input : createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 20 });
      await countLines(tally, stream, file === "-" ? "standard input" : file);
    } catch (cause) {
      allRead = false;
      error(`${file} could not be read: ${messageOf(cause)}`);
    }
  }
  return allRead;
}

async function countLines(tally: Tally, chunks: AsyncIterable<string>, name: string): Promise<void> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number++;
    if (line.trim() !== "") count(tally, readEvent(line), `${name}:${number}`);
  }
}

type Output = { readonly json: boolean; readonly html?: string | undefined };

function show(report: Report, { json, html }: Output, out: Surroundings["out"]): void {
  const page = toPage(report);
  if (html !== undefined) writeFileSync(html, toHtml(page));
  out(json ? JSON.stringify(report, null, 2) : toMarkdown(page).trimEnd());
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

if (require.main === module) {
  // A reader that has seen enough (head) closes the pipe: that is no fault.
  process.stdout.on("error", (cause: NodeJS.ErrnoException) => process.exit(cause.code === "EPIPE" ? 0 : 1));
  const surroundings: Surroundings = {
    input: process.stdin.setEncoding("utf8"),
    isTyped: process.stdin.isTTY === true,
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
  };
  run(process.argv.slice(2), surroundings).then((status) => {
    process.exitCode = status;
  });
}
