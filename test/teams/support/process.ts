/** The bot in a process of its own, as a server runs it: dist/index.js, which `npm test` has built. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Environment } from "../../../src/config";
import { withinTime } from "../../../src/teams/within-time";

const INDEX = join("dist", "index.js");
/** Milliseconds, on a machine that does other things too. */
const START_LIMIT = 30_000;

export type BotProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  /** All that it wrote so far. */
  readonly output: () => string;
  /** Sends the signal and waits for the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<{ readonly code: number | null; readonly took: number }>;
};

/**
 * Starts the bot and waits until it listens.
 * @param settings its whole environment beside the path; a free port unless they name one
 * @param nodeArgs for Node itself
 * @throws Error with what it wrote, where it ends instead
 */
export async function startBotProcess(settings: Environment = {}, nodeArgs: string[] = []): Promise<BotProcess> {
  const env = { PATH: process.env["PATH"], HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info", ...settings };
  const child = spawn(process.execPath, [...nodeArgs, INDEX], { env, stdio: ["ignore", "pipe", "pipe"] });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (written += chunk));
  const output = () => written;
  return { url: await listening(child, output), child, output, end: (signal) => end(child, signal) };
}

function listening(child: ChildProcess, output: () => string): Promise<string> {
  const address = new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", () => {
      const url = /listening on (http:\/\/[\d.:]+)\/api/.exec(output())?.[1];
      if (url) resolve(url);
    });
    child.once("close", () => reject(new Error(`the bot ended: ${output()}`)));
  });
  return withinTime(address, START_LIMIT, "the bot");
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<{ code: number | null; took: number }> {
  const started = Date.now();
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, "exit");
  }
  return { code: child.exitCode, took: Date.now() - started };
}
