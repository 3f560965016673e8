/**
 * What a conversation may refer to, kept so that an activity delivered again starts from where it started before: taken
 * from its own outcome, "drop AKS" would drop it from a plan without it.
 */
import * as z from "zod";
import type { Context } from "../responder";
import type { BotOptions, BotTurn } from "./turn";

const context = z.record(z.string(), z.unknown());
const kept = z.object({
  /** The activity that was answered. */
  by: z.string(),
  before: context.optional(),
  after: context.optional(),
});

/** @returns what the turn before left; nothing where the store has nothing, or something that is not ours */
export async function recallContext({ state }: BotOptions, { activity }: BotTurn): Promise<Context | undefined> {
  const read = kept.safeParse(await state.recall(activity.conversation.id));
  if (!read.success) return undefined;
  const isAgain = activity.id !== undefined && read.data.by === activity.id;
  return isAgain ? read.data.before : read.data.after;
}

/**
 * @param before what this turn started from
 * @param after what the next one may refer to
 */
export async function rememberContext(
  { state }: BotOptions,
  { activity }: BotTurn,
  before: Context | undefined,
  after: Context | undefined,
): Promise<void> {
  const left = after === undefined ? undefined : { by: activity.id ?? "", before, after };
  await state.remember(activity.conversation.id, left);
}
