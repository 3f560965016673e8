/** What people do in Teams and what comes back, through the real server and adapter. */
import { captured, replyOf, searchFor, startBot, type TestBot, turnsOf, wordsOf } from "./support/bot";
import type { Activity } from "./support/connector";

const QUESTION = "how do I geo-replicate Event Grid without pairs";
const BOT = { id: "00000000-0000-0000-0000-00000000000011", name: "Region Guide" };
const IMAGE = { contentType: "image/png", contentUrl: "https://contoso.com/a.png" };

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

/** Posts and returns what arrived because of it. */
async function say(activity: Activity): Promise<(Activity | undefined)[]> {
  const before = bot.connector.sent.length;
  const response = await bot.post(activity);
  expect(response.status).toBe(200);
  return bot.connector.sent.slice(before).map((sent) => sent.activity);
}

describe("a person asks", () => {
  test.each(["message-personal", "message-groupchat", "message-channel"])("%s: one card", async (name) => {
    const question = captured(name, bot.connector);
    const replies = await say(question);
    expect(replies.map(wordsOf)).toEqual([QUESTION]);
    expect(replies[0]).toMatchObject({
      type: "message",
      summary: `about: ${QUESTION.slice(0, 40)}`,
      inputHint: "acceptingInput",
      replyToId: question.id,
      conversation: question.conversation,
      attachments: [{ contentType: "application/vnd.microsoft.card.adaptive" }],
    });
    expect(replies[0]).not.toHaveProperty("text");
  });

  test("in a channel the reply goes into the thread", async () => {
    await say(captured("message-channel", bot.connector));
    expect(bot.connector.sent[0]?.path).toMatch(
      /^\/v3\/conversations\/team-id%3Bmessageid%3D1795509659545\/activities\//,
    );
  });

  test.each<[string, Activity, string]>([
    ["nothing but a mention", { text: "<at>Region Guide</at>" }, ""],
    ["an attachment only", { text: undefined, attachments: [IMAGE] }, ""],
    ["an attachment and an empty text", { text: "", attachments: [IMAGE] }, ""],
    ["no text, said as null", { text: null }, ""],
    ["an emoji only", { text: "👍" }, "👍"],
    [
      "an emoji as Teams may send it",
      { text: "", attachments: [{ contentType: "text/html", content: "<p>👍</p>" }] },
      "",
    ],
    ["blanks only", { text: " \n " }, ""],
    ["28,000 characters", { text: "x".repeat(28_000) }, "x".repeat(28_000)],
    ["a mention of a name that was never closed", { text: "<at>AKS" }, "AKS"],
    ["entities that are none", { text: "AKS", entities: [null, 1, { type: "mention", mentioned: 5 }] }, "AKS"],
    ["no entities, said as null", { text: "AKS", entities: null, attachments: null }, "AKS"],
  ])("%s", async (_, changes, expected) => {
    const replies = await say(captured("message-personal", bot.connector, changes));
    expect(replies).toHaveLength(1);
    expect(bot.asked).toMatchObject([{ message: { kind: "text", text: expected } }]);
  });

  test("a text without a card is sent as text", async () => {
    await bot.stop();
    const reply = { ...replyOf("plain words"), card: {} };
    bot = await startBot(
      {},
      {
        responder: { respond: () => ({ reply, context: undefined }), welcome: () => reply, search: searchFor },
      },
    );
    const [activity] = await say(captured("message-personal", bot.connector));
    expect(activity).toMatchObject({ text: "plain words" });
    expect(activity).not.toHaveProperty("attachments");
  });
});

