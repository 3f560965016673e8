/** Activities that nobody would send, made from the captured ones: a field gone, doubled, of another type, hostile. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";

type Json = null | boolean | number | string | Json[] | { [field: string]: Json };

const FOLDER = join("test", "teams", "activities");

const HOSTILE: readonly Json[] = [
  "",
  " ",
  "__proto__",
  "constructor",
  "<at>",
  "</at><at>Region Guide</at>".repeat(50),
  "&amp;nbsp;&#0;",
  "\u0000\ud800\u202e",
  "x".repeat(3_000),
  "https://evil.example/",
  "$" + "{count(x)}",
  "2026-13-45T99:99:99Z",
  -1,
  1e308,
  null,
  true,
  [],
  {},
  [[[]]],
  { toString: 1, constructor: 1, length: -1 },
  { id: { id: { id: 1 } } },
];

const FIELDS = ["__proto__", "constructor", "text", "value", "type", "entities", "toJSON", "then", "deliveryMode"];

/**
 * A stream of activities, the same at each run.
 * @param seed which stream
 * @returns an endless iterator; about one in twenty is whole
 */
export function* mutations(seed: number): Generator<Json> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  const originals = names.map((name): Json => JSON.parse(readFileSync(join(FOLDER, name), "utf8")));
  const stranger = fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>);
  const change = fc.record({
    /** Which of its places, as a share of all. */
    place: fc.double({ min: 0, max: 0.999999, noNaN: true }),
    how: fc.constantFrom("drop", "replace", "replace", "wrap", "add"),
    field: fc.constantFrom(...FIELDS),
    by: stranger,
  });
  const mutation = fc.record({ original: fc.constantFrom(...originals), changes: fc.array(change, { maxLength: 4 }) });
  for (let round = 0; ; round++) {
    for (const { original, changes } of fc.sample(mutation, { seed: seed + round, numRuns: 1_000 })) {
      const activity = structuredClone(original);
      for (const one of changes) apply(activity, one);
      yield activity;
    }
  }
}

type Change = { readonly place: number; readonly how: string; readonly field: string; readonly by: Json };

function apply(activity: Json, { place, how, field, by }: Change): void {
  const places = placesOf(activity);
  const chosen = places[Math.floor(place * places.length)];
  if (!chosen) return;
  const { holder, key } = chosen;
  if (how === "drop") delete holder[key];
  else if (how === "add") define(holder, field, structuredClone(by));
  else define(holder, key, how === "wrap" ? [holder[key] ?? null] : structuredClone(by));
}

/** An own field whatever it is called; plain assignment would set the prototype. */
function define(holder: object, key: string, value: Json): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

type Holder = { [field: string]: Json };

function placesOf(value: Json): { holder: Holder; key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key] ?? null)]);
}
