/** View → Adaptive Card, by the templates in cards/. The only file that imports adaptivecards-templating. */
import type { Template } from "adaptivecards-templating";
import * as z from "zod";
import type { Card } from "../responder";
import { changedLine, spoken } from "./plain";
import type { Button, Item, Link, View } from "./view";
import { words } from "./words";

/** The templates, one an outcome; each opens as it is in the Adaptive Cards designer. */
export const TEMPLATES = ["answer", "plan", "region", "catalog", "concept", "disambiguate", "decline", "help"] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** A template's JSON by its name. */
export type TemplateSources = Readonly<Record<TemplateName, unknown>>;

const cardSchema = z.record(z.string(), z.unknown());

export class Renderer {
  readonly #sources: TemplateSources;
  readonly #templates = new Map<TemplateName, Template>();

  constructor(sources: TemplateSources) {
    this.#sources = sources;
  }

  /**
   * @param name which template
   * @param view what it shows
   * @param text the same as plain text, for clients that show no cards
   * @returns the finished card, version 1.5, with fallbackText and speak
   */
  render(name: TemplateName, view: View, text: string): Card {
    const expanded: unknown = this.#template(name).expand({ $root: toData(view, text) });
    return cardSchema.parse(expanded);
  }

  /** Parsed when it is first needed: all eight together would take a fifth of the start. */
  #template(name: TemplateName): Template {
    const template = this.#templates.get(name) ?? parsed(this.#sources[name]);
    this.#templates.set(name, template);
    return template;
  }
}

/** The library comes with the first card: its grammars would be a fifth of the start and seven megabytes. */
function parsed(source: unknown): Template {
  const { Template }: typeof import("adaptivecards-templating") = require("adaptivecards-templating");
  return new Template(source);
}

/**
 * Template data: every field is there (a missing one prints `${field}`), and what may be absent is an empty list
 * (a list of none is left out cleanly, platform.md).
 */
function toData(view: View, fallbackText: string) {
  const maybe = <T>(value: T | null | "") => (value === null || value === "" ? [] : [value]);
  return {
    title: view.title,
    speak: spoken(view),
    fallbackText,
    verdict: maybe(view.verdict).map(({ word, sentence, tone }) => ({ word: word.toUpperCase(), sentence, tone })),
    notice: maybe(view.notice).map((text) => ({ text })),
    lead: maybe(view.lead).map((text) => ({ text })),
    sections: view.sections.map(({ heading, items }) => ({
      heading: maybe(heading).map((text) => ({ text })),
      items: items.map(toItemData),
    })),
    pages: view.pages.length === 0 ? [] : [{ text: `**${words.pages}:** ${view.pages.map(asMarkdown).join(" · ")}` }],
    foot: maybe(view.foot).map((text) => ({ text })),
    changed: maybe(changedLine(view, asMarkdown)).map((text) => ({ text })),
    actions: view.buttons.map(toAction),
  };
}

function toItemData({ title, text, details, link, tone }: Item) {
  const page = link ? asMarkdown(link) : "";
  const textLine = details.length === 0 ? [text, page] : [text];
  const rows = details.map(({ label, value }) => `**${label}:** ${value}`);
  return {
    title: title === "" ? [] : [{ text: title, tone }],
    text: textLine.some(Boolean) ? [{ text: textLine.filter(Boolean).join(" ") }] : [],
    tone,
    details: [...rows, ...(details.length > 0 && page ? [page] : [])].map((line) => ({ text: line })),
  };
}

function asMarkdown({ title, url }: Link): string {
  return `[${title}](${url})`;
}

/**
 * Buttons carry ids. Action.Execute is answered in place, for the one who tapped; a client that does not know it
 * takes the fallback, Action.Submit, which is answered by a message.
 */
function toAction(button: Button, index: number) {
  const { title } = button;
  // Last: what is spread before other fields is slow (ARCHITECTURE.md).
  const mode = button.inMenu ? { mode: "secondary" } : {};
  if (button.kind === "open") {
    return { type: "Action.OpenUrl", title, url: button.url, style: index === 0 ? "positive" : "default", ...mode };
  }
  const data = { tap: button.tap };
  const fallback = { type: "Action.Submit", title, data, ...mode };
  return { type: "Action.Execute", title, verb: "ask", data, style: "default", fallback, ...mode };
}
