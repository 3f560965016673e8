/** Of services told of in clauses of their own, those that are turned down: "SignalR was yesterday, today Web PubSub". */
import { wordSet } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import { isDoubted } from "./asked-at-once";
import { asksOrSupposes, type Clause, clauseOf, clausesOf, endsWithAProduct, isAbout, isNo, tailOf } from "./clauses";
import { countedOff } from "./counted-off";
import { isLabel, isWhatItDoes } from "./denial-places";
import { isNoDenial } from "./denial-words";
import { isMovedOnto } from "./moved-on";
import { joinedBy, type NameSpan, servicesAmong, servicesOf, sharesWith } from "./name-span";
import { isRefusal } from "./refused";
import { setAsideBy } from "./set-aside";
import { singledOut } from "./singled-out";
import { isWithin, type SpansOf } from "./spans";
import type { Span } from "./spot";
import { endsThought, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { AUXILIARY_VERBS, anyOf, NEGATIONS, PREPOSITIONS_OF_MEANS, PRONOUNS_OF_THINGS } from "./word-classes";

/**
 * One of two services is turned down where its clause has a word of refusal or of the past, and the other is plainly the
 * one: its clause has a word of choice or of now, or all that follows speaks of one thing only ("can it …").
 * @param chosen the names of the message, in order, those left out that are denied
 * @param named all names of the message
 * @returns the names that are not meant
 */
export function contrasted(
  chosen: readonly NameSpan[],
  named: readonly NameSpan[],
  cues: SpansOf,
  tokens: readonly Token[],
): readonly NameSpan[] {
  const services = servicesAmong(chosen);
  if (services.length < 2) return [];
  const counted = countedOff(services, cues, tokens);
  if (counted.length > 0) return counted;
  const clauses = clausesOf(tokens);
  const aside = setAsideBy(clauses, services, cues, tokens, named);
  const singled = singledOut(services, tokens);
  // "Grafana is no concern, it is the workspace. Grafana can be rebuilt" comes back to what is set aside.
  if (singled && !aside?.includes(singled)) return services.filter((span) => !sharesWith(span, singled));
  if (cues("turned-down", "set-aside").length === 0 || areOpinions(clauses, services, tokens)) return [];
  const refused = aside ?? turnedDownFor(clauses, chosen, named, cues, tokens);
  // "Next week we drop AKS, Key Vault and Bastion" says the same of all that are listed.
  return refused.filter((span) => !sharesItsFate(services.indexOf(span), services, refused, tokens));
}

/** "Team red says Container Apps can't, team blue says ACI can't": who of them is right is what is asked. */
function areOpinions(clauses: readonly Clause[], services: readonly NameSpan[], tokens: readonly Token[]): boolean {
  // "It says Key Vault in the ticket, should say Managed HSM" is nobody's opinion.
  const isSaid = ({ start, end }: Clause) =>
    tokens.slice(start, end).some(({ word }, i) => SAYS.has(word) && !WRITTEN.has(wordAt(start + i - 1, tokens)));
  const isOpinion = (span: NameSpan) => isSaid(clauseOf(span, clauses));
  return new Set(services.filter(isOpinion).flatMap(servicesOf)).size > 1;
}

const WRITTEN: ReadonlySet<string> = new Set(["it", "should", "must", "to", "ticket", "diagram", "text", "mail"]);
const SAYS = wordSet("say says think thinks claim claims believe believes swear swears");

function sharesItsFate(
  at: number,
  services: readonly NameSpan[],
  refused: readonly NameSpan[],
  tokens: readonly Token[],
): boolean {
  const next = services[at + 1];
  return next !== undefined && !refused.includes(next) && isListOn(at, services, tokens);
}

/** Whether a list goes on behind this name that ends with "and": "AKS, Key Vault and Bastion". */
function isListOn(at: number, services: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const [span, next] = [services[at], services[at + 1]];
  const by = span && next ? joinedBy(span, next, tokens) : null;
  // "You may delete SQL Database. Blob Storage and Cosmos DB remain" is no list.
  const isComma = by === "pause" && tokens[next?.start ?? 0]?.pause !== "end";
  // "He drew Application Gateway → AKS → PostgreSQL" has them in one row.
  const isArrow = by === "pause" && span?.end === next?.start && tokens[next?.start ?? 0]?.pause === "other";
  return by === "word" || isArrow || (isComma && isListOn(at + 1, services, tokens));
}

/** The names that are turned down, if the others are plainly the ones that are meant. */
function turnedDownFor(
  clauses: readonly Clause[],
  chosen: readonly NameSpan[],
  named: readonly NameSpan[],
  cues: SpansOf,
  tokens: readonly Token[],
): readonly NameSpan[] {
  const services = servicesAmong(chosen);
  const { down, plainly, outright } = turnedDown(clauses, named, cues, tokens);
  const isTurnedDown = (span: NameSpan) => !isMovedOnto(span, tokens) && down.some((clause) => isAbout(span, clause));
  const taken = services.filter((span) => !isTurnedDown(span));
  const again = new Set(taken.flatMap(servicesOf));
  const refused = services.filter((span) => isTurnedDown(span) && !servicesOf(span).some((id) => again.has(id)));
  if (taken.length === 0) return [];
  const isTaken = taken.some((span) => isTakenUp(span, clauses, cues, tokens));
  const isPlain = refused.every((span) => plainly.some((clause) => isAbout(span, clause)));
  return isTaken || outright || (isPlain && endsWithOne(taken, refused)) || goesOnWithOne(services, tokens)
    ? refused
    : [];
}

/** "The old estate used Cache for Redis, gone since May. With Managed Redis: who …" */
function endsWithOne(taken: readonly NameSpan[], refused: readonly NameSpan[]): boolean {
  const first = taken[0];
  const isOne = first !== undefined && taken.every((span) => sharesWith(span, first));
  return isOne && refused.every(({ end }) => end <= first.start);
}

/** "The app service was moved last month" is no refusal yet. */
const TIMES: ReadonlySet<string> = new Set(["last", "next", "year", "month", "week"]);

/** "Today it is Event Grid", "Today: Event Grid", "…, but the budget says Traffic Manager". */
function isTakenUp(span: NameSpan, clauses: readonly Clause[], cues: SpansOf, tokens: readonly Token[]): boolean {
  const clause = clauseOf(span, clauses);
  const before = clauses.find(({ end }) => end === clause.start);
  const isHeading = before !== undefined && before.end - before.start <= WORDS_OF_A_HEADING;
  const start = isHeading && tokens[clause.start]?.pause === "colon" ? before.start : clause.start;
  const isSaid = cues(...TAKEN_UP).some((cue) => isAbout(cue, { ...clause, start }));
  const isTurn = TURNS_TO.has(wordAt(start, tokens)) || AUXILIARY_VERBS.has(wordAt(clause.end - 1, tokens));
  return isSaid || isTurn || isBare(span, clause, tokens);
}

/** "Cosmos was proposed by the consultant and rejected by me. Table Storage. …", "ExpressRoute first" */
function isBare({ start, end }: NameSpan, clause: Clause, tokens: readonly Token[]): boolean {
  const isSentence = ENDS.has(tokens[clause.start]?.pause ?? "") && ENDS.has(tokens[clause.end]?.pause ?? "end");
  return isSentence && clause.end - clause.start - (end - start) <= WORDS_BESIDE_A_BARE_NAME;
}

const ENDS: ReadonlySet<string> = new Set(["end", "colon"]);

const WORDS_BESIDE_A_BARE_NAME = 1;

const TAKEN_UP: readonly Cue[] = ["taken-up", "consequence", "in-use", "chosen"];
const TURNS_TO: ReadonlySet<string> = new Set(["but", "so"]);
/** "These days:". */
const WORDS_OF_A_HEADING = 3;

/** @returns the clauses that turn down what they name, those that plainly do, and whether one does outright: "…? Nah." */
function turnedDown(clauses: readonly Clause[], chosen: readonly NameSpan[], cues: SpansOf, tokens: readonly Token[]) {
  // "I don't understand Site Recovery" turns nothing down.
  const isTaken = (span: Span) => cues("taken-up").some((other) => isWithin(span, other));
  const isNoRefusal = (span: Span) =>
    tellsOfAnother(span, tokens) ||
    isNoDenial(span, tokens) ||
    isSent(span, tokens) ||
    isLikeIt(span, tokens) ||
    isTaken(span) ||
    isDoubted(span.end, tokens) ||
    isWhatItDoes(span, chosen, tokens) ||
    isLabel(span, tokens) ||
    isOfARegion(span, chosen);
  const refusals = cues("turned-down").filter((span) => !isNoRefusal(span));
  // "Site Recovery" has "recovery" in it.
  const onRegions = cues(...ON_REGIONS).filter((span) => !chosen.some((name) => isWithin(span, name)));
  const isOnRegions = (clause: Clause) => onRegions.some((it) => isAbout(it, clause));
  // "…, nat gateway and the firewall. No pair there" refuses nothing.
  const isRefusedNext = (i: number, by: readonly Span[]) =>
    !endsWithAProduct(clauses[i], chosen) &&
    [...clauses.slice(i + 1, i + 2), ...tailOf(i, clauses, chosen)].some(
      // "ACR. Out of scope: Batch" heads what follows.
      (tail) => isRefusal(tail, by, chosen, tokens) && !isOnRegions(tail) && tokens[tail.end]?.pause !== "colon",
    );
  const may = clauses.map((clause) => !asksOrSupposes(clause, tokens) && !isOnRegions(clause));
  // "Binned: Logic Apps."
  const isHeadedBy = (by: readonly Span[], clause: Clause, heading: Clause | undefined) =>
    tokens[clause.start]?.pause === "colon" && !isNo(heading, tokens) && isRefusal(heading, by, chosen, tokens);
  const isDownBy = (by: readonly Span[]) => (clause: Clause, i: number) =>
    may[i] === true &&
    (by.some((span) => isAbout(span, clause)) || isHeadedBy(by, clause, clauses[i - 1]) || isRefusedNext(i, by));
  const isNamed = (clause: Clause) => chosen.some((span) => span.name.kind === "service" && isAbout(span, clause));
  const isNothingElse = (clause?: Clause) =>
    refusals.some(({ start, end }) => start === clause?.start && end === clause.end);
  const outright = clauses.some((clause, i) => may[i] === true && isNamed(clause) && isNothingElse(clauses[i + 1]));
  // "Dead" may be a letter, "gone since May" is the end of it.
  const plainly = refusals.filter(({ start, end }) => end - start > 1 && !TIMES.has(wordAt(start, tokens)));
  return { down: clauses.filter(isDownBy(refusals)), plainly: clauses.filter(isDownBy(plainly)), outright };
}

/** "Bastion in Chile Central; if Santiago is out …" says it of the place. */
function isOfARegion({ start }: Span, chosen: readonly NameSpan[]): boolean {
  return chosen.some(({ name, end }) => name.kind === "region" && end === start);
}

/** "…, App Service did not": not turned down, it did not do what the other did. */
function tellsOfAnother({ start, end }: Span, tokens: readonly Token[]): boolean {
  // "ExpressRoute replaced it": what was named before is turned down.
  if (tokens[start]?.word === "replaced" && PRONOUNS_OF_THINGS.has(wordAt(end, tokens))) return true;
  const isLast = endsThought(end, tokens);
  return isLast && NEGATIONS.has(wordAt(end - 1, tokens));
}

/** "Mails go out through Logic Apps" are sent; "AKS has gone out" is over. */
function isSent({ start, end }: Span, tokens: readonly Token[]): boolean {
  const go = tokens[start];
  if (go?.canonical !== "go" || tokens[end - 1]?.word !== "out") return false;
  return !OVER.has(go.plain) || SENDS.has(wordAt(end, tokens));
}

const OVER: ReadonlySet<string> = new Set(["gone", "went"]);
const SENDS = anyOf(PREPOSITIONS_OF_MEANS, "at");

/** "PlayFab-like stuff on Functions" */
function isLikeIt({ start, end }: Span, tokens: readonly Token[]): boolean {
  return tokens[start]?.word === "like" && THINGS.has(wordAt(end, tokens)) && !tokens[end]?.breakBefore;
}

const THINGS: ReadonlySet<string> = new Set(["stuff", "thing", "things", "logic", "code", "features"]);

/** What such a clause tells is a question on the region, not on which service is meant. */
const ON_REGIONS: readonly Cue[] = ["region-loss", "regions", "paired", "nonpaired"];

/** "… can it be written in two regions": what follows the names is about one of them; "any of it" is not. */
function goesOnWithOne(services: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const rest = tokens.slice(Math.max(...services.map(({ end }) => end))).map(({ word }) => word);
  const isOne = (word: string, i: number) => ONE.has(word) && !OF_IT.has(rest[i - 1] ?? "");
  return rest.some(isOne) && !rest.some((word) => SEVERAL.has(word));
}

const OF_IT: ReadonlySet<string> = new Set(["of", "beside", "below", "above", "under", "around"]);
const ONE: ReadonlySet<string> = new Set(["it", "its", "itself"]);
const SEVERAL: ReadonlySet<string> = new Set("they them their these those both each either all".split(" "));
