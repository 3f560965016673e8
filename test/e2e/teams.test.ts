import { startTeamsClient, type TeamsClient } from "./teams-client";

const QUESTION = "how do I geo-replicate Event Grid without pairs";

let teams: TeamsClient;
beforeAll(async () => {
  teams = await startTeamsClient();
}, 120_000);
afterAll(() => teams?.stop());

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
