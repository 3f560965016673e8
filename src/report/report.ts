/** The counted log → the report: what `--json` prints, and what the page shows. */

import type { Surface } from "../log-events";
import { compareText, type Row, rows } from "./counts";
import type { Kind } from "./event";
import { groupByLikeness } from "./likeness";
import { type Suggestion, suggest } from "./suggest";
import type { Tally } from "./tally";
import type { KnownWords } from "./wording";

export type UnansweredRow = {
  readonly question: string;
  readonly count: number;
  readonly wordings: number;
  readonly also: readonly string[];
  /** Why, the most frequent reason first. */
  readonly reasons: readonly Row[];
  /** Services of ours that came nearest. */
  readonly nearest: readonly Row[];
};

export type FeedbackRow = {
  /** null: an answer without a service, such as a list. */
  readonly service: string | null;
  readonly likes: number;
  readonly dislikes: number;
  readonly reasons: readonly Row[];
};

export type Report = {
  readonly lines: number;
  readonly malformed: number;
  /** The first of them by place. */
  readonly malformedExamples: readonly { readonly at: string; readonly why: string }[];
  /** Lines of level error and above. */
  readonly errors: number;
  /** First and last event, ISO 8601 in UTC; null without one. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly asked: {
    readonly total: number;
    readonly answered: number;
    readonly declined: number;
    readonly askedBack: number;
    readonly help: number;
    /** Of the total: by a button on a card. */
    readonly taps: number;
    /** Queries of the compose box, not in the total: one comes for every few letters. */
    readonly searches: number;
    readonly kinds: readonly Row[];
    readonly scopes: readonly Row[];
  };
  /** Milliseconds to decide and draw. */
  readonly milliseconds: { readonly p50: number; readonly p99: number; readonly max: number } | null;
  readonly services: readonly Row[];
  readonly regions: readonly Row[];
  readonly capabilities: readonly Row[];
  readonly unanswered: {
    readonly total: number;
    readonly reasons: readonly Row[];
    /** Of the total: questions whose words are not in the log, since LOG_QUESTIONS was off. */
    readonly withoutWords: number;
    readonly groups: readonly UnansweredRow[];
    readonly moreGroups: number;
    /** In wordings that came after the first 20,000 and were not compared. */
    readonly notCompared: number;
  };
  readonly feedback: {
    readonly likes: number;
    readonly dislikes: number;
    readonly services: readonly FeedbackRow[];
    readonly comments: readonly string[];
  };
  readonly first: readonly Suggestion[];
};

const ANSWERS: readonly Kind[] = ["answer", "plan", "region", "catalog", "concept"];

/**
 * Makes the report.
 * @param tally the whole log, counted
 * @param known what tells which words of a question matter
 * @param top the most rows of a table
 */
export function toReport(tally: Tally, known: KnownWords, top: number): Report {
  const groups = groupByLikeness(tally.unanswered.values(), known);
  return {
    lines: tally.lines,
    malformed: tally.malformed,
    malformedExamples: tally.malformedExamples,
    errors: tally.errors,
    period: periodOf(tally),
    asked: askedOf(tally),
    milliseconds: timesOf(tally.times),
    services: rows(tally.services, top),
    regions: rows(tally.regions, top),
    capabilities: rows(tally.capabilities, top),
    unanswered: {
      total: tally.kinds.get("decline") ?? 0,
      reasons: rows(tally.declineReasons),
      withoutWords: tally.declinedWithoutWords,
      groups: groups.slice(0, top).map((group) => ({
        ...group,
        reasons: rows(group.reasons),
        nearest: rows(group.nearest, 2),
      })),
      moreGroups: Math.max(groups.length - top, 0),
      notCompared: tally.notKept,
    },
    feedback: feedbackOf(tally, top),
    first: suggest(tally, groups, top),
  };
}

function periodOf({ from, to }: Tally): Report["period"] {
  if (from > to) return null;
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

function askedOf({ kinds, surfaces, scopes }: Tally): Report["asked"] {
  const times = (...names: readonly Kind[]) => names.reduce((sum, name) => sum + (kinds.get(name) ?? 0), 0);
  const on = (surface: Surface) => surfaces.get(surface) ?? 0;
  return {
    total: times(...kinds.keys()),
    answered: times(...ANSWERS),
    declined: times("decline"),
    askedBack: times("disambiguate"),
    help: times("help"),
    taps: on("tap") + on("execute"),
    searches: on("search"),
    kinds: rows(kinds),
    scopes: rows(scopes),
  };
}

function timesOf(times: ReadonlyMap<number, number>): Report["milliseconds"] {
  const sorted = [...times].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const at = (share: number) => {
    let seen = 0;
    const found = sorted.find(([, count]) => {
      seen += count;
      return seen >= share * total;
    });
    return (found?.[0] ?? 0) / 10;
  };
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

function feedbackOf(tally: Tally, top: number): Report["feedback"] {
  const services = [...tally.feedback].map(([service, { likes, dislikes, reasons }]) => ({
    service: service === "" ? null : service,
    likes,
    dislikes,
    reasons: rows(reasons),
  }));
  const mostDisliked = (a: FeedbackRow, b: FeedbackRow) =>
    b.dislikes - a.dislikes || b.likes - a.likes || compareText(a.service ?? "", b.service ?? "");
  return {
    likes: tally.likes,
    dislikes: tally.dislikes,
    services: services.sort(mostDisliked).slice(0, top),
    comments: tally.comments,
  };
}
