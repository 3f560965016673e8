import { join } from "node:path";
import { loadTemplates } from "../src/cards/load";
import type { Knowledge } from "../src/knowledge/knowledge";
import { loadKnowledge } from "../src/knowledge/load";
import { createResponder } from "../src/respond";
import type { Responder } from "../src/responder";

/** The real knowledge; the benches run in the repository's folder. */
export function loadedKnowledge(): Knowledge {
  return loadKnowledge(join(process.cwd(), "knowledge"));
}

/** The bot as it answers people; a fault of its own is shown and fails the run. */
export function loadResponder(knowledge = loadedKnowledge()): Responder {
  return createResponder(knowledge, loadTemplates(join(process.cwd(), "cards")), {
    onFault(cause) {
      throw cause;
    },
  });
}
