/** Reply → what Bot Framework sends. */
import { type Activity, ActivityTypes, CardFactory, InputHints } from "botbuilder-core";
import type { Card, Reply, SearchResult } from "../responder";

const CARD_TYPE = CardFactory.contentTypes.adaptiveCard;

/** Teams' own thumbs with Teams' own form; see ARCHITECTURE.md for why not a form of ours. */
const THUMBS = { feedbackLoop: { type: "default" } } as const;

/**
 * The message that carries a reply.
 * @param reply with its card; text goes along only where there is no card, since Teams would show both
 */
export function toActivity(reply: Reply): Partial<Activity> {
  const base = {
    type: ActivityTypes.Message,
    summary: reply.summary,
    inputHint: InputHints.AcceptingInput,
    ...(reply.decision.kind === "help" ? {} : { channelData: THUMBS }),
  };
  return hasCard(reply.card) ? { attachments: [toAttachment(reply.card)], ...base } : { text: reply.text, ...base };
}

/** The one honest sentence where something of ours broke. */
export function apology(): Partial<Activity> {
  const text = "Sorry, something went wrong on my side and I could not answer. The fault is logged; please try again.";
  return { type: ActivityTypes.Message, text, summary: text, inputHint: InputHints.AcceptingInput };
}

/**
 * The answer to a card's Action.Execute: the card that takes the place of the one that was tapped.
 * @param reply with its card, or with text only
 */
export function toExecuteResponse(reply: Reply): { statusCode: number; type: string; value: unknown } {
  return hasCard(reply.card)
    ? { statusCode: 200, type: CARD_TYPE, value: reply.card }
    : { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: reply.text };
}

/** What of a search Teams asked for; it shows more as one scrolls. */
export type Page = { readonly skip: number; readonly count: number };

/**
 * The answer to a search in the compose box: a line for each hit, and the card that is inserted.
 * @param result hits, best first
 */
export function toSearchResponse({ hits, nothing }: SearchResult, { skip, count }: Page): object {
  if (hits.length === 0) return { composeExtension: { type: "message", text: nothing } };
  const attachments = hits.slice(skip, skip + count).map(({ title, text, card }) => ({
    ...toAttachment(card),
    preview: CardFactory.thumbnailCard(title, undefined, undefined, { text }),
  }));
  return { composeExtension: { type: "result", attachmentLayout: "list", attachments } };
}

function hasCard(card: Card): boolean {
  return Object.keys(card).length > 0;
}

function toAttachment(card: Card): { contentType: string; content: Card } {
  return { contentType: CARD_TYPE, content: card };
}
