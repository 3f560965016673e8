/** Which ways to survive a message names, that which it asks about first. */
import { wordSet } from "../knowledge/normalise";
import type { Topic } from "../knowledge/schema";
import { startOfClause } from "./name-span";
import { cuesIn, type Found, isWithin, withKind } from "./spans";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/**
 * In the order named; of two that start together the longer phrase first ("failover group" before "failover"). What is
 * only supposed comes last: "if our write region dies, is the failover …".
 */
export function topicsOf(spans: readonly Span[], tokens: readonly Token[]): Topic[] {
  const found = withKind(spans, "topic").sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept = found.filter(({ span }) => !found.some((other) => isWithin(span, other.span)));
  const last = (it: Found<"topic">) => (isSupposed(it.span, tokens) ? 1 : 0);
  const asked = withoutSetAside(kept, spans, tokens);
  const inOrder = asked.sort((a, b) => last(a) - last(b));
  const isOnFigures = kept.some(({ span }) => FIGURES.has(tokens[span.start]?.word ?? ""));
  const topics = withWrites([...new Set(inOrder.map((it) => byAgent(it, tokens)))], tokens);
  // "How much is gone after a failover, RPO I mean"
  const isAskedFor = kept.some(({ span }) => asksForFigure(span, tokens));
  return isAskedFor || (isOnFigures && topics[0] === "failover")
    ? [...new Set<Topic>(["recovery-objectives", ...topics])]
    : topics;
}

/** "Enough of backup. How is the failover done?" */
function withoutSetAside(
  found: ReadonlyArray<Found<"topic">>,
  spans: readonly Span[],
  tokens: readonly Token[],
): Array<Found<"topic">> {
  const said = cuesIn(spans);
  const opening = said("not").filter(({ start }) => start === startOfClause(start, tokens));
  const [before, behind] = [[...said("set-aside"), ...opening], said("set-aside", "not-behind")];
  const isApartAt = (at: number) => tokens[at]?.breakBefore ?? true;
  const isAside = ({ span }: Found<"topic">) =>
    before.some(
      ({ end }) => (end === span.start || end === span.start - 1) && !isApartAt(span.start) && !isApartAt(end),
    ) || behind.some(({ start }) => start === span.end && !isApartAt(start));
  const rest = found.filter((it) => !isAside(it));
  const clauseOf = ({ span }: Found<"topic">) => startOfClause(span.start, tokens);
  const isApart =
    rest.length > 0 && found.every((it) => !isAside(it) || rest.every((other) => clauseOf(other) !== clauseOf(it)));
  return isApart ? rest : [...found];
}

/** "SQL with a geo-secondary, what RPO do we get" */
function asksForFigure({ start }: Span, tokens: readonly Token[]): boolean {
  if (!FIGURES.has(tokens[start]?.word ?? "")) return false;
  const before = tokens[start - 1]?.word ?? "";
  return WHAT.has(before) || (before === "the" && BE.has(tokens[start - 2]?.word ?? ""));
}

const WHAT: ReadonlySet<string> = new Set(["what", "which"]);
const BE: ReadonlySet<string> = new Set(["is", "s", "are", "what"]);

/** "Is the failover managed by Microsoft", "initiate the account failover ourselves": who does it is what is asked. */
function byAgent({ span, meaning }: Found<"topic">, tokens: readonly Token[]): Topic {
  if (meaning.topic !== "failover") return meaning.topic;
  const start = startOfClause(span.start, tokens);
  const next = tokens.findIndex(({ pause }, i) => i >= span.end && pause === "end");
  const sentence = tokens.slice(start, next < 0 ? undefined : next).map(({ word }) => word);
  const isOurs = sentence.some((word) => OURSELVES.has(word));
  const isMicrosofts = sentence.some((word, i) => MICROSOFT.has(word) && isAgent(sentence[i - 1], sentence[i + 1]));
  if (isOurs === isMicrosofts) return "failover";
  return isOurs ? "customer-managed-failover" : "microsoft-managed-failover";
}

/** "By Microsoft", "does Microsoft", "Microsoft itself", "Microsoft starts". */
function isAgent(before: string | undefined, behind: string | undefined): boolean {
  return DOES.has(before ?? "") || STARTS.has(behind ?? "");
}

const MICROSOFT = wordSet("microsoft ms");
const OURSELVES = wordSet("ourselves myself ourself yourself manually hand");
const DOES = wordSet("by do does did can will would could must that");
const STARTS = wordSet(
  "itself start starts starting trigger triggers do does doing run runs initiate initiates declare declares manage manages",
);

/** "Write to it in Chile Central and in Brazil South at the same time". */
function withWrites(topics: Topic[], tokens: readonly Token[]): Topic[] {
  const writes = tokens.some(({ canonical, word }) => canonical === "write" || WRITABLE.has(word));
  const isAtOnce = AT_ONCE.test(tokens.map(({ word }) => word).join(" "));
  return writes && isAtOnce ? [...new Set<Topic>([...topics, "multi-region-writes"])] : topics;
}

const WRITABLE: ReadonlySet<string> = new Set(["writable", "writeable", "written"]);
const AT_ONCE =
  /\b(same time|at once|simultaneou|concurrent|in parallel|in (both|two|several|all|either) (the )?(region|place|site|location)|both region|two region)/;

const FIGURES: ReadonlySet<string> = new Set(["rpo", "rto"]);

/** "Once the replica is lost, …"; but "when can we fail over" asks. */
function isSupposed({ start }: Span, tokens: readonly Token[]): boolean {
  const clause = startOfClause(start, tokens);
  const [opening, next] = tokens.slice(clause, clause + 2).map(({ word }) => word);
  if (!SUPPOSES.has(opening ?? "")) return false;
  return !ASKS.has(next ?? "") && tokens.some(({ pause }, i) => i > start && pause === "comma");
}

const SUPPOSES = wordSet("if when once after should suppose whenever assuming");
const ASKS = wordSet("i we do does can could is are will would should must");
