/** Which answer a thumb is about: kept beside the conversations, for as long as the state keeps anything. */
import * as z from "zod";
import { KINDS } from "../log-events";
import type { Decision } from "../responder";
import type { State } from "./state";
import type { BotTurn } from "./turn";

const answered = z.object({ kind: z.enum(KINDS), services: z.array(z.string()) });
export type Answered = z.infer<typeof answered>;

/** A channel's conversation carries the thread for some activities and not for others. */
const THREAD = /;messageid=.*$/;

function keyOf(turn: BotTurn, message: string): string {
  return JSON.stringify(["answered", turn.activity.conversation.id.replace(THREAD, ""), message]);
}

/** @param message the id of the message that shows the answer; without one nothing can be kept */
export async function rememberAnswer(
  state: State,
  turn: BotTurn,
  message: string | null | undefined,
  { kind, services }: Decision,
): Promise<void> {
  if (message) await state.remember(keyOf(turn, message), { kind, services });
}

/** @returns what the message that the thumb is at answered, if it is still known */
export async function recallAnswer(state: State, turn: BotTurn): Promise<Answered | undefined> {
  const { replyToId } = turn.activity;
  if (!replyToId) return undefined;
  const read = answered.safeParse(await state.recall(keyOf(turn, replyToId)));
  return read.success ? read.data : undefined;
}
