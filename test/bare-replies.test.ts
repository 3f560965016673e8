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

test("the conversation goes on behind it", () => {
  expect(talk("key vault in poland", "more", "and event grid?")).toContain("Event Grid · Poland Central");
});

test("a question back is answered, not talked about", () => {
  expect(talk("redis in poland", "yes")).not.toBe(ALL);
});
