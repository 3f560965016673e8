/** The report in words: headings, sentences and tables, which markdown.ts and html.ts lay out. */
import type { Row } from "./counts";
import type { FeedbackRow, Report, UnansweredRow } from "./report";
import type { Suggestion } from "./suggest";

export type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

export type Section = {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly table?: Table;
};

export type Page = { readonly title: string; readonly intro: string; readonly sections: readonly Section[] };

/** Wordings of whatever was decided, in the order in which the summary shows them. */
const REASONS: Readonly<Record<string, string>> = {
  "no-match": "nothing known in it",
  "other-topic": "another matter of a known service",
  empty: "no words",
};

const ADVICE: Readonly<Record<Suggestion["kind"], (subject: string) => string>> = {
  unknown: (subject) => `Not known: "${subject}". Add the service or, if it is there under another name, that name.`,
  matter: (subject) =>
    `Matters of ${subject} that its file does not cover. Add those that concern the loss of a region.`,
  unclear: (subject) => `Asked back between ${subject}. Add a name that tells which is meant, or rank a shared one.`,
  disliked: (subject) => `Thumbs down for ${subject}. Check its file against its pages.`,
};

/** @returns the same page for the same report */
export function toPage(report: Report): Page {
  return {
    title: "What Region Guide was asked",
    intro: introOf(report),
    sections: [
      summary(report),
      firstSection(report),
      unanswered(report),
      counted("Services", "service", report.services),
      counted("Regions", "region", report.regions),
      counted("Capabilities", "capability", report.capabilities),
      feedback(report),
      unread(report),
    ].filter(({ sentences, table }) => sentences.length > 0 || table !== undefined),
  };
}

function introOf({ period, lines }: Report): string {
  if (!period) return `No decision and no feedback in ${number(lines)} lines.`;
  const [from, to] = [period.from, period.to].map((time) => time.slice(0, 16).replace("T", " "));
  return `${from} to ${to} UTC, from ${number(lines)} lines of log.`;
}

function summary({ asked, milliseconds, errors }: Report): Section {
  const rows = [
    ["Asked", asked.total],
    ["Answered", asked.answered],
    ["Asked back", asked.askedBack],
    ["Declined", asked.declined],
    ["Help and greetings", asked.help],
  ] as const;
  const scopes = asked.scopes.map(({ name, count }) => `${name} ${number(count)}`).join(", ");
  return {
    heading: "In short",
    sentences: [
      ...(asked.taps > 0 ? [`By a button on a card: ${number(asked.taps)}.`] : []),
      ...(asked.searches > 0 ? [`Searches in the compose box, not counted above: ${number(asked.searches)}.`] : []),
      ...(scopes ? [`Where: ${scopes}.`] : []),
      ...(milliseconds
        ? [
            `Time to answer: half within ${milliseconds.p50} ms, 99 of 100 within ${milliseconds.p99} ms, the longest ${milliseconds.max} ms.`,
          ]
        : []),
      ...(errors > 0 ? [`Errors in the log: ${number(errors)}. Look for lines of level 50 and above.`] : []),
    ],
    table: {
      columns: ["", "times", "share"],
      rows: rows.map(([name, count]) => [name, number(count), share(count, asked.total)]),
    },
  };
}

function firstSection({ first }: Report): Section {
  const heading = "What to add or mend first";
  if (first.length === 0) return { heading, sentences: ["Nothing occurred more than once."] };
  const rows = first.map(({ kind, subject, count }) => [number(count), ADVICE[kind](subject)]);
  return { heading, sentences: [], table: { columns: ["times", "what"], rows } };
}

function unanswered({ unanswered }: Report): Section {
  const { total, reasons, withoutWords, groups, moreGroups, notCompared } = unanswered;
  if (total === 0) return { heading: "Unanswered", sentences: ["None."] };
  const why = reasons.map(({ name, count }) => `${REASONS[name] ?? name} ${number(count)}`).join(", ");
  return {
    heading: "Unanswered",
    sentences: [
      `${number(total)} in all: ${why}.`,
      ...(withoutWords > 0 ? [switchOn(withoutWords)] : []),
      ...(moreGroups > 0 ? [`${number(moreGroups)} further questions are not shown; --top shows more.`] : []),
      ...(notCompared > 0 ? [`${number(notCompared)} came in too many wordings to be compared.`] : []),
    ],
    ...(groups.length > 0 ? { table: { columns: ["times", "question", "why"], rows: groups.map(groupRow) } } : {}),
  };
}

function switchOn(count: number): string {
  return `The words of ${number(count)} are not in the log, so these cannot be listed. To list them, set LOG_QUESTIONS=true where the bot runs and start it again; what people ask is then in its log.`;
}

function groupRow({ question, count, wordings, also, reasons, nearest }: UnansweredRow): string[] {
  const others = also.length > 0 ? ` (${wordings} wordings, also: ${also.map((text) => `"${text}"`).join(", ")})` : "";
  const why = reasons.map(({ name }) => REASONS[name] ?? name).join(", ");
  const near = nearest.length > 0 ? ` (near: ${nearest.map(({ name }) => name).join(", ")})` : "";
  return [number(count), `${question}${others}`, `${why}${near}`];
}

function counted(heading: string, column: string, rows: readonly Row[]): Section {
  if (rows.length === 0) return { heading, sentences: [] };
  return {
    heading,
    sentences: [],
    table: { columns: ["times", column], rows: rows.map(({ name, count }) => [number(count), name]) },
  };
}

function feedback({ feedback: { likes, dislikes, services, comments } }: Report): Section {
  const heading = "Feedback";
  if (likes + dislikes === 0) return { heading, sentences: [] };
  return {
    heading,
    sentences: [
      `${number(likes)} up, ${number(dislikes)} down.`,
      ...(comments.length > 0 ? [`The latest comments: ${comments.map((text) => `"${text}"`).join(", ")}.`] : []),
    ],
    table: { columns: ["service", "up", "down", "reasons"], rows: services.map(feedbackRow) },
  };
}

function feedbackRow({ service, likes, dislikes, reasons }: FeedbackRow): string[] {
  const why = reasons.map(({ name, count }) => `${name} ${number(count)}`).join(", ");
  return [service ?? "(no service)", number(likes), number(dislikes), why];
}

function unread({ malformed, malformedExamples }: Report): Section {
  const heading = "Lines that could not be read";
  if (malformed === 0) return { heading, sentences: [] };
  const sentences = malformed > malformedExamples.length ? [`${number(malformed)}, of which the first:`] : [];
  return {
    heading,
    sentences,
    table: { columns: ["where", "what"], rows: malformedExamples.map(({ at, why }) => [at, why]) },
  };
}

/** 12345 → "12,345", the same in every locale. */
function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

function share(part: number, whole: number): string {
  return whole === 0 ? "" : `${Math.round((100 * part) / whole)} %`;
}
