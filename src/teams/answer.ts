/** A question, however it came: ask the responder, log what was decided, and give the reply. */
import { type Circumstances, decisionLine, type Surface } from "../log-events";
import type { Decision, Message, Reply } from "../responder";
import { toMessage } from "./activity";
import { rememberAnswer } from "./answered";
import { readSearch } from "./invokes";
import { recallContext, rememberContext } from "./kept-context";
import { claimOf, once } from "./once";
import { apology, toActivity, toExecuteResponse, toSearchResponse } from "./reply";
import { type BotOptions, type BotTurn, scopeOfTurn } from "./turn";

/** Answers a message, or a tap of a client that knows Action.Submit only, by exactly one message. */
export async function answerMessage(options: BotOptions, turn: BotTurn): Promise<void> {
  let reply: Reply | undefined;
  const sent = await once(options, turn, claimOf("answer", turn.activity.id ?? "", turn), async () => {
    reply = await respond(options, turn);
    return reply ? toActivity(reply) : apology();
  });
  if (reply) await rememberAnswer(options.state, turn, sent, reply.decision);
}

/**
 * Answers a tap in the response, which only the one who tapped gets to see, in the place of the card.
 * @returns the body of the response
 */
export async function answerExecute(options: BotOptions, turn: BotTurn): Promise<object> {
  const reply = await respond(options, turn);
  if (!reply) return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: apology().text };
  // In a group the others still see the first answer, and their thumbs are about that one.
  const isShared = scopeOfTurn(turn) !== "personal";
  if (!isShared) await rememberAnswer(options.state, turn, turn.activity.replyToId, reply.decision);
  return toExecuteResponse(reply);
}

/** @returns the body of the response to a search in the compose box */
export function answerSearch(options: BotOptions, turn: BotTurn): object {
  const started = performance.now();
  const { typed, page } = readSearch(turn.activity.value);
  const result = options.responder.search(typed);
  logDecision(options, turn, result.decision, { surface: "search", ms: since(started), question: typed });
  return toSearchResponse(result, page);
}

/** Asks the responder. It never throws, by contract; should it all the same, the person still gets a sentence. */
async function respond(options: BotOptions, turn: BotTurn): Promise<Reply | undefined> {
  const started = performance.now();
  const before = await recallContext(options, turn);
  try {
    const message = toMessage(turn.activity);
    const { reply, context } = options.responder.respond(message, before, options.now());
    // Kept before it is sent: a person, or a script, may refer to an answer as soon as it shows.
    await rememberContext(options, turn, before, context);
    const question = message.kind === "text" ? { question: message.text } : {};
    logDecision(options, turn, reply.decision, { surface: surfaceOf(turn, message), ms: since(started), ...question });
    return reply;
  } catch (error) {
    turn.log.error({ err: error }, "the responder failed");
    return undefined;
  }
}

type Told = Omit<Circumstances, "scope">;

function logDecision(options: BotOptions, turn: BotTurn, decision: Decision, told: Told): void {
  const { question, ...circumstances } = { scope: scopeOfTurn(turn), ...told };
  const words = options.logQuestions && question !== undefined ? { question } : {};
  turn.log.info(decisionLine(decision, { ...circumstances, ...words }), "answered");
}

function surfaceOf({ activity }: BotTurn, message: Message): Surface {
  if (activity.type === "invoke") return "execute";
  return message.kind === "tap" ? "tap" : "message";
}

/** Milliseconds, to a tenth. */
function since(started: number): number {
  return Math.round((performance.now() - started) * 10) / 10;
}
