/** Of services told of in clauses of their own, those that are turned down: "SignalR was yesterday, today Web PubSub". */
import type { Cue } from "../knowledge/schema";
import { type NameSpan, servicesOf } from "./name-span";
import { isWithin } from "./spans";
import type { Span } from "./spot";
import type { Token } from "./tokens";

type Cues = (cue: Cue) => readonly Span[];

/** A stretch of the message without a pause. */
type Clause = { readonly start: number; readonly end: number };

/** "Container Instances? Nah.", "…, but dropped it" */
const MOST_WORDS_OF_A_REFUSAL = 3;

/**
 * One of two services is turned down where its clause has a word of refusal or of the past, and the other is plainly the
 * one: its clause has a word of choice or of now, or all that follows speaks of one thing only ("can it …").
 * @param chosen the names of the message, in order
 * @returns the names that are not meant
 */
export function contrasted(chosen: readonly NameSpan[], cues: Cues, tokens: readonly Token[]): readonly NameSpan[] {
  const services = chosen.filter(({ name }) => name.kind === "service");
  const refusals = cues("turned-down").filter((span) => !tellsOfAnother(span, tokens));
  if (services.length < 2 || refusals.length === 0) return [];
  const clauses = clausesOf(tokens);
  const isAbout = (span: Span, clause: Clause) => span.start >= clause.start && span.start < clause.end;
  // "Site Recovery" has "recovery" in it.
  const onRegions = ON_REGIONS.flatMap(cues).filter((span) => !chosen.some((name) => isWithin(span, name)));
  const isDown = (clause: Clause, i: number) =>
    !asksOrSupposes(clause, tokens) &&
    !onRegions.some((span) => isAbout(span, clause)) &&
    (refusals.some((span) => isAbout(span, clause)) || isRefusal(clauses[i + 1], refusals, services));
  const down = clauses.filter(isDown);
  const isTurnedDown = (span: NameSpan) => down.some((clause) => isAbout(span, clause));
  const taken = services.filter((span) => !isTurnedDown(span));
  const again = new Set(taken.flatMap(servicesOf));
  const refused = services.filter((span) => isTurnedDown(span) && !servicesOf(span).some((id) => again.has(id)));
  if (taken.length === 0 || refused.length === 0) return [];
  const isTaken = taken.some((span) => cues("taken-up").some((cue) => isAbout(cue, clauseOf(span, clauses))));
  return isTaken || goesOnWithOne(services, tokens) ? refused : [];
}

/** "…, App Service did not": not turned down, it did not do what the other did. */
function tellsOfAnother({ end }: Span, tokens: readonly Token[]): boolean {
  const isLast = tokens[end]?.breakBefore ?? true;
  return isLast && LEAVES_OFF.has(tokens[end - 1]?.word ?? "");
}

const LEAVES_OFF: ReadonlySet<string> = new Set(["not", "t"]);

/** What such a clause tells is a question on the region, not on which service is meant. */
const ON_REGIONS: readonly Cue[] = ["region-loss", "regions", "paired", "nonpaired"];

function clausesOf(tokens: readonly Token[]): Clause[] {
  const starts = tokens.flatMap(({ breakBefore, word }, at) =>
    at === 0 || breakBefore || TURNS.has(word) ? [at] : [],
  );
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? tokens.length }));
}

/** "I was told VPN but it is ExpressRoute" */
const TURNS: ReadonlySet<string> = new Set(["but", "while", "whereas", "although", "though"]);

function clauseOf({ start }: Span, clauses: readonly Clause[]): Clause {
  return clauses.find((clause) => start >= clause.start && start < clause.end) ?? { start, end: start };
}

/** "Nah", which turns down what stands before it. */
function isRefusal(clause: Clause | undefined, refusals: readonly Span[], services: readonly NameSpan[]): boolean {
  if (!clause || clause.end - clause.start > MOST_WORDS_OF_A_REFUSAL) return false;
  const isInside = ({ start }: Span) => start >= clause.start && start < clause.end;
  return !services.some(isInside) && refusals.some(isInside);
}

/** "Is Event Grid out", "I don't know if Front Door was refused": nothing is turned down yet. */
function asksOrSupposes({ start, end }: Clause, tokens: readonly Token[]): boolean {
  const [first, ...others] = tokens.slice(start, end).map(({ word }) => word);
  return OPENS_A_QUESTION.has(first ?? "") || others.some((word) => SUPPOSES.has(word));
}

const OPENS_A_QUESTION: ReadonlySet<string> = new Set(
  "is are was were do does did can could should would will has have what which how why who when where if once unless while whether".split(
    " ",
  ),
);
const SUPPOSES: ReadonlySet<string> = new Set(["if", "whether", "once", "unless", "when", "know", "sure"]);

/** "… can it be written in two regions": what follows the names is about one of them. */
function goesOnWithOne(services: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const rest = tokens.slice(Math.max(...services.map(({ end }) => end))).map(({ word }) => word);
  return rest.some((word) => ONE.has(word)) && !rest.some((word) => SEVERAL.has(word));
}

const ONE: ReadonlySet<string> = new Set(["it", "its", "itself"]);
const SEVERAL: ReadonlySet<string> = new Set("they them their these those both each either all".split(" "));
