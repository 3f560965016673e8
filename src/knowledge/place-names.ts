/** Every name of a place without a region, with what a reader is told of it. */
import type { PlacesWithoutRegion } from "./schema";

export type PlaceName = {
  readonly text: string;
  /** As a sentence has it behind "in": "Riyadh (Saudi Arabia)". */
  readonly shown: string;
  /** Means other things too: "Jordan", "Turkey". */
  readonly doubtful: boolean;
  /** Of a country that has regions in other places: as regions.json calls it. */
  readonly geography?: string;
};

export function placeNames({ places, elsewhere, doubtful }: PlacesWithoutRegion): PlaceName[] {
  const isDoubtful = new Set(doubtful);
  const inOthers = elsewhere.flatMap(({ geography, cities }) =>
    cities.map((text) => ({ text, shown: text, doubtful: isDoubtful.has(text), geography })),
  );
  const inNone = places.flatMap(({ name, aliases, cities }) => {
    const named = (text: string, shown: string) => ({ text, shown, doubtful: isDoubtful.has(text) });
    return [
      ...[name.replace(/^the /, ""), ...aliases].map((text) => named(text, name)),
      ...cities.map((text) => named(text, `${text} (${name})`)),
    ];
  });
  return [...inNone, ...inOthers];
}
