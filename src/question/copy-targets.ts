/** Regions that something is copied to: "restore it in UAE North", "UAE North as DR", "with GRS to West Europe". */
import { wordSet } from "../knowledge/normalise";
import { calledPrimary } from "./called-primary";
import { servicesAmong } from "./name-span";
import type { Names } from "./names";
import { placesOf } from "./spans";
import type { Span } from "./spot";
import { isToTakeOver, ROLES } from "./take-over";
import { beginsThought, endsThought, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  DETERMINERS,
  FORMS_OF_BE,
  LIST_CONJUNCTIONS,
  POSSESSIVES,
  PREPOSITIONS_INSIDE,
  PREPOSITIONS_TOWARDS,
  PRONOUNS_OF_THINGS,
} from "./word-classes";

/** @returns the regions that a message names as those that a copy goes to, in the order named */
export function copyTargets({ chosen }: Pick<Names, "chosen">, tokens: readonly Token[]): readonly string[] {
  const found = new Set<string>();
  const primary = calledPrimary({ chosen }, tokens);
  let last: Span | null = null;
  for (const span of chosen) {
    if (span.name.kind !== "region") continue;
    const goesOn = last !== null && isListedBehind(last, span, tokens);
    if (!goesOn && !isTarget(span, chosen, tokens)) continue;
    last = span;
    for (const region of span.name.regions) found.add(region);
  }
  return primary.size > 0 ? besideThePrimary(primary, [...found], chosen) : [...found];
}

/** "DR in Doha, primary in Dubai" */
function besideThePrimary(primary: ReadonlySet<string>, found: readonly string[], chosen: Names["chosen"]) {
  const isElse = (id: string) => !primary.has(id);
  const rest = found.filter(isElse);
  if (rest.length > 0) return rest;
  return chosen.flatMap(({ name }) => (name.kind === "region" ? name.regions : [])).filter(isElse);
}

/** "To UAE North or West Europe". */
function isListedBehind({ end }: Span, { start }: Span, tokens: readonly Token[]): boolean {
  return wordsBetween(end, start, tokens).every((word) => LIST_CONJUNCTIONS.has(word) || DETERMINERS.has(word));
}

function isTarget(place: Span, chosen: Names["chosen"], tokens: readonly Token[]): boolean {
  let at = place.start - 1;
  while (BEFORE_A_PLACE.has(wordAt(at, tokens))) at -= 1;
  const preposition = wordAt(at, tokens);
  if (FROM.has(preposition)) return false;
  if (isNamedAsTarget(place, tokens) || isCalledTarget(place.start - 1, tokens)) return true;
  if (isToTakeOver(place, chosen, tokens) || isRightBehind(place, chosen, tokens)) return true;
  // "And to Qatar Central instead"
  if (IN_PLACE_OF.has(wordAt(place.end, tokens))) return false;
  const inServices = placesOf(servicesAmong(chosen));
  if (TOWARDS.has(preposition)) return goesThere(at, inServices, tokens) || isWayFromOneTo(at, chosen, tokens);
  return BESIDE.has(preposition) && isCopiedThere(at, inServices, tokens);
}

const BEFORE_A_PLACE = anyOf(DETERMINERS, "azure region regions second secondary other another");
const FROM = wordSet("from out");
const IN_PLACE_OF = wordSet("instead rather");
const TOWARDS = anyOf(PREPOSITIONS_TOWARDS, "towards toward");
const BESIDE = anyOf(PREPOSITIONS_INSIDE, "at with across over");

function regionBefore(at: number, chosen: Names["chosen"]): Span | undefined {
  return chosen.find(({ name, end }) => name.kind === "region" && end === at);
}

/** "NetApp Qatar Dubai", "SQL MI Doha DR Dubai": the one right behind the other. */
function isRightBehind({ start }: Span, chosen: Names["chosen"], tokens: readonly Token[]): boolean {
  const at = ROLES.has(wordAt(start - 1, tokens)) ? start - 1 : start;
  if (!regionBefore(at, chosen)) return false;
  return at < start ? !tokens[start]?.breakBefore : !tokens[at]?.breakBefore;
}

