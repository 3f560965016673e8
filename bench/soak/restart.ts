/** kill -9 in the middle of the traffic, with state in Blob Storage, and a start on the same port. */
import { setTimeout as sleep } from "node:timers/promises";
import { startAzurite } from "../../test/teams/support/azurite";
import type { Site } from "./bot";
import { startMoodyConnector } from "./connector";
import { Ledger } from "./ledger";
import { deliver, steadily } from "./load";
import { chance } from "./random";
import { printBounds } from "./table";
import { type Delivery, question, traffic } from "./traffic";

const REGION = "Qatar Central";
const CHATS = 20;

/** @returns whether every bound was kept */
export async function restart(site: Site): Promise<boolean> {
  const azurite = await startAzurite();
  const connector = await startMoodyConnector(chance(1));
  connector.moody = false;
  const settings = { STATE_CONNECTION_STRING: azurite.connectionString };
  const first = await site.start(settings);
  const chats = Array.from({ length: CHATS }, (_, chat) => `kept-${chat}`);
  const ask = (text: string) => chats.map((chat) => question(connector.url, chat, text));
  const before = new Ledger();
  for (const delivery of ask(`Event Grid in ${REGION}`))
    await deliver({ site, bot: first, connector, ledger: before }, delivery);
  const load = steadily(
    { site, bot: first, connector, ledger: new Ledger() },
    traffic(chance(2), connector.url, 100).next,
    50,
    3,
  );
  await sleep(1_500);
  await first.end("SIGKILL");
  const started = performance.now();
  const second = await site.start({ ...settings, PORT: new URL(first.url).port });
  const up = performance.now() - started;
  await load;
  const after = new Ledger();
  const followUps = ask("and Key Vault?");
  for (const delivery of followUps) await deliver({ site, bot: second, connector, ledger: after }, delivery);
  const kept = followUps.filter(({ id }: Delivery) => connector.arrivals.get(id)?.words.includes(REGION)).length;
  await second.end("SIGTERM");
  await Promise.all([azurite.stop(), connector.stop()]);
  return printBounds("kill -9 in the middle, state in Blob Storage", [
    { what: "from the start to listening", found: up, bound: 15_000, unit: " ms" },
    { what: "answered after it", found: after.judge(connector.arrivals).answered, bound: CHATS, exactly: true },
    { what: "follow-ups that still knew the region", found: kept, bound: CHATS, exactly: true },
  ]);
}