describe("a person taps", () => {
  test("a card's Submit: the data, as one reply", async () => {
    const replies = await say(captured("card-submit-personal", bot.connector));
    expect(replies.map(wordsOf)).toEqual(['tapped {"a":1}']);
    expect(bot.asked).toMatchObject([{ message: { kind: "tap", data: { a: 1 } } }]);
  });

  test("a button that also shows words: its data counts", async () => {
    await say(captured("card-submit-personal", bot.connector, { text: "Event Grid" }));
    expect(bot.asked).toMatchObject([{ message: { kind: "tap", data: { a: 1 } } }]);
  });

  test("a card's Execute: the card in the response, nothing beside it", async () => {
    const response = await bot.post(captured("card-execute-personal", bot.connector));
    expect(await response.json()).toMatchObject({
      statusCode: 200,
      type: "application/vnd.microsoft.card.adaptive",
      value: { type: "AdaptiveCard" },
    });
    expect(bot.asked).toMatchObject([{ message: { kind: "tap", data: { b: 1 } } }]);
    expect(bot.connector.sent).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a word", "tap"],
    ["a list", [1]],
    ["an action without data", { action: { type: "Action.Execute" } }],
    ["an action that is a word", { action: "go" }],
  ])("an Execute that carries %s is answered", async (_, value) => {
    const response = await bot.post(captured("card-execute-personal", bot.connector, { value }));
    expect([response.status, await response.json()]).toMatchObject([200, { statusCode: 200 }]);
  });

  test.each(["message/submitAction", "task/fetch", "signin/verifyState", "constructor", ""])(
    "another invoke is answered: %s",
    async (name) => {
      const response = await bot.post(captured("card-execute-personal", bot.connector, { name }));
      expect([response.status, await response.json()]).toEqual([200, {}]);
      expect(bot.asked).toEqual([]);
    },
  );
});

describe("the app is installed", () => {
  test.each(["personal", "groupchat", "channel"])("%s: both updates, one welcome", async (scope) => {
    const first = await say(captured(`install-${scope}`, bot.connector));
    const second = await say(captured(`members-${scope}`, bot.connector));
    expect([...first, ...second].map(wordsOf)).toEqual(["welcome"]);
  });

  test("the other way round, and each of them twice", async () => {
    for (const name of ["members-personal", "install-personal", "members-personal", "install-personal"]) {
      await say(captured(name, bot.connector));
    }
    expect(bot.connector.sent).toHaveLength(1);
  });

  test("both at the same moment", async () => {
    await Promise.all(["members-channel", "install-channel"].map((name) => bot.post(captured(name, bot.connector))));
    expect(bot.connector.sent).toHaveLength(1);
  });

  test("in two chats: a welcome in each", async () => {
    await say(captured("install-personal", bot.connector));
    await say(captured("install-groupchat", bot.connector));
    expect(bot.connector.sent).toHaveLength(2);
  });

  test("removed and installed again: a new welcome", async () => {
    await say(captured("install-personal", bot.connector));
    expect(await say(captured("install-personal", bot.connector, { action: "remove" }))).toEqual([]);
    expect(await say(captured("install-personal", bot.connector))).toHaveLength(1);
  });

  test.each<[string, Activity]>([
    ["somebody joins the channel", { membersAdded: [{ id: "29:adele" }] }],
    ["a hundred people join", { membersAdded: Array.from({ length: 100 }, (_, index) => ({ id: `29:${index}` })) }],
    ["somebody leaves", { membersAdded: undefined, membersRemoved: [{ id: "29:adele" }] }],
    ["the channel is renamed", { membersAdded: undefined, channelData: { eventType: "channelRenamed" } }],
    ["the bot is removed", { membersAdded: [], membersRemoved: [BOT] }],
  ])("%s: no word", async (_, changes) => {
    expect(await say(captured("members-channel", bot.connector, changes))).toEqual([]);
  });

  test("the app is upgraded: no word", async () => {
    expect(await say(captured("install-personal", bot.connector, { action: "upgrade" }))).toEqual([]);
  });
});

describe("activities of other types", () => {
  test.each([
    "typing",
    "messageReaction",
    "messageUpdate",
    "messageDelete",
    "event",
    "endOfConversation",
    "trace",
    "somethingNew",
    "constructor",
    "__proto__",
  ])("%s: 200, and no word", async (type) => {
    expect(await say(captured("message-personal", bot.connector, { type }))).toEqual([]);
    expect(bot.asked).toEqual([]);
  });

  test("a type alone, without an address", async () => {
    expect(await say({ type: "ping" })).toEqual([]);
  });
});