/** "UAE North as DR", "West Europe for the second copy", "Dubai is our DR region". */
function isNamedAsTarget({ start, end }: Span, tokens: readonly Token[]): boolean {
  // "Is North Europe our pair?"
  const owner = FORMS_OF_BE.has(wordAt(end, tokens)) ? end + 1 : end;
  if (POSSESSIVES.has(wordAt(owner, tokens)) && PAIRS.has(wordAt(owner + 1, tokens))) return true;
  // "Dublin secondary", after "Milan primary"
  if (NAMED_ROLES.has(wordAt(end, tokens)) && end + 1 === tokens.length && isOpening(start - 1, tokens)) return true;
  if (!AS.has(wordAt(end, tokens)) && !isMade(start, end, tokens)) return false;
  const from = AS.has(wordAt(end, tokens)) ? end + 1 : end;
  const next = wordsBetween(from, from + WORDS_OF_A_ROLE, tokens).filter((word) => !DETERMINERS.has(word));
  return ROLES.has(next[0] ?? "");
}

const AS = anyOf(FORMS_OF_BE, "as for");
/** "Make Madrid the secondary". */
function isMade(start: number, end: number, tokens: readonly Token[]): boolean {
  return MAKES.has(wordAt(start - 1, tokens)) && !tokens[end]?.breakBefore;
}

const MAKES = wordSet("make makes making");
const PAIRS = wordSet("pair partner sister");
/** "its second". */
const WORDS_OF_A_ROLE = 2;

/** "The target is UAE North", "secondary: UAE North", "replica Madrid", "other region Amsterdam". */
function isCalledTarget(before: number, tokens: readonly Token[]): boolean {
  // "The failover is in Dubai", "the DR will be in Madrid"
  let at = IN_IT.has(wordAt(before, tokens)) && IS_THERE.has(wordAt(before - 1, tokens)) ? before - 1 : before;
  while (IS_TO_BE.has(wordAt(at, tokens))) at -= 1;
  const isElse = isActivePassive(at, tokens) || isOfTheOneBefore(at, before, tokens);
  const role = isElse ? "" : wordAt(at, tokens);
  if (NAMED_ROLES.has(role) || (at < before && ROLES.has(role))) return true;
  const isRole = at < before ? OTHERS.has(role) && SITES.has(wordAt(at + 1, tokens)) : COPIES_THERE.has(role);
  return isRole && isOpening(at, tokens);
}

/** "Madrid is passive, Milan is active". */
function isOfTheOneBefore(at: number, before: number, tokens: readonly Token[]): boolean {
  return at === before && AS.has(wordAt(at - 1, tokens)) && tokens[at + 1]?.breakBefore === true;
}

const IS_THERE = anyOf(FORMS_OF_BE, "be");
const IN_IT = anyOf(PREPOSITIONS_INSIDE, "at");

/** "And the replica": nothing else is said before it. */
function isOpening(at: number, tokens: readonly Token[]): boolean {
  return wordsBetween(0, at, tokens).every((word) => OPENINGS.has(word) || DETERMINERS.has(word));
}

const OTHERS = wordSet("other another");
const COPIES_THERE = wordSet("replica copy failover dr");
const SITES = wordSet("region site location be now");
/** "The DR is going to be Dubai". */
const IS_TO_BE = anyOf(FORMS_OF_BE, SITES, "will shall would should going to");
const NAMED_ROLES = wordSet("secondary target destination standby passive");

/** "Copy to UAE North", "and to UAE North?", "Event Grid to UAE North"; but not "move to Madrid", "does backup apply to Poland". */
function goesThere(at: number, inServices: ReadonlySet<number>, tokens: readonly Token[]): boolean {
  const before = wordsBetween(0, at, tokens);
  const copying = before.findLastIndex((word, i) => isCopying(word, tokens[i]) && !isWayBack(i, tokens));
  const moving = before.findLastIndex((word, i) => MOVES.has(word) || isWayBack(i, tokens));
  return copying > moving || before.every((word, i) => OPENINGS.has(word) || inServices.has(i));
}

/** "Come back to Milan"; but "back it up to Milan", "fail back to Milan". */
function isWayBack(at: number, tokens: readonly Token[]): boolean {
  const isUp = wordsBetween(at + 1, at + 1 + WORDS_BACKED_UP, tokens).includes("up");
  return wordAt(at, tokens) === "back" && !isUp && !isCopying(wordAt(at - 1, tokens), tokens[at - 1]);
}

/** "back all of it up". */
const WORDS_BACKED_UP = 4;

/** "From Poland Central to Sweden Central", "Doha to Dubai", but not "move from Poland to Sweden". */
function isWayFromOneTo(at: number, chosen: Names["chosen"], tokens: readonly Token[]): boolean {
  const source = regionBefore(at, chosen);
  if (!source || tokens[at]?.breakBefore) return false;
  return !wordsBetween(0, source.start, tokens).some((word) => MOVES.has(word));
}

function isCopying(word: string, token: Token | undefined): boolean {
  return COPYING.has(word) || COPYING.has(token?.canonical ?? "");
}

