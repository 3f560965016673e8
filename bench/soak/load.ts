/** Sends deliveries at a steady pace, whatever comes back, as Teams does. */
import { setTimeout as sleep } from "node:timers/promises";
import type { BotProcess } from "../../test/teams/support/process";
import type { Site } from "./bot";
import type { MoodyConnector } from "./connector";
import type { Ledger } from "./ledger";
import type { Delivery } from "./traffic";

export type Target = {
  readonly site: Site;
  readonly bot: BotProcess;
  readonly connector: MoodyConnector;
  readonly ledger: Ledger;
};

/** Sends one and notes what came of it. */
export async function deliver({ site, bot, connector, ledger }: Target, delivery: Delivery): Promise<void> {
  const headers = {
    "content-type": "application/json",
    authorization: site.authorization(connector.url, delivery.token),
  };
  const started = performance.now();
  const status = await fetch(`${bot.url}/api/messages`, { method: "POST", headers, body: delivery.body }).then(
    async (response) => (isAnswered(delivery, await response.text()) ? response.status : 0),
    () => undefined,
  );
  ledger.note(delivery, status, performance.now() - started);
}

/** An execute is answered in the response itself. */
function isAnswered({ kind }: Delivery, text: string): boolean {
  return kind !== "execute" || text.includes("AdaptiveCard");
}

/**
 * Keeps a pace.
 * @param rate deliveries a second
 * @param seconds how long
 * @param each called once a second with the second's number
 */
export async function steadily(
  target: Target,
  next: () => Delivery,
  rate: number,
  seconds: number,
  each: (second: number) => void = () => {},
): Promise<void> {
  const started = performance.now();
  const running: Promise<void>[] = [];
  for (let sent = 0; sent < rate * seconds; sent++) {
    await sleep(Math.max(started + (sent * 1_000) / rate - performance.now(), 0));
    running.push(deliver(target, next()));
    if (sent % rate === 0) each(sent / rate);
  }
  await Promise.all(running);
}
