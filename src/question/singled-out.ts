/** Of two services the one that a message comes back to: "… the latter", "we mixed up Bastion and Firewall. Firewall is meant". */
import { asksOfTheRest, isComeBackTo, usesIt } from "./background";
import { startOfClause } from "./clauses";
import { joinedBy, type NameSpan, servicesOf, sharesWith } from "./name-span";
import { wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  ADDITIVE_ADVERBS,
  AUXILIARY_VERBS,
  anyOf,
  CONDITIONALS,
  COORDINATORS,
  COPULAS,
  PREPOSITIONS_OF_MEANS,
  PREPOSITIONS_OF_PLACE,
} from "./word-classes";

/**
 * @param services the names of services, in order
 * @returns the name of the one that is meant, or null where none is singled out
 */
export function singledOut(services: readonly NameSpan[], tokens: readonly Token[]): NameSpan | null {
  const taken = takenFrom(services, tokens);
  if (taken) return taken;
  const [first, second] = distinct(services);
  if (!first || !second || distinct(services).length > 2) return null;
  const affirmed = affirmedOf(services, tokens);
  if (affirmed) return affirmed;
  const [at, ...more] = tokens.flatMap(({ word }, i) => (ORDER.has(word) && tokens[i - 1]?.word === "the" ? [i] : []));
  // "The former … and the latter" asks about both.
  if (more.length > 0) return null;
  const isBehind = at !== undefined && at >= second.end && isByItself(at, tokens) && !isSource(at, tokens);
  if (isBehind) return tokens[at]?.word === "latter" ? second : first;
  return repeated(services, tokens);
}

/** "Mixed up Storage Mover and Storage Discovery. Mover it is", "it's Mover": a word of its name is enough then. */
function affirmedOf(services: readonly NameSpan[], tokens: readonly Token[]): NameSpan | null {
  const places = tokens.flatMap((_, at) => (isAffirmed(at, tokens) ? [at] : []));
  const [one, ...others] = distinct(places.flatMap((at) => calledBy(at, services, tokens)));
  return one && others.length === 0 ? one : null;
}

/** The names before it that have this word in them; where it is part of a name itself, that one. */
function calledBy(at: number, services: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const own = services.filter(({ start, end }) => start <= at && at < end);
  // "It's Postgres and DocumentDB these days" is both.
  const isListed = (span: NameSpan) => services.some((other) => joinedBy(span, other, tokens) === "word");
  if (own.length > 0) return own.some(isListed) ? [] : own;
  const hasIt = ({ start, end }: NameSpan) => tokens.slice(start, end).some(({ word }) => word === tokens[at]?.word);
  return services.filter((span) => span.end <= at && hasIt(span));
}

function isAffirmed(at: number, tokens: readonly Token[]): boolean {
  const word = (i: number) => wordAt(i, tokens);
  const isSentence = ENDS.has(tokens[at]?.pause ?? "");
  const isSubject = isSentence && !tokens[at + 1]?.breakBefore;
  const isTurn = COORDINATORS.has(word(at - 1)) && !tokens[at + 1]?.breakBefore;
  const isItBehind = (isSubject || isTurn) && word(at + 1) === "it" && COPULAS.has(word(at + 2));
  const isTheOne = isSubject && COPULAS.has(word(at + 1)) && MEANT.has(word(at + 2));
  const isItBefore = word(at - 2) === "it" && COPULAS.has(word(at - 1)) && ENDS.has(tokens[at - 2]?.pause ?? "");
  return isItBehind || isTheOne || isItBefore;
}

const ENDS: ReadonlySet<string> = new Set(["end", "comma", "colon"]);
const MEANT: ReadonlySet<string> = new Set(["meant", "right", "correct"]);

/** "We compared Batch, AKS and VMs and took Batch" */
function takenFrom(services: readonly NameSpan[], tokens: readonly Token[]): NameSpan | null {
  const last = services.at(-1);
  if (!last || services.length < 3 || !isCompared(services, tokens)) return null;
  const verbs = wordsBetween(Math.max(0, last.start - 2), last.start, tokens);
  const isTaken = verbs.some((word) => TOOK.has(word)) && services.slice(0, -1).some((span) => sharesWith(span, last));
  return isTaken ? last : null;
}

