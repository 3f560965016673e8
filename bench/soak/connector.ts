/** Teams' side of the wire in the soak: it throws in 429s, 500s, delays and hangs, and counts what arrives for what. */
import { createServer, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { close, listen, readAll } from "../../test/teams/support/connector";
import type { Chance } from "./random";

export type Mood = "well" | "429" | "500" | "delay" | "hang";

/** What arrived for one message: how often, how often it was taken, and in which mood the connector was. */
export type Arrivals = { mood: Mood; arrived: number; accepted: number; words: string };

export type MoodyConnector = {
  readonly url: string;
  /** By the id of the message that was replied to. */
  readonly arrivals: Map<string, Arrivals>;
  moody: boolean;
  readonly stop: () => Promise<void>;
};

/** Shares of all messages, in steps of the chance: 5 % of the replies meet a connector that is not well. */
const MOODS: readonly (readonly [Mood, number])[] = [
  ["429", 0.02],
  ["500", 0.03],
  ["delay", 0.045],
  ["hang", 0.05],
];

export async function startMoodyConnector(random: Chance): Promise<MoodyConnector> {
  const arrivals = new Map<string, Arrivals>();
  const server = createServer(async (request, response) => {
    const body = await readAll(request);
    const { replyToId = "" }: { replyToId?: string } = JSON.parse(body);
    const known = arrivals.get(replyToId);
    const entry = known ?? { mood: connector.moody ? moodFor(random) : "well", arrived: 0, accepted: 0, words: "" };
    arrivals.set(replyToId, entry);
    entry.arrived++;
    // What a follow-up must show: looked at in the few answers that are checked for it.
    entry.words = body;
    await behave(entry, response);
  });
  const connector: MoodyConnector = { url: await listen(server), arrivals, moody: true, stop: () => close(server) };
  return connector;
}

function moodFor(random: Chance): Mood {
  const roll = random.next();
  return MOODS.find(([, below]) => roll < below)?.[0] ?? "well";
}

async function behave(entry: Arrivals, response: ServerResponse): Promise<void> {
  if (entry.mood === "hang") return;
  if (entry.mood === "500") return answer(response, 500);
  if (entry.mood === "429" && entry.arrived === 1) return answer(response, 429, { "retry-after": "1" });
  if (entry.mood === "delay") await sleep(1_500);
  entry.accepted++;
  answer(response, 201);
}

function answer(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(status === 201 ? '{"id":"sent"}' : "{}");
}
