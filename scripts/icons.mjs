// Draws the icons of the Teams app from appPackage/icons/*.svg: npm run icons (CHROMIUM names another browser)
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const FOLDER = fileURLToPath(new URL("../appPackage/", import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SIZES = { color: 192, outline: 32 };

/** Takes one picture with its SVG alone on a transparent page, one pixel for each unit. */
async function draw(browser, name, size) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  const svg = readFileSync(`${FOLDER}icons/${name}.svg`, "utf8");
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: `${FOLDER}${name}.png`, omitBackground: true });
  await page.close();
}

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
try {
  for (const [name, size] of Object.entries(SIZES)) await draw(browser, name, size);
} finally {
  await browser.close();
}
