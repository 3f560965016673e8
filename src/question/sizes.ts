/** "How long can the name of a vault be" asks for a size. */
import { endOfThought } from "./thoughts";
import type { Token } from "./tokens";
import { MODAL_VERBS } from "./word-classes";

/** @returns whether somebody asks how long, or how big, a thing can be; of a failover that asks for a time */
export function asksForASize(tokens: readonly Token[], isOnALoss: (at: number) => boolean): boolean {
  return tokens.some(({ word }, how) => {
    const [measure, verb] = tokens.slice(how + 1, how + 3).map((token) => token.word);
    if (word !== "how" || !MEASURES.has(measure ?? "") || !MODAL_VERBS.has(verb ?? "")) return false;
    const end = endOfThought(how + 1, tokens);
    const subject = Array.from({ length: end - how - 3 }, (_, i) => how + 3 + i);
    return tokens[end - 1]?.word === "be" && !subject.some(isOnALoss);
  });
}

const MEASURES: ReadonlySet<string> = new Set(["long", "big", "large", "wide", "deep", "small", "short"]);
