import type { Index } from "../knowledge/indexed";
import type { Query } from "../question/query";
import type { Answer } from "./answer";
import { common } from "./outcomes";

/** Greetings, thanks and "what can you do". */
export function smallTalk(query: Query, index: Index): Answer | null {
  const { cues } = query;
  const isOnRegions = (cues.has("region-loss") || cues.has("regions")) && !cues.has("help");
  if (query.unknownWords > (cues.has("help") ? 0 : 1) || query.otherTopic || isOnRegions) return null;
  const greeting = cues.has("help") ? "about" : cues.has("thanks") ? "thanks" : cues.has("greeting") ? "hello" : null;
  return greeting ? { kind: "help", greeting, ...common(1, [], query, index) } : null;
}
