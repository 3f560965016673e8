/** The long fuzz, against the bot in a process of its own. */
import { startConnector } from "../../test/teams/support/connector";
import { fuzz as run } from "../../test/teams/support/fuzz";
import type { Site } from "./bot";
import { errorsIn } from "./bot";
import { printBounds } from "./table";

const SEED = 1124;
const AT_ONCE = 32;

/** @returns whether every bound was kept */
export async function fuzz(site: Site, count: number): Promise<boolean> {
  const connector = await startConnector();
  const bot = await site.start({ ALLOWED_TENANTS: "*" });
  console.log(`${count.toLocaleString("en")} mutated activities, seed ${SEED} ...`);
  const started = performance.now();
  const { statuses, letIn, replies } = await run({ url: bot.url, appId: site.appId, connector }, SEED, count, AT_ONCE);
  const seconds = Math.round((performance.now() - started) / 1_000);
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, many]) => `${status}: ${many}`);
  console.log(`In ${seconds} s. Responses by status: ${counts.join(", ")}; replies: ${replies.ours}`);
  const { code } = await bot.end("SIGTERM");
  await connector.stop();
  return printBounds("Fuzz", [
    { what: "requests without a response", found: statuses.get(0) ?? 0, bound: 0, exactly: true },
    { what: "responses of 500", found: statuses.get(500) ?? 0, bound: 0, exactly: true },
    { what: "strangers let in", found: letIn, bound: 0, exactly: true },
    { what: "replies to strangers", found: replies.strangers, bound: 0, exactly: true },
    { what: "lines in the log of faults of our own", found: errorsIn(bot).length, bound: 0, exactly: true },
    { what: "exit status after SIGTERM", found: code ?? -1, bound: 0, exactly: true },
  ]);
}
