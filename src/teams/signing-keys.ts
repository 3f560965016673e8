/**
 * Bot Framework's public keys. The SDK's own fetch of them has no time limit and runs once for every request that
 * comes meanwhile; this one has a limit, runs once for all, and rests after a failure.
 */
import { createPublicKey } from "node:crypto";
import * as z from "zod";

export type SigningKey = { readonly key: string; readonly endorsements?: string[] };

/** The keys could not be had: nobody can be let in, and nobody is to blame. */
export class KeysUnavailable extends Error {
  override readonly name = "KeysUnavailable";
}

/** Milliseconds, except where the name says otherwise. */
const LIMITS = {
  /** Both documents together. Teams gives a turn 15 s. */
  fetch: 3_000,
  /** Between two tries when the first failed. */
  rest: 2_000,
  /** From here on new keys are fetched beside the turn, so that no turn waits for them. */
  fresh: 12 * 3_600_000,
  /** From here on old keys count no more (Microsoft's own advice, and the SDK's). */
  valid: 24 * 3_600_000,
  /** An unknown key id may be a new key, or an attack: look again at most once in this time. */
  unknown: 3_600_000,
} as const;

const configuration = z.object({ jwks_uri: z.url() });
const rsaKey = z.object({
  kid: z.string(),
  kty: z.literal("RSA"),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).optional(),
});
const keySet = z.object({ keys: z.array(z.unknown()) });

export type SigningKeys = {
  /**
   * Looks a key up.
   * @param id the `kid` of a token
   * @returns the key with the channels that it vouches for, or null where nobody knows it
   * @throws KeysUnavailable where the keys cannot be had in time
   */
  find(id: string): Promise<SigningKey | null>;
};

/**
 * Keys of one issuer.
 * @param metadataUrl address of the OpenID configuration
 * @param now the clock, in milliseconds
 */
export function createSigningKeys(metadataUrl: string, now: () => number = Date.now): SigningKeys {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;

  async function fetchOnce(): Promise<void> {
    if (now() - failedAt < LIMITS.rest) throw new KeysUnavailable("the keys could not be fetched a moment ago");
    try {
      keys = await fetchKeys(metadataUrl);
      fetchedAt = now();
    } catch (cause) {
      failedAt = now();
      throw new KeysUnavailable(`${metadataUrl} gives no keys`, { cause });
    }
  }

  function refresh(): Promise<void> {
    running ??= fetchOnce().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    async find(id) {
      const age = now() - fetchedAt;
      if (age > LIMITS.valid || (age > LIMITS.unknown && !keys.has(id))) await refresh();
      else if (age > LIMITS.fresh) refresh().catch(() => undefined);
      return keys.get(id) ?? null;
    },
  };
}

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(LIMITS.fetch);
  const { jwks_uri } = configuration.parse(await fetchJson(metadataUrl, signal));
  const { keys } = keySet.parse(await fetchJson(jwks_uri, signal));
  const found = new Map(keys.flatMap(toEntry));
  // As a failure: the keys of before stay, and it is tried again soon.
  if (found.size === 0) throw new Error(`${jwks_uri} has no key that is usable`);
  return found;
}

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

/** Keys of other kinds are passed over: the SDK allows RSA signatures only. */
function toEntry(candidate: unknown): [string, SigningKey][] {
  const parsed = rsaKey.safeParse(candidate);
  if (!parsed.success) return [];
  const { kid, kty, n, e, endorsements } = parsed.data;
  const key = createPublicKey({ key: { kty, n, e }, format: "jwk" }).export({ type: "spki", format: "pem" }).toString();
  return [[kid, endorsements ? { key, endorsements } : { key }]];
}
