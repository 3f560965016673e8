/** Lists of what works after all: "Nothing works without a pair, they say. Which services do work there?" */
import { wordSet } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import { isWithin, type SpansOf } from "./spans";
import type { Span } from "./spot";
import type { Token } from "./tokens";
import { FORMS_OF_DO } from "./word-classes";

/** @returns the cues, without those of what others believe, where the list asks against it */
export function withBeliefsSetAside(said: ReadonlySet<Cue>, spansOf: SpansOf, tokens: readonly Token[]): Set<Cue> {
  const isOnPairs = said.has("nonpaired") || said.has("needs");
  const isInSpite = isOnPairs && spansOf("services").some((span) => asksInSpite(span, spansOf, tokens));
  if (!isInSpite) return new Set(said);
  return new Set<Cue>([...[...said].filter((cue) => !BELIEVED.has(cue)), "nonpaired"]);
}

const BELIEVED: ReadonlySet<Cue> = new Set(["nothing", "worthless", "cannot", "needs"]);

/** "… services do work there", "… services survive nonetheless": nothing that is asked is denied. */
function asksInSpite({ end }: Span, spansOf: SpansOf, tokens: readonly Token[]): boolean {
  const stop = tokens.findIndex(({ pause }, i) => i >= end && pause !== null && pause !== "comma");
  const asked = tokens.slice(end, stop < 0 ? end + LONGEST : Math.min(stop, end + LONGEST));
  const isEmphatic = FORMS_OF_DO.has(asked[0]?.word ?? "") && !asked[0]?.breakBefore;
  if (!isEmphatic && !asked.some(({ word }) => ANYWAY.has(word))) return false;
  const isAsked = ({ start }: Span) => start >= end && start < end + asked.length;
  const isSpared = (span: Span) =>
    tokens[span.start]?.word === "without" || spansOf("nonpaired").some((phrase) => isWithin(span, phrase));
  return spansOf(...OTHERWISE).every((span) => !isAsked(span) || isSpared(span));
}

const LONGEST = 12;
const ANYWAY = wordSet("anyway anyhow nonetheless nevertheless fact indeed actually despite regardless");
const OTHERWISE: readonly Cue[] = ["not", "lacks", "cannot", "requires", "needs", "worthless", "nothing", "paired"];
