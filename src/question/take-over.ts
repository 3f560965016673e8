/** "Can Poland be DR for Frankfurt", "can Doha back up Dubai": the region that is asked about is where the copy goes. */
import { wordSet } from "../knowledge/normalise";
import type { Names } from "./names";
import type { Span } from "./spot";
import { wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, DETERMINERS, FORMS_OF_BE, MODAL_VERBS } from "./word-classes";

/** What the second region is. */
export const ROLES = wordSet(
  "dr drs secondary second target standby failover replica copy destination recovery backup passive hot warm cold spare",
);

/** "Can Poland be DR for Frankfurt", "is Milan ok as DR for Zurich", "can Doha back up Dubai". */
export function isToTakeOver({ start, end }: Span, chosen: Names["chosen"], tokens: readonly Token[]): boolean {
  const isAsked = ASKING.has(wordAt(start - 1, tokens)) || TO_BE.has(wordAt(end, tokens));
  let at = end;
  while (at < end + MOST_PRAISE && PRAISES.has(wordAt(at, tokens))) at += 1;
  if (!isAsked || at >= tokens.length) return false;
  const isRole =
    at > end && (ROLES.has(wordAt(at, tokens)) || wordsBetween(at, at + 2, tokens).join(" ") === "fail over");
  const behind = wordsBetween(at, at + 3, tokens).findIndex((word) => OF_ANOTHER.has(word));
  if (isRole && behind > 0) return isAPlace(at + behind + 1, chosen);
  const taken = TAKES_OVER.exec(wordsBetween(at, at + 3, tokens).join(" "))?.[0].split(" ").length ?? 0;
  return taken > 0 && isAPlace(at + taken, chosen);
}

function isAPlace(at: number, chosen: Names["chosen"]): boolean {
  return chosen.some(({ name, start }) => name.kind === "region" && start === at);
}

const ASKING = anyOf(FORMS_OF_BE, MODAL_VERBS);
const TO_BE = anyOf(FORMS_OF_BE, MODAL_VERBS, "as be");
const PRAISES = anyOf(
  FORMS_OF_BE,
  MODAL_VERBS,
  DETERMINERS,
  "be ok okay good fine valid suitable sensible possible right best better allowed enough work serve do act used chosen as for",
);
const MOST_PRAISE = 6;
/** "DR for Frankfurt", "the secondary of Frankfurt". */
const OF_ANOTHER = wordSet("for of to");
const TAKES_OVER = /^(back up|backup|take over for|take over from|stand in for|cover for|cover|replace)\b/;
