/** Golden questions → examples: what the weights see of each, and what is right. */
import type { Knowledge } from "../../src/knowledge/knowledge";
import { readContext } from "../../src/question/context";
import { featuresBefore, featuresOf } from "../../src/question/features";
import { itemsOf, signsOf } from "../../src/question/items";
import { Lexicon } from "../../src/question/lexicon";
import { featuresOfName, namedIn } from "../../src/question/name-features";
import { partsOf } from "../../src/question/parts";
import { REPLY_KINDS, type ReplyKind } from "../../src/question/reply-kinds";
import type { Context, Responder } from "../../src/responder";
import type { Golden, Outcome } from "../../test/questions/golden";
import type { Example } from "./logistic";

/** Whether a service that is named is meant, 0 or 1; of questions that name several, and have one right reply. */
export function nameExamplesOf(goldens: readonly Golden[], knowledge: Knowledge): Example[] {
  const lexicon = new Lexicon(knowledge);
  return goldens.flatMap(({ text, expect, or = [] }) => {
    const isOnServices = expect.kind === "answer" || expect.kind === "plan";
    if (!isOnServices || or.length > 0) return [];
    const parts = partsOf(text, lexicon);
    const items = itemsOf(parts);
    const named = namedIn(items);
    if (named.length < 2) return [];
    const isMeant = (service: string) => service.split(",").some((id) => expect.services?.includes(id));
    const signs = signsOf(parts.spans);
    return named.map((service) => ({
      features: featuresOfName(service, items, signs),
      outcome: isMeant(service) ? 1 : 0,
    }));
  });
}

/** The turns of a conversation go through the bot, since what was said before counts. */
export function kindExamplesOf(goldens: readonly Golden[], knowledge: Knowledge, responder: Responder): Example[] {
  const lexicon = new Lexicon(knowledge);
  const contexts = new Map<string, Context | undefined>();
  return goldens.map(({ text, conversation, file, expect }) => {
    const key = conversation === undefined ? undefined : `${file} ${conversation}`;
    const before = key === undefined ? undefined : contexts.get(key);
    if (key !== undefined) contexts.set(key, responder.respond({ kind: "text", text }, before, 0).context);
    const parts = partsOf(text, lexicon);
    const { all, counts } = featuresOf(parts, itemsOf(parts));
    const features = [...all, ...featuresBefore(readContext(before, 0), counts)];
    return { features, outcome: REPLY_KINDS.indexOf(replyKindOf(expect)) };
  });
}

export function replyKindOf({ kind, reason }: Pick<Outcome, "kind" | "reason">): ReplyKind {
  if (kind === "decline") return reason === "other-topic" ? "other-topic" : "no-match";
  return kind;
}
