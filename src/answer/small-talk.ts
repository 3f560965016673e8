import type { Index } from "../knowledge/indexed";
import { wordSet } from "../knowledge/normalise";
import type { Query } from "../question/query";
import { QUESTION_OPENINGS } from "../question/word-classes";
import type { Answer } from "./answer";
import { common } from "./outcomes";

/** Greetings, thanks and "what can you do". */
export function smallTalk(query: Query, index: Index): Answer | null {
  const { cues } = query;
  const isOnRegions = (cues.has("region-loss") || cues.has("regions")) && !cues.has("help");
  if (query.unknownWords > (cues.has("help") ? 0 : 1) || query.otherTopic || isOnRegions) return null;
  const greeting = cues.has("help")
    ? "about"
    : cues.has("thanks") && !asksBesideIt(query)
      ? "thanks"
      : cues.has("greeting")
        ? "hello"
        : null;
  return greeting ? { kind: "help", greeting, ...common(1, [], query, index) } : null;
}

/** "Ok what should we migrate to" is a question, and no thanks. */
function asksBesideIt({ words: [first = "", second = ""] }: Query): boolean {
  return ACKNOWLEDGES.has(first) && QUESTION_OPENINGS.has(second);
}

const ACKNOWLEDGES = wordSet("ok okay great good fine cool alright");
