/** Names that are plainly no concern, whatever is said of the others: "Front Door I have under control". */
import { wordSet } from "../knowledge/normalise";
import { isAskedAtOnce } from "./asked-at-once";
import { asksOrSupposes, type Clause, clauseOf, endsWithAProduct, isAbout, isWithinAQuestion } from "./clauses";
import { isByAService, isByUs, isExcepted } from "./denial-places";
import { type NameSpan, servicesOf, sharesWith } from "./name-span";
import type { SpansOf } from "./spans";
import type { Span } from "./spot";
import { wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  ADDITIVE_ADVERBS,
  ADVERBS_OF_NOW,
  anyOf,
  FIRST_PERSON,
  PERSONAL_PRONOUNS,
  PREPOSITIONS_OF_PLACE,
  PRONOUNS_OF_THINGS,
  QUESTION_WORDS,
  RELATIVE_PRONOUNS,
} from "./word-classes";

/**
 * @param named all names of the message
 * @returns the names of such clauses, if there are any and others are left
 */
export function setAsideBy(
  clauses: readonly Clause[],
  services: readonly NameSpan[],
  cues: SpansOf,
  tokens: readonly Token[],
  named: readonly NameSpan[],
): readonly NameSpan[] | null {
  const aside = cues("set-aside").filter((span) => !isAskedAtOnce(span, tokens) && !isByAService(span, named, tokens));
  if (aside.length === 0) return null;
  const excepted = services.find(
    (span) => isExcepted(span, tokens) && isSaidBehind(aside, clauseOf(span, clauses), span),
  );
  if (excepted) return services.filter((span) => !sharesWith(span, excepted));
  const isAside = (span: NameSpan) =>
    !isExcepted(span, tokens) &&
    (isAsideIn(clauseOf(span, clauses), span, aside, tokens) ||
      (!endsWithAProduct(clauseOf(span, clauses), named) && isAsideBehind(span, clauses, services, aside, tokens)));
  // "Firewall writes its logs to a workspace. The firewall we can rebuild": what is said last counts.
  const lastSaid = lastOf(services);
  const out = new Set([...lastSaid].flatMap(([id, span]) => (isAside(span) ? [id] : [])));
  const set = services.filter((span) => servicesOf(span).every((id) => out.has(id)));
  return set.length > 0 && set.length < services.length ? set : null;
}

/** "Everything but the IoT Hub is sorted". */
function isSaidBehind(aside: readonly Span[], clause: Clause, { end }: NameSpan): boolean {
  return aside.some((it) => it.start >= end && isAbout(it, clause));
}

/** Of each service where it is named last; by a name of its own, if it has one. */
function lastOf(services: readonly NameSpan[]): ReadonlyMap<string, NameSpan> {
  const inOrder = [...services].sort((a, b) => servicesOf(b).length - servicesOf(a).length || a.start - b.start);
  return new Map(inOrder.flatMap((span) => servicesOf(span).map((id) => [id, span])));
}

function isAsideIn(clause: Clause, name: NameSpan, aside: readonly Span[], tokens: readonly Token[]): boolean {
  const own = aside.filter((it) => isAbout(it, clause) && isSaidOf(it, name, tokens) && !isOurs(it, tokens));
  return own.some((it) => isStatement(clause, it, aside, tokens));
}

/** "Anna looks after Event Grid and I look after Service Bus". */
function isOurs({ start }: Span, tokens: readonly Token[]): boolean {
  return tokens[start]?.word === "look" && FIRST_PERSON.has(wordAt(start - 1, tokens));
}

/** "X doesn't bother me if Milan is lost" supposes that of Milan; "how AKS pulls them is not my question" asks nothing. */
function isStatement(clause: Clause, { end }: Span, aside: readonly Span[], tokens: readonly Token[]): boolean {
  const { start } = clause;
  const isOpening = QUESTION_WORDS.has(wordAt(start, tokens)) && end === clause.end && tokens[start]?.asked !== true;
  const isIf = tokens[end]?.word === "if" && tokens[start]?.asked !== true;
  const said = { start: isOpening ? start + 1 : start, end: isIf ? end : clause.end };
  return !asksOrSupposes(said, tokens, aside);
}

