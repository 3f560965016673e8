/** Text on cards can be read in Teams' three themes: WCAG 2.2 asks for a contrast of 4.5 to 1. */
import { execFileSync } from "node:child_process";
import * as z from "zod";

const color = z.string().regex(/^#[0-9a-f]{6}$/);
const foreground = z.record(z.string(), z.object({ default: color, subtle: color }));
const themes = z.record(
  z.string(),
  z.object({
    primary: color,
    onPrimary: color,
    config: z.object({
      containerStyles: z.record(z.string(), z.object({ backgroundColor: color, foregroundColors: foreground })),
    }),
  }),
);

/** jest cannot load an ES module, so Node prints what the gallery draws with. */
const PRINT = 'import("./scripts/gallery/host-configs.mjs").then(({THEMES}) => console.log(JSON.stringify(THEMES)))';
const THEMES = themes.parse(JSON.parse(execFileSync(process.execPath, ["-e", PRINT], { encoding: "utf8" })));

/** The colours that our templates use on the containers that they use. */
const TEXT = ["default", "accent"] as const;
const LEAST = 4.5;

const pairs = Object.entries(THEMES).flatMap(([theme, { primary, onPrimary, config }]) => [
  { name: `${theme}: the main button`, text: onPrimary, ground: primary },
  ...Object.entries(config.containerStyles).flatMap(([style, { backgroundColor: ground, foregroundColors }]) => [
    ...TEXT.filter((text) => text === "default" || style === "default").map((text) => ({
      name: `${theme}: ${text} text on ${style}`,
      text: foregroundColors[text]?.default ?? "",
      ground,
    })),
    ...(style === "default"
      ? [{ name: `${theme}: subtle text`, text: foregroundColors["default"]?.subtle ?? "", ground }]
      : []),
  ]),
]);

test.each(pairs)("$name", ({ text, ground }) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(LEAST);
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
