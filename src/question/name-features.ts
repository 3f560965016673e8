/** What the learnt weights go by to tell whether a service that is named is meant: the words around its name. */
import { type Item, marked, stretchOf } from "./items";

/** @returns the different services that are named, in order, each as its items have it */
export function namedIn(items: readonly Item[]): string[] {
  return [...new Set(items.flatMap(({ service }) => service ?? []))];
}

/**
 * @param service one of those named
 * @param signs what was found in the message besides names
 */
export function featuresOfName(service: string, items: readonly Item[], signs: readonly string[]): string[] {
  const named = namedIn(items);
  const own = items.map((item) => (item.service === service ? { ...item, word: "<this>" } : item));
  const places = own.flatMap(({ word }, i) => (word === "<this>" ? [i] : []));
  const features = [
    ...signs,
    ...own.map(({ word }) => `word ${word}`),
    ...placeInTheRow(service, named, items),
    ...places.flatMap((at) => [...beside(at, own), ...toTheNext(at, own, service), ...fromTheLast(at, own, service)]),
  ];
  return [...new Set(features)];
}

/** The first of two, named twice; "most" is how often another is. */
function placeInTheRow(service: string, named: readonly string[], items: readonly Item[]): string[] {
  const timesOf = (name: string) => Math.min(MOST, items.filter((item) => item.service === name).length);
  const at = named.indexOf(service);
  const count = Math.min(MOST_NAMES, named.length);
  const row = at === 0 ? "first" : at === named.length - 1 ? "last" : "within";
  const most = Math.max(...named.filter((name) => name !== service).map(timesOf));
  return [
    `names ${count}`,
    `${row} of ${count}`,
    `times ${timesOf(service)}`,
    `times ${timesOf(service)} most ${most}`,
  ];
}

const MOST = 3;
const MOST_NAMES = 4;

function beside(at: number, items: readonly Item[]): string[] {
  const own = items[at];
  const left = own?.afterBreak ? `${wordAt(at - 1, items)} |` : wordAt(at - 1, items);
  const right = at + 1 < items.length ? markedAt(at + 1, items) : "$";
  return [
    `left ${left}`,
    `left ${wordAt(at - 2, items)} ${left}`,
    `right ${right}`,
    `right ${right} ${markedAt(at + 2, items)}`,
    `both ${left} ${right}`,
  ];
}

function toTheNext(at: number, items: readonly Item[], service: string): string[] {
  const next = items.findIndex((item, i) => i > at && isOther(item, service));
  if (next < 0) return [];
  const stretch = items.slice(at + 1, next);
  return [`to next ${stretchOf(stretch, items[next])}`, ...stretch.map(({ word }) => `before next ${word}`)];
}

function fromTheLast(at: number, items: readonly Item[], service: string): string[] {
  const last = items.findLastIndex((item, i) => i < at && isOther(item, service));
  if (last < 0) return [];
  const stretch = items.slice(last + 1, at);
  return [`from last ${stretchOf(stretch, items[at])}`, ...stretch.map(({ word }) => `after last ${word}`)];
}

function isOther(item: Item, service: string): boolean {
  return item.service !== null && item.service !== service;
}

function wordAt(at: number, items: readonly Item[]): string {
  return items[at]?.word ?? (at < 0 ? "^" : "$");
}

function markedAt(at: number, items: readonly Item[]): string {
  const item = items[at];
  return item ? marked(item) : "$";
}
