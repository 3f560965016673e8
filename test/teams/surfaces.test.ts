/** Beside questions: thumbs, the compose box, the welcome, and what each of them leaves in the log. */
import type { z } from "zod";
import { decisionEvent, feedbackEvent, presenceEvent } from "../../src/log-events";
import type { Decision, Responder } from "../../src/responder";
import { bearer, startAuthority } from "./support/authority";
import { captured, replyOf, searchFor, startBot, type TestBot, wordsOf } from "./support/bot";
import type { Activity } from "./support/connector";

const EVENT_GRID = { ...replyOf("Event Grid", "answer") };
const ANSWERS: Responder = {
  respond: () => ({
    reply: { ...EVENT_GRID, decision: { ...EVENT_GRID.decision, services: ["azure-event-grid"] } as Decision },
    context: undefined,
  }),
  welcome: () => replyOf("welcome"),
  search: searchFor,
};

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot({}, { responder: ANSWERS });
});
afterEach(() => bot.stop());

/** Starts another bot in place of the one that each test has. */
async function restart(...options: Parameters<typeof startBot>): Promise<void> {
  await bot.stop();
  bot = await startBot(...options);
}

const post = (name: string, changes: Activity = {}) => bot.post(captured(name, bot.connector, changes));

/** The lines of one event, each with the fields that src/log-events.ts describes and no others. */
function events<T extends z.ZodType>(schema: T, name: string): z.infer<T>[] {
  const lines = bot.log.filter(({ event }) => event === name);
  return lines.map(({ time, level, turn, msg, ...event }) => {
    expect([typeof time, level, typeof turn, typeof msg]).toEqual(["number", 30, "string", "string"]);
    const read = schema.parse(event);
    expect(read).toEqual(event);
    return read;
  });
}

describe("thumbs", () => {
  test("stand under an answer and not under help or a welcome", async () => {
    await post("message-personal");
    await post("install-personal");
    expect(bot.connector.sent.map(({ activity }) => activity["channelData"])).toEqual([
      { feedbackLoop: { type: "default" } },
      undefined,
    ]);
  });

  test("down, with a reason: one line that tells which answer it was about, and no words", async () => {
    await post("message-personal");
    await post("feedback-dislike-personal", { replyToId: "sent-1" });
    expect(events(feedbackEvent, "feedback")).toEqual([
      {
        event: "feedback",
        reaction: "dislike",
        reason: "link-broken",
        kind: "answer",
        services: ["azure-event-grid"],
        scope: "personal",
      },
    ]);
    expect(JSON.stringify(bot.log)).not.toContain("The link is broken");
  });

  test("up, from the local client, which sends bare words and names no message", async () => {
    const value = { actionName: "feedback", actionValue: { reaction: "like", feedback: "nice" } };
    await post("feedback-dislike-channel", { value });
    expect(events(feedbackEvent, "feedback")).toEqual([
      { event: "feedback", reaction: "like", reason: null, scope: "channel" },
    ]);
  });

  test("under an answer that took the place of another are about the new one", async () => {
    await post("card-execute-personal", { replyToId: "sent-7" });
    await post("feedback-like-personal", { replyToId: "sent-7" });
    expect(events(feedbackEvent, "feedback")).toMatchObject([{ services: ["azure-event-grid"] }]);
  });

  test("in a channel are about the answer that all see, thread or not", async () => {
    await post("message-channel");
    await post("card-execute-channel", { replyToId: "sent-7" });
    const thread = captured("message-channel", bot.connector).conversation as { id: string };
    const conversation = { ...thread, id: thread.id.replace(/;.*/, "") };
    await post("feedback-dislike-channel", { replyToId: "sent-1", conversation });
    await post("feedback-dislike-channel", { replyToId: "sent-7", conversation });
    const [about, unknown] = events(feedbackEvent, "feedback");
    expect([about?.services, unknown?.services]).toEqual([["azure-event-grid"], undefined]);
  });

  test("delivered twice count once, and both are thanked", async () => {
    const thumb = captured("feedback-like-personal", bot.connector);
    const responses = await Promise.all([bot.post(thumb), bot.post(thumb)]);
    expect(await Promise.all(responses.map((response) => response.json()))).toEqual([{}, {}]);
    expect(events(feedbackEvent, "feedback")).toHaveLength(1);
  });

  test("with LOG_QUESTIONS the words are kept, cut", async () => {
    await restart({ LOG_QUESTIONS: "true" });
    const feedback = JSON.stringify({ feedbackText: `outdated ${"x".repeat(5_000)}` });
    await post("feedback-dislike-personal", {
      value: { actionName: "feedback", actionValue: { reaction: "dislike", feedback } },
    });
    const [line] = events(feedbackEvent, "feedback");
    expect(line?.reason).toBe("out-of-date");
    expect(line?.comment).toHaveLength(1_000);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["another action", { actionName: "vote", actionValue: { reaction: "like" } }],
    ["a reaction of no kind", { actionName: "feedback", actionValue: { reaction: "meh", feedback: "" } }],
    ["a list", [1]],
    ["a word", "feedback"],
  ])("that carry %s are answered and not counted", async (_, value) => {
    const response = await post("feedback-like-personal", { value });
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(events(feedbackEvent, "feedback")).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["no words", undefined],
    ["an object", { feedbackText: "wrong service" }],
    ["words that are no JSON", "{wrong service"],
    ["a number", 7],
  ])("whose form holds %s count", async (_, feedback) => {
    await post("feedback-dislike-personal", {
      value: { actionName: "feedback", actionValue: { reaction: "dislike", feedback } },
    });
    expect(events(feedbackEvent, "feedback")).toMatchObject([{ reaction: "dislike" }]);
  });
});

