/** The clauses of a message: which names stand in them, what follows them, whether they ask. */
import { wordSet } from "../knowledge/normalise";
import type { NameSpan } from "./name-span";
import type { Span } from "./spot";
import { beginsThought, startOfSentence, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  CONDITIONALS,
  FIRST_PERSON,
  NO_ANSWERS,
  PARTICIPLES_OF_REFUSAL,
  QUESTION_OPENINGS,
  UNSETTLED_OPENINGS,
} from "./word-classes";

/** A stretch of the message without a pause. */
export type Clause = { readonly start: number; readonly end: number };

export function clausesOf(tokens: readonly Token[]): Clause[] {
  const starts = tokens.flatMap((_, at) => (beginsClause(at, tokens) ? [at] : []));
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? tokens.length }));
}

/** Where the clause of this token begins. */
export function startOfClause(at: number, tokens: readonly Token[]): number {
  let start = at;
  while (!beginsClause(start, tokens)) start -= 1;
  return start;
}

function beginsClause(at: number, tokens: readonly Token[]): boolean {
  return at <= 0 || beginsThought(at, tokens) || isTurn(at, tokens);
}

function isTurn(at: number, tokens: readonly Token[]): boolean {
  return TURNS.has(wordAt(at, tokens)) || isAndWe(at, tokens) || isHence(at, tokens);
}

/** "I was told VPN but it is ExpressRoute" */
const TURNS = wordSet("but while although though");

/** "Front Door costs too much so Traffic Manager has to do"; but "so that", "so far". */
function isHence(at: number, tokens: readonly Token[]): boolean {
  return (
    tokens[at]?.word === "so" && !GOES_WITH_SO.has(wordAt(at + 1, tokens)) && !BEFORE_SO.has(wordAt(at - 1, tokens))
  );
}

const GOES_WITH_SO: ReadonlySet<string> = new Set("that far much many long on called to old good bad".split(" "));
const BEFORE_SO = wordSet("and or if not is are was think hope say said do does even");

/** "All the blogs are on Cosmos and we have PostgreSQL", "we said no and want Cosmos DB" */
function isAndWe(at: number, tokens: readonly Token[]): boolean {
  if (tokens[at]?.word !== "and") return false;
  const next = wordAt(at + 1, tokens);
  return FIRST_PERSON.has(next) || (WANTS.has(next) && REFUSES.has(wordAt(at - 1, tokens)));
}

const WANTS = wordSet("want wanted go went take took chose choose pick picked prefer insist stay stick use");
const REFUSES = anyOf(PARTICIPLES_OF_REFUSAL, "no disagreed passed");

export function clauseOf(span: Span, clauses: readonly Clause[]): Clause {
  return clauses.find((clause) => isAbout(span, clause)) ?? span;
}

/** "Service Bus, sure, that is solved": the clauses behind one that names a service, up to the next that does. */
export function tailOf(at: number, clauses: readonly Clause[], chosen: readonly NameSpan[]): readonly Clause[] {
  const isNaming = (clause: Clause) => chosen.some((span) => isAbout(span, clause));
  const behind = clauses.slice(at + 1, at + 1 + LONGEST_TAIL);
  const next = behind.findIndex(isNaming);
  return next < 0 ? [] : behind.slice(0, next);
}

const LONGEST_TAIL = 3;

export function isAbout({ start }: Span, clause: Clause): boolean {
  return start >= clause.start && start < clause.end;
}

/** "Is Event Grid out", "I don't know if Front Door was refused": nothing is turned down yet. */
export function asksOrSupposes({ start, end }: Clause, tokens: readonly Token[], aside: readonly Span[] = []): boolean {
  // "I know AKS" supposes nothing.
  const isSetAside = (at: number) => aside.some((it) => it.start <= at && at < it.end);
  const [first, ...others] = tokens.slice(start, end).map(({ word }, i) => (isSetAside(start + i) ? "" : word));
  return (
    UNSETTLED_OPENINGS.has(first ?? "") ||
    isWithinAQuestion(start, tokens) ||
    others.some((word, i) => CONDITIONALS.has(word) && !isTold(start + 1 + i, tokens))
  );
}

/** The second part of "is that a problem for Traffic Manager, DNS?"; "Container Instances?" by itself asks nothing yet. */
export function isWithinAQuestion(start: number, tokens: readonly Token[]): boolean {
  if (tokens[start]?.asked !== true) return false;
  const opening = startOfSentence(start, tokens);
  return opening < start && QUESTION_OPENINGS.has(wordAt(opening, tokens));
}

/** "When I ask this" supposes nothing. */
function isTold(at: number, tokens: readonly Token[]): boolean {
  return tokens[at]?.word === "when" && FIRST_PERSON.has(wordAt(at + 1, tokens)) && TELLS.has(wordAt(at + 2, tokens));
}

const TELLS: ReadonlySet<string> = new Set(
  "ask asked say said write wrote type typed search searched look looked".split(" "),
);

/** "Logic Apps posts into SAP (hosted by others, not our concern)" says it of SAP. */
export function endsWithAProduct(clause: Clause | undefined, named: readonly NameSpan[]): boolean {
  return clause !== undefined && named.findLast((span) => isAbout(span, clause))?.name.kind === "other-product";
}

/** "With Redis Enterprise? No: with Managed Redis" turns down what stands before it. */
export function isNo(clause: Clause | undefined, tokens: readonly Token[]): boolean {
  return clause !== undefined && clause.end - clause.start === 1 && NO_ANSWERS.has(wordAt(clause.start, tokens));
}

const CONDITIONS = anyOf(CONDITIONALS, "should case that");

/** "If Milan", "once our Milan": what is said of it is not so yet. */
export function isConditional({ start }: Span, tokens: readonly Token[]): boolean {
  return tokens.slice(Math.max(0, start - 2), start).some(({ word }) => CONDITIONS.has(word));
}
