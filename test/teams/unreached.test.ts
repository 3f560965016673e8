/** A connector that could not be reached got nothing, whatever the reason: the message is delivered again and answered. */
import { readFileSync } from "node:fs";
import { createServer as createTcp, type Server } from "node:net";
import { join } from "node:path";
import { createServer as createTls } from "node:tls";
import { captured, startBot, type TestBot } from "./support/bot";
import { listen } from "./support/connector";
import { type BotProcess, startBotProcess } from "./support/process";

/** Of a machine that nobody trusts unless told to; good for 127.0.0.1 and a hundred years, and for nothing else. */
const FOLDER = join("test", "teams", "support", "tls");
const CERTIFICATE = join(FOLDER, "certificate.pem");
const TLS = { key: readFileSync(join(FOLDER, "key.pem")), cert: readFileSync(CERTIFICATE) };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function secureAddress(server: Server): Promise<string> {
  servers.push(server);
  return (await listen(server)).replace("http:", "https:");
}

describe("over https", () => {
  let bot: TestBot;
  beforeEach(async () => {
    bot = await startBot({}, { sendLimits: { attempt: 500, total: 2_000 } });
  });
  afterEach(() => bot.stop());

  test.each<[string, () => Server]>([
    ["has a certificate that is not trusted", () => createTls(TLS)],
    ["has no certificate", () => createTls({})],
    ["takes the connection and says nothing", () => createTcp()],
    ["takes the connection and ends it", () => createTcp((socket) => socket.destroy())],
    ["speaks another protocol", () => createTcp((socket) => socket.end("220 mail.contoso.com ESMTP\r\n"))],
  ])("the connector %s: 503, and the next delivery is answered", async (_, make) => {
    const serviceUrl = await secureAddress(make());
    const question = captured("message-personal", bot.connector, { id: "q" });
    expect((await bot.post({ ...question, serviceUrl })).status).toBe(503);
    expect((await bot.post(question)).status).toBe(200);
    expect(bot.connector.sent).toHaveLength(1);
  });
});

describe("once connected it may have arrived: 200, never sent again", () => {
  test("over https, where the connector ends it after it has read", async () => {
    const bot: BotProcess = await startBotProcess({ NODE_EXTRA_CA_CERTS: CERTIFICATE });
    let requests = 0;
    const tls = createTls(TLS, (socket) => {
      socket.once("data", () => {
        requests++;
        socket.destroy();
      });
    });
    const question = captured("message-personal", { url: await secureAddress(tls) }, { id: "q" });
    expect([await post(bot.url, question), await post(bot.url, question)]).toEqual([200, 200]);
    expect(requests).toBe(1);
    await bot.end("SIGKILL");
  });

  test("over a connection that was used before", async () => {
    const bot = await startBot();
    await bot.post(captured("message-personal", bot.connector));
    bot.connector.script.push("break");
    const question = captured("message-personal", bot.connector, { id: "q" });
    expect([(await bot.post(question)).status, (await bot.post(question)).status]).toEqual([200, 200]);
    expect(bot.connector.sent).toHaveLength(2);
    await bot.stop();
  });
});

async function post(url: string, activity: object): Promise<number> {
  const headers = { "content-type": "application/json" };
  return (await fetch(`${url}/api/messages`, { method: "POST", headers, body: JSON.stringify(activity) })).status;
}