describe("the compose box", () => {
  async function find(typed: unknown, queryOptions: unknown = { skip: 0, count: 25 }) {
    const value = { commandId: "findGuidance", parameters: [{ name: "question", value: typed }], queryOptions };
    return listIn(await post("search-personal", { value }));
  }

  async function listIn(response: Response) {
    const body = (await response.json()) as { composeExtension: { attachments: { preview: { content: unknown } }[] } };
    return body.composeExtension;
  }

  test("a line for each hit, and the card behind it", async () => {
    const { attachments } = await find("ab");
    expect(attachments).toMatchObject([
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: { type: "AdaptiveCard" },
        preview: {
          contentType: "application/vnd.microsoft.card.thumbnail",
          content: { title: "a", text: "about a" },
        },
      },
      { preview: { content: { title: "b" } } },
    ]);
  });

  test("further down the list", async () => {
    const { attachments } = await find("abcd", { skip: 1, count: 2 });
    expect(attachments.map(({ preview }) => preview.content)).toMatchObject([{ title: "b" }, { title: "c" }]);
  });

  test("nothing found: words that say so", async () => {
    expect(await find("none")).toEqual({ type: "message", text: "nothing of that name" });
  });

  test("opened with nothing typed: what to start from", async () => {
    const { attachments } = await listIn(await post("search-initial-run"));
    expect(attachments).toHaveLength("start".length);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["no parameters", { commandId: "findGuidance" }],
    ["parameters that are none", { parameters: [7] }],
    ["a number for words", { parameters: [{ name: "question", value: 7 }] }],
    ["a page before the first", { parameters: [], queryOptions: { skip: -1, count: 0 } }],
  ])("a search that carries %s is answered as one that was just opened", async (_, value) => {
    const { attachments } = await listIn(await post("search-personal", { value }));
    expect(attachments).toHaveLength("start".length);
  });

  test("leaves a line of its own, without the words", async () => {
    await find("ab");
    expect(events(decisionEvent, "decision")).toMatchObject([{ surface: "search", listed: 2, scope: "personal" }]);
    expect(JSON.stringify(bot.log)).not.toContain('"ab"');
  });
});

describe("each decision is one line", () => {
  test.each([
    ["message-personal", { surface: "message", scope: "personal" }],
    ["message-shared-channel", { surface: "message", scope: "channel" }],
    ["card-submit-channel", { surface: "tap", scope: "channel" }],
    ["card-execute-groupchat", { surface: "execute", scope: "groupChat" }],
  ])("%s", async (name, expected) => {
    await post(name);
    expect(events(decisionEvent, "decision")).toMatchObject([
      { kind: "answer", services: ["azure-event-grid"], capability: null, reason: null, ...expected },
    ]);
    expect(JSON.stringify(bot.log)).not.toMatch(/Alex Wilber|0000000001"/);
  });

  test("a scope that nobody knows is not written down", async () => {
    const { conversation } = captured("message-personal", bot.connector);
    await post("message-personal", { conversation: { ...(conversation as object), conversationType: "Adele's room" } });
    expect(events(decisionEvent, "decision")).toMatchObject([{ scope: null }]);
  });
});

describe("coming and going", () => {
  test("a welcome and a farewell leave a line each", async () => {
    for (const name of ["install-groupchat", "members-groupchat"]) await post(name);
    await post("uninstall-personal");
    expect(events(presenceEvent, "welcome")).toEqual([{ event: "welcome", scope: "groupChat" }]);
    expect(events(presenceEvent, "removed")).toEqual([{ event: "removed", scope: "personal" }]);
  });

  test("in Teams an empty personal chat shows the prompt starters, so no welcome pushes them away", async () => {
    const authority = await startAuthority();
    const appId = "11111111-2222-3333-4444-555555555555";
    await restart({
      MicrosoftAppId: appId,
      MicrosoftAppTenantId: "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
      MicrosoftAppType: "UserAssignedMSI",
      ToBotFromChannelOpenIdMetadataUrl: authority.metadataUrl,
      ALLOWED_TENANTS: "*",
    });
    const authorization = bearer(appId, bot.connector.url);
    for (const name of ["install-personal", "members-personal"]) {
      expect((await bot.post(captured(name, bot.connector), { authorization })).status).toBe(200);
    }
    expect(bot.connector.sent).toEqual([]);
    await authority.stop();
  });
});

test("a card from the compose box sent to the bot: its markup is no question", async () => {
  await restart();
  await post("message-inserted-card");
  expect(bot.connector.sent.map(({ activity }) => wordsOf(activity))).toEqual([""]);
  const { text } = captured("message-inserted-card", bot.connector);
  await post("message-inserted-card", { text: `${text} and Cosmos DB?` });
  expect(bot.asked.at(-1)?.message).toEqual({ kind: "text", text: "and Cosmos DB?" });
});