const COPYING = wordSet(
  "copy copies copied copying replicate replicates replicated replicating replication replica replicas georeplicate georeplication restore restored restores restoring restoration recover recovered recovery failover failovers fail failing fails backup backups back backed mirror mirrored mirroring sync synced synchronise synchronize ship shipped shipping send sends sent transfer transferred extend stretch export exported duplicate duplicated dr grs gzrs ragrs ragzrs secondary standby pair paired",
);
const MOVES = wordSet(
  "move moves moved moving migrate migrates migrated migration relocate relocates relocated change changed changes apply applies compare compared next close closer belong belongs according similar related come",
);
const OPENINGS = wordSet(
  "and or but so ok okay then also only what how about if it all them this that from here there no not nope sorry rather",
);

/** "Restore it in UAE North", "a second site in France", "pair it with UAE North"; but not "do replicas work in Poland". */
function isCopiedThere(at: number, inServices: ReadonlySet<number>, tokens: readonly Token[]): boolean {
  let copy = at - 1;
  const copies = wordAt(at, tokens) === "with" ? COPYING : COPIES;
  const isCopy = () =>
    (copies.has(wordAt(copy, tokens)) || isBackedUp(copy, tokens)) &&
    !isPartOfAName(copy, inServices, tokens) &&
    !isOneOfThose(copy, tokens) &&
    !isActivePassive(copy, tokens);
  while (copy >= 0 && !isCopy() && isPassed(copy, inServices, tokens)) copy -= 1;
  return isCopy() && !asksHowItIs(copy, tokens) && !(inServices.size > 0 && isDoneForUs(copy, tokens));
}

/** "The second one in Chile Central", "our second workspace in Oslo" stand there; a "second site" is where a copy goes. */
function isOneOfThose(at: number, tokens: readonly Token[]): boolean {
  if (wordAt(at, tokens) !== "second") return false;
  const [before, next] = [wordAt(at - 1, tokens), wordAt(at + 1, tokens)];
  const isTime = tokens[at]?.plain === "seconds";
  return isTime || next === "one" || before === "the" || (POSSESSIVES.has(before) && !SITES.has(next));
}

/** "Active-passive in Milan" names no target; "active in Milan, passive in Madrid" does. */
function isActivePassive(at: number, tokens: readonly Token[]): boolean {
  return wordAt(at, tokens) === "passive" && wordsBetween(at - 2, at, tokens).includes("active");
}

/** "Backed up in Sweden". */
function isBackedUp(at: number, tokens: readonly Token[]): boolean {
  return BACKING.has(wordAt(at, tokens)) && wordAt(at + 1, tokens) === "up";
}

const BACKING = wordSet("back backed backing");

/** "Does Microsoft restore my vault in Poland", "is our vault backed up in Poland": the vault that is there. */
function isDoneForUs(at: number, tokens: readonly Token[]): boolean {
  return DOERS.has(wordAt(at - 1, tokens)) || FORMS_OF_BE.has(wordAt(0, tokens));
}

const DOERS = wordSet("microsoft azure automatically");

/** "Backup vault in Qatar", "Cosmos DB backup in Poland" name what is there. */
function isPartOfAName(at: number, inServices: ReadonlySet<number>, tokens: readonly Token[]): boolean {
  // "The HSM backups restored in Frankfurt"
  if (RESTORED.has(wordAt(at, tokens))) return false;
  return inServices.has(at - 1) || (inServices.has(at) && inServices.has(at + 1));
}

const RESTORED = wordSet("restored recovered copied replicated");

/** What is copied: "it", "the backup", "Key Vault". */
function isPassed(at: number, inServices: ReadonlySet<number>, tokens: readonly Token[]): boolean {
  const isInThought = at >= 0 && !endsThought(at + 1, tokens);
  return isInThought && (inServices.has(at) || COPIED.has(wordAt(at, tokens)));
}

/** "What about backup in Poland", "how is the backup in Poland". */
function asksHowItIs(at: number, tokens: readonly Token[]): boolean {
  let start = at;
  while (start > 0 && !beginsThought(start, tokens)) start -= 1;
  return wordsBetween(start, start + 3, tokens).some((word) => ASKS_ON.has(word));
}

const ASKS_ON = wordSet("what how which who");
const COPIED = anyOf(
  DETERMINERS,
  PRONOUNS_OF_THINGS,
  FORMS_OF_BE,
  "data everything all up too also be been being instance server cluster site node region account namespace workspace deployment group one",
);
const COPIES = wordSet(
  "copy copies copied replica replicas replicate replicated restore restored recover recovered backup backups mirror secondary standby passive dr duplicate pair second",
);