/** "IoT Hub, but that is someone else's", "Front Door, which I know": a clause that names nothing says it of the one before. */
function isAsideBehind(
  name: NameSpan,
  clauses: readonly Clause[],
  services: readonly NameSpan[],
  aside: readonly Span[],
  tokens: readonly Token[],
): boolean {
  const at = clauses.findIndex((clause) => isAbout(name, clause));
  const tail = clauses[endOfList(at, clauses, services)];
  // "Can Bastion, NAT Gateway or Firewall fail over? Sales said no"
  if (isWithinAQuestion(clauses[at]?.start ?? 0, tokens)) return false;
  if (!tail || services.some((span) => isAbout(span, tail))) return false;
  // "ACR. Out of scope: Batch" heads what follows.
  if (tokens[tail.end]?.pause === "colon") return false;
  // "Which is none of my business" asks nothing.
  const start = RELATIVE_PRONOUNS.has(wordAt(tail.start, tokens)) ? tail.start + 2 : tail.start;
  return aside.some(
    (it) => isAbout(it, tail) && isOfIt(it, tail, tokens) && isStatement({ ...tail, start }, it, aside, tokens),
  );
}

/** "ARO, Container Apps, Container Instances: all refused": the clause behind a list. */
function endOfList(at: number, clauses: readonly Clause[], services: readonly NameSpan[]): number {
  const isItem = ({ start, end }: Clause) => services.some((span) => span.start === start && span.end === end);
  const rest = clauses.slice(at, at + LONGEST_LIST);
  const items = rest.findIndex((clause) => !isItem(clause));
  return at + Math.max(1, items < 0 ? rest.length : items);
}

const LONGEST_LIST = 6;

/** "…, which I know", "…, but that is someone else's", "…, I can rebuild in an hour", "…, our CTO said no". */
function isOfIt({ start, end }: Span, tail: Clause, tokens: readonly Token[]): boolean {
  // "Zones are global, so never mind these"
  const from = tokens[tail.start]?.word === "so" ? tail.start + 1 : tail.start;
  const [first, ...more] = wordsBetween(from, start, tokens);
  const rest = tokens.slice(end, tail.end);
  const isShort = rest.length <= (FIRST_PERSON.has(wordAt(start, tokens)) ? BEHIND_OURS : 1);
  if (first === undefined) return isShort || rest.every(({ word }) => BEHIND_IT.has(word));
  if (more.length >= BEFORE_IT_IS_SAID) return false;
  const isRefusal = end === tail.end && REFUSES.has(wordAt(end - 1, tokens));
  return isRefusal || BACK.has(first) || (first === "but" && BACK.has(more[0] ?? ""));
}

/** "I can rebuild in an hour". */
const BEHIND_OURS = 3;
/** "No one runs it any more." */
const BEHIND_IT = anyOf(PRONOUNS_OF_THINGS, ADVERBS_OF_NOW, "any more anymore here for us at in all longer");
const REFUSES = wordSet("no it against after");
/** "but that one our". */
const BEFORE_IT_IS_SAID = 4;
const BACK = anyOf(PRONOUNS_OF_THINGS, PERSONAL_PRONOUNS, "he she which all none both");

/** "The VPN is under control", "nobody uses the VPN"; but "speed is not important for the VPN" is said of the speed. */
function isSaidOf({ start, end }: Span, name: NameSpan, tokens: readonly Token[]): boolean {
  if (start >= name.end) return !isByUs(end, tokens);
  const between = wordsBetween(end, name.start, tokens);
  // "I know that Key Vault is copied" says it of all that follows.
  if (PRONOUNS_OF_THINGS.has(wordAt(end - 1, tokens))) return false;
  // "Synapse is history and Data Factory as well"
  if (between[0] === "and") return AS_WELL.has(wordAt(name.end, tokens)) && between.length <= 2;
  return !between.some((word) => TIES.has(word));
}

const AS_WELL = anyOf(ADDITIVE_ADVERBS, "as");

const TIES = anyOf(PREPOSITIONS_OF_PLACE, "for on with by when and because of due");
