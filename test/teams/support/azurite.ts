/** Microsoft's own stand-in for Azure Storage, in a process of its own, on loopback, with nothing kept on disk. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { withinTime } from "../../../src/teams/within-time";

/** The account that every Azurite has; its key is printed in Microsoft's documentation and opens nothing else. */
const ACCOUNT = "devstoreaccount1";
const KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

/** Milliseconds; it takes 4 to 5 s when nothing else runs. */
const START_LIMIT = 60_000;

export type Azurite = { readonly connectionString: string; readonly stop: () => Promise<void> };

export async function startAzurite(): Promise<Azurite> {
  const main = join(dirname(require.resolve("azurite/package.json")), "dist", "src", "blob", "main.js");
  const options = ["--blobHost", "127.0.0.1", "--blobPort", "0", "--inMemoryPersistence", "--silent"];
  const args = [main, ...options, "--disableTelemetry"];
  const child = spawn(process.execPath, args, { cwd: tmpdir(), stdio: ["ignore", "pipe", "pipe"] });
  let written = "";
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      written += chunk;
      const url = /successfully listens on (http:\/\/[\d.:]+)/.exec(written)?.[1];
      if (url) resolve(url);
    });
    child.stderr.on("data", (chunk) => (written += chunk));
    child.once("exit", () => reject(new Error(`Azurite ended: ${written}`)));
  });
  const url = await withinTime(listening, START_LIMIT, "Azurite");
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};BlobEndpoint=${url}/${ACCOUNT};`,
    async stop() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}
