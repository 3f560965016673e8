/** The log: JSON lines for machines, short lines for a person at a terminal. The only file that imports pino. */
import { type Logger, pino } from "pino";
import type { LogLevel } from "./config";
import { withoutControl } from "./control-characters";

export type Log = Logger;

type Entry = { time?: unknown; level?: unknown; msg?: unknown; err?: unknown; [field: string]: unknown };

const HIDDEN = new Set(["level", "time", "msg", "pid", "hostname", "turn", "err", "event", "candidates"]);

/**
 * Makes the log.
 * @param level the least important kind of line to be written
 * @param readable short lines for a person rather than JSON
 * @param write takes each finished line, its line end included
 */
export function createLog(level: LogLevel, readable: boolean, write: (line: string) => void): Log {
  const print = readable ? (line: string) => write(readableLine(line)) : write;
  return pino({ level, base: null }, { write: print });
}

/**
 * One log line in words.
 * @param line a line as pino writes it
 * @returns time, message, fields, and for an error what happened and where
 */
export function readableLine(line: string): string {
  const entry: Entry = JSON.parse(line);
  const time = new Date(Number(entry.time)).toTimeString().slice(0, 8);
  const fields = Object.entries(entry).filter(([name]) => !HIDDEN.has(name));
  const words = fields.flatMap(([name, field]) => (isNothing(field) ? [] : [`${name} ${inWords(field)}`]));
  const said = [time, severity(entry.level), entry.msg, ...words].filter(Boolean).map(String);
  return `${said.map(withoutControl).join("  ")}${trouble(entry)}\n`;
}

function isNothing(field: unknown): boolean {
  return field === null || field === undefined || (Array.isArray(field) && field.length === 0);
}

function inWords(field: unknown): string {
  if (Array.isArray(field) && field.every((part) => typeof part === "string")) return field.join(" ");
  return typeof field === "string" ? field : JSON.stringify(field);
}

function severity(level: unknown): string {
  const number = Number(level);
  if (number >= 50) return "ERROR";
  return number >= 40 ? "warning" : "";
}

function trouble(entry: Entry): string {
  const error = entry.err;
  if (typeof error !== "object" || error === null) return "";
  return `\n${"stack" in error ? stackLines(String(error.stack)) : withoutControl(JSON.stringify(error))}`;
}

/** Set in, so that no line in the words of an error looks like a line of the log. */
function stackLines(stack: string): string {
  const [first = "", ...others] = stack.split("\n").map(withoutControl);
  return [first, ...others.map((line) => (line.startsWith(" ") ? line : `    ${line}`))].join("\n");
}
