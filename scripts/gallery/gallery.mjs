// npm run cards: draws one card of each outcome as Teams would (official renderer, three themes, three widths) and
// writes pictures and one page with all of them to gallery/. Look at them before you change a card.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { ensureBuild } from "../ensure.mjs";
import { THEMES, WIDTHS } from "./host-configs.mjs";

const QUESTIONS = [
  "how do I geo-replicate Event Grid in Qatar Central",
  "cosmos db failover",
  "Log Analytics in Qatar Central",
  "NetApp Files in Poland Central",
  "GRS for blobs in West US 3",
  "azure storage in italy north",
  "redis cache premium replication",
  "AKS, SQL and Key Vault in Qatar Central",
  "is Poland Central paired",
  "west us 3 and east us",
  "which regions have no pair",
  "which services work without pairs",
  "GRS or GZRS",
  "redis failover in Doha",
  "postgres we host ourselves on VMs, site recovery possible?",
  "what is the weather tomorrow",
  "increase AKS quota",
  "what can you do",
];
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const DRAW = `
import * as AC from "adaptivecards";
import MarkdownIt from "markdown-it";
const markdown = new MarkdownIt();
AC.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdown.render(text); result.didProcess = true; };
window.draw = (card, config) => {
  const one = new AC.AdaptiveCard();
  one.hostConfig = new AC.HostConfig(config);
  one.parse(card);
  return one.render();
};`;

/** @returns the finished cards, in the order of the questions */
async function cardsFor(questions) {
  await ensureBuild();
  const input = questions.map((text, id) => JSON.stringify({ id, text })).join("\n");
  const out = execFileSync(process.execPath, ["dist/cli/ask.js", "--json", "--card"], {
    input,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).card);
}

function styleSheet(theme, width) {
  const accent = theme.config.containerStyles.default.foregroundColors.accent.default;
  return `body{margin:0;padding:16px;background:${theme.frame};display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start;
    font-family:'Segoe UI','Noto Sans',sans-serif}
  .card{width:${width}px;box-sizing:border-box;background:${theme.page};border:1px solid ${theme.border};border-radius:6px;padding:4px}
  p{margin:0} a{color:${accent}}
  .ac-actionSet{flex-wrap:wrap!important;gap:8px} .ac-actionSet>div{display:none}
  .ac-pushButton{font:600 14px 'Segoe UI','Noto Sans',sans-serif;padding:6px 12px;border-radius:4px;max-width:100%;flex:0 1 auto!important;
    border:1px solid ${theme.border};background:${theme.page};color:${theme.text}}
  .ac-pushButton.style-positive{background:${theme.primary};border-color:${theme.primary};color:${theme.onPrimary}}`;
}

/** Draws all cards in one theme and width. */
async function picture(browser, script, cards, theme, width, file) {
  const page = await browser.newPage({
    viewport: { width: (width + 16) * Math.min(cards.length, Math.floor(2400 / width)) + 32, height: 900 },
  });
  await page.setContent(`<style>${styleSheet(theme, width)}</style>`);
  await page.addScriptTag({ content: script });
  await page.evaluate(
    ({ cards, config }) => {
      for (const card of cards) {
        const frame = document.createElement("div");
        frame.className = "card";
        frame.append(window.draw(card, config));
        document.body.append(frame);
      }
    },
    { cards, config: theme.config },
  );
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

const own = process.argv.slice(2);
const cards = await cardsFor(own.length > 0 ? own : QUESTIONS);
const bundle = await build({
  stdin: { contents: DRAW, resolveDir: "." },
  bundle: true,
  write: false,
  platform: "browser",
  logLevel: "error",
});
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
mkdirSync("gallery", { recursive: true });
const names = [];
for (const [themeName, theme] of Object.entries(THEMES)) {
  for (const [widthName, width] of Object.entries(WIDTHS)) {
    const name = `${themeName}-${widthName}.png`;
    await picture(browser, bundle.outputFiles[0].text, cards, theme, width, `gallery/${name}`);
    names.push(name);
  }
}
await browser.close();
writeFileSync(
  "gallery/index.html",
  names.map((name) => `<h2>${name}</h2><img src="${name}" alt="All outcomes, ${name}">`).join("\n"),
);
console.log(`gallery/index.html: ${cards.length} cards in ${names.length} pictures`);
