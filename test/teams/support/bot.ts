/** The real server and adapter on a loopback port, with a small responder, a connector and a log that can be read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Environment, readConfig } from "../../../src/config";
import { createLog } from "../../../src/log";
import type { Context, Decision, Message, Reply, Responder, SearchResult } from "../../../src/responder";
import { type BotServer, createServer, type ServerOptions } from "../../../src/teams/server";
import { type Activity, type Connector, startConnector } from "./connector";

export type LogLine = { msg?: unknown; [field: string]: unknown };

export type TestBot = {
  readonly url: string;
  readonly connector: Connector;
  /** What the responder was asked, and with which context. */
  readonly asked: { readonly message: Message; readonly context: Context | undefined }[];
  readonly log: LogLine[];
  readonly server: BotServer;
  readonly post: (body: unknown, headers?: Record<string, string>) => Promise<Response>;
  readonly stop: () => Promise<void>;
};

/** Repeats what it was asked; the context counts the turns. */
function echo(asked: TestBot["asked"][number][]): Responder {
  return {
    respond(message, context) {
      asked.push({ message, context });
      const words = message.kind === "text" ? message.text : `tapped ${JSON.stringify(message.data)}`;
      return { reply: replyOf(words), context: { turns: turnsOf(context) + 1 } };
    },
    welcome: () => replyOf("welcome"),
    search: (typed) => searchFor(typed),
  };
}

/** As many hits as letters were typed; "none" finds nothing. */
export function searchFor(typed: string): SearchResult {
  const titles = typed === "none" ? [] : [...(typed || "start")];
  const hits = titles.map((title) => ({ title, text: `about ${title}`, card: replyOf(title).card }));
  return {
    hits,
    nothing: "nothing of that name",
    decision: { ...replyOf("").decision, kind: "catalog", listed: titles },
  };
}

export function turnsOf(context: { readonly turns?: unknown } | undefined): number {
  return Number(context?.turns ?? 0);
}

export function replyOf(words: string, kind: Decision["kind"] = "help"): Reply {
  const card = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: words }] };
  const decision = { kind, services: [], regions: [], confidence: 1, candidates: [] };
  return { decision, card, summary: `about: ${words.slice(0, 40)}`, text: words, links: [] };
}

export async function startBot(environment: Environment = {}, options: Partial<ServerOptions> = {}): Promise<TestBot> {
  const asked: TestBot["asked"][number][] = [];
  const log: LogLine[] = [];
  const connector = await startConnector();
  const server = createServer({
    config: readConfig({ HOST: "127.0.0.1", PORT: "0", ...environment }),
    log: createLog("debug", false, (line) => log.push(JSON.parse(line))),
    responder: echo(asked),
    ...options,
  });
  const url = await server.listen();
  const post = (body: unknown, headers: Record<string, string> = {}) => postTo(url, body, headers);
  return { url, connector, asked, log, server, post, stop: () => stopBoth(server, connector) };
}

async function stopBoth(server: BotServer, connector: Connector): Promise<void> {
  await connector.stop();
  await server.stop();
}

function postTo(url: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  return fetch(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

let count = 0;

/** An activity as the local Teams client sends it, with a fresh id, sent by way of the connector. */
export function captured(name: string, connector: Pick<Connector, "url">, changes: Activity = {}): Activity {
  const text = readFileSync(join("test", "teams", "activities", `${name}.json`), "utf8");
  const activity: Activity = JSON.parse(text);
  return { ...activity, serviceUrl: connector.url, id: `activity-${++count}`, ...changes };
}

/** The words on the card that was sent. */
export function wordsOf(activity: Activity | undefined): unknown {
  const attachments = activity?.attachments;
  if (!Array.isArray(attachments)) return activity?.text;
  return attachments[0]?.content?.body?.[0]?.text;
}
