/** What the learnt weights go by to tell whether a service or a region that is named is meant: the words around its name. */
import { type Item, marked, type Seen, type Sort, stretchOf } from "./items";

export type Named = NonNullable<Item["name"]>;

/** @returns the different names of a sort, in order */
export function namedIn(items: readonly Item[], sort: Sort): Named[] {
  const named = items.flatMap(({ name }) => (name?.sort === sort ? [name] : []));
  return [...new Map(named.map((name) => [name.key, name])).values()];
}

/**
 * @param own one of those named
 * @returns some may come twice, and count once
 */
export function featuresOfName(own: Named, { items, signs }: Seen): string[] {
  const named = namedIn(items, own.sort);
  const isOwn = ({ name }: Item) => name?.key === own.key && name.sort === own.sort;
  const seen = items.map((item) => (isOwn(item) ? { ...item, word: "<this>" } : item));
  const places = seen.flatMap((item, i) => (isOwn(item) ? [i] : []));
  const others = seen.map((item) => (item.name?.sort === own.sort && !isOwn(item) ? item : null));
  const features = [
    ...signs,
    ...seen.map(({ word }) => `word ${word}`),
    ...placeInTheRow(own, named, items),
    ...named.flatMap(({ key }) => (key === own.key ? [] : [`this ${own.key} beside ${key}`])),
    ...places.flatMap((at) => [
      ...beside(at, seen),
      ...toTheNext(at, seen, others),
      ...fromTheLast(at, seen, others),
      ...ofTheClause(at, seen),
    ]),
  ];
  return features;
}

/** The first of two, named twice; "most" is how often another is. */
function placeInTheRow(own: Named, all: readonly Named[], items: readonly Item[]): string[] {
  const named = all.map(({ key }) => key);
  const timesOf = (key: string) => Math.min(MOST, items.filter(({ name }) => name?.key === key).length);
  const at = named.indexOf(own.key);
  const count = Math.min(MOST_NAMES, named.length);
  const row = at === 0 ? "first" : at === named.length - 1 ? "last" : "within";
  const most = Math.max(0, ...named.filter((key) => key !== own.key).map(timesOf));
  const times = timesOf(own.key);
  return [`names ${count}`, `${row} of ${count}`, `times ${times}`, `times ${times} most ${most}`];
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

type Others = ReadonlyArray<Item | null>;

function toTheNext(at: number, items: readonly Item[], others: Others): string[] {
  const next = others.findIndex((item, i) => i > at && item !== null);
  if (next < 0) return [];
  const stretch = items.slice(at + 1, next);
  return [`to next ${stretchOf(stretch, items[next])}`, ...stretch.map(({ word }) => `before next ${word}`)];
}

function fromTheLast(at: number, items: readonly Item[], others: Others): string[] {
  const last = others.findLastIndex((item, i) => i < at && item !== null);
  if (last < 0) return [];
  const stretch = items.slice(last + 1, at);
  return [`from last ${stretchOf(stretch, items[at])}`, ...stretch.map(({ word }) => `after last ${word}`)];
}

/** "Load balancer has been done by Ingrid": what is said in the same breath, before it and behind it. */
function ofTheClause(at: number, items: readonly Item[]): string[] {
  const isStart = (i: number) => i === 0 || items[i]?.afterBreak === true;
  let start = at;
  while (start > 0 && !isStart(start)) start -= 1;
  let end = at + 1;
  while (end < items.length && !isStart(end)) end += 1;
  const before = items.slice(start, at).map(({ word }) => `clause before ${word}`);
  const behind = items.slice(at + 1, end).map(({ word }) => `clause behind ${word}`);
  return [...before, ...behind];
}

function wordAt(at: number, items: readonly Item[]): string {
  return items[at]?.word ?? (at < 0 ? "^" : "$");
}

function markedAt(at: number, items: readonly Item[]): string {
  const item = items[at];
  return item ? marked(item) : "$";
}
