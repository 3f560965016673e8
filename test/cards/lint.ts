/** What Teams takes and a person can read: every card that the bot can make must pass (platform.md). */
import * as z from "zod";
import { isAllowedLink } from "../../src/knowledge/links";
import type { Card } from "../../src/responder";

/** Elements of versions 1.0 to 1.4, which phones render. */
const ELEMENTS = new Set([
  "AdaptiveCard",
  "TextBlock",
  "Container",
  "ColumnSet",
  "Column",
  "FactSet",
  "Image",
  "ActionSet",
]);
const ACTIONS = new Set(["Action.OpenUrl", "Action.Submit", "Action.Execute", "Action.ToggleVisibility"]);
const MOST_BYTES = 28 * 1024;
const LONGEST_BUTTON = 40;

type Json = Readonly<Record<string, unknown>>;

/**
 * @param contact the address of the "Ask a person" button up to the question, where one is set up
 * @returns what is wrong with the card, nothing for a good one
 */
export function lintCard(card: Card, contact?: string): string[] {
  const all = [...objectsIn(card)];
  const elements = all.filter(({ type }) => typeof type === "string" && !String(type).startsWith("Action."));
  const actions = all.filter(({ type }) => String(type).startsWith("Action."));
  const text = JSON.stringify(card);
  const isAllowed = (link: string) => isAllowedLink(link) || (contact !== undefined && link.startsWith(contact));
  return [
    ...when(card["version"] !== "1.5", `version is ${card["version"]}`),
    ...when(typeof card["fallbackText"] !== "string" || card["fallbackText"] === "", "no fallbackText"),
    ...when(typeof card["speak"] !== "string" || card["speak"] === "", "nothing to speak"),
    ...when(Buffer.byteLength(text) >= MOST_BYTES, `${Buffer.byteLength(text)} bytes`),
    ...when(/\$\{/.test(text), `left over: ${/\$\{[^}]*\}?/.exec(text)?.[0]}`),
    ...when(/undefined|\[object|NaN/.test(text), "a value without words"),
    ...elements.flatMap((element) => lintElement(element)),
    ...when(actions.length > 6, `${actions.length} actions`),
    ...actions.flatMap((action) => lintAction(action, isAllowed)),
    ...actions.flatMap((action) => lintFallback(action)),
    ...linksIn(text)
      .filter((link) => !isAllowed(link))
      .map((link) => `link off the allow-list: ${link}`),
  ];
}

function lintElement(element: Json): string[] {
  const { type } = element;
  return [
    ...when(!ELEMENTS.has(String(type)), `element ${type}`),
    ...when(type === "TextBlock" && element["wrap"] !== true, `a TextBlock that is cut off: ${element["text"]}`),
    ...when(type === "TextBlock" && String(element["text"]).trim() === "", "an empty TextBlock"),
    ...when(type === "Image" && !element["altText"], "an image without words"),
    ...when(
      type === "TextBlock" && /^#{1,6} |^\||```|<[a-z]+>/m.test(String(element["text"])),
      `Markdown that Teams does not show: ${element["text"]}`,
    ),
  ];
}

function lintAction(action: Json, isAllowed: (link: string) => boolean): string[] {
  const title = String(action["title"] ?? "");
  return [
    ...when(!ACTIONS.has(String(action["type"])), `action ${action["type"]}`),
    ...when(title === "" || title.length > LONGEST_BUTTON, `button text of ${title.length} letters: ${title}`),
    ...when(action["type"] === "Action.OpenUrl" && !isAllowed(String(action["url"])), `button to ${action["url"]}`),
  ];
}

/** A client that does not know Action.Execute must get the same button with the same data. */
function lintFallback({ type, title, data, fallback }: Json): string[] {
  if (type !== "Action.Execute") return [];
  const old = z.object({ type: z.literal("Action.Submit"), title: z.literal(String(title)), data: z.unknown() });
  const read = old.safeParse(fallback);
  const isSame = read.success && JSON.stringify(read.data.data) === JSON.stringify(data);
  return when(!isSame, `no Action.Submit for older clients: ${title}`);
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s"')\\]+/g)]
    .map(([link]) => link.replace(/[.,;]$/, ""))
    .filter((link) => !link.includes("adaptivecards.io"));
}

function* objectsIn(value: unknown): Iterable<Json> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item);
  else if (typeof value === "object" && value !== null) {
    yield value as Json;
    for (const inner of Object.entries(value).flatMap(([key, item]) =>
      key === "data" || key === "fallback" ? [] : [item],
    ))
      yield* objectsIn(inner);
  }
}

function when(isWrong: boolean, problem: string): string[] {
  return isWrong ? [problem] : [];
}
