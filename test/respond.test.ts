/** Any string at all: one reply, in time, never an exception. */
import fc from "fast-check";
import type { Context } from "../src/responder";
import { lintCard } from "./cards/lint";
import { realResponder } from "./support/responder";

const responder = realResponder();
const KINDS = ["answer", "plan", "region", "catalog", "concept", "disambiguate", "decline", "help"];

function isGoodReply(message: Parameters<typeof responder.respond>[0], context: unknown = undefined): boolean {
  const turn = responder.respond(message, context as Record<string, unknown> | undefined, 1);
  const { decision, card, text, summary } = turn.reply;
  expect(lintCard(card)).toEqual([]);
  return KINDS.includes(decision.kind) && text !== "" && summary !== "" && !summary.includes("\n");
}

const awkward = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.stringMatching(
    /^(<at>|<\/at>|\$\{|\}|\*\*|\[x\]\(javascript:1\)|&nbsp;|\u202e|event|grid|redis|and|qatar|not|,|failover|vs){0,14}$/,
  ),
);

test("any string gets one good reply", () => {
  fc.assert(
    fc.property(awkward, (text) => isGoodReply({ kind: "text", text })),
    { numRuns: 400 },
  );
});

test("any data behind a button and any stored context gets one good reply", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (data, context) => isGoodReply({ kind: "tap", data }, context)),
    { numRuns: 200 },
  );
});

test.each([
  ["nothing", ""],
  ["white space", " \t\n\u00a0 "],
  ["an emoji", "🤷‍♀️"],
  ["only punctuation", "?!?!"],
])("%s: a reply that asks for a question", (_what, text) => {
  const { decision } = responder.respond({ kind: "text", text }, undefined, 0).reply;
  expect(decision).toMatchObject({ kind: "decline", reason: "empty" });
});

test.each([
  ["control characters", "event\u0000 grid\u0007 fail\u200bover", "answer"],
  ["right to left", "\u202eevent grid failover\u202c في قطر", "answer"],
  ["Markdown and template markers", "**event grid** failover \u0024{title} [x](https://evil.example)", "answer"],
  ["an <at> left in the text", "<at>Region Guide</at> event grid failover", "answer"],
])("%s around a question do not hide it", (_what, text, kind) => {
  expect(responder.respond({ kind: "text", text }, undefined, 0).reply.decision.kind).toBe(kind);
});

test("28,000 characters: one reply, and what the person wrote is not on the card", () => {
  const text = `event grid failover ${"xyzzy-plugh ".repeat(2400)}`.slice(0, 28_000);
  const { reply } = responder.respond({ kind: "text", text }, undefined, 0);
  expect(JSON.stringify(reply)).not.toContain("xyzzy");
});

test("the same question always gets the same answer", () => {
  const ask = () =>
    JSON.stringify(responder.respond({ kind: "text", text: "cosmsdb and redis in doha" }, undefined, 0).reply);
  expect(new Set([ask(), ask(), ask()]).size).toBe(1);
});

describe("what was answered before", () => {
  const say = (text: string, before?: Context) => responder.respond({ kind: "text", text }, before, 0);

  test("a follow-up in the same words is answered in its own conversation", () => {
    const answers = ["aks in doha", "cosmos db in doha", "aks in doha"].map((opening) => {
      const { context } = say(opening);
      return say("and in milan?", context).reply.decision;
    });
    expect(answers.map(({ services }) => services[0])).toEqual([
      "azure-kubernetes-service",
      "azure-cosmos-db",
      "azure-kubernetes-service",
    ]);
    expect(answers.map(({ regions }) => regions)).toEqual([["italynorth"], ["italynorth"], ["italynorth"]]);
  });

  test("a button that comes from another card leads back to that card", () => {
    const tap = { services: ["azure-event-grid"] };
    const backTo = (back: unknown) =>
      JSON.stringify(responder.respond({ kind: "tap", data: { tap: { ...tap, back } } }, undefined, 0).reply.card);
    const first = backTo({ choices: [["azure-event-grid", "azure-event-hubs"]] });
    expect(backTo(null)).not.toBe(first);
    expect(backTo({ choices: [["azure-event-grid", "azure-event-hubs"]] })).toBe(first);
  });

  test("the words that go along to a person are those of this question", () => {
    const withPerson = realResponder(undefined, { kind: "mail", address: "dr@contoso.example" });
    const wordsOf = (text: string) =>
      JSON.stringify(withPerson.respond({ kind: "text", text }, undefined, 0).reply.card).includes(
        encodeURIComponent(text),
      );
    expect(["event grid dr", "event grid DR", "event grid dr"].map(wordsOf)).toEqual([true, true, true]);
  });
});

test("of a word of thousands of letters its beginning is said back", () => {
  const { reply } = responder.respond({ kind: "text", text: `Qxz${"q".repeat(6_000)} in Qatar` }, undefined, 0);
  expect(JSON.stringify(reply.card)).not.toContain("q".repeat(100));
});
