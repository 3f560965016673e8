import type { Context, Reply } from "../../src/responder";
import { realResponder } from "./responder";

const responder = realResponder();

/** @returns the last reply of a conversation */
export function talk(...turns: readonly string[]): Reply {
  let context: Context | undefined;
  const replies = turns.map((text) => {
    const turn = responder.respond({ kind: "text", text }, context, 0);
    context = turn.context;
    return turn.reply;
  });
  const last = replies.at(-1);
  if (!last) throw new Error("a conversation has turns");
  return last;
}
