/** A token authority of the tests' own: RSA keys, their metadata on loopback, and tokens signed with them. */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import { type Algorithm, type SignOptions, sign } from "jsonwebtoken";
import { close, listen } from "./connector";

export const ISSUER = "https://api.botframework.com";

type Key = { readonly publicKey: KeyObject; readonly privateKey: KeyObject; readonly endorsements: string[] };

export type Authority = {
  readonly metadataUrl: string;
  /** What the metadata server does; "hang" never answers. */
  mode: "answer" | "hang" | "fail";
  /** How often the metadata was asked for. */
  readonly asked: () => number;
  readonly stop: () => Promise<void>;
};

export type TokenParts = {
  readonly kid?: string;
  readonly signedWith?: keyof typeof KEYS | "stranger";
  readonly algorithm?: Algorithm;
  readonly claims?: Record<string, unknown>;
};

function makeKey(endorsements: string[]): Key {
  return { ...generateKeyPairSync("rsa", { modulusLength: 2048 }), endorsements };
}

const KEYS = { teams: makeKey(["msteams"]), webchat: makeKey(["webchat"]) };
const STRANGER = makeKey([]);

export async function startAuthority(): Promise<Authority> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    if (authority.mode === "hang") return;
    if (authority.mode === "fail") return void response.writeHead(500).end();
    const keys = request.url === "/keys";
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(keys ? { keys: publicKeys() } : { issuer: ISSUER, jwks_uri: `${url}/keys` }));
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
  return Object.entries(KEYS).map(([kid, { publicKey, endorsements }]) => ({
    ...publicKey.export({ format: "jwk" }),
    kid,
    endorsements,
  }));
}

/** The bearer header of a token that is right but for the parts given. */
export function bearer(appId: string, serviceUrl: string, parts: TokenParts = {}): string {
  const { kid = "teams", signedWith = "teams", algorithm = "RS256", claims = {} } = parts;
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: ISSUER, aud: appId, serviceurl: serviceUrl, nbf: now - 60, exp: now + 600, ...claims };
  const key = signedWith === "stranger" ? STRANGER : KEYS[signedWith];
  const options: SignOptions = { algorithm, keyid: kid };
  return `Bearer ${algorithm === "none" ? unsigned(payload, kid) : sign(payload, key.privateKey, options)}`;
}

function unsigned(payload: object, kid: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none", typ: "JWT", kid })}.${part(payload)}.`;
}
