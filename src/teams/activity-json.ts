/** Activity → JSON. The card, nearly all of it, is written out once and remembered for as long as the card is. */
import type { Activity, Attachment } from "botbuilder-core";

const cards = new WeakMap<object, string>();

/** @returns what JSON.stringify gives, its fields in another order */
export function activityJson({ attachments, ...activity }: Partial<Activity>): string {
  if (!attachments || attachments.length === 0) return JSON.stringify(activity);
  return withField(activity, "attachments", `[${attachments.map(attachmentJson).join(",")}]`);
}

function attachmentJson({ content, ...attachment }: Attachment): string {
  if (typeof content !== "object" || content === null) return JSON.stringify({ ...attachment, content });
  return withField(attachment, "content", cardJson(content));
}

/** @param value written out already */
function withField(object: object, name: string, value: string): string {
  const rest = JSON.stringify(object);
  return `${rest.slice(0, -1)}${rest === "{}" ? "" : ","}"${name}":${value}}`;
}

function cardJson(card: object): string {
  const written = cards.get(card) ?? JSON.stringify(card);
  cards.set(card, written);
  return written;
}
