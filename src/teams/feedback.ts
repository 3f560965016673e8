/** Thumbs up and down: one line of the log each. Teams itself says thank you, so we don't. */
import { feedbackReason } from "../feedback-reason";
import type { FeedbackEvent } from "../log-events";
import { recallAnswer } from "./answered";
import { type Feedback, readFeedback } from "./invokes";
import { claimOf, isFirst } from "./once";
import { type BotOptions, type BotTurn, scopeOfTurn } from "./turn";

/** Characters of a comment that are kept, where words are kept at all. */
const LONGEST_COMMENT = 1_000;

/** Takes feedback, once however often Teams delivers it. */
export async function takeFeedback(options: BotOptions, turn: BotTurn): Promise<void> {
  const feedback = readFeedback(turn.activity.value);
  if (!feedback) return;
  if (!(await isFirst(options.state, claimOf("feedback", turn.activity.id ?? "", turn)))) return;
  const about = await recallAnswer(options.state, turn);
  turn.log.info({ ...lineOf(feedback, options, turn), ...about }, "feedback");
}

function lineOf({ reaction, words }: Feedback, options: BotOptions, turn: BotTurn): FeedbackEvent {
  const comment = options.logQuestions && words !== "" ? { comment: words.slice(0, LONGEST_COMMENT) } : {};
  const reason = reaction === "dislike" ? feedbackReason(words) : null;
  return { event: "feedback", reaction, reason, scope: scopeOfTurn(turn), ...comment };
}
