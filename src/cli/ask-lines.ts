/** JSON Lines in, JSON Lines out: the same answers for scripts and tests. Pure but for the responder it is handed. */
import * as z from "zod";
import type { Context, Reply, Responder } from "../responder";

const questionSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  conversation: z.string().optional(),
});

/** One line of output; `failed` makes the exit status 1. */
export type AskedLine = { readonly line: string; readonly failed: boolean };

/** Answers lines one by one and remembers the conversations that they name. */
export class Asker {
  readonly #contexts = new Map<string, Context | undefined>();

  constructor(
    readonly responder: Responder,
    readonly withCard: boolean,
    readonly now: () => number,
  ) {}

  /**
   * @param line one line of input, `{"id", "text", "conversation"?}`
   * @param number its number from 1, for the message about a malformed one
   * @returns the line to print, or null for an empty line
   */
  ask(line: string, number: number): AskedLine | null {
    if (line.trim() === "") return null;
    const question = parse(line);
    if (typeof question === "string") {
      return { line: JSON.stringify({ id: null, error: `line ${number}: ${question}` }), failed: true };
    }
    const { conversation } = question;
    const before = conversation === undefined ? undefined : this.#contexts.get(conversation);
    const { reply, context } = this.responder.respond({ kind: "text", text: question.text }, before, this.now());
    if (conversation !== undefined) this.#contexts.set(conversation, context);
    return { line: JSON.stringify(toRecord(question.id ?? null, reply, this.withCard)), failed: false };
  }
}

function parse(line: string): z.output<typeof questionSchema> | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return 'not JSON; write one object a line, like {"id": "q1", "text": "…"}';
  }
  const parsed = questionSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${issue?.path.join(".") || "the line"}: ${issue?.message}; write one object a line, like {"id": "q1", "text": "…"}`;
}

function toRecord(id: string | number | null, reply: Reply, withCard: boolean): Record<string, unknown> {
  const { decision, links, text, card } = reply;
  return { id, ...decision, links, text, ...(withCard ? { card } : {}) };
}
