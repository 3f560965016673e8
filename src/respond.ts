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
import { contextAfter } from "./context-after";
import { decisionOf } from "./decision-of";
import { indexKnowledge } from "./knowledge/indexed";
import type { Knowledge } from "./knowledge/knowledge";
import { carryOver } from "./question/carry-over";
import { type ConversationContext, readContext } from "./question/context";
import { KnownIds } from "./question/known-ids";
import { Lexicon } from "./question/lexicon";
import type { KeptPhrases } from "./question/phrase-tree";
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
  /** The phrases of the knowledge, where the build has kept them. */
  readonly phrases?: KeptPhrases | undefined;
};

/**
 * Under what a card is kept: a question without a turn before it by itself, since a remembered one comes as the same object;
 * after a turn by what it means then, as many turns lead to the same; null is not kept.
 */
type CardKey = Query | string;
type Asked = { readonly query: Query; readonly key: CardKey | null };

/** What was answered, and the reply that says so. */
type Finished = { readonly answer: Answer; readonly reply: Reply };

/** The same question has the same answer, and people ask much the same: these are not made anew. */
const REMEMBERED_QUESTIONS = 1_000;
/** The same question comes after several others. */
const REMEMBERED_TURNS = 2_000;
/** Together, in the unit of sizeOf: some five hundred replies, fifteen megabytes. */
const REMEMBERED_REPLIES = 900_000;
/** Characters; keys of real conversations have a few thousand. */
const LONGEST_KEY = 10_000;
/** Characters: each button of the card that answers a tap carries the way back that the tap came with. */
const LONGEST_TAP = 2_000;
/** A pasted text is not asked twice, and would take room for many questions. */
const LONGEST_REMEMBERED = 400;

/**
 * @param knowledge checked knowledge
 * @param templates the card templates by name
 */
export function createResponder(
  knowledge: Knowledge,
  templates: TemplateSources,
  { onFault = () => {}, contact, phrases }: ResponderOptions = {},
): Responder {
  const index = indexKnowledge(knowledge);
  const lexicon = new Lexicon(knowledge, phrases);
  const knownIds = new KnownIds(knowledge);
  const renderer = new Renderer(templates);
  const find = createSearch(index, lexicon, renderer);
  const understood = new LRUCache<string, Query>({
    max: REMEMBERED_QUESTIONS,
    memoMethod: (text) => understand(text, lexicon),
  });
  const carried = new LRUCache<string, Asked>({ max: REMEMBERED_TURNS });
  const finished = new LRUCache<CardKey, Finished>({
    maxSize: REMEMBERED_REPLIES,
    sizeCalculation: sizeOf,
  });
  const help = { kind: "help", services: [], regions: [], confidence: 1, candidates: [] } as const;
  const failed = { ...help, kind: "decline", reason: "no-match", confidence: 0 } as const;

  function read(message: Message, tap: Tap | undefined, context: ConversationContext | undefined): Asked {
    if (tap) return { query: tapToQuery(tap), key: keptKey(JSON.stringify(tap), LONGEST_TAP) };
    const text = message.kind === "text" ? message.text : "";
    if (text.length > LONGEST_REMEMBERED) {
      const query = understand(text, lexicon);
      return { query: context ? carryOver(query, context, lexicon) : query, key: null };
    }
    const query = understood.memo(text);
    return context ? carryOnce(text, query, context) : { query, key: query };
  }

  /** The same question after the same turn is the same query, whenever that turn was. */
  function carryOnce(text: string, query: Query, context: ConversationContext): Asked {
    const key = keptKey(text + JSON.stringify({ ...context, at: 0 }), LONGEST_KEY);
    const before = key === null ? undefined : carried.get(key);
    if (before) return before;
    const made = carryOver(query, context, lexicon);
    // Only the button that asks a person carries the words themselves.
    const asked = { query: made, key: keptKey(keyOf(made) + (contact ? text : ""), LONGEST_KEY) };
    if (key !== null) carried.set(key, asked);
    return asked;
  }

  /** @param question typed words; none where a button was tapped */
  function finish(query: Query, back: Tap["back"], question: string | null): Finished {
    const answer = decide(query, index);
    const view = withWayBack(viewOf(answer, index), answer, back);
    const whole = withMenu(withPerson(view, answer.kind, contact, question ?? view.title), answer.kind);
    return { answer, reply: toReply(renderer, answer.kind, whole, decisionOf(answer)) };
  }

  function finishOnce({ query, key }: Asked, back: Tap["back"], question: string | null): Finished {
    const before = key === null ? undefined : finished.get(key);
    if (before) return before;
    const made = finish(query, back, question);
    if (key !== null) finished.set(key, made);
    return made;
  }

  function turn(message: Message, context: Context | undefined, now: number): Turn {
    const stored = readContext(context, now);
    const before = stored && knownIds.inContext(stored);
    const tapped = message.kind === "tap" ? readTap(message.data) : undefined;
    const tap = tapped && knownIds.inTap(tapped);
    const question = message.kind === "text" ? message.text : null;
    const asked = read(message, tap, before);
    const { answer, reply } = finishOnce(asked, tap?.back ?? null, question);
    return { reply, context: contextAfter(answer, asked.query, before, now) };
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

/** Characters: a card takes room with the length of its text, and as much as one of four hundred for its frame. */
function sizeOf({ reply }: Finished): number {
  return reply.text.length + 400;
}

/** A long key is no question that many ask, and would itself take the room of several replies. */
function keptKey(key: string, longest: number): string | null {
  return key.length > longest ? null : key;
}

/** All of it but what led to the rest. What is left of an object taken apart would be twice as slow to write out. */
function keyOf(query: Query): string {
  return JSON.stringify({ ...query, cues: [...query.cues], leaning: null });
}

function toReply(renderer: Renderer, name: TemplateName, view: View, decision: Decision): Reply {
  const text = plainText(view);
  return {
    decision,
    card: renderer.render(name, view, text),
    summary: view.summary,
    text,
    links: linksOf(view),
  };
}

function linksOf(view: View): string[] {
  const buttons = view.buttons.flatMap((button) => (button.kind === "open" ? [button.url] : []));
  const items = view.sections.flatMap(({ items }) => items.flatMap(({ link }) => (link ? [link.url] : [])));
  return [...new Set([...buttons, ...items, ...[...view.pages, ...view.changed.pages].map(({ url }) => url)])];
}