function isCompared(services: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const first = services[0]?.start ?? 0;
  return tokens.slice(0, first).some(({ word }) => COMPARED.has(word));
}

const COMPARED: ReadonlySet<string> = new Set(
  "compared evaluated considered tested tried shortlisted between piloted benchmarked".split(" "),
);
const TOOK: ReadonlySet<string> = new Set("took chose picked bought with for on kept selected preferred".split(" "));
const ORDER: ReadonlySet<string> = new Set(["latter", "former"]);

/** "The former" alone, not "the former owner". */
function isByItself(at: number, tokens: readonly Token[]): boolean {
  const next = tokens[at + 1];
  return !next || next.breakBefore || BEHIND_IT.has(next.word);
}

/** "The keys come from the former" asks about neither. */
function isSource(at: number, tokens: readonly Token[]): boolean {
  return SOURCES.has(wordAt(at - 2, tokens)) && tokens[at - 1]?.breakBefore === false;
}

const SOURCES = anyOf(PREPOSITIONS_OF_PLACE, PREPOSITIONS_OF_MEANS, "inside");
const BEHIND_IT = anyOf(AUXILIARY_VERBS, CONDITIONALS, "in be survive fail and only please one");

/** The last name, where it was named before with the other, and stands in a sentence of its own now. */
function repeated(services: readonly NameSpan[], tokens: readonly Token[]): NameSpan | null {
  const last = services.at(-1);
  const before = services.slice(0, -1);
  if (!last || !isOneOf(last, before, tokens) || isAppended(before.at(-1), last, tokens)) return null;
  if (!before.some((span) => sharesWith(span, last))) return null;
  const start = startOfClause(last.start, tokens);
  const others = before.filter((span) => !sharesWith(span, last));
  // "App Service reads from Key Vault. Key Vault gone, does App Service die" comes back to both.
  if (asksOfTheRest(start, tokens) || isOneMore(start, last, tokens) || usesIt(last, tokens)) return null;
  // "… the builder and Batch"
  if (others.some((span) => isComeBackTo(span, { start, end: tokens.length }, tokens))) return null;
  const isAlone = before.every(({ end }) => end <= start) && others.length === 1;
  return isAlone ? last : null;
}

/** "AKS pulls from our container registry, does the registry outlive Milan": of a shared name the one that was named. */
function isOneOf({ name, end }: NameSpan, before: readonly NameSpan[], tokens: readonly Token[]): boolean {
  if (name.kind !== "service") return false;
  if (name.services.length === 1) return !name.generic;
  if (tokens.some(({ word }) => word === "both")) return false;
  const [named, ...others] = before.filter((span) => servicesOf(span).some((id) => name.services.includes(id)));
  return named !== undefined && others.length === 0 && tokens[named.end - 1]?.word === tokens[end - 1]?.word;
}

/** "Service Bus in front, Logic Apps, and Service Bus again", "one vault per app", "also the networks": it is named beside the others. */
function isOneMore(clause: number, { end }: NameSpan, tokens: readonly Token[]): boolean {
  return AND.has(wordAt(clause, tokens)) || AGAIN.has(wordAt(end, tokens));
}

const AND: ReadonlySet<string> = new Set(["and", "then", "plus", "also", "or", "finally"]);
const AGAIN = anyOf(ADDITIVE_ADVERBS, "again once per");

/** "The data lake (ADLS Gen2)" says it twice at once; "Bastion and Firewall. Firewall is meant" comes back to it. */
function isAppended(before: NameSpan | undefined, { start, end }: NameSpan, tokens: readonly Token[]): boolean {
  return before?.end === start && tokens[before.end - 1]?.word !== tokens[end - 1]?.word;
}

function distinct(services: readonly NameSpan[]): readonly NameSpan[] {
  return services.filter((span, i) => !services.slice(0, i).some((other) => sharesWith(span, other)));
}
