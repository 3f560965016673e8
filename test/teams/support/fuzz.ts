/** Sends activities made by mutation, with and without the right to be answered, and counts what comes of it. */
import { bearer, type TokenParts } from "./authority";
import type { Connector } from "./connector";
import { mutations } from "./mutate";

/** Tokens that are wrong, each in its own way. */
export const BAD_TOKENS: readonly TokenParts[] = [
  { signedWith: "stranger" },
  { kid: "nobody", signedWith: "stranger" },
  { kid: "webchat", signedWith: "webchat" },
  { algorithm: "none" },
  { algorithm: "HS256" },
  { claims: { exp: 1_000_000_000 } },
  { claims: { aud: "99999999-2222-3333-4444-555555555555" } },
  { claims: { iss: "https://evil.example" } },
  { claims: { serviceurl: "https://evil.example/" } },
];

export type FuzzTarget = {
  readonly url: string;
  readonly appId: string;
  readonly connector: Connector;
};

export type FuzzCounts = {
  /** Responses by their status; 0 for none at all. */
  readonly statuses: Map<number, number>;
  /** Requests without right that got something other than 400, 401, 403 or 413. */
  letIn: number;
  /** Replies that arrived for those who have the right to one, and for the others. */
  readonly replies: { ours: number; strangers: number };
};

const TURNED_AWAY: ReadonlySet<number> = new Set([400, 401, 403, 413]);

/** In each address, so that an arriving reply tells whom it is for. */
const OURS = "/ours";
const STRANGERS = "/strangers";

/**
 * Runs it; every other request has no right to be answered.
 * @param count how many activities
 * @param atOnce how many are under way at the same time
 */
export async function fuzz(target: FuzzTarget, seed: number, count: number, atOnce: number): Promise<FuzzCounts> {
  const counts: FuzzCounts = { statuses: new Map(), letIn: 0, replies: { ours: 0, strangers: 0 } };
  const stream = mutations(seed);
  let sent = 0;
  const headers = headersOf(target);
  async function work(): Promise<void> {
    while (sent < count) {
      const number = sent++;
      const ours = number % 2 === 0;
      const activity = addressed(stream.next().value, `${target.connector.url}${ours ? OURS : STRANGERS}`, number);
      const header = ours ? headers.ours() : headers.strangers[number % headers.strangers.length];
      const status = await post(target.url, JSON.stringify(activity), header);
      counts.statuses.set(status, (counts.statuses.get(status) ?? 0) + 1);
      if (!ours && !TURNED_AWAY.has(status)) counts.letIn++;
      takeReplies(target.connector, counts);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  takeReplies(target.connector, counts);
  return counts;
}

function headersOf({ appId, connector }: FuzzTarget) {
  const good = { header: "", at: Number.NEGATIVE_INFINITY };
  return {
    /** Good for ten minutes, so made anew each five. */
    ours(): string {
      if (performance.now() - good.at > 300_000) {
        Object.assign(good, { header: bearer(appId, `${connector.url}${OURS}`), at: performance.now() });
      }
      return good.header;
    },
    strangers: [
      undefined,
      "Bearer x.y.z",
      ...BAD_TOKENS.map((parts) => bearer(appId, `${connector.url}${STRANGERS}`, parts)),
    ],
  };
}

/** Fields that no mutation touched get what makes the message one of its own. */
function addressed(activity: unknown, serviceUrl: string, number: number): unknown {
  if (typeof activity !== "object" || activity === null || Array.isArray(activity)) return activity;
  const own = new Map<string, unknown>(Object.entries(activity));
  if (own.has("serviceUrl") && /^http:\/\/localhost/.test(String(own.get("serviceUrl")))) {
    Object.assign(activity, { serviceUrl });
  }
  if (typeof own.get("id") === "string" && String(own.get("id")).length === 36) {
    Object.assign(activity, { id: `fuzz-${number}` });
  }
  return activity;
}

async function post(url: string, body: string, authorization: string | undefined): Promise<number> {
  const headers = { "content-type": "application/json", ...(authorization ? { authorization } : {}) };
  const response = await fetch(`${url}/api/messages`, { method: "POST", headers, body }).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.status ?? 0;
}

/** Emptied each time, since a long run would fill the memory with them. */
function takeReplies({ sent }: Connector, { replies }: FuzzCounts): void {
  for (const { path } of sent.splice(0)) replies[path.startsWith(OURS) ? "ours" : "strangers"]++;
}
