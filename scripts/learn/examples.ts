/** Golden questions → examples: what the weights see of each, and the kind of reply that it should get. */
import type { Knowledge } from "../../src/knowledge/knowledge";
import { readContext } from "../../src/question/context";
import { featuresBefore, featuresOf } from "../../src/question/features";
import { Lexicon } from "../../src/question/lexicon";
import { partsOf } from "../../src/question/parts";
import { REPLY_KINDS, type ReplyKind } from "../../src/question/reply-kinds";
import type { Context, Responder } from "../../src/responder";
import type { Golden, Outcome } from "../../test/questions/golden";
import type { Example } from "./logistic";

/** The turns of a conversation go through the bot, since what was said before counts. */
export function examplesOf(goldens: readonly Golden[], knowledge: Knowledge, responder: Responder): Example[] {
  const lexicon = new Lexicon(knowledge);
  const contexts = new Map<string, Context | undefined>();
  return goldens.map(({ text, conversation, file, expect }) => {
    const key = conversation === undefined ? undefined : `${file} ${conversation}`;
    const before = key === undefined ? undefined : contexts.get(key);
    if (key !== undefined) contexts.set(key, responder.respond({ kind: "text", text }, before, 0).context);
    const { all, counts } = featuresOf(partsOf(text, lexicon));
    const features = [...all, ...featuresBefore(readContext(before, 0), counts)];
    return { features, kind: REPLY_KINDS.indexOf(replyKindOf(expect)) };
  });
}

export function replyKindOf({ kind, reason }: Pick<Outcome, "kind" | "reason">): ReplyKind {
  if (kind === "answer" || kind === "plan") return "services";
  if (kind === "decline") return reason === "other-topic" ? "other-topic" : "no-match";
  return kind;
}
