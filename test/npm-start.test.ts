/** `npm start` on a server: the signal that ends npm ends the bot, or it would hold the port as nobody's child. */
import { spawn } from "node:child_process";
import { onUnix } from "./support/on-unix";

const SERVER = {
  MicrosoftAppId: "11111111-1111-1111-1111-111111111111",
  MicrosoftAppTenantId: "22222222-2222-2222-2222-222222222222",
  MicrosoftAppType: "UserAssignedMSI",
  HOST: "127.0.0.1",
  PORT: "0",
};

onUnix(
  "SIGTERM to npm alone",
  async () => {
    const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], ...SERVER };
    const npm = spawn("npm", ["start"], { env, stdio: ["ignore", "pipe", "ignore"], detached: true });
    try {
      let written = "";
      npm.stdout.on("data", (chunk) => (written += chunk));
      while (!/listening on/.test(written)) await new Promise((resolve) => setTimeout(resolve, 50));
      const [, url] = /listening on (http:\/\/[\d.:]+)/.exec(written) ?? [];
      npm.kill("SIGTERM");
      // The bot holds the other end of the pipe for as long as it lives.
      await new Promise((resolve) => npm.stdout.once("close", resolve));
      expect(written).toContain('"reason":"SIGTERM"');
      await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    } finally {
      endGroup(npm.pid);
    }
  },
  30_000,
);

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // All of it is gone, as it should be.
  }
}
