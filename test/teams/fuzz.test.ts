/** Activities made from the captured ones by mutation, the same at each run; `npm run soak -- --fuzz 100000` for many. */
import { fuzz } from "./support/fuzz";
import { type RegisteredBot, startRegisteredBot } from "./support/registered";

let bot: RegisteredBot;
beforeAll(async () => {
  jest.spyOn(console, "error").mockImplementation();
  bot = await startRegisteredBot({ ALLOWED_TENANTS: "*" });
});
afterAll(() => bot.stop());

test("500 mutated activities: no crash, no 500, and no reply to anybody without a token", async () => {
  const { statuses, letIn, replies } = await fuzz(bot, 1124, 500, 8);
  expect([...statuses.keys()].filter((status) => ![200, 400, 401, 403].includes(status))).toEqual([]);
  expect([letIn, replies.strangers]).toEqual([0, 0]);
  expect(replies.ours).toBeGreaterThan(5);
  expect(bot.log.filter((line) => Number(line["level"]) >= 50)).toEqual([]);
  expect((await bot.ask()).status).toBe(200);
});
