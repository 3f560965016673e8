/** How Azure's names of regions are built: compass words and a place, in either order, and perhaps a number. */
import { words } from "../knowledge/normalise";
import type { Region } from "../knowledge/schema";

const COMPASS = ["north", "south", "east", "west", "central"] as const;
/** "South Africa", "New Zealand": their first word is a part of the place. */
const TWO_WORDS: ReadonlySet<string> = new Set(["southafrica", "newzealand"]);

export type Part = { readonly kind: "compass" | "place" | "number"; readonly text: string };
/** What a name says, whatever the order: "East US 3" is "US East 3". */
export type Build = { readonly place: string; readonly compass: readonly string[]; readonly number: string };

type Known = { readonly id: string; readonly build: Build };

export class RegionNames {
  readonly #known: readonly Known[];
  readonly #keys: ReadonlySet<string>;
  /** One word of nothing but parts: "eastus", "us3", "northwest". */
  readonly #ofParts: RegExp;
  readonly #part: RegExp;
  readonly #places: ReadonlySet<string>;

  /** @param others names of several regions: "South Korea" */
  constructor(regions: readonly Region[], others: readonly string[]) {
    this.#places = new Set(regions.map(({ name }) => placeOf(name)));
    const parts = [...TWO_WORDS, ...this.#places, ...COMPASS, "\\d+"].join("|");
    this.#ofParts = new RegExp(`^(?:${parts})+$`);
    this.#part = new RegExp(parts, "g");
    this.#known = regions.flatMap(({ id, name }) => this.#buildsOf(name).map((build) => ({ id, build })));
    const texts = [...regions.flatMap(({ name, aliases }) => [name, ...aliases]), ...others];
    this.#keys = new Set(texts.flatMap((text) => this.#buildsOf(text)).map(keyOf));
  }

  /** @returns the parts that a word is made of; null where it has others */
  partsOf(word: string): Part[] | null {
    return this.#ofParts.test(word) ? (word.match(this.#part) ?? []).map((text) => this.#partOf(text)) : null;
  }

  isKnown(build: Build): boolean {
    return this.#keys.has(keyOf(build));
  }

  /** @returns ids of regions that are called nearly so, the nearest first */
  near(build: Build): string[] {
    const found = this.#known
      .filter(({ build: { place } }) => place === build.place)
      .map(({ id, build: { compass } }) => ({ id, likeness: likeness(compass, build.compass) }))
      .sort((a, b) => b.likeness - a.likeness);
    const best = found[0]?.likeness ?? 0;
    return found.filter((one) => one.likeness === best).map(({ id }) => id);
  }

  #partOf(text: string): Part {
    if (/^\d+$/.test(text)) return { kind: "number", text };
    return { kind: this.#places.has(text) ? "place" : "compass", text };
  }

  #buildsOf(text: string): Build[] {
    const parts = this.partsOf(words(text).join(""));
    const of = (kind: Part["kind"]) => (parts ?? []).flatMap((part) => (part.kind === kind ? [part.text] : []));
    const [place, ...others] = of("place");
    if (place === undefined || others.length > 0) return [];
    return [{ place, compass: of("compass"), number: of("number").join("") }];
  }
}

/** "South Africa North" → "southafrica", "East US 2" → "us". */
function placeOf(name: string): string {
  const all = words(name);
  const [first = "", second = ""] = all;
  if (TWO_WORDS.has(first + second)) return first + second;
  return all.find((word) => !/^\d$/.test(word) && !isOfCompass(word)) ?? "";
}

function isOfCompass(word: string): boolean {
  return /^(?:north|south|east|west|central)+$/.test(word);
}

/** Of "Germany Central" the nearest is "West Central". */
function likeness(some: readonly string[], others: readonly string[]): number {
  const common = some.filter((one) => others.includes(one)).length;
  return common - Math.abs(some.length - others.length) / (COMPASS.length + 1);
}

function keyOf({ place, compass, number }: Build): string {
  return [place, ...[...compass].sort(), number].join(" ");
}
