/** A token authority of the tests' own: RSA keys, their metadata on loopback, and tokens signed with them. */
import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer } from "node:http";
import { close, listen } from "./connector";

export const ISSUER = "https://api.botframework.com";

type Key = { readonly publicKey: KeyObject; readonly privateKey: KeyObject; readonly endorsements: string[] };

export type Authority = {
  readonly metadataUrl: string;
  /** What the metadata server does; "hang" never answers, "empty" names no key. */
  mode: "answer" | "hang" | "fail" | "words" | "empty";
  /** How often the metadata was asked for. */
  readonly asked: () => number;
  readonly stop: () => Promise<void>;
};

export type TokenParts = {
  readonly kid?: string;
  readonly signedWith?: keyof typeof KEYS;
  readonly algorithm?: keyof typeof SIGNATURES;
  readonly claims?: Record<string, unknown>;
};

function makeKey(endorsements: string[]): Key {
  return { ...generateKeyPairSync("rsa", { modulusLength: 2048 }), endorsements };
}

/** The stranger's key is nobody's: it is not among those that the metadata names. */
const KEYS = { teams: makeKey(["msteams"]), webchat: makeKey(["webchat"]), stranger: makeKey([]) };

const SIGNATURES = {
  RS256: (text: string, key: Key) => sign("sha256", Buffer.from(text), key.privateKey).toString("base64url"),
  /** The old attack: the public key, which anybody has, used as a shared secret. */
  HS256: (text: string, key: Key) =>
    createHmac("sha256", key.publicKey.export({ type: "spki", format: "pem" }))
      .update(text)
      .digest("base64url"),
  none: () => "",
};

export async function startAuthority(): Promise<Authority> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    if (authority.mode === "hang") return;
    if (authority.mode === "fail") response.statusCode = 500;
    if (authority.mode === "fail" || authority.mode === "words")
      return void response.end("<html>Sign in to the hotel's network</html>");
    const keys = request.url === "/keys";
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify(
        keys ? { keys: authority.mode === "empty" ? [] : publicKeys() } : { issuer: ISSUER, jwks_uri: `${url}/keys` },
      ),
    );
  });
  const url = await listen(server);
  const authority: Authority = {
    metadataUrl: `${url}/openid`,
    mode: "answer",
    asked: () => asked,
    stop: () => close(server),
  };
  return authority;
}

function publicKeys(): unknown[] {
  return Object.entries(KEYS)
    .filter(([kid]) => kid !== "stranger")
    .map(([kid, { publicKey, endorsements }]) => ({ ...publicKey.export({ format: "jwk" }), kid, endorsements }));
}

/** The bearer header of a token that is right but for the parts given. */
export function bearer(appId: string, serviceUrl: string, parts: TokenParts = {}): string {
  const { kid = "teams", signedWith = "teams", algorithm = "RS256", claims = {} } = parts;
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: ISSUER, aud: appId, serviceurl: serviceUrl, nbf: now - 60, exp: now + 600, ...claims };
  const text = [{ alg: algorithm, typ: "JWT", kid }, payload].map(encoded).join(".");
  return `Bearer ${text}.${SIGNATURES[algorithm](text, KEYS[signedWith])}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
