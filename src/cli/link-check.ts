/**
 * Asks addresses on the web, a few at a time. Node's own fetch: p-limit and p-retry are ES modules, which jest and
 * Node 20 before 20.19 cannot load from CommonJS, and what is needed of them is the two short functions at the end.
 */
export type Asked =
  | { readonly kind: "alive"; readonly address: string }
  | { readonly kind: "moved"; readonly address: string; readonly to: string }
  | { readonly kind: "dead"; readonly address: string; readonly reason: string }
  /** Answered with a fault of the server's, or not at all: ask again another day. */
  | { readonly kind: "unsure"; readonly address: string; readonly reason: string };

export type Network = {
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number) => Promise<void>;
};

const FEW = 4;
const TRIES = 3;
const TIMEOUT = 15_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** Servers that don't answer HEAD say so in one of these ways. */
const HEAD_REFUSED: ReadonlySet<number> = new Set([400, 403, 405, 501]);
const GONE: ReadonlySet<number> = new Set([404, 410]);
const LOCALE = /^\/[a-z]{2}-[a-z]{2}(?=\/|$)/i;

/**
 * @param addresses each is asked once
 * @returns an answer for each, in the same order
 */
export function askAll(addresses: readonly string[], network: Network): Promise<Asked[]> {
  return mapFew(addresses, FEW, (address) => ask(address, network));
}

async function ask(address: string, network: Network): Promise<Asked> {
  try {
    const response = await withRetries(() => request(address, network), network);
    if (GONE.has(response.status)) return { kind: "dead", address, reason: `answers ${response.status}` };
    if (!response.ok) return { kind: "unsure", address, reason: `answers ${response.status}` };
    return isSamePlace(address, response.url)
      ? { kind: "alive", address }
      : { kind: "moved", address, to: withoutLocale(response.url) };
  } catch (cause) {
    return { kind: "unsure", address, reason: `no answer: ${reasonOf(cause)}` };
  }
}

async function request(address: string, network: Network): Promise<Response> {
  const head = await send("HEAD", address, network);
  return HEAD_REFUSED.has(head.status) ? send("GET", address, network) : head;
}

async function send(method: "HEAD" | "GET", address: string, network: Network): Promise<Response> {
  const response = await network.fetch(address, {
    method,
    redirect: "follow",
    headers: { "user-agent": "region-guide knowledge:links" },
    signal: AbortSignal.timeout(TIMEOUT),
  });
  await response.body?.cancel();
  return response;
}

/** fetch says only "fetch failed"; why is in its cause. */
function reasonOf(fault: unknown): string {
  const inner = typeof fault === "object" && fault !== null && "cause" in fault ? fault.cause : undefined;
  return messageOf(inner) ?? messageOf(fault) ?? String(fault);
}

function messageOf(fault: unknown): string | undefined {
  return typeof fault === "object" && fault !== null && "message" in fault ? String(fault.message) : undefined;
}

/** A locale put in front, a query or a slash at the end is the same page for a reader. */
function isSamePlace(asked: string, answered: string): boolean {
  const plain = (address: string) =>
    withoutLocale(address)
      .replace(/[?#].*$/, "")
      .replace(/\/$/, "")
      .toLowerCase();
  return plain(asked) === plain(answered);
}

function withoutLocale(address: string): string {
  const url = new URL(address);
  url.pathname = url.pathname.replace(LOCALE, "") || "/";
  return url.href;
}

/** Again after a fault that may pass; the last answer or fault counts. */
async function withRetries(attempt: () => Promise<Response>, network: Network, tried = 1): Promise<Response> {
  let wait = FIRST_WAIT * 2 ** (tried - 1);
  try {
    const response = await attempt();
    const mayPass = response.status === 429 || response.status >= 500;
    if (!mayPass || tried === TRIES) return response;
    wait = Math.max(wait, 1_000 * (Number(response.headers.get("retry-after")) || 0));
  } catch (cause) {
    if (tried === TRIES) throw cause;
  }
  await network.sleep(Math.min(wait, LONGEST_WAIT));
  return withRetries(attempt, network, tried + 1);
}

async function mapFew<T, R>(items: readonly T[], few: number, map: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [i, item] of queue) results[i] = await map(item);
  };
  await Promise.all(Array.from({ length: few }, work));
  return results;
}
