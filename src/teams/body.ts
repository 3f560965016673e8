/** Reads a JSON body of limited size. Our own, since restify's reader unpacks gzip without a limit. */
import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal";

/** Bytes. An activity has a few thousand; Teams itself allows a message some 28,000 characters. */
export const BODY_LIMIT = 256 * 1024;

/**
 * Turns away what says of itself that it is too long or packed, before anything else is done for it.
 * @throws Refusal 413 or 400
 */
export function checkDeclaredBody(request: IncomingMessage): void {
  if (Number(request.headers["content-length"] ?? 0) > BODY_LIMIT) throw tooLong();
  if (request.headers["content-encoding"] !== undefined) throw new Refusal(400, "the body is compressed");
}

/**
 * Reads and parses the body.
 * @returns whatever JSON it holds
 * @throws Refusal 413 where it is too long, 400 where it is not JSON or not said to be
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = (await readBytes(request)).toString("utf8");
  if (text.trim() === "") throw new Refusal(400, "no body");
  // A page in a browser can send other types across origins without asking, but not this one.
  if (!isJson(request.headers["content-type"])) throw new Refusal(400, "the content type is not application/json");
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "the body is not JSON");
  }
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "application/json";
}

/** Listens rather than iterates: leaving an iteration early destroys the socket, and with it the 413. */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const hungUp = () => reject(new Refusal(400, "the caller hung up"));
    // While the token was looked at; nothing more would ever be heard of it.
    if (request.destroyed) return hungUp();
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= BODY_LIMIT) chunks.push(chunk);
      else reject(tooLong());
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    // A request closes after its end too, where an error would be made for nothing.
    request.on("close", () => {
      if (!request.readableEnded) hungUp();
    });
  });
}

function tooLong(): Refusal {
  return new Refusal(413, `the body is longer than ${BODY_LIMIT} bytes`);
}
