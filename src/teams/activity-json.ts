/** Activity → JSON. The card, nearly all of it, is written out once and remembered for as long as the card is. */
import type { Activity, Attachment } from "botbuilder-core";

const cards = new WeakMap<object, string>();

/** @returns what JSON.stringify gives, its fields in another order */
export function activityJson({ attachments, ...activity }: Partial<Activity>): string {
  const rest = JSON.stringify(activity);
  if (!attachments || attachments.length === 0) return rest;
  const separator = rest === "{}" ? "" : ",";
  return `${rest.slice(0, -1)}${separator}"attachments":[${attachments.map(attachmentJson).join(",")}]}`;
}

function attachmentJson({ content, ...attachment }: Attachment): string {
  const rest = JSON.stringify(attachment);
  if (typeof content !== "object" || content === null) return JSON.stringify({ ...attachment, content });
  return `${rest.slice(0, -1)}${rest === "{}" ? "" : ","}"content":${cardJson(content)}}`;
}

function cardJson(card: object): string {
  const written = cards.get(card) ?? JSON.stringify(card);
  cards.set(card, written);
  return written;
}
