/** A bot in a process of its own, and what it costs. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type Server = {
  readonly url: string;
  /** Milliseconds from the start of the process until it takes a connection. */
  readonly startMs: number;
  /** Milliseconds of processor time so far, of all its threads. */
  readonly cpuMs: () => number;
  /** Megabytes of memory now. */
  readonly memoryMb: () => number;
  readonly end: () => Promise<void>;
};

/** What Linux counts processor time in; 100 a second on every common build. */
const TICK_MS = 10;

export async function startServer(script: string, nodeArgs: readonly string[] = []): Promise<Server> {
  const port = await freePort();
  const env = { PATH: process.env["PATH"], HOST: "127.0.0.1", PORT: String(port) };
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeArgs, script], { env, stdio: ["ignore", "ignore", "inherit"] });
  await untilListening(port, child);
  const startMs = performance.now() - started;
  return {
    url: `http://127.0.0.1:${port}`,
    startMs,
    cpuMs: () => cpuOf(child.pid),
    memoryMb: () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024,
    async end() {
      child.kill("SIGTERM");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

function cpuOf(pid: number | undefined): number {
  // After the name, which may hold blanks, user and system time are the 12th and 13th field.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address ? address.port : 0;
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  for (const until = performance.now() + 30_000; performance.now() < until; await sleep(2)) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(" ")} ended`);
    const socket = connect(port, "127.0.0.1");
    const open = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
  }
  throw new Error(`${child.spawnargs.join(" ")} does not listen`);
}
