/** Every kind of activity, as it was captured: exactly one reply where one is due, none where none is. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { captured, startBot, type TestBot } from "./support/bot";

const FILES = readdirSync(join(__dirname, "activities")).filter((name) => name.endsWith(".json"));

/** What comes back: a message in the conversation, something in the response to the request, or nothing at all. */
type Reply = "message" | "card in place" | "list" | "thanks" | "nothing";

const DUE: Readonly<Record<string, Reply>> = {
  "message-personal": "message",
  "message-groupchat": "message",
  "message-channel": "message",
  "message-shared-channel": "message",
  "message-private-channel": "message",
  "message-attachment-only": "message",
  "message-inserted-card": "message",
  "message-edited": "nothing",
  "message-deleted": "nothing",
  "message-undeleted": "nothing",
  "reaction-added": "nothing",
  "reaction-removed": "nothing",
  "typing-personal": "nothing",
  "card-submit-personal": "message",
  "card-submit-channel": "message",
  "card-execute-personal": "card in place",
  "card-execute-groupchat": "card in place",
  "card-execute-channel": "card in place",
  "search-personal": "list",
  "search-initial-run": "list",
  "search-select-item": "thanks",
  "feedback-like-personal": "thanks",
  "feedback-dislike-personal": "thanks",
  "feedback-dislike-groupchat": "thanks",
  "feedback-dislike-channel": "thanks",
  "install-personal": "message",
  "install-groupchat": "message",
  "install-channel": "message",
  "uninstall-personal": "nothing",
  "members-personal": "message",
  "members-groupchat": "message",
  "members-channel": "message",
  "members-joined-groupchat": "nothing",
  "members-joined-channel": "nothing",
  "channel-renamed": "nothing",
};

const BODY: Readonly<Record<Reply, unknown>> = {
  message: undefined,
  nothing: undefined,
  thanks: {},
  list: { composeExtension: { type: "result", attachmentLayout: "list", attachments: expect.any(Array) } },
  "card in place": {
    statusCode: 200,
    type: "application/vnd.microsoft.card.adaptive",
    value: expect.objectContaining({ type: "AdaptiveCard" }),
  },
};

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

test("every captured activity is replayed", () => {
  expect(Object.keys(DUE).sort()).toEqual(FILES.map((name) => name.replace(".json", "")).sort());
});

test.each(Object.entries(DUE))("%s: %s", async (name, reply) => {
  const response = await bot.post(captured(name, bot.connector));
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text === "" ? undefined : JSON.parse(text)).toEqual(BODY[reply]);
  expect(bot.connector.sent).toHaveLength(reply === "message" ? 1 : 0);
});

test.each(["message-channel", "message-shared-channel", "message-private-channel", "card-submit-channel"])(
  "%s: the reply goes into the thread",
  async (name) => {
    const activity = captured(name, bot.connector);
    await bot.post(activity);
    const { id } = activity.conversation as { id: string };
    expect(id).toContain(";messageid=");
    expect(bot.connector.sent[0]?.path).toContain(`/v3/conversations/${encodeURIComponent(id)}/activities/`);
  },
);
