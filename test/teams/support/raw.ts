/** A caller that speaks HTTP by hand, so that it may say what no HTTP library would. */
import { connect, type Socket } from "node:net";
import { withinTime } from "../../../src/teams/within-time";

export type Raw = {
  readonly socket: Socket;
  /** The first answer, once all of its headers are there. */
  readonly answer: () => Promise<string>;
  /** Resolves when the server has closed the connection. */
  readonly closed: () => Promise<void>;
};

/** Milliseconds, on a machine that does other things too. */
const PATIENCE = 8_000;

/** @param said the beginning of a request, as it goes over the wire */
export function speak(url: string, said: string): Raw {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(said));
  let heard = "";
  const answer = new Promise<string>((resolve) => {
    socket.on("data", (chunk) => {
      heard += chunk;
      if (heard.includes("\r\n\r\n")) resolve(heard);
    });
  });
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => {});
  return {
    socket,
    answer: () => withinTime(answer, PATIENCE, "an answer"),
    closed: () => withinTime(closed, PATIENCE, "the end of the connection"),
  };
}

export function statusIn(answer: string): number {
  return Number(answer.split(" ")[1]);
}
