/** Joins the stages: message → query → answer → view → card, and what the next turn may refer to. Never throws. */
import type { Answer } from "./answer/answer";
import { decide } from "./answer/decide";
import { plainText } from "./cards/plain";
import { Renderer, type TemplateName, type TemplateSources } from "./cards/render";
import type { View } from "./cards/view";
import { helpView, unexpectedView } from "./cards/views/talk";
import { viewOf } from "./cards/views/view-of";
import { withMenu, withPerson, withWayBack } from "./cards/views/ways-on";
import type { Contact } from "./contact";
import { indexKnowledge } from "./knowledge/indexed";
import type { Knowledge } from "./knowledge/knowledge";
import { type ConversationContext, carryOver, readContext } from "./question/context";
import { Lexicon } from "./question/lexicon";
import type { Query } from "./question/query";
import { readTap, type Tap, tapToQuery } from "./question/tap";
import { understand } from "./question/understand";
import type { Context, Decision, Message, Reply, Responder, SearchResult, Turn } from "./responder";
import { createSearch } from "./search";

export type ResponderOptions = {
  /** Told of anything unexpected; the person gets one honest sentence. */
  readonly onFault?: (cause: unknown) => void;
  /** A person to ask, offered on every answer. */
  readonly contact?: Contact | undefined;
};

/**
 * @param knowledge checked knowledge
 * @param templates the card templates by name
 */
export function createResponder(
  knowledge: Knowledge,
  templates: TemplateSources,
  { onFault = () => {}, contact }: ResponderOptions = {},
): Responder {
  const index = indexKnowledge(knowledge);
  const lexicon = new Lexicon(knowledge);
  const renderer = new Renderer(templates);
  const find = createSearch(index, lexicon, renderer);
  const help = { kind: "help", services: [], regions: [], confidence: 1, candidates: [] } as const;
  const failed = { ...help, kind: "decline", reason: "no-match", confidence: 0 } as const;

  function read(message: Message, tap: Tap | undefined, context: ConversationContext | undefined): Query {
    if (tap) return tapToQuery(tap);
    const text = message.kind === "text" ? message.text : "";
    return carryOver(understand(text, lexicon), context);
  }

  function turn(message: Message, context: Context | undefined, now: number): Turn {
    const before = readContext(context, now);
    const tap = message.kind === "tap" ? readTap(message.data) : undefined;
    const answer = decide(read(message, tap, before), index);
    const view = withWayBack(viewOf(answer, index), answer, tap?.back ?? null);
    const question = message.kind === "text" ? message.text : view.title;
    const whole = withMenu(withPerson(view, answer.kind, contact, question), answer.kind);
    return {
      reply: toReply(renderer, answer.kind, whole, decisionOf(answer)),
      context: contextAfter(answer, before, now),
    };
  }

  function apology(message: Message): Reply {
    const question = message.kind === "text" ? message.text : "";
    return toReply(renderer, "decline", withPerson(unexpectedView(), "decline", contact, question), failed);
  }

  return {
    respond(message, context, now) {
      try {
        return turn(message, context, now);
      } catch (cause) {
        onFault(cause);
        return { reply: apology(message), context };
      }
    },
    welcome: () => toReply(renderer, "help", helpView("welcome", knowledge), help),
    search(typed): SearchResult {
      try {
        return find(typed);
      } catch (cause) {
        onFault(cause);
        return { decision: failed, hits: [], nothing: unexpectedView().summary };
      }
    },
  };
}

function toReply(renderer: Renderer, name: TemplateName, view: View, decision: Decision): Reply {
  return {
    decision,
    card: renderer.render(name, view),
    summary: view.summary,
    text: plainText(view),
    links: linksOf(view),
  };
}

function linksOf(view: View): string[] {
  const buttons = view.buttons.flatMap((button) => (button.kind === "open" ? [button.url] : []));
  const items = view.sections.flatMap(({ items }) => items.flatMap(({ link }) => (link ? [link.url] : [])));
  return [...new Set([...buttons, ...items, ...[...view.pages, ...view.changed.pages].map(({ url }) => url)])];
}

function decisionOf(answer: Answer): Decision {
  const common = {
    confidence: Math.round(answer.confidence * 1000) / 1000,
    candidates: answer.candidates,
    regions: answer.regions.map(({ id }) => id),
    services: [] as string[],
  };
  switch (answer.kind) {
    case "answer":
      return { ...common, kind: answer.kind, services: [answer.view.service.id], capability: answer.topic };
    case "plan": {
      const services = [...answer.views.map(({ service }) => service), ...answer.left].map(({ id }) => id);
      return { ...common, kind: answer.kind, services, capability: answer.topic };
    }
    case "catalog": {
      const listed = answer.items.map((item) => (item.kind === "region" ? item.region.id : item.service.id));
      return { ...common, kind: answer.kind, listed };
    }
    case "concept":
      return { ...common, kind: answer.kind, concept: answer.concept.id };
    case "decline":
      return { ...common, kind: answer.kind, reason: answer.reason };
    case "help":
      return { ...common, kind: answer.kind, regions: [] };
    case "region":
    case "disambiguate":
      return { ...common, kind: answer.kind };
  }
}

/** Small talk and what was not understood leave the conversation where it was. */
function contextAfter(
  answer: Answer,
  before: ConversationContext | undefined,
  now: number,
): ConversationContext | undefined {
  const fresh = {
    at: now,
    services: [],
    regions: answer.regions.map(({ id }) => id),
    topic: null,
    choices: [],
    catalog: null,
    aboutRegions: false,
  };
  switch (answer.kind) {
    case "answer":
      return { ...fresh, services: [answer.view.service.id], topic: answer.topic, choices: before?.choices ?? [] };
    case "plan": {
      const services = answer.views.map(({ service }) => service.id);
      return { ...fresh, services, choices: services, topic: answer.topic };
    }
    case "disambiguate":
      return { ...fresh, choices: answer.choices.map(({ id }) => id), topic: answer.topic };
    case "region":
      return { ...fresh, aboutRegions: true };
    case "catalog": {
      const choices = answer.items.flatMap((item) => (item.kind === "service" ? [item.service.id] : []));
      return { ...fresh, choices, catalog: answer.catalog };
    }
    case "decline":
      if (answer.reason !== "other-topic") return before;
      return { ...fresh, services: answer.nearest.map(({ id }) => id), choices: answer.nearest.map(({ id }) => id) };
    case "concept":
    case "help":
      return before;
  }
}
