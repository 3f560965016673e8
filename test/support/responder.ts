import { join } from "node:path";
import { loadTemplates } from "../../src/cards/load";
import type { Contact } from "../../src/contact";
import type { Knowledge } from "../../src/knowledge/knowledge";
import { loadKnowledge } from "../../src/knowledge/load";
import { createResponder } from "../../src/respond";
import type { Decision, Message, Reply, Responder } from "../../src/responder";

/** The real bot without a channel; anything unexpected fails the test that caused it. */
export function realResponder(
  knowledge: Knowledge = loadKnowledge(join(process.cwd(), "knowledge")),
  contact?: Contact,
): Responder {
  return createResponder(knowledge, loadTemplates(join(process.cwd(), "cards")), {
    onFault(cause) {
      throw cause;
    },
    contact,
  });
}

export type Ask = ((text: string) => Decision) & { readonly reply: (message: Message) => Reply };

/** Asks one question outside any conversation. */
export function respondWith(knowledge?: Knowledge): Ask {
  const responder = realResponder(knowledge);
  const reply = (message: Message) => responder.respond(message, undefined, 0).reply;
  return Object.assign((text: string) => reply({ kind: "text", text }).decision, { reply });
}
