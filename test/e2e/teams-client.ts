/** Microsoft's local Teams client as `npm start` brings it up, driven in headless Chromium as a person would. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const PICTURES = join("test", "e2e", "screenshots");
/** A fresh clone may still have to build; the client itself takes some seconds on a small machine. */
const START_TIMEOUT_MS = 90_000;
const REPLY_TIMEOUT_MS = 20_000;

export type TeamsClient = {
  readonly page: Page;
  /** Opens a chat or a channel by its name in the tree. */
  open(name: RegExp): Promise<void>;
  /** Types and sends; with `mention`, the bot is @mentioned first. Returns the newest card once it is there. */
  ask(text: string, options?: { mention?: boolean }): Promise<Locator>;
  /** Taps a button on a card and returns the card that answers. */
  tap(card: Locator, title: string): Promise<Locator>;
  picture(name: string): Promise<void>;
  stop(): Promise<void>;
};

/** Starts `npm start` on free ports and opens its address. */
export async function startTeamsClient(): Promise<TeamsClient> {
  mkdirSync(PICTURES, { recursive: true });
  const [port, clientPort] = [await freePort(), await freePort()];
  const bot = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, PORT: String(port), PLAYGROUND_PORT: String(clientPort), MicrosoftAppId: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  await ready(bot);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
  await page.goto(`http://127.0.0.1:${clientPort}`);
  await page.getByRole("treeitem").first().waitFor({ timeout: START_TIMEOUT_MS });
  return client(page, browser, bot);
}

function client(page: Page, browser: Browser, bot: ChildProcess): TeamsClient {
  const cards = page.locator(".ac-adaptiveCard");
  const box = page.locator('div[role="textbox"][contenteditable="true"]').first();

  async function newest(act: () => Promise<void>): Promise<Locator> {
    const before = await cards.count();
    await act();
    const card = cards.nth(before);
    await card.waitFor({ timeout: REPLY_TIMEOUT_MS });
    return card;
  }

  return {
    page,
    async open(name) {
      await page.getByRole("treeitem", { name }).first().click();
      await box.waitFor();
    },
    ask: (text, { mention = false } = {}) =>
      newest(async () => {
        await box.click();
        if (mention) {
          await page.keyboard.type("@");
          await page.locator('#typeahead-menu [role="menuitem"]').first().click();
        }
        await page.keyboard.type(mention ? ` ${text}` : text);
        await page.getByRole("button", { name: "Send Message" }).click();
      }),
    tap: (card, title) => newest(() => card.getByRole("button", { name: title }).click()),
    async picture(name) {
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    },
    async stop() {
      await browser.close();
      await ended(bot);
    },
  };
}

/** Waits for the one line that says both answer; shows the output where it never comes. */
function ready(bot: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => reject(new Error(`npm start was not ready in time:\n${output}`)), START_TIMEOUT_MS);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (!/ready/i.test(output)) return;
      clearTimeout(timer);
      resolve();
    };
    bot.stdout?.on("data", read);
    bot.stderr?.on("data", read);
    bot.once("exit", (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
}

function ended(bot: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    bot.once("exit", () => resolve());
    bot.kill("SIGINT");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
