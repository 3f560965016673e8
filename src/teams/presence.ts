/** The bot comes into a conversation or leaves it: at most one welcome, to the conversation and not to its members. */
import type { PresenceEvent } from "../log-events";
import { claimOf, once } from "./once";
import { toActivity } from "./reply";
import { type BotOptions, type BotTurn, scopeOfTurn } from "./turn";

/** Both kinds of update tell of an install, and either may come twice: one claim for all of them. */
const welcomeOf = (turn: BotTurn) => claimOf("welcome", "welcome", turn);

export async function onInstallation(options: BotOptions, turn: BotTurn): Promise<void> {
  const { action } = turn.activity;
  if (action === "add") return welcome(options, turn);
  if (action !== "remove") return;
  await options.state.release(welcomeOf(turn));
  note(turn, "removed");
}

/** People who join later are not greeted: in a channel that would write to everybody. */
export async function onMembers(options: BotOptions, turn: BotTurn): Promise<void> {
  const { membersAdded, recipient } = turn.activity;
  if (membersAdded?.some((member) => member.id === recipient.id)) await welcome(options, turn);
}

/**
 * An empty personal chat shows the prompt starters, and a welcome would push them away (Microsoft: either of the two).
 * Elsewhere starters come only as one types the bot's name, so the people there are told once that it is there.
 */
async function welcome(options: BotOptions, turn: BotTurn): Promise<void> {
  if (options.startersShow && scopeOfTurn(turn) === "personal") return;
  await once(options, turn, welcomeOf(turn), async () => {
    note(turn, "welcome");
    return toActivity(options.responder.welcome());
  });
}

function note(turn: BotTurn, event: PresenceEvent["event"]): void {
  const line: PresenceEvent = { event, scope: scopeOfTurn(turn) };
  turn.log.info(line, event === "welcome" ? "welcomed" : "removed");
}
