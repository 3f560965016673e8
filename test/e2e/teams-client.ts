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
  /** Takes a picture with the top of the card in view; UPDATE_DOCS=1 also puts it into docs/, for README. */
  picture(name: string, card: Locator): Promise<void>;
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
  await page.getByRole("button", { name: "Hide log panel" }).click();
  return client(page, browser, bot);
}

function client(page: Page, browser: Browser, bot: ChildProcess): TeamsClient {
  const box = page.locator('div[role="textbox"][contenteditable="true"]').first();
  let seen = 0;

  /** The card that was not there before: at the end of a chat, in the topmost thread of a channel. */
  async function newest(act: () => Promise<void>): Promise<Locator> {
    await page.locator(".ac-adaptiveCard").evaluateAll((cards) => {
      for (const card of cards) card.setAttribute("data-seen", "before");
    });
    await act();
    const fresh = page.locator(".ac-adaptiveCard:not([data-seen])").first();
    await fresh.waitFor({ timeout: REPLY_TIMEOUT_MS });
    seen += 1;
    await fresh.evaluate((card, name) => card.setAttribute("data-seen", name), `card-${seen}`);
    return page.locator(`[data-seen="card-${seen}"]`);
  }

  /** Chats have "Send Message" beside the box; a channel has "Post" for a new thread. */
  async function send(): Promise<void> {
    const post = page.getByRole("button", { name: "Post", exact: true });
    const button = (await post.count()) > 0 ? post : page.getByRole("button", { name: "Send Message" });
    await button.first().click();
  }

  return {
    page,
    async open(name) {
      await page.getByRole("treeitem", { name }).first().click();
      await box.waitFor();
      // Each chat begins with the welcome, which must not be taken for the answer.
      await page.locator(".ac-adaptiveCard").first().waitFor({ timeout: REPLY_TIMEOUT_MS });
      await page.waitForTimeout(500);
    },
    ask: (text, { mention = false } = {}) =>
      newest(async () => {
        await box.click();
        if (mention) {
          await page.keyboard.type("@");
          await page.locator('#typeahead-menu [role="menuitem"]').first().click();
        }
        await page.keyboard.type(mention ? ` ${text}` : text);
        await send();
      }),
    tap: (card, title) => newest(() => card.getByRole("button", { name: title }).click()),
    async picture(name, card) {
      // The person's own message stands right above the card and belongs into the picture.
      await card.evaluate((element) => {
        element.scrollIntoView({ block: "start" });
        const view = element.ownerDocument.defaultView;
        let above = element.parentElement;
        while (above && !/auto|scroll/.test(view.getComputedStyle(above).overflowY)) above = above.parentElement;
        above?.scrollBy(0, -110);
      });
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
      if (process.env["UPDATE_DOCS"]) await page.screenshot({ path: join("docs", `${name}.png`) });
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
