/** Lists, dates and counts in plain English. */
import { onceForEach, onFirstUse } from "../on-first-use";

// Made when first needed: the tables behind them take six megabytes.
const lists = onFirstUse(() => new Intl.ListFormat("en", { type: "conjunction" }));
const choices = onFirstUse(() => new Intl.ListFormat("en", { type: "disjunction" }));
const months = onFirstUse(() => new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }));
const days = onFirstUse(() => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }));

export const list = (names: Iterable<string>) => lists().format(names);
export const either = (names: Iterable<string>) => choices().format(names);
const utc = (day: string) => new Date(`${day}T00:00:00Z`);
export const month = onceForEach((day) => months().format(utc(day)));
export const date = onceForEach((day) => days().format(utc(day)));
export const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
