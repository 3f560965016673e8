/** A proxy of a few lines on loopback: a load balancer before the bots, or a line to the store that can be cut. */
import { Agent, createServer, request } from "node:http";
import { close, listen } from "./connector";

export type Forwarder = {
  readonly url: string;
  /** From now on nothing is forwarded, and nobody is told. */
  readonly hold: () => void;
  /** So many answers, from now on, are lost on their way back. */
  readonly loseAnswers: (count: number) => void;
  readonly stop: () => Promise<void>;
};

/**
 * Starts it.
 * @param next called for each request: the origin to forward it to, as `http://127.0.0.1:80`
 */
export async function startForwarder(next: () => string): Promise<Forwarder> {
  const agent = new Agent({ keepAlive: true });
  let held = false;
  let toLose = 0;
  const server = createServer((incoming, response) => {
    if (held) return;
    const { method, headers, url = "" } = incoming;
    const outgoing = request(`${next()}${url}`, { method, headers, agent }, (answer) => {
      if (toLose > 0) {
        toLose--;
        response.socket?.destroy();
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    // Whatever is there no more: the caller learns it as it would without a proxy.
    outgoing.on("error", () => response.socket?.destroy());
    incoming.pipe(outgoing);
  });
  return {
    url: await listen(server),
    hold: () => {
      held = true;
    },
    loseAnswers: (count) => {
      toLose = count;
    },
    async stop() {
      agent.destroy();
      await close(server);
    },
  };
}
