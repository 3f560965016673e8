import { join } from "node:path";
import { loadKnowledge } from "../src/knowledge/load";
import type { Context } from "../src/responder";
import { realResponder } from "./support/responder";

const responder = realResponder(loadKnowledge(join(process.cwd(), "knowledge")));

function talk(...texts: readonly string[]) {
  const start: { context: Context | undefined; title: string | undefined } = { context: undefined, title: undefined };
  return texts.reduce(({ context: before }, text) => {
    const { reply, context } = responder.respond({ kind: "text", text }, before, 0);
    return { context, title: reply.text.split("\n")[0] };
  }, start).title;
}

const ALL = "The card above is all that I have on it";

test.each([
  ["yes", ALL],
  ["no", ALL],
  ["more", ALL],
  ["tell me more", ALL],
  ["source?", "Microsoft's own pages"],
  ["when was this checked", "Microsoft's own pages"],
])("%j after an answer gets %j, not the same card again", (text, title) => {
  expect(talk("key vault in poland", text)).toBe(title);
  expect(talk("event grid and key vault in poland", text)).toBe(title);
});

const DOUBTED = "I go by Microsoft's pages";
const NOISE = "I found no question in that";

test.each([
  ["really?", DOUBTED],
  ["are you sure?", DOUBTED],
  ["you are wrong", DOUBTED],
  ["that's not true", DOUBTED],
  ["this can't be right", DOUBTED],
  ["hmm", NOISE],
  ["bla bla", NOISE],
  ["lol", NOISE],
  ["12345", NOISE],
  ["qwerty", "I don't know qwerty"],
  ["asdfgh", "I don't know asdfgh"],
  ["plc", "I don't know plc"],
  ["what about Rzeszow", "I don't know Rzeszow"],
  ["Mediolan", "Azure Key Vault · Italy North (no region pair)"],
  ["and Madryt?", "Azure Key Vault · Spain Central (no region pair)"],
])("%j after an answer gets %j: nothing is asked that the same card would answer", (text, title) => {
  expect(talk("key vault in poland", text)).toBe(title);
});

test.each(["right?", "hmm and the backup?", "who starts it?", "and to the other region"])(
  "%j after an answer asks on",
  (text) => expect(talk("key vault in poland", text)).toContain("Key Vault · Poland Central"),
);

test("doubt and noise leave the conversation where it was", () => {
  expect(talk("key vault in poland", "really?", "qwerty", "hmm", "and event grid?")).toContain(
    "Event Grid · Poland Central",
  );
});

test("the conversation goes on behind it", () => {
  expect(talk("key vault in poland", "more", "and event grid?")).toContain("Event Grid · Poland Central");
});

test("a question back is answered, not talked about", () => {
  expect(talk("redis in poland", "yes")).not.toBe(ALL);
});
