/** Joins the stages: message → query → answer → view → card, and what the next turn may refer to. Never throws. */
import { LRUCache } from "lru-cache";
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
import type { Concept } from "./knowledge/schema";
import { carryOver } from "./question/carry-over";
import { type ConversationContext, readContext } from "./question/context";
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

/** What was answered, and the reply that says so. */
type Finished = { readonly answer: Answer; readonly reply: Reply };

/** The same question has the same answer, and people ask much the same: these are not made anew. */
const REMEMBERED_QUESTIONS = 1_000;
/** A finished reply takes some 30 KB. */
const REMEMBERED_REPLIES = 500;
/** A pasted text is not asked twice, and would take room for many questions. */
const LONGEST_REMEMBERED = 200;

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
  const understood = new LRUCache<string, Query>({ max: REMEMBERED_QUESTIONS });
  const finished = new LRUCache<string, Finished>({ max: REMEMBERED_REPLIES });
  const help = { kind: "help", services: [], regions: [], confidence: 1, candidates: [] } as const;
  const failed = { ...help, kind: "decline", reason: "no-match", confidence: 0 } as const;

  function read(message: Message, tap: Tap | undefined, context: ConversationContext | undefined): Query {
    if (tap) return tapToQuery(tap);
    const query = readText(message.kind === "text" ? message.text : "");
    return carryOver(query, context, (id) => lexicon.nameWords(id));
  }

  function readText(text: string): Query {
    const query = understood.get(text) ?? understand(text, lexicon, knowledge.vocabulary);
    if (text.length <= LONGEST_REMEMBERED) understood.set(text, query);
    return query;
  }

  /** @param question typed words; none where a button was tapped */
  function finish(query: Query, back: Tap["back"], question: string | null): Finished {
    const answer = decide(query, index);
    const view = withWayBack(viewOf(answer, index), answer, back);
    const whole = withMenu(withPerson(view, answer.kind, contact, question ?? view.title), answer.kind);
    return { answer, reply: toReply(renderer, answer.kind, whole, decisionOf(answer)) };
  }

  function finishOnce(query: Query, back: Tap["back"], question: string | null): Finished {
    // Only the button that asks a person carries the words themselves.
    const key = JSON.stringify([{ ...query, cues: [...query.cues] }, back, contact ? question : null]);
    const found = finished.get(key) ?? finish(query, back, question);
    finished.set(key, found);
    return found;
  }

  function turn(message: Message, context: Context | undefined, now: number): Turn {
    const before = readContext(context, now);
    const tap = message.kind === "tap" ? readTap(message.data) : undefined;
    const question = message.kind === "text" ? message.text : null;
    const query = read(message, tap, before);
    const { answer, reply } = finishOnce(query, tap?.back ?? null, question);
    return { reply, context: contextAfter(answer, query, before, now) };
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
  query: Query,
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
    pairing: pairingOf(query),
    recent: before?.recent ?? [],
    subject: null,
  };
  const recent = (services: readonly string[]) =>
    [...fresh.recent.filter((id) => !services.includes(id)), ...services].slice(-MOST_RECENT);
  switch (answer.kind) {
    case "answer": {
      const services = [answer.view.service.id];
      return { ...fresh, services, topic: answer.topic, choices: before?.choices ?? [], recent: recent(services) };
    }
    case "plan": {
      const services = answer.views.map(({ service }) => service.id);
      return { ...fresh, services, choices: services, topic: answer.topic, recent: recent(services) };
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
      return { ...(before ?? fresh), at: now, subject: subjectOf(answer.concept) };
    case "help":
      return before;
  }
}

/** The first sign of a concept is its subject. */
function subjectOf({ signs }: Concept): ConversationContext["subject"] {
  const subject = signs[0]?.[0];
  return subject === "paired" || subject === "nonpaired" ? subject : null;
}

function pairingOf({ cues }: Query): ConversationContext["pairing"] {
  if (cues.has("nonpaired")) return "nonpaired";
  return cues.has("paired") ? "paired" : null;
}

/** Enough for "both of them", however often one was named again. */
const MOST_RECENT = 4;