describe("Teams delivers again", () => {
  test("the same message is answered once", async () => {
    const question = captured("message-personal", bot.connector);
    await Promise.all([bot.post(question), bot.post(question)]);
    expect((await bot.post(question)).status).toBe(200);
    expect(bot.connector.sent).toHaveLength(1);
  });

  test("the same id in another conversation is another message", async () => {
    await say(captured("message-personal", bot.connector, { id: "same" }));
    await say(captured("message-groupchat", bot.connector, { id: "same" }));
    expect(bot.connector.sent).toHaveLength(2);
  });

  test("messages without an id are each answered", async () => {
    await say(captured("message-personal", bot.connector, { id: undefined }));
    await say(captured("message-personal", bot.connector, { id: undefined }));
    expect(bot.connector.sent).toHaveLength(2);
  });

  test("an Execute is answered again, since its first response is lost", async () => {
    const tap = captured("card-execute-personal", bot.connector);
    await bot.post(tap);
    const second = await bot.post(tap);
    expect(await second.json()).toMatchObject({ value: { type: "AdaptiveCard" } });
  });
});

describe("follow-ups", () => {
  test("the next message of a conversation comes with what the last one left", async () => {
    for (let turn = 0; turn < 3; turn++) await say(captured("message-personal", bot.connector));
    expect(bot.asked.map(({ context }) => turnsOf(context))).toEqual([0, 1, 2]);
  });

  test("conversations know nothing of each other", async () => {
    await say(captured("message-personal", bot.connector));
    await say(captured("message-groupchat", bot.connector));
    expect(bot.asked.map(({ context }) => context)).toEqual([undefined, undefined]);
  });
});

describe("something of ours breaks", () => {
  const broken = () => {
    throw new Error("the secret reason");
  };

  test("the responder: one honest sentence, the reason in the log only", async () => {
    await bot.stop();
    bot = await startBot({}, { responder: { respond: broken, welcome: broken, search: broken } });
    const [activity] = await say(captured("message-personal", bot.connector));
    expect(activity).toMatchObject({ text: expect.stringMatching(/^Sorry, something went wrong on my side/) });
    expect(JSON.stringify(bot.log)).toContain("the secret reason");
  });

  test("outside of any answer: 500 without a reason", async () => {
    await bot.stop();
    bot = await startBot({}, { responder: { respond: broken, welcome: broken, search: broken } });
    const response = await bot.post(captured("install-personal", bot.connector));
    expect([response.status, await response.text()]).toEqual([500, '{"error":"Something went wrong."}']);
    expect(JSON.stringify(bot.log)).toContain("the secret reason");
  });

  test.each<[string, () => Promise<never>]>([
    ["fails", () => Promise.reject(new Error("no store"))],
    ["throws at once", broken],
    ["hangs", () => new Promise(() => {})],
  ])("a store that %s costs the follow-up, not the answer", async (_, fail) => {
    await bot.stop();
    bot = await startBot(
      {},
      { state: { claim: fail, commit: fail, release: fail, recall: fail, remember: fail, ready: fail } },
    );
    const replies = await say(captured("message-personal", bot.connector));
    expect(replies.map(wordsOf)).toEqual([QUESTION]);
  });
});

describe("the log", () => {
  test("holds what was decided, and no words of the person", async () => {
    await say(captured("message-personal", bot.connector));
    expect(bot.log.find((line) => line.msg === "answered")).toMatchObject({
      turn: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: "help",
      confidence: 1,
      scope: "personal",
      ms: expect.any(Number),
    });
    expect(JSON.stringify(bot.log)).not.toContain("Event Grid");
    expect(JSON.stringify(bot.log)).not.toContain("Alex Wilber");
  });

  test("holds the question where LOG_QUESTIONS says so", async () => {
    await bot.stop();
    bot = await startBot({ LOG_QUESTIONS: "true" });
    await say(captured("message-channel", bot.connector));
    expect(bot.log.find((line) => line.msg === "answered")).toMatchObject({ question: QUESTION });
  });
});
