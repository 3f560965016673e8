/** So many people ask at the same time, each the next question as soon as the answer is there. */
import { Agent, request } from "node:http";
import { captured } from "../../test/teams/support/bot";
import { readAll } from "../../test/teams/support/connector";

const AT_ONCE = 16;

export type Run = { readonly seconds: number; readonly latencies: readonly number[] };

/**
 * Sends messages and waits for each response.
 * @param url of the bot
 * @param connector where its replies go
 * @param questions taken in turn
 * @throws Error where a response is not 200
 */
export async function drive(url: string, connector: string, questions: readonly string[], count: number): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const bodies = Array.from({ length: count }, (_, n) => bodyOf(connector, questions[n % questions.length] ?? "", n));
  const latencies: number[] = [];
  const started = performance.now();
  async function person(): Promise<void> {
    for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
      const asked = performance.now();
      await post(`${url}/api/messages`, body, agent);
      latencies.push(performance.now() - asked);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, person));
  const seconds = (performance.now() - started) / 1_000;
  agent.destroy();
  return { seconds, latencies };
}

function bodyOf(connector: string, text: string, number: number): string {
  const conversation = { id: `chat-${number % 200}`, conversationType: "personal" };
  return JSON.stringify(captured("message-personal", { url: connector }, { text, conversation }));
}

function post(url: string, body: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const outgoing = request(url, { method: "POST", headers, agent }, (response) => {
      readAll(response).then((text) => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${response.statusCode}: ${text}`));
      }, reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
