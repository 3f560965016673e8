/** Where finished log lines go. A full disk or a closed pipe must cost lines, never the bot. */
import type { Writable } from "node:stream";

/** Milliseconds without a try after a failed write: a full disk may be cleared, and a write costs the turn time. */
const REST = 60_000;

/**
 * Writes lines to a stream that may fail at any time.
 * @param stream usually standard output; its errors are taken care of from here on
 * @param failed told of the first failure; the lines of the next minute are dropped, and so on until one gets through
 * @returns takes a line with its end; it never throws
 */
export function logOutput(stream: Writable, failed: (error: Error) => void): (line: string) => void {
  let restUntil = Number.NEGATIVE_INFINITY;
  let told = false;
  stream.on("error", (error) => {
    restUntil = performance.now() + REST;
    if (told) return;
    told = true;
    failed(error);
  });
  return (line) => {
    if (performance.now() >= restUntil) stream.write(line);
  };
}

/** What there is no place left to complain about. */
export function ignoreErrors(stream: Writable): void {
  stream.on("error", () => {});
}
