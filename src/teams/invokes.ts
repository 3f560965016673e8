/** What the three invokes that we answer carry: foreign input, each read to what it means. */
import * as z from "zod";
import type { Page } from "./reply";

/** Action.Execute wraps the button's data: `{action: {type, verb, data}}`. */
const execute = z.object({ action: z.object({ data: z.unknown().optional() }) });

/** @returns the data of the button that was tapped, whatever it is */
export function executedData(value: unknown): unknown {
  const read = execute.safeParse(value);
  return read.success ? read.data.action.data : undefined;
}

const parameter = z.object({ name: z.string().optional(), value: z.unknown() });
const search = z.object({
  parameters: z.array(parameter).nullish(),
  queryOptions: z
    .object({ skip: z.number().int().min(0), count: z.number().int().min(1) })
    .partial()
    .nullish(),
});

/** Teams asks for 25; more than these never come. */
const WHOLE_PAGE: Page = { skip: 0, count: 25 };

export type Search = { readonly typed: string; readonly page: Page };

/**
 * Reads `composeExtension/query`.
 * @returns what was typed so far, empty when the box was just opened or for anything malformed
 */
export function readSearch(value: unknown): Search {
  const read = search.safeParse(value);
  if (!read.success) return { typed: "", page: WHOLE_PAGE };
  const { parameters, queryOptions } = read.data;
  const question = parameters?.find(({ name }) => name !== "initialRun")?.value;
  const { skip = WHOLE_PAGE.skip, count = WHOLE_PAGE.count } = queryOptions ?? {};
  return { typed: typeof question === "string" ? question : "", page: { skip, count } };
}

const feedback = z.object({
  actionName: z.literal("feedback"),
  actionValue: z.object({ reaction: z.enum(["like", "dislike"]), feedback: z.unknown().optional() }),
});
const form = z.object({ feedbackText: z.string() });

export type Feedback = { readonly reaction: "like" | "dislike"; readonly words: string };

/**
 * Reads `message/submitAction`.
 * @returns the thumb and the words of the form, or undefined where it is no feedback. Teams sends the form as JSON in
 * a string, the local client the bare words.
 */
export function readFeedback(value: unknown): Feedback | undefined {
  const read = feedback.safeParse(value);
  if (!read.success) return undefined;
  const { reaction, feedback: sent } = read.data.actionValue;
  return { reaction, words: wordsOf(sent).trim() };
}

function wordsOf(sent: unknown): string {
  const filled = form.safeParse(typeof sent === "string" ? jsonIn(sent) : sent);
  if (filled.success) return filled.data.feedbackText;
  return typeof sent === "string" ? sent : "";
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
