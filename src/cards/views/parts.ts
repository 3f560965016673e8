/** Pieces that several views share. */

import type { Answer } from "../../answer/answer";
import type { CapabilityRow, Setting } from "../../answer/assess";
import type { Capability, Design, Region, Service } from "../../knowledge/schema";
import { STARTS_FAILOVER } from "../verdict-words";
import type { Button, Detail, Item, TapData, View } from "../view";
import { MOST_BUTTONS } from "../view";
import { words } from "../words";

/** Microsoft's own list of services and what each supports. */
export const TABLE = "https://learn.microsoft.com/azure/reliability/regions-multiregion-support";

export const EMPTY_VIEW: View = {
  title: "",
  verdict: null,
  lead: "",
  notice: "",
  sections: [],
  pages: [],
  foot: "",
  changed: { pages: [], more: 0 },
  buttons: [],
  summary: "",
};

export function item(parts: Partial<Item> & { readonly text: string }): Item {
  return { title: "", details: [], link: null, tone: "default", ...parts };
}

export function open(title: string, url: string): Button {
  return { kind: "open", title, url };
}

export function tap(title: string, meaning: TapData): Button {
  return { kind: "tap", title, tap: meaning };
}

type Kept = { told?: string[]; targets?: string[] };

/** A button keeps the part, or the former name, that was asked by, and which of the regions a copy goes to. */
export function keptBy({ told, targets }: Answer): Kept {
  const kept: Kept = {};
  if (told.length > 0) kept.told = [...told];
  if (targets.length > 0) kept.targets = targets.map(({ id }) => id);
  return kept;
}

/** The first six, each title once. */
export function fit(buttons: readonly Button[]): Button[] {
  const titles = buttons.map(({ title }) => title);
  return buttons.filter((_, i) => titles.indexOf(titles[i] ?? "") === i).slice(0, MOST_BUTTONS);
}

/** "Qatar Central (no region pair)", "West US 3 (one-way pair: East US)", or the kind of region asked about. */
export function settingName(setting: Setting): string {
  switch (setting.kind) {
    case "open":
      return "";
    case "nonpaired":
      return setting.region ? `${setting.region.name} (${words.noPair})` : words.anyNonpaired;
    case "paired": {
      const { region, pair } = setting;
      if (!region || !pair) return words.anyPaired;
      return `${region.name} (${pairName(region, pair)})`;
    }
  }
}

export function pairName(region: Region, pair: Region): string {
  return region.pairing === "one-way" ? words.oneWayPair(pair.name) : words.pairedWith(pair.name);
}

/** A capability in full: what it does, who fails over, what it needs, what is lost and how long it takes. */
export function capabilityItem(row: CapabilityRow, title = row.capability.name): Item {
  const { capability } = row;
  const details: Array<Detail | null> = [
    capability.failover
      ? {
          label: words.failover,
          value: whoStarts(capability.failover),
        }
      : null,
    row.targets && row.targets.length > 0
      ? { label: words.targets, value: words.list(row.targets.map(({ name }) => name)) }
      : null,
    capability.needs.length > 0 ? { label: words.needs, value: `${capability.needs.join(". ")}.` } : null,
    capability.rpo ? { label: words.rpo, value: `${capability.rpo}.` } : null,
    capability.rto ? { label: words.rto, value: `${capability.rto}.` } : null,
  ];
  return item({
    title,
    text: joinSentences(capability.summary, row.exception ?? undefined, older(capability.dated)),
    details: details.flatMap((detail) => (detail ? [{ ...detail, value: tidy(detail.value) }] : [])),
    link: { title: words.page, url: capability.source },
  });
}

/** Who, and how; a text that says who by itself stands alone. */
export function whoStarts({ by, text }: NonNullable<Capability["failover"]>): string {
  const who = STARTS_FAILOVER[by];
  return text?.startsWith(by === "microsoft" ? "Microsoft " : "You start") ? text : joinSentences(who, text);
}

export function designItem(design: Design, title = design.name): Item {
  return item({
    title,
    text: joinSentences(design.summary, older(design.dated)),
    link: { title: words.how, url: design.source },
  });
}

function older(dated: string | undefined): string | undefined {
  return dated ? `(${words.olderSource(dated)}.)` : undefined;
}

function joinSentences(...parts: ReadonlyArray<string | undefined>): string {
  return parts.filter((part) => part).join(" ");
}

function tidy(text: string): string {
  return text.replace(/\.\.$/, ".");
}

/** A difference as a sentence that says whose it is; most of them have the name, or the end of it in front. */
export function tellingApart(name: string, difference: string): string {
  const [last = name] = name.split(" ").slice(-1);
  return difference.includes(name) || difference.startsWith(last) ? difference : `${name}: ${difference}`;
}

/** "Microsoft Foundry Models, formerly Azure OpenAI Service": the name that was asked for is answered. */
export function named(name: string, { formerly }: Service, told: readonly string[]): string {
  const former = formerly.find((one) => told.includes(one.name));
  return former ? words.formerly(name, former.name) : name;
}

/** Keeps acronyms and product names: a first word is lowered only where it and the next have no further capital. */
export function lowerFirst(text: string): string {
  const [first = "", second = "", ...rest] = text.split(" ");
  const endsThere = /[.,:]$/.test(first);
  const isWord = /^[A-Z][a-z-]*[.,:]?$/.test(first) && !PROPER.has(first.replace(/[.,:]$/, ""));
  const isName = !isWord || (!endsThere && /^[A-Z]/.test(second));
  return [isName ? first : first.toLowerCase(), second, ...rest].filter((word) => word !== "").join(" ");
}

/** Names that may stand before a common noun. */
const PROPER: ReadonlySet<string> = new Set(["Microsoft", "Azure", "Premium", "Standard", "Basic", "Git", "Entra"]);

export function oneLine(text: string, max = 150): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length <= max ? flat : `${flat.slice(0, flat.lastIndexOf(" ", max - 1))}…`;
}
