/**
 * npm run --silent ask -- "a question"                readable
 * npm run --silent ask -- --json "a question"         one JSON object
 * npm run --silent ask -- --json < questions.jsonl    one JSON object a line
 * npm run --silent ask                                a conversation, a line a message
 */
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import type { Context, Responder } from "../responder";
import { Asker } from "./ask-lines";
import { loadResponder } from "./load-responder";

const USAGE = `Usage: npm run --silent ask -- [--json] [--card] ["a question"]
  --json   one JSON object instead of text; without a question, one object for each line {"id", "text"} of the input
  --card   with --json, the Adaptive Card too
Without --json and without a question, each line of the input is a message of one conversation.`;

async function main(): Promise<number> {
  const args = readArguments();
  if (!args) return 2;
  if (args.help) {
    await print(USAGE);
    return 0;
  }
  const responder = loadResponder((cause) => process.stderr.write(`${String(cause)}\n`));
  if (args.json) return askLines(responder, args.card, args.question);
  if (args.question !== null) {
    await print(responder.respond({ kind: "text", text: args.question }, undefined, Date.now()).reply.text);
    return 0;
  }
  return converse(responder);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        card: { type: "boolean", default: false },
        help: { type: "boolean", default: false, short: "h" },
      },
    });
    return { ...values, question: positionals.length > 0 ? positionals.join(" ") : null };
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : cause}\n${USAGE}\n`);
    return null;
  }
}

async function askLines(responder: Responder, withCard: boolean, question: string | null): Promise<number> {
  const asker = new Asker(responder, withCard, Date.now);
  if (question !== null) {
    await print(asker.ask(JSON.stringify({ text: question }), 1)?.line ?? "");
    return 0;
  }
  let number = 0;
  let status = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const asked = asker.ask(line, number);
    if (!asked) continue;
    if (asked.failed) status = 1;
    await print(asked.line);
  }
  return status;
}

async function converse(responder: Responder): Promise<number> {
  let context: Context | undefined;
  for await (const line of createInterface({ input: process.stdin })) {
    const turn = responder.respond({ kind: "text", text: line }, context, Date.now());
    context = turn.context;
    await print(`${turn.reply.text}\n`);
  }
  return 0;
}

/** Waits for a slow reader; output of any size arrives whole before the process ends. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(`${text}\n`, () => resolve());
  });
}

// A reader that has seen enough (head) closes the pipe: that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

main().then(
  (status) => {
    process.exitCode = status;
  },
  (cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? cause.message : cause}\n`);
    process.exitCode = 1;
  },
);
