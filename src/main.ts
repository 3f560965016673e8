/** Puts the bot together and starts it. index.ts alone loads it. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { loadTemplates } from "./cards/load";
import { type Config, readConfig } from "./config";
import { loadEnvironmentFile } from "./environment-file";
import { loadPrepared } from "./load";
import { createLog, type Log } from "./log";
import { ignoreErrors, logOutput } from "./log-output";
import { createResponder } from "./respond";
import { stopWhenAsked } from "./stop";
import { openState } from "./teams/open-state";
import { createServer } from "./teams/server";
import { openTelemetry } from "./telemetry/open";

/** The folder with package.json; compiled files lie one level below it. */
const ROOT = join(__dirname, "..");
/** Written by the build. */
const PREPARED = join(__dirname, "knowledge.json");

/** Lines for a person where one is looking or the bot runs locally, JSON on a server. */
function logFor(config: Config): Log {
  const readable = process.stdout.isTTY === true || config.identity === undefined;
  const said = (error: Error) => process.stderr.write(`Region Guide runs on, but its log is lost: ${error.message}\n`);
  return createLog(config.logLevel, readable, logOutput(process.stdout, said));
}

/** Everything that the libraries would print past the log, and what nobody caught. */
function watchProcess(log: Log): void {
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a rejection nobody handled"));
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "an exception nobody caught, ending");
    // The log may be what broke.
    process.stderr.write(`Region Guide ends. ${error.stack ?? error.message}\n`);
    process.exit(1);
  });
  ignoreErrors(process.stderr);
  // Node prints warnings to the terminal, most of them about the SDK's own libraries, where nobody can act on them.
  process.removeAllListeners("warning");
  process.on("warning", (warning) => log.debug({ warning: String(warning) }, "warning of Node"));
  // The SDK prints the token checks that fail, one way or another; the endpoint logs each of them as one line.
  console.error = (...words: unknown[]) => log.debug({ words: words.map(String) }, "message of a library");
  console.warn = console.error;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!("code" in error)) return error.message;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" || error.code === "EAI_AGAIN")
    return `HOST is no address of this machine (${error.message}): set it to one, or leave it out.`;
  if (!("port" in error)) return error.message;
  if (error.code === "EADDRINUSE") return `Port ${error.port} is taken: set PORT to another one.`;
  if (error.code === "EACCES") return `Port ${error.port} needs more rights: set PORT to one from 1024 on.`;
  return error.message;
}

async function start(): Promise<void> {
  loadEnvironmentFile(join(ROOT, ".env"));
  const config = readConfig(process.env);
  const log = logFor(config);
  watchProcess(log);
  const { knowledge, phrases } = loadPrepared(join(ROOT, "knowledge"), PREPARED);
  const telemetry = await openTelemetry(config.insights, (err) => log.warn({ err }, "figures were not sent"));
  const onFault = (error: unknown) => {
    log.error({ err: error }, "an answer failed");
    telemetry.failed();
  };
  const { expertContact: contact } = config;
  const responder = createResponder(knowledge, loadTemplates(join(ROOT, "cards")), { onFault, contact, phrases });
  const server = createServer({ config, responder, log, telemetry, state: await openState(config, log) });
  stopWhenAsked(server, telemetry, log);
  clearUp();
  const address = await server.listen();
  log.info(`listening on ${address}/api/messages`);
}

/**
 * What only the start needed (files as they were read, phrases as they were kept) would stay until much is asked: a tenth
 * of the memory of a bot that waits (`npm run bench:http`). Twice: after once, every third start keeps five megabytes more.
 */
function clearUp(): void {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  collect();
  collect();
}

/** Runs until it is asked to stop; what keeps it from starting is said in one line, exit status 1. */
export async function main(): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`Region Guide cannot start. ${explain(error)}\n`);
    process.exit(1);
  }
}
