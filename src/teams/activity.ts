/** Foreign input: an HTTP body → an activity whose every field has the type it should have → a Message. */
import * as z from "zod";
import type { Message } from "../responder";
import { executedData } from "./invokes";
import { withoutMentions } from "./mention";

const word = z.string().max(2_048);
const optionalWord = word.nullish();
const account = z.object({ id: word.min(1), name: optionalWord, aadObjectId: optionalWord, role: optionalWord });
const accounts = z.array(account).nullish();
const conversation = z.object({
  id: word.min(1),
  name: optionalWord,
  tenantId: optionalWord,
  conversationType: optionalWord,
  isGroup: z.boolean().nullish(),
});
const channelData = z.looseObject({ tenant: z.looseObject({ id: optionalWord }).nullish() });

/** Every field that Bot Framework's protocol gives a type; what it leaves open (`value`, an entity) stays unknown. */
const anyActivity = z.object({
  type: word.min(1),
  id: optionalWord,
  channelId: optionalWord,
  serviceUrl: optionalWord,
  from: account.nullish(),
  recipient: account.nullish(),
  conversation: conversation.nullish(),
  channelData: channelData.nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  membersAdded: accounts,
  membersRemoved: accounts,
  name: optionalWord,
  action: optionalWord,
  deliveryMode: optionalWord,
  replyToId: optionalWord,
  locale: optionalWord,
  textFormat: optionalWord,
  timestamp: optionalWord,
  localTimestamp: optionalWord,
  localTimezone: optionalWord,
  expiration: optionalWord,
  attachmentLayout: optionalWord,
  callerId: optionalWord,
  code: optionalWord,
  importance: optionalWord,
  inputHint: optionalWord,
  label: optionalWord,
  speak: z.string().nullish(),
  summary: z.string().nullish(),
  topicName: optionalWord,
  valueType: optionalWord,
  historyDisclosed: z.boolean().nullish(),
  relatesTo: z.looseObject({}).nullish(),
  semanticAction: z.looseObject({}).nullish(),
  suggestedActions: z.looseObject({}).nullish(),
  listenFor: z.array(z.string()).nullish(),
  textHighlights: z.array(z.unknown()).nullish(),
  reactionsAdded: z.array(z.unknown()).nullish(),
  reactionsRemoved: z.array(z.unknown()).nullish(),
});

const LISTS = [
  "membersAdded",
  "membersRemoved",
  "entities",
  "attachments",
  "listenFor",
  "textHighlights",
  "reactionsAdded",
  "reactionsRemoved",
] as const;

/** What an answer cannot be sent without. */
const answerable = anyActivity.extend({
  channelId: word.min(1),
  serviceUrl: word.min(1),
  from: account,
  recipient: account,
  conversation,
});

/** Any activity of the right shape: enough to find out who sent it. */
export type AnyActivity = z.infer<typeof anyActivity>;

/** An activity that can be replied to. */
export type Incoming = z.infer<typeof answerable>;

/** Types that get more than a 200; a Set, since the type is foreign and may be "constructor". */
const HANDLED: ReadonlySet<unknown> = new Set(["message", "invoke", "conversationUpdate", "installationUpdate"]);

/** Elements; Teams sends a few. Looked at before the elements are: zod makes a fault for each that is wrong. */
const LONGEST_LIST = 1_000;

/** A log line need not hold what a hostile body can make of this. */
const MOST_FAULTS = 10;

export type Parsed =
  | { readonly kind: "incoming"; readonly activity: Incoming }
  | { readonly kind: "unhandled"; readonly activity: AnyActivity }
  | { readonly kind: "fault"; readonly faults: readonly string[] };

/**
 * Checks an activity.
 * @param body parsed JSON from anywhere
 * @returns the activity without fields that nobody reads, or the names of the fields that are wrong (never their
 * content, which may be a person's words)
 */
export function parseActivity(body: unknown): Parsed {
  const faults = tooLongLists(body);
  if (faults.length > 0) return { kind: "fault", faults };
  if (!HANDLED.has(typeOf(body))) {
    const shape = anyActivity.safeParse(body);
    return shape.success ? { kind: "unhandled", activity: shape.data } : faulty(shape.error);
  }
  const whole = answerable.safeParse(body);
  return whole.success ? { kind: "incoming", activity: whole.data } : faulty(whole.error);
}

function tooLongLists(body: unknown): string[] {
  if (typeof body !== "object" || body === null) return [];
  const lists = LISTS.filter((name) => lengthOf(Reflect.get(body, name)) > LONGEST_LIST);
  return lists.map((name) => `${name}: too_big`);
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

function typeOf(body: unknown): unknown {
  return typeof body === "object" && body !== null && "type" in body ? body.type : undefined;
}

function faulty(error: z.ZodError): Parsed {
  const told = error.issues.slice(0, MOST_FAULTS);
  const faults = told.map((issue) => `${issue.path.map(String).join(".") || "body"}: ${issue.code}`);
  return { kind: "fault", faults };
}

/**
 * What the person did.
 * @param activity a message, or the invoke of a card's Action.Execute
 * @returns a tap where a button's data came, else the typed text without mentions; an attachment alone is empty text
 */
export function toMessage(activity: Incoming): Message {
  const data = activity.type === "invoke" ? executedData(activity.value) : activity.value;
  if (activity.type === "invoke" || isFilled(data)) return { kind: "tap", data };
  const { text, entities, recipient } = activity;
  const bot = { id: recipient.id, name: recipient.name ?? "" };
  const typed = (text ?? "").replace(INSERTED_CARD, " ");
  return { kind: "text", text: withoutMentions({ text: typed, entities: entities ?? [], bot }) };
}

/** Where a card from the compose box was put into the message; the card itself is an attachment. */
const INSERTED_CARD = /<span class="inline-compose-card"[^<>]*>\s*<span[^<>]*>\s*<\/span>\s*<\/span>/g;

function isFilled(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

/**
 * The tenants that an activity names.
 * @param activity of any type
 * @returns tenant ids in lower case, each once; none, one, or (contradicting itself) two
 */
export function tenantsOf(activity: AnyActivity): string[] {
  const named = [activity.channelData?.tenant?.id, activity.conversation?.tenantId];
  return [...new Set(named.filter((id) => typeof id === "string").map((id) => id.toLowerCase()))];
}
