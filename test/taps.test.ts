/** Follow-up by tap: what the buttons of a card lead to, and back. What comes back from a card is foreign. */
import type { Card, Message } from "../src/responder";
import { realResponder } from "./support/responder";

type Action = { readonly type: string; readonly title: string; readonly data: unknown };

const responder = realResponder();
const reply = (message: Message) => responder.respond(message, undefined, 0).reply;
const ask = (text: string) => reply({ kind: "text", text });
const tapOn = (card: Card, title: string) =>
  reply({ kind: "tap", data: actionsOf(card).find((a) => a.title === title)?.data });

function actionsOf(card: Card): Action[] {
  const actions = card["actions"];
  return Array.isArray(actions) ? actions : [];
}

const titlesOf = (card: Card) => actionsOf(card).map(({ title }) => title);

test("a choice, and back to the choices with the region and the topic kept", () => {
  const choices = ask("redis failover in Doha");
  const answer = tapOn(choices.card, "Managed Redis");
  expect(answer.decision).toMatchObject({
    kind: "answer",
    services: ["azure-managed-redis"],
    regions: ["qatarcentral"],
  });
  const back = tapOn(answer.card, "Back to the choices");
  expect(back.decision).toMatchObject({ kind: "disambiguate", regions: ["qatarcentral"] });
  expect(titlesOf(back.card)).toEqual(titlesOf(choices.card));
});

test("one of two that were named, or both, and back", () => {
  const tap = { choices: [["azure-virtual-network", "azure-vpn-gateway"]], regions: ["italynorth"], together: true };
  const choices = reply({ kind: "tap", data: { tap } });
  expect(titlesOf(choices.card)).toEqual(["Virtual Network", "VPN Gateway", "Both"]);
  const both = tapOn(choices.card, "Both");
  expect(both.decision).toMatchObject({
    kind: "plan",
    services: ["azure-virtual-network", "azure-vpn-gateway"],
    regions: ["italynorth"],
  });
  const one = tapOn(choices.card, "VPN Gateway");
  expect(one.decision).toMatchObject({ kind: "answer", services: ["azure-vpn-gateway"], regions: ["italynorth"] });
  expect(tapOn(one.card, "Back to the choices").card).toEqual(choices.card);
});

test.each([
  "AKS, SQL and Key Vault in Qatar Central",
  "Event Grid, Key Vault and AKS without pairs",
  "redis and SQL and Key Vault",
])("a row of a plan, and back to all of them: %s", (text) => {
  const plan = ask(text);
  const answer = tapOn(plan.card, "Key Vault");
  expect(answer.decision).toMatchObject({ kind: "answer", services: ["azure-key-vault"] });
  const back = tapOn(answer.card, "Back to the overview");
  expect(back.card).toEqual(plan.card);
});

test("the way back stays open from one answer to the next", () => {
  const answer = tapOn(ask("redis").card, "Managed Redis");
  const other = tapOn(answer.card, "With a paired region");
  expect(titlesOf(other.card)[1]).toBe("Back to the choices");
});

test("an answer to a typed question leads nowhere back", () => {
  expect(titlesOf(ask("event grid in qatar").card).filter((title) => title.startsWith("Back"))).toEqual([]);
});

test("the same with a paired region, and without a pair", () => {
  const paired = tapOn(ask("event grid in qatar").card, "With a paired region");
  expect(paired.summary).toMatch(/^Event Grid in regions with a pair/);
  expect(tapOn(paired.card, "Without a pair").summary).toMatch(/^Event Grid in regions without a pair/);
});

test("side by side with the nearest neighbour, in the region that was named", () => {
  const { decision } = tapOn(ask("event grid in qatar").card, "Compare with Event Hubs");
  expect(decision).toMatchObject({
    kind: "plan",
    services: ["azure-event-grid", "azure-event-hubs"],
    regions: ["qatarcentral"],
  });
});

test("over to a neighbour, in the region that was named", () => {
  const { decision } = tapOn(ask("event grid in qatar").card, "Event Hubs");
  expect(decision).toMatchObject({ kind: "answer", services: ["azure-event-hubs"], regions: ["qatarcentral"] });
});

test.each<[string, unknown]>([
  ["ids that are none", { services: ["azure-moon"], regions: ["atlantis"] }],
  ["choices that are none", { choices: [["azure-moon", "azure-sun"]] }],
  ["a way back to nothing", { services: ["azure-event-grid"], back: { choices: [["azure-moon"], []] } }],
  ["a way back that goes on forever", { services: ["azure-event-grid"], back: { back: { back: {} } } }],
  ["a way back that is a word", { services: ["azure-event-grid"], back: "home" }],
  ["a thousand ids", { services: Array.from({ length: 1_000 }, (_, i) => `azure-${i}`) }],
])("a button that carries %s gets an answer or an honest decline", (_, tap) => {
  const { decision, card } = reply({ kind: "tap", data: { tap } });
  expect(["answer", "decline"]).toContain(decision.kind);
  for (const { type, title } of actionsOf(card)) if (type === "Action.Execute") tapOn(card, title);
});

test("one choice alone is no question", () => {
  const { decision } = reply({ kind: "tap", data: { tap: { choices: [["azure-event-grid", "azure-moon"]] } } });
  expect(decision).toMatchObject({ kind: "answer", services: ["azure-event-grid"] });
});

describe("ids that the knowledge does not have are not taken in", () => {
  const foreign = Array.from({ length: 20 }, (_, n) => `${n}-${"x".repeat(70)}`);
  const many = Array.from({ length: 20 }, () => foreign);
  const lengthOf = (value: unknown) => JSON.stringify(value).length;
  const tapped = (tap: object) => reply({ kind: "tap", data: { tap: { services: ["azure-key-vault"], ...tap } } });

  test.each<[string, object]>([
    ["a way back", { back: { services: foreign, choices: many, regions: foreign, told: foreign, kinds: foreign } }],
    ["what was told", { told: foreign, targets: foreign, kinds: foreign }],
  ])("of %s nothing is left on the card", (_, tap) => {
    const { card } = tapped(tap);
    expect(JSON.stringify(card)).not.toContain("xxxx");
    expect(lengthOf(card)).toBeLessThan(2 * lengthOf(tapped({}).card));
  });

  test("an id said again and again is said once", () => {
    const { card } = tapped({ back: { choices: [Array.from({ length: 20 }, () => "azure-virtual-network")] } });
    expect(lengthOf(card)).toBeLessThan(2 * lengthOf(tapped({ back: {} }).card));
  });

  test("of what the store gives back nothing foreign is kept for the next turn", () => {
    const { context } = responder.respond({ kind: "text", text: "key vault in Qatar" }, undefined, 0);
    const filled = { ...context, tiers: foreign, told: foreign, recent: foreign, choices: foreign, services: foreign };
    const next = responder.respond({ kind: "text", text: "and AKS?" }, filled, 1).context;
    expect(next).toMatchObject({ services: [expect.stringContaining("kubernetes")] });
    expect(JSON.stringify(next)).not.toContain("xxxx");
  });
});
