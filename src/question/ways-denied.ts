/** Whether a way to survive is there: "no failover group", "replicas are not set up", "we have a replica now". */
import { wordSet } from "../knowledge/normalise";
import type { Span } from "./spot";
import { endOfThought, startOfThought, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, DETERMINERS, FORMS_OF_BE, FORMS_OF_DO, FORMS_OF_HAVE, MODAL_VERBS } from "./word-classes";

export function isWayDenied(way: Span, tokens: readonly Token[]): boolean {
  return isDeniedAhead(way, tokens) || isDeniedBehind(way, tokens);
}

/** "No", "without any", "we don't have a", "is not"; but "can't geo-replicate", "don't need" say nothing of what there is. */
function isDeniedAhead({ start }: Span, tokens: readonly Token[]): boolean {
  for (let at = start; at > 0 && start - at <= MOST_BETWEEN; at -= 1) {
    if (tokens[at]?.breakBefore) return false;
    const word = wordAt(at - 1, tokens);
    if (DENIES.has(word)) return true;
    if (TURNS_ROUND.has(word)) return isOfWhatIs(at - 1, start, tokens);
    if (!BETWEEN.has(word)) return false;
  }
  return false;
}

const MOST_BETWEEN = 5;
const DENIES = wordSet("no without lack lacks lacking missing nor neither disabled w/o");
const TURNS_ROUND = wordSet("not t never");
const BETWEEN = anyOf(
  DETERMINERS,
  FORMS_OF_HAVE,
  "any use uses using got been set up in place being get yet azure cross region native active passive single own real other kind of sort",
);

/** "Are not replicated", "have no"; of "don't" the verb has to say what is had. */
function isOfWhatIs(at: number, way: number, tokens: readonly Token[]): boolean {
  const verb = wordAt(at - 1, tokens);
  if (MODAL_VERBS.has(verb) || verb === "why") return false;
  if (!FORMS_OF_DO.has(verb) && !DO.has(verb)) return true;
  return wordsBetween(at + 1, way, tokens).some((word) => HAD.has(word));
}

const DO = wordSet("don doesn didn");
const HAD = wordSet("have has got use uses using");

/** "Geo-replication is not set up", "failover groups: none", "replication is off". */
function isDeniedBehind({ end }: Span, tokens: readonly Token[]): boolean {
  if (wordAt(end, tokens) === "none") return true;
  const [verb, ...rest] = wordsBetween(end, Math.min(end + 4, endOfThought(end, tokens)), tokens);
  if (verb === undefined || tokens[end]?.breakBefore) return false;
  if (verb === "not") return SET_UP.has(rest[0] ?? "");
  if (!BE_OR_HAVE.has(verb)) return false;
  const [second = "", third = ""] = rest;
  return IS_OFF.has(second) || (TURNS_ROUND.has(second) && SET_UP.has(third));
}

const BE_OR_HAVE = anyOf(FORMS_OF_BE, FORMS_OF_HAVE, "isn aren wasn hasn haven s");
const SET_UP = wordSet("set configured enabled on in there yet used been turned switched active");
const IS_OFF = wordSet("off disabled missing");

/** "We have set up a failover group", "it is GRS now". */
export function isWaySetUp({ start, end }: Span, tokens: readonly Token[]): boolean {
  const from = startOfThought(start, tokens);
  const before = wordsBetween(from, start, tokens);
  const isOurs = before.some((word) => THOSE_WHO_HAVE.has(word));
  const isNow = wordAt(end, tokens) === "now" || before.includes("now");
  return (isOurs && before.some((word) => SETS_UP.has(word))) || isNow;
}

const THOSE_WHO_HAVE = wordSet("we i it they there ve");
const SETS_UP = anyOf(FORMS_OF_HAVE, "ve set enabled added configured switched turned use using put made created");

/** Where neither of these stands, no way is told to be missing, or to be there. */
export const WORDS_OF_DENIAL = anyOf(DENIES, TURNS_ROUND, IS_OFF, "none");
export const WORDS_OF_SETTING_UP = anyOf(SETS_UP, "now");
