/** A person to ask: what EXPERT_CONTACT names, and the link that takes a question there. Pure. */

export type Contact =
  /** A sign-in address in Teams: a chat opens with the question in the box, not sent yet. */
  | { readonly kind: "teams-user"; readonly address: string }
  /** A mailbox that nobody chats with. */
  | { readonly kind: "mail"; readonly address: string }
  /** A channel, a form: it opens as it is, since no parameter for a text is documented for these. */
  | { readonly kind: "link"; readonly url: string };

const ADDRESS = /^[^\s@<>"?&:,]+@[^\s@<>"?&:,]+\.[^\s@<>"?&:,]+$/;
const MAIL = /^mailto:/i;

/** Characters of a question that go along; an address of some 2,000 is safe everywhere, and escaping triples most. */
export const LONGEST_QUESTION = 300;

/**
 * Tells what kind of contact a setting names. An address alone is a Teams user, since people who ask are in Teams;
 * a mailbox is written with `mailto:` before it.
 * @returns undefined for anything else
 */
export function parseContact(setting: string): Contact | undefined {
  if (ADDRESS.test(setting)) return { kind: "teams-user", address: setting };
  const mailbox = setting.replace(MAIL, "");
  if (mailbox !== setting) return ADDRESS.test(mailbox) ? { kind: "mail", address: mailbox } : undefined;
  const isLink = URL.canParse(setting) && new URL(setting).protocol === "https:";
  return isLink ? { kind: "link", url: setting } : undefined;
}

/**
 * The address of the "Ask a person" button.
 * @param question what the person typed, foreign: it is cut and escaped here
 * @param introduction stands before the question
 */
export function addressOf(contact: Contact, introduction: string, question: string): string {
  const text = escaped(`${introduction} ${shortened(question)}`.trim());
  switch (contact.kind) {
    case "teams-user":
      return `https://teams.microsoft.com/l/chat/0/0?users=${escaped(contact.address)}&message=${text}`;
    case "mail":
      return `mailto:${contact.address.split("@").map(escaped).join("@")}?subject=${escaped(introduction)}&body=${text}`;
    case "link":
      return contact.url;
  }
}

function shortened(question: string): string {
  const flat = question.replace(/\s+/g, " ").trim();
  return flat.length <= LONGEST_QUESTION ? flat : `${flat.slice(0, LONGEST_QUESTION)}…`;
}

/** Parentheses would end a Markdown link; half of a character cannot be escaped at all. */
function escaped(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")).replace(
    /[()'*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
