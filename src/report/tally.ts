/** Counts events as they come, in memory that does not grow with the length of the log. */

import type { Surface } from "../log-events";
import { type Counts, increase } from "./counts";
import type { DecisionEvent, FeedbackEvent, Kind, LogEvent } from "./event";

/** A question that got no answer, in one exact wording. */
export type Asked = {
  readonly text: string;
  count: number;
  readonly reasons: Counts;
  /** Services that came nearest. */
  readonly nearest: Counts;
};

export type ServiceFeedback = { likes: number; dislikes: number; readonly reasons: Counts };

export type Tally = {
  lines: number;
  errors: number;
  malformed: number;
  readonly malformedExamples: { readonly at: string; readonly why: string }[];
  /** Milliseconds since 1970. */
  from: number;
  to: number;
  readonly surfaces: Counts<Surface>;
  readonly kinds: Counts<Kind>;
  readonly services: Counts;
  readonly regions: Counts;
  readonly capabilities: Counts;
  readonly scopes: Counts;
  /** How often each time to answer was taken, in tenths of a millisecond. */
  readonly times: Map<number, number>;
  readonly declineReasons: Counts;
  /** By service that the question came nearest to: a matter that we don't know of a service that we do. */
  readonly otherTopics: Counts;
  /** By the services between which the bot asked back, the likeliest first. */
  readonly askedBack: Counts;
  /** Declined questions that had words which are not in the log. */
  declinedWithoutWords: number;
  readonly unanswered: Map<string, Asked>;
  /** Unanswered questions in further wordings than are kept. */
  notKept: number;
  readonly feedback: Map<string, ServiceFeedback>;
  likes: number;
  dislikes: number;
  readonly comments: string[];
};

/** Wordings that are kept to be compared with each other; a week of a large company has far fewer. */
export const MOST_WORDINGS = 20_000;
const MOST_EXAMPLES = 10;
const MOST_COMMENTS = 20;
/** Characters of a question; Teams allows 28,000, and what is asked stands at the start. */
const LONGEST_QUESTION = 300;
/** Three names say between what was chosen. */
const CHOICES_NAMED = 3;

export function emptyTally(): Tally {
  return {
    lines: 0,
    errors: 0,
    malformed: 0,
    malformedExamples: [],
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
    surfaces: new Map(),
    kinds: new Map(),
    services: new Map(),
    regions: new Map(),
    capabilities: new Map(),
    scopes: new Map(),
    times: new Map(),
    declineReasons: new Map(),
    otherTopics: new Map(),
    askedBack: new Map(),
    declinedWithoutWords: 0,
    unanswered: new Map(),
    notKept: 0,
    feedback: new Map(),
    likes: 0,
    dislikes: 0,
    comments: [],
  };
}

/**
 * Counts one line.
 * @param tally is changed
 * @param at where the line stands, to name it if it is malformed
 */
export function count(tally: Tally, event: LogEvent, at: string): void {
  tally.lines++;
  if (event.kind === "decision") countDecision(tally, event.decision);
  else if (event.kind === "feedback") countFeedback(tally, event.feedback);
  else if (event.kind === "malformed") countMalformed(tally, at, event.why);
  else if (event.isError) tally.errors++;
}

function countMalformed(tally: Tally, at: string, why: string): void {
  tally.malformed++;
  if (tally.malformedExamples.length < MOST_EXAMPLES) tally.malformedExamples.push({ at, why });
}

/** A search sends a query for every few letters typed, so searches are counted apart and not as questions. */
function countDecision(tally: Tally, event: DecisionEvent): void {
  seen(tally, event.time);
  increase(tally.surfaces, event.surface);
  if (event.surface === "search") return;
  increase(tally.kinds, event.kind);
  increase(tally.capabilities, event.capability);
  increase(tally.scopes, event.scope);
  for (const service of new Set(event.services)) increase(tally.services, service);
  for (const region of new Set(event.regions)) increase(tally.regions, region);
  countTime(tally, event.ms);
  if (event.kind === "disambiguate") increase(tally.askedBack, choicesOf(event));
  if (event.kind === "decline") countDecline(tally, event);
}

function seen(tally: Tally, time: number): void {
  tally.from = Math.min(tally.from, time);
  tally.to = Math.max(tally.to, time);
}

function countTime(tally: Tally, ms: number | null | undefined): void {
  if (ms === null || ms === undefined) return;
  const tenths = Math.round(ms * 10);
  tally.times.set(tenths, (tally.times.get(tenths) ?? 0) + 1);
}

function choicesOf({ candidates }: DecisionEvent): string {
  const names = candidates.slice(0, CHOICES_NAMED).map(({ service }) => service);
  return names.join(", ");
}

function countDecline(tally: Tally, event: DecisionEvent): void {
  increase(tally.declineReasons, event.reason ?? "no-match");
  const nearest = event.candidates[0]?.service;
  if (event.reason === "other-topic") increase(tally.otherTopics, nearest);
  const text = event.question?.slice(0, LONGEST_QUESTION).replace(/\s+/g, " ").trim();
  if (!text) {
    if (event.reason !== "empty") tally.declinedWithoutWords++;
    return;
  }
  const asked = wordingOf(tally, text);
  if (!asked) return;
  asked.count++;
  increase(asked.reasons, event.reason ?? "no-match");
  increase(asked.nearest, nearest);
}

function wordingOf(tally: Tally, text: string): Asked | undefined {
  const key = text.toLowerCase();
  const known = tally.unanswered.get(key);
  if (known) return known;
  if (tally.unanswered.size >= MOST_WORDINGS) {
    tally.notKept++;
    return undefined;
  }
  const fresh: Asked = { text, count: 0, reasons: new Map(), nearest: new Map() };
  tally.unanswered.set(key, fresh);
  return fresh;
}

function countFeedback(tally: Tally, event: FeedbackEvent): void {
  seen(tally, event.time);
  const isLike = event.reaction === "like";
  if (isLike) tally.likes++;
  else tally.dislikes++;
  for (const service of event.services.length > 0 ? new Set(event.services) : [""]) {
    const entry = tally.feedback.get(service) ?? { likes: 0, dislikes: 0, reasons: new Map() };
    tally.feedback.set(service, entry);
    if (isLike) entry.likes++;
    else entry.dislikes++;
    increase(entry.reasons, event.reason);
  }
  keepComment(tally, event.comment);
}

/** The latest ones, since the oldest may be mended. */
function keepComment(tally: Tally, comment: string | null | undefined): void {
  const text = comment?.slice(0, LONGEST_QUESTION).replace(/\s+/g, " ").trim();
  if (!text) return;
  tally.comments.push(text);
  if (tally.comments.length > MOST_COMMENTS) tally.comments.shift();
}
