/** Microsoft's local Teams client as `npm start` brings it up, driven in headless Chromium as a person would. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const PICTURES = join("test", "e2e", "screenshots");
/** A fresh clone may still have to build; the client itself takes some seconds on a small machine. */
const START_TIMEOUT_MS = 90_000;
const REPLY_TIMEOUT_MS = 20_000;

/** Pictures that README shows. */
const IN_README: ReadonlySet<string> = new Set(["answer", "channel"]);

export type TeamsClient = {
  readonly page: Page;
  /** Opens a chat or a channel by its name in the tree; returns the welcome that is there. */
  open(name: RegExp): Promise<Locator>;
  /**
   * Types and sends; with `mention`, the bot is @mentioned first, with `inThread`, in the topmost thread of a channel.
   * Returns the newest card once it is there.
   */
  ask(text: string, options?: { mention?: boolean; inThread?: boolean }): Promise<Locator>;
  /** Taps a button on a card, or an entry of its menu, and returns the card once another took its place. */
  tap(card: Locator, title: string): Promise<Locator>;
  /** How many cards the chat shows. */
  cards(): Promise<number>;
  /** Presses a thumb under the newest card, fills the form, and returns what the client says then. */
  thumb(which: "Like" | "Dislike", words: string): Promise<string>;
  /** Types into the search of the compose box and returns all that it shows. */
  search(typed: string): Promise<string>;
  /** Puts what the search offers under this title into the box, and returns its card there. */
  insert(title: string): Promise<Locator>;
  /** Sends an activity of the menu "Mock an Activity". */
  mock(entry: string): Promise<void>;
  /** What the bot has logged so far. */
  log(): string;
  /** Takes a picture with the top of the card in view; UPDATE_DOCS=1 also puts it into docs/, for README. */
  picture(name: string, card: Locator): Promise<void>;
  stop(): Promise<void>;
};

/** Starts `npm start` on free ports and opens its address. */
export async function startTeamsClient(): Promise<TeamsClient> {
  mkdirSync(PICTURES, { recursive: true });
  const [port, clientPort] = [await freePort(), await freePort()];
  const ports = { PORT: String(port), PLAYGROUND_PORT: String(clientPort) };
  const bot = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, ...ports, MicrosoftAppId: "", EXPERT_CONTACT: "ada@contoso.com" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [bot.stdout, bot.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await ready(bot, () => output);
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
  return client(page, browser, bot, () => output);
}

function client(page: Page, browser: Browser, bot: ChildProcess, log: () => string): TeamsClient {
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

  /** Chats, and threads of a channel, have "Send Message" beside the box; a channel has "Post" for a new thread. */
  async function send(inThread: boolean): Promise<void> {
    const post = page.getByRole("button", { name: "Post", exact: true });
    const isNewThread = !inThread && (await post.count()) > 0;
    await (isNewThread ? post : page.getByRole("button", { name: "Send Message" })).first().click();
  }

  async function type(text: string, mention: boolean, inThread: boolean): Promise<void> {
    await page
      .locator(BOX)
      .nth(inThread ? 1 : 0)
      .click();
    if (mention) {
      await page.keyboard.type("@");
      await page.locator('#typeahead-menu [role="menuitem"]').first().click();
    }
    await page.keyboard.type(mention ? ` ${text}` : text);
    await send(inThread);
  }

  async function press(card: Locator, title: string): Promise<void> {
    const button = card.getByRole("button", { name: title, exact: true });
    if ((await button.count()) > 0) return button.click();
    await card.getByRole("button", { name: "More options" }).click();
    await page.getByText(title, { exact: true }).last().click();
  }

  return {
    page,
    async open(name) {
      await page.getByRole("treeitem", { name }).first().click();
      await page.locator(BOX).first().waitFor();
      // Each chat begins with the welcome, which must not be taken for the answer.
      const welcome = page.locator(".ac-adaptiveCard").first();
      await welcome.waitFor({ timeout: REPLY_TIMEOUT_MS });
      await page.waitForTimeout(500);
      return welcome;
    },
    ask: (text, { mention = false, inThread = false } = {}) => newest(() => type(text, mention, inThread)),
    async tap(card, title) {
      const before = await card.textContent();
      await press(card, title);
      const until = Date.now() + REPLY_TIMEOUT_MS;
      while ((await card.textContent()) === before) {
        if (Date.now() > until) throw new Error(`nothing took the place of the card after a tap on "${title}"`);
        await sleep(100);
      }
      return card;
    },
    cards: () => page.locator(".ac-adaptiveCard").count(),
    async thumb(which, words) {
      await page.getByRole("button", { name: which, exact: true }).last().click();
      const form = page.getByRole("dialog");
      await form.getByRole("textbox").fill(words);
      await form.getByRole("button", { name: "Submit" }).click();
      const thanks = page.getByRole("dialog").filter({ hasText: /thank/i });
      await thanks.waitFor({ timeout: REPLY_TIMEOUT_MS });
      const said = (await thanks.textContent()) ?? "";
      await page.screenshot({ path: join(PICTURES, `thumb-${which.toLowerCase()}.png`) });
      await thanks.getByRole("button", { name: /close/i }).click();
      return said;
    },
    async search(typed) {
      const box = page.getByPlaceholder("Enter a search term");
      if ((await box.count()) === 0) {
        await page.getByRole("button", { name: "Trigger Message Extension App" }).first().click();
        await page.getByRole("menuitem", { name: "Search Command" }).click();
      }
      await box.fill("");
      await box.fill(typed);
      await page.waitForTimeout(1_500);
      await page.screenshot({ path: join(PICTURES, `search-${typed.replace(/\W+/g, "-")}.png`) });
      return (await page.locator(SEARCH).textContent()) ?? "";
    },
    insert: (title) => newest(() => page.locator(SEARCH).getByText(title, { exact: true }).click()),
    async mock(entry) {
      await page.getByRole("button", { name: "Mock an Activity" }).click();
      await page.getByText(entry, { exact: true }).click();
      await page.getByRole("button", { name: "Send activity" }).click();
      await page.waitForTimeout(1_500);
      await page.screenshot({ path: join(PICTURES, `${entry.split(" ")[0]?.toLowerCase()}.png`) });
    },
    log,
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
      if (process.env["UPDATE_DOCS"] && IN_README.has(name))
        await page.screenshot({ path: join("docs", `${name}.png`) });
    },
    async stop() {
      await browser.close();
      await ended(bot);
    },
  };
}

const BOX = 'div[role="textbox"][contenteditable="true"]';

const SEARCH = ".fui-PopoverSurface";

/** Waits for the one line that says both answer; shows the output where it never comes. */
async function ready(bot: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + START_TIMEOUT_MS;
  while (!/ready/i.test(output())) {
    if (bot.exitCode !== null) throw new Error(`npm start ended with ${bot.exitCode}:\n${output()}`);
    if (Date.now() > until) throw new Error(`npm start was not ready in time:\n${output()}`);
    await sleep(100);
  }
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
