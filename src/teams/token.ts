/** What the Authorization header alone proves, before anything else of a request is looked at. */
import { createHash, verify } from "node:crypto";
import { LRUCache } from "lru-cache";
import * as z from "zod";
import type { Identity } from "../config";
import { Refusal } from "./refusal";
import { KeysUnavailable, type SigningKeys } from "./signing-keys";

/** What the SDK allows, by the names that tokens and Node have for it. */
const DIGESTS = { RS256: "sha256", RS384: "sha384", RS512: "sha512" } as const;

/** Seconds that clocks may differ; the SDK's figure. */
const CLOCK_TOLERANCE = 5 * 60;

/** Bot Framework uses a token for hours; each address of Teams has one of its own. */
const MOST_TOKENS = 1_000;

const head = z.object({ alg: z.enum(["RS256", "RS384", "RS512"]), kid: z.string() });
const claims = z.object({ iss: z.string(), aud: z.string(), exp: z.number() });

export type Door = {
  readonly identity: Identity;
  readonly issuer: string;
  readonly keys: SigningKeys;
};

export type TokenCheck = {
  /**
   * Turns away every token that is not Bot Framework's own for this bot. What depends on the activity (endorsement,
   * service address) is left to the SDK.
   * @param header the Authorization header, of the form of a token
   * @throws Refusal 401 for a token that is not right, 503 where the keys cannot be had in time
   */
  check(header: string): Promise<void>;
};

/** A token that was verified is known again by its hash until it ends, as a signature costs more than a hash. */
export function createTokenCheck({ identity, issuer, keys }: Door): TokenCheck {
  const verified = new LRUCache<string, number>({ max: MOST_TOKENS });
  return {
    async check(header) {
      const token = header.slice("Bearer ".length);
      const hash = createHash("sha256").update(token).digest("base64");
      const known = verified.get(hash);
      if (known !== undefined && !isOver(known)) return;
      verified.set(hash, await endOfVerified(token, { identity, issuer, keys }));
    },
  };
}

/** @returns when the token ends, in seconds since 1970 */
async function endOfVerified(token: string, { identity, issuer, keys }: Door): Promise<number> {
  const [first = "", middle = "", signature = ""] = token.split(".");
  const { alg, kid } = read(head, first);
  const { iss, aud, exp } = read(claims, middle);
  if (iss !== issuer) throw new Refusal(401, "not Bot Framework");
  if (aud.toLowerCase() !== identity.appId.toLowerCase()) throw new Refusal(401, "a token for another bot");
  if (isOver(exp)) throw new Refusal(401, "a token that has ended");
  const key = await findKey(keys, kid);
  if (!isSigned(`${first}.${middle}`, signature, DIGESTS[alg], key))
    throw new Refusal(401, "a signature that is wrong");
  return exp;
}

async function findKey(keys: SigningKeys, kid: string): Promise<string> {
  const found = await keys.find(kid).catch((cause: unknown) => {
    throw new Refusal(cause instanceof KeysUnavailable ? 503 : 401, "the token was not accepted", { cause });
  });
  if (!found) throw new Refusal(401, "a key that nobody knows");
  return found.key;
}

function isSigned(text: string, signature: string, digest: string, key: string): boolean {
  return verify(digest, Buffer.from(text), key, Buffer.from(signature, "base64url"));
}

function isOver(end: number): boolean {
  return Date.now() / 1000 >= end + CLOCK_TOLERANCE;
}

function read<Part>(shape: z.ZodType<Part>, part: string): Part {
  const found = shape.safeParse(json(part));
  if (!found.success) throw new Refusal(401, "not a token of Bot Framework");
  return found.data;
}

function json(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
