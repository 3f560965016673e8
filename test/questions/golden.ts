/** Golden questions: what people type, with the outcome that is right. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Context, Decision, Responder } from "../../src/responder";

const outcomeSchema = z.strictObject({
  kind: z.enum(["answer", "plan", "region", "catalog", "concept", "disambiguate", "decline", "help"]),
  services: z.array(z.string()).optional(),
  regions: z.array(z.string()).optional(),
  capability: z.string().nullable().optional(),
  concept: z.string().optional(),
  reason: z.string().optional(),
  candidate: z.string().optional(),
  candidates: z.array(z.string()).optional(),
  includes: z.array(z.string()).optional(),
  excludes: z.array(z.string()).optional(),
});

const goldenSchema = z.strictObject({
  text: z.string(),
  conversation: z.string().optional(),
  expect: outcomeSchema,
  or: z.array(outcomeSchema).optional(),
  /** Not right yet: how the bot answers until it is, so that a better or a worse answer shows in review. */
  today: z.enum(["asked", "declined", "wrong"]).optional(),
});

export type Outcome = z.output<typeof outcomeSchema>;
export type Golden = z.output<typeof goldenSchema> & { readonly file: string; readonly line: number };
export type Half = "tuned" | "held-out";

/** How an answer stands to what was expected; only "wrong" misleads a reader. */
export type Mark = "right" | "asked" | "declined" | "wrong";

/** @returns the questions of one half, each with its file and line */
export function readGolden(half: Half): Golden[] {
  const folder = join(process.cwd(), "test", "questions", half);
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return files.sort().flatMap((name) =>
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .flatMap((text, i) => {
        if (text.trim() === "") return [];
        const parsed = goldenSchema.safeParse(JSON.parse(text));
        if (!parsed.success) throw new Error(`${half}/${name}:${i + 1}: ${z.prettifyError(parsed.error)}`);
        return [{ ...parsed.data, file: name.replace(".jsonl", ""), line: i + 1 }];
      }),
  );
}

export type Judged = { readonly golden: Golden; readonly decision: Decision; readonly mark: Mark };

/** Asks all questions, the turns of a conversation in order, and marks each. */
export function judgeAll(goldens: readonly Golden[], responder: Responder): Judged[] {
  const contexts = new Map<string, Context | undefined>();
  return goldens.map((golden) => {
    const key = golden.conversation === undefined ? undefined : `${golden.file} ${golden.conversation}`;
    const before = key === undefined ? undefined : contexts.get(key);
    const { reply, context } = responder.respond({ kind: "text", text: golden.text }, before, 0);
    if (key !== undefined) contexts.set(key, context);
    return { golden, decision: reply.decision, mark: markOf(golden, reply.decision) };
  });
}

export type Totals = Readonly<Record<Mark, number>>;

/** In 100 of the given questions, to one decimal. */
export function totals(judged: ReadonlyArray<Pick<Judged, "mark">>): Totals {
  const share = (mark: Mark) => {
    const count = judged.filter((one) => one.mark === mark).length;
    return Math.round((1000 * count) / Math.max(1, judged.length)) / 10;
  };
  return { right: share("right"), asked: share("asked"), declined: share("declined"), wrong: share("wrong") };
}

/** A question that the bot should answer, by whatever kind of card. */
export function isInScope({ expect }: Golden): boolean {
  return expect.kind !== "decline" && expect.kind !== "help";
}

/** One to be mistyped: with letters replaced on top of its own mistakes, a word would have more wrong than two. */
export function isTypedRight(golden: Golden): boolean {
  return isInScope(golden) && golden.file !== "typo";
}

/** The mark of one decision. */
export function markOf(golden: Golden, decision: Decision): Mark {
  const accepted = [golden.expect, ...(golden.or ?? [])];
  if (accepted.some((outcome) => meets(outcome, decision))) return "right";
  if (decision.kind === "decline" || decision.kind === "help") return "declined";
  if (decision.kind === "disambiguate") {
    const offered = decision.candidates.map(({ service }) => service);
    return accepted.some(({ services }) => services?.some((id) => offered.includes(id))) ? "asked" : "wrong";
  }
  return "wrong";
}

function meets(outcome: Outcome, decision: Decision): boolean {
  const offered = decision.candidates.map(({ service }) => service);
  const listed = decision.listed ?? [];
  return (
    outcome.kind === decision.kind &&
    (outcome.services === undefined || same(outcome.services, decision.services)) &&
    (outcome.regions === undefined || sameSet(outcome.regions, decision.regions)) &&
    (outcome.capability === undefined || outcome.capability === (decision.capability ?? null)) &&
    (outcome.concept === undefined || outcome.concept === decision.concept) &&
    (outcome.reason === undefined || outcome.reason === decision.reason) &&
    (outcome.candidate === undefined || offered.includes(outcome.candidate)) &&
    (outcome.candidates ?? []).every((id) => offered.includes(id)) &&
    (outcome.includes ?? []).every((id) => listed.includes(id)) &&
    !(outcome.excludes ?? []).some((id) => listed.includes(id))
  );
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
