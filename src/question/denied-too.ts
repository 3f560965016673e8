/** Names that share the fate of one that is denied: "not Event Grid or IoT Hub". */
import { startOfClause } from "./clauses";
import { joinedBy, type NameSpan } from "./name-span";
import { isLabelledOthers } from "./refused";
import { endsThought, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  ADDITIVE_ADVERBS,
  ALTERNATIVE_CONJUNCTIONS,
  anyOf,
  FIRST_PERSON,
  POLITE_WORDS,
  PREPOSITIONS_OF_SWAPPING,
  VERBS_OF_LEAVING_OUT,
  VERBS_OF_SWAPPING,
  WORDS_BEFORE_A_COMMAND,
} from "./word-classes";

/**
 * "Event Grid and IoT Hub are fine", "not Event Grid or IoT Hub": what is listed with a denied name is denied too.
 * @param named those that the words beside them deny
 */
export function withListed(
  denied: readonly NameSpan[],
  named: readonly NameSpan[],
  chosen: readonly NameSpan[],
  tokens: readonly Token[],
): readonly NameSpan[] {
  const all = new Set(denied);
  const word = (at: number) => wordAt(at, tokens);
  const isListed = (a: NameSpan, b: NameSpan) => joinedBy(a, b, tokens) === "word";
  chosen.forEach((span, i) => {
    const next = chosen[i + 1];
    if (!next || !all.has(span)) return;
    // "App Service or Functions? Functions, we decided" denies one of them.
    const isAlternative =
      named.includes(span) && ALTERNATIVE_CONJUNCTIONS.has(word(next.start - 1)) && isListed(span, next);
    if (isSwapped(span, next, tokens) || isAlternative || isSaidToo(next, tokens)) all.add(next);
    if (isOpening(span, tokens)) for (const other of turnedDownList(i, chosen, tokens)) all.add(other);
  });
  // "Data Factory, Data Explorer: data team"
  const isHeading = ({ start, end }: NameSpan) => isLabelledOthers(start, end, tokens);
  const isListedByComma = (a: NameSpan, b: NameSpan) => tokens[b.start]?.pause === "comma" && joinedBy(a, b, tokens);
  const last = chosen.findIndex((span) => denied.includes(span) && (PLURAL.has(word(span.end)) || isHeading(span)));
  for (let i = last; i > 0; i -= 1) {
    const [before, span] = [chosen[i - 1], chosen[i]];
    const end = chosen[last];
    const isJoined = (b: NameSpan, s: NameSpan) => isListed(b, s) || (end && isHeading(end) && isListedByComma(b, s));
    if (!before || !span || !isJoined(before, span)) break;
    all.add(before);
  }
  return [...all];
}

/** "AKS we redeploy from git, ACR too." */
function isSaidToo({ name, start, end }: NameSpan, tokens: readonly Token[]): boolean {
  const isClause = tokens[start]?.pause === "comma" && tokens[start]?.asked === false && name.kind === "service";
  return isClause && ADDITIVE_ADVERBS.has(wordAt(end, tokens)) && endsThought(end + 1, tokens);
}

/** "Skip Front Door", "please leave out", "instead of Event Grid" at the beginning of a clause. */
function isOpening({ start }: NameSpan, tokens: readonly Token[]): boolean {
  const before = wordsBetween(startOfClause(start, tokens), start, tokens);
  const opening = before.filter((word) => !BEFORE_A_COMMAND.has(word));
  return TURNS_DOWN.has(opening[0] ?? "") && opening.length <= LONGEST_COMMAND;
}

/** "Skip Front Door and Traffic Manager please, only …", "instead of Event Grid and Service Bus we take …": all of the list. */
function turnedDownList(at: number, chosen: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const rest = chosen.slice(at, at + LONGEST_LIST);
  const joints = rest.slice(1).map((span, i) => joinedBy(rest[i] ?? span, span, tokens));
  // "Disregard Redis and Cosmos. Service Bus and Event Hubs: …"
  const parted = joints.findIndex((by, i) => by === null || tokens[rest[i + 1]?.start ?? 0]?.pause === "end");
  const joined = joints.slice(0, parted < 0 ? undefined : parted);
  const end = joined.lastIndexOf("word") + 1;
  const next = tokens[rest[end]?.end ?? 0];
  const isOver = next !== undefined && (next.breakBefore || GOES_ON.has(next.word));
  const isOnOthers = chosen.slice(at + end + 1).some(({ name }) => name.kind === "service");
  return isOver && isOnOthers ? rest.slice(1, end + 1) : [];
}

const BEFORE_A_COMMAND = anyOf(WORDS_BEFORE_A_COMMAND, "in the our");
const TURNS_DOWN = anyOf(VERBS_OF_LEAVING_OUT, "leave leaving omitting disregarding instead place");
/** "instead of", "in place of", "leave out". */
const LONGEST_COMMAND = 2;
const LONGEST_LIST = 6;
const GOES_ON = anyOf(FIRST_PERSON, POLITE_WORDS, "our for");

/** "We replaced Application Gateway and its firewall by Azure Firewall" */
function isSwapped(span: NameSpan, next: NameSpan, tokens: readonly Token[]): boolean {
  const isFollowed = joinedBy(span, next, tokens) !== null && PREPOSITIONS_OF_SWAPPING.has(wordAt(next.end, tokens));
  return isFollowed && tokens.slice(startOfClause(span.start, tokens), span.start).some(({ word }) => SWAPS.has(word));
}

const SWAPS = anyOf(VERBS_OF_SWAPPING, "changed");
const PLURAL: ReadonlySet<string> = new Set(["are", "were", "out", "aside"]);
