/** kill -9 in the middle of the traffic, with state in Blob Storage, and a start on the same port. */
import { setTimeout as sleep } from "node:timers/promises";
import { startAzurite } from "../../test/teams/support/azurite";
import type { BotProcess } from "../../test/teams/support/process";
import type { Site } from "./bot";
import { type MoodyConnector, startMoodyConnector } from "./connector";
import { Ledger } from "./ledger";
import { deliver, steadily } from "./load";
import { chance } from "./random";
import { printBounds } from "./table";
import { question, traffic } from "./traffic";

const REGION = "Qatar Central";
const CHATS = 20;

/** @returns whether every bound was kept */
export async function restart(site: Site): Promise<boolean> {
  const azurite = await startAzurite();
  const connector = await startMoodyConnector(chance(1));
  connector.moody = false;
  const settings = { STATE_CONNECTION_STRING: azurite.connectionString };
  const first = await site.start(settings);
  await askAll(site, first, connector, `Event Grid in ${REGION}`);
  const { next } = traffic(chance(2), connector.url, 100);
  const load = steadily({ site, bot: first, connector, ledger: new Ledger() }, next, 50, 3);
  await sleep(1_500);
  await first.end("SIGKILL");
  const started = performance.now();
  const second = await site.start({ ...settings, PORT: new URL(first.url).port });
  const up = performance.now() - started;
  await load;
  const replies = await askAll(site, second, connector, "and Key Vault?");
  await second.end("SIGTERM");
  await Promise.all([azurite.stop(), connector.stop()]);
  return printBounds("kill -9 in the middle, state in Blob Storage", [
    { what: "from the start to listening", found: up, bound: 15_000, unit: " ms" },
    { what: "answered after it", found: replies.length, bound: CHATS, exactly: true },
    {
      what: "follow-ups that still knew the region",
      found: replies.filter((reply) => reply.includes(REGION)).length,
      bound: CHATS,
      exactly: true,
    },
  ]);
}

/** Asks the same in each of the chats; returns what arrived for it. */
async function askAll(site: Site, bot: BotProcess, connector: MoodyConnector, text: string): Promise<string[]> {
  const questions = Array.from({ length: CHATS }, (_, chat) => question(connector.url, `kept-${chat}`, text));
  const ids = new Set(questions.map(({ id }) => id));
  const replies: string[] = [];
  connector.onReply = (replyToId, body) => {
    if (ids.has(replyToId)) replies.push(body);
  };
  for (const delivery of questions) await deliver({ site, bot, connector, ledger: new Ledger() }, delivery);
  return replies;
}
