/** What people and strangers send: every kind of question, taps, deliveries that come twice, nonsense, bad tokens. */
import { readGolden } from "../../test/questions/golden";
import type { TokenParts } from "../../test/teams/support/authority";
import { captured } from "../../test/teams/support/bot";
import type { Activity } from "../../test/teams/support/connector";
import { BAD_TOKENS } from "../../test/teams/support/fuzz";
import { TENANT } from "../../test/teams/support/registered";
import type { Chance } from "./random";

/** A delivery: what goes into the request, and what must come of it. */
export type Delivery = {
  readonly kind: "question" | "tap" | "execute" | "duplicate" | "malformed" | "bad token";
  readonly id: string;
  readonly body: string;
  readonly token: TokenParts | undefined;
  /** Statuses that are right. */
  readonly statuses: readonly number[];
};

const FOLLOW_UPS = ["and Cosmos DB?", "what about failover?", "same for Qatar Central", "and in Poland Central?"];
const SMALL_TALK = ["hi", "help", "thanks", "what is the weather", "redis", "", "👍"];
const TAPS = [{ tap: { services: ["azure-event-grid"] } }, { tap: { help: true } }, { a: 1 }, { tap: "?" }];

const MALFORMED: readonly ((body: string) => string)[] = [
  () => "",
  () => "{}",
  () => "[]",
  () => "null",
  (body) => body.slice(0, body.length / 2),
  (body) => body.replace('"from":{', '"from":[{').slice(0, -1),
  (body) => body.replace('"type":"message"', '"type":7'),
  (body) => body.replace('"conversation":{', '"conversation":"x","y":{'),
  (body) => `{"x":"${"x".repeat(300_000)}",${body.slice(1)}`,
];

function delivery(kind: Delivery["kind"], name: string, serviceUrl: string, chat: string, changes: Activity): Delivery {
  const activity = captured(name, { url: serviceUrl }, changes);
  const conversation = { ...(activity.conversation as object), id: chat, tenantId: TENANT };
  const body = JSON.stringify({ ...activity, conversation, channelData: { tenant: { id: TENANT } } });
  return { kind, id: String(activity.id), body, token: undefined, statuses: [200] };
}

/** A question typed in a personal chat. */
export function question(serviceUrl: string, chat: string, text: string): Delivery {
  return delivery("question", "message-personal", serviceUrl, chat, { text });
}

export type Traffic = { readonly next: () => Delivery };

/**
 * Traffic over so many conversations.
 * @param random what comes next
 * @param serviceUrl where replies go
 */
export function traffic(random: Chance, serviceUrl: string, conversations: number): Traffic {
  const questions = [...readGolden("tuned").map(({ text }) => text), ...FOLLOW_UPS, ...SMALL_TALK];
  const recent: Delivery[] = [];

  const someChat = () => `chat-${Math.floor(random.next() * conversations)}`;

  function fresh(): Delivery {
    const chat = someChat();
    const roll = random.next();
    const data = random.pick(TAPS);
    if (roll < 0.05) return delivery("tap", "card-submit-personal", serviceUrl, chat, { value: data });
    if (roll < 0.08) {
      return delivery("execute", "card-execute-personal", serviceUrl, chat, { value: { action: { data } } });
    }
    const text = random.pick(roll < 0.25 ? FOLLOW_UPS : questions);
    if (roll >= 0.5) return question(serviceUrl, chat, text);
    return delivery("question", "message-channel", serviceUrl, chat, { text: `<at>Region Guide</at> ${text}` });
  }

  function next(): Delivery {
    const roll = random.next();
    if (roll < 0.02 && recent.length > 0) return { ...random.pick(recent), kind: "duplicate" };
    if (roll < 0.04) {
      const whole = question(serviceUrl, someChat(), random.pick(questions));
      return { ...whole, kind: "malformed", body: random.pick(MALFORMED)(whole.body), statuses: [400, 413] };
    }
    const made = fresh();
    if (roll < 0.05) return { ...made, kind: "bad token", token: random.pick(BAD_TOKENS), statuses: [401] };
    if (made.kind !== "execute") recent.push(made);
    if (recent.length > 100) recent.shift();
    return made;
  }

  return { next };
}
