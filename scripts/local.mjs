// The bot and Microsoft's local Teams client, both on loopback, started together and ended together.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "./ensure.mjs";

const HOST = "127.0.0.1";
const PORTS = { PORT: "3978", PLAYGROUND_PORT: "56150" };
/** Milliseconds. The client takes some seconds on a small machine. */
const READY_LIMIT = 60_000;
const END_LIMIT = 11_000;
const CLIENT_LOG = join(tmpdir(), `region-guide-teams-client-${process.pid}.log`);
const CLIENT = join("node_modules", "@microsoft", "m365agentsplayground", "cli.js");

/** Starts both, says so once both answer, and stays until either ends or somebody stops it. */
export async function startLocally() {
  const port = await freePort("PORT");
  const clientPort = await freePort("PLAYGROUND_PORT");
  const programs = [startBot(port), startClient(port, clientPort)];
  endTogether(programs);
  await Promise.all([answers(`http://${HOST}:${port}/readyz`), answers(`http://${HOST}:${clientPort}/`)]);
  console.log(`\nReady. Open http://${HOST}:${clientPort} and ask, for example:`);
  console.log("  how do I geo-replicate Event Grid without pairs");
  console.log("Ctrl-C ends it.\n");
}

/** @returns the port that the setting names, if nobody has it; otherwise ends with the remedy */
async function freePort(setting) {
  const port = process.env[setting]?.trim() || PORTS[setting];
  const problem = await new Promise((resolve) => {
    const probe = createServer().once("error", (error) => resolve(error.code ?? error.message));
    probe.listen(Number(port), HOST, () => probe.close(() => resolve(undefined)));
  }).catch(() => "not a port");
  if (problem === undefined) return port;
  const what = problem === "EADDRINUSE" ? "is taken" : `cannot be used (${problem})`;
  console.error(
    `Port ${port} ${what}. Set ${setting} to another one, for example ${setting}=${Number(port) + 1 || 8080}.`,
  );
  process.exit(1);
}

function startBot(port) {
  // The channel tells the bot when this process is gone, however it ended.
  return program("The bot", [join("dist", "index.js")], { PORT: port, MicrosoftAppId: "" }, [
    "inherit",
    "inherit",
    "inherit",
    "ipc",
  ]);
}

function startClient(port, clientPort) {
  const script = join("scripts", "teams-client", "loopback.cjs");
  const endpoint = `http://${HOST}:${port}/api/messages`;
  const args = ["--no-deprecation", "--require", `./${script.replaceAll("\\", "/")}`, CLIENT];
  const options = ["start", "-e", endpoint, "-c", "msteams", "-p", clientPort, "--disable-telemetry"];
  const settings = {
    TEAMSAPPTESTER_BROWSER: "none",
    M365_AGENTS_PLAYGROUND_LOGFILE: CLIENT_LOG,
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(ROOT, "scripts", "teams-client", "playground.yml"),
  };
  // What it prints is for its own developers; it is kept in the log and shown only where it fails.
  return program("The local Teams client", [...args, ...options], settings, ["ignore", "ignore", "pipe"]);
}

function program(name, args, settings, stdio) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio, env: { ...process.env, ...settings } });
  const words = [];
  child.stderr?.on("data", (chunk) => words.push(chunk));
  return { name, child, words: () => Buffer.concat(words).toString("utf8").slice(-2_000) };
}

/** One of them alone is of no use, so whichever ends first takes the other along. */
function endTogether(programs) {
  let ending = false;
  const end = async (status) => {
    if (ending) return;
    ending = true;
    for (const { child } of programs) child.kill("SIGTERM");
    await Promise.race([Promise.all(programs.map(({ child }) => hasEnded(child))), sleep(END_LIMIT)]);
    for (const { child } of programs) child.kill("SIGKILL");
    process.exit(status);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(0));
  for (const { name, child, words } of programs) {
    child.once("exit", (code) => {
      if (!ending) console.error(`${name} ended${code === null ? "" : ` with ${code}`}. ${words()}${clientLog(name)}`);
      end(1);
    });
  }
}

function clientLog(name) {
  if (name === "The bot") return "";
  try {
    return readFileSync(CLIENT_LOG, "utf8").slice(-2_000);
  } catch {
    return "";
  }
}

function hasEnded(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", resolve));
}

/** Waits until the address answers with success. */
async function answers(address) {
  const until = Date.now() + READY_LIMIT;
  while (Date.now() < until) {
    const response = await fetch(address, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  console.error(`${address} did not answer in ${READY_LIMIT / 1000} s.`);
  process.kill(process.pid, "SIGTERM");
}
