/** Reply → what Bot Framework sends. */
import { type Activity, ActivityTypes, CardFactory, InputHints } from "botbuilder-core";
import type { Card, Reply } from "../responder";

const CARD_TYPE = CardFactory.contentTypes.adaptiveCard;

/**
 * The message that carries a reply.
 * @param reply with its card; text goes along only where there is no card, since Teams would show both
 */
export function toActivity(reply: Reply): Partial<Activity> {
  const base = { type: ActivityTypes.Message, summary: reply.summary, inputHint: InputHints.AcceptingInput };
  return hasCard(reply.card) ? { ...base, attachments: [toAttachment(reply.card)] } : { ...base, text: reply.text };
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

function hasCard(card: Card): boolean {
  return Object.keys(card).length > 0;
}

function toAttachment(card: Card): { contentType: string; content: Card } {
  return { contentType: CARD_TYPE, content: card };
}
