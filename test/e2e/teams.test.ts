/**
 * What a person does in Teams, in Microsoft's local client: one conversation after the other, in this order. Look at
 * the pictures in test/e2e/screenshots after a change.
 */
import { startTeamsClient, type TeamsClient } from "./teams-client";

const QUESTION = "how do I geo-replicate Event Grid without pairs";

let teams: TeamsClient;
beforeAll(async () => {
  teams = await startTeamsClient();
}, 120_000);
afterAll(() => teams?.stop());

describe("in personal chat", () => {
  test("a welcome, and one of its questions answered in its place", async () => {
    const welcome = await teams.open(/personal chat/i);
    await teams.picture("welcome", welcome);
    const plan = await teams.tap(welcome, "AKS, SQL and Key Vault in Qatar");
    await expect(plan.textContent()).resolves.toMatch(/3 services.*Qatar Central.*Key Vault/s);
    expect(await teams.cards()).toBe(1);
    await teams.picture("starter", plan);
  });

  test("a button: the same with a paired region, in place", async () => {
    const answer = await teams.ask(QUESTION);
    const before = await teams.cards();
    const paired = await teams.tap(answer, "With a paired region");
    await expect(paired.textContent()).resolves.toMatch(/Azure Event Grid · regions with a pair/);
    expect(await teams.cards()).toBe(before);
    await teams.picture("in-place", paired);
    const both = await teams.tap(paired, "Compare with Event Hubs");
    await expect(both.textContent()).resolves.toMatch(/2 services.*Event Grid.*Event Hubs/s);
    await teams.picture("compare", both);
  });

  test("a choice, and back to the choices", async () => {
    const choices = await teams.ask("redis failover in Doha");
    await expect(choices.textContent()).resolves.toMatch(/Which one do you mean/);
    await teams.picture("choices", choices);
    const answer = await teams.tap(choices, "Managed Redis");
    await expect(answer.textContent()).resolves.toMatch(/Azure Managed Redis · Qatar Central/);
    await teams.picture("chosen", answer);
    const back = await teams.tap(answer, "Back to the choices");
    await expect(back.textContent()).resolves.toMatch(/Which one do you mean/);
  });

  test("a follow-up takes the region from the question before", async () => {
    await teams.ask("Event Grid in Qatar Central");
    const card = await teams.ask("and Cosmos DB?");
    await expect(card.textContent()).resolves.toMatch(/Azure Cosmos DB · Qatar Central/);
    await teams.picture("follow-up", card);
  });

  test("several services: a row each", async () => {
    const card = await teams.ask("AKS, SQL Database and Key Vault in Qatar Central");
    await expect(card.textContent()).resolves.toMatch(/3 services.*Qatar Central/s);
    await teams.picture("plan", card);
  });

  test("another matter: an honest decline, with a person to ask", async () => {
    const card = await teams.ask("what is the weather tomorrow");
    await expect(card.textContent()).resolves.toMatch(/I don't know that/);
    await expect(card.innerHTML()).resolves.toMatch(/Ask a person/);
    await teams.picture("decline", card);
  });

  test("thumbs: the client says thank you, and the log has the reason without the words", async () => {
    await teams.ask(QUESTION);
    await expect(teams.thumb("Like", "short and clear")).resolves.toMatch(/thank/i);
    await expect(teams.thumb("Dislike", "the link is broken")).resolves.toMatch(/thank/i);
    expect(teams.log()).toMatch(/feedback {2}reaction like/);
    expect(teams.log()).toMatch(/feedback {2}reaction dislike {2}reason link-broken/);
    expect(teams.log()).not.toContain("the link is broken");
  });
});

test.each([
  { scope: "personal chat", chat: /personal chat/i, mention: false, picture: "answer" },
  { scope: "group chat", chat: /platform team/i, mention: true, picture: "group" },
  { scope: "channel", chat: /regions/i, mention: true, picture: "channel" },
])("in a $scope the Event Grid question gets its card with the Microsoft link", async ({ chat, mention, picture }) => {
  await teams.open(chat);
  const card = await teams.ask(QUESTION, { mention });
  await expect(card.textContent()).resolves.toMatch(/Azure Event Grid.*NOTHING BUILT IN/s);
  await expect(card.innerHTML()).resolves.toContain(
    "learn.microsoft.com/azure/event-grid/custom-disaster-recovery-client-side",
  );
  await expect(card.getByText("Open the Microsoft page", { exact: true }).count()).resolves.toBe(1);
  await teams.picture(picture, card);
});

test("in a thread of a channel the answer comes into the thread, and takes up what was asked there", async () => {
  const card = await teams.ask("and Event Hubs?", { mention: true, inThread: true });
  await expect(card.textContent()).resolves.toMatch(/Azure Event Hubs/);
  await teams.picture("thread", card);
});

test("the compose box: found letter by letter, inserted with links only", async () => {
  await teams.open(/personal chat/i);
  await expect(teams.search("event g")).resolves.toContain("Azure Event Grid");
  await expect(teams.search("zzzz")).resolves.toContain("No Azure service or region of that name");
  await expect(teams.search("qatar")).resolves.toContain("Qatar Central");
  const card = await teams.insert("Qatar Central");
  await expect(card.textContent()).resolves.toMatch(/NO REGION PAIR/);
  await teams.picture("inserted", card);
  // Two cards come: ours as it was sent, and the reply to a message without words.
  await teams.ask("");
  const sent = teams.page.locator(".ac-adaptiveCard", { hasText: "NO REGION PAIR" }).last();
  await sent.waitFor();
  await teams.picture("sent", sent);
});

test("uninstalled: no word, and a welcome when the bot comes back", async () => {
  await teams.open(/personal chat/i);
  const before = await teams.cards();
  await teams.mock("Uninstall application");
  expect(await teams.cards()).toBe(before);
  expect(teams.log()).toMatch(/removed {2}scope personal/);
  await teams.mock("Install application");
  expect(await teams.cards()).toBe(before + 1);
});
