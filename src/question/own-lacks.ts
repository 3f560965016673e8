/** What people say that they do not have, or only have: "without object replication", "just ZRS", "single region". */
import type { Cue, Topic } from "../knowledge/schema";
import { asksIfEnough, isOnEnough, OF_SAFETY } from "./asks-if-enough";
import type { Lack, OwnLack } from "./lacks";
import type { Parts } from "./parts";
import { type Found, isWithin, withKind } from "./spans";
import { thoughtsOf, wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { isWayDenied, isWaySetUp, WORDS_OF_DENIAL, WORDS_OF_SETTING_UP } from "./ways-denied";
import { anyOf, COORDINATORS, QUESTION_OPENINGS, QUESTION_WORDS } from "./word-classes";

export type OwnSetUp = {
  readonly lacks: readonly OwnLack[];
  /** "Are we protected?": what is, not what could be. */
  readonly asksIfEnough: boolean;
  /** "We have a failover group now": what was missing is no more. */
  readonly hasMore: boolean;
  /** "Site Recovery only, no backup": missing beside what is there, and not asked about. */
  readonly without: readonly Topic[];
};

const NOTHING_SAID: OwnSetUp = { lacks: [], asksIfEnough: false, hasMore: false, without: [] };

/** @param cues what the message asks: zones by themselves are told of there */
export function ownSetUp({ tokens, spans }: Parts, cues: ReadonlySet<Cue>): OwnSetUp {
  if (tokens.length === 0 || tokens.length > LONGEST || !mayTell(tokens, cues)) return NOTHING_SAID;
  const said = tokens.map(({ word, breakBefore }) => (breakBefore ? `| ${word}` : word)).join(" ");
  const ways = waysIn(spans);
  const denied = ways.filter(({ span }) => isWayDenied(span, tokens));
  // "We have backups, no replicas" keeps the backups.
  const had = ways.filter((way) => !denied.includes(way));
  const others = had.filter(({ meaning }) => !BESIDE.has(meaning.topic));
  const enough = asksIfEnough(tokens);
  // "In two regions, no failover group" has two of them that know nothing of each other; "multi-region without backups" not.
  const isOnlyBackupDenied = denied.every(({ meaning }) => BESIDE.has(meaning.topic));
  const isMore = others.length > 0 || (isOnlyBackupDenied && hasSeveralRegions(said));
  const missing = isMore ? [] : [...lacksIn(said, denied, cues, tokens), ...besidesBackups(said, had, denied)];
  // Looked at last: it goes through all that is said, and mostly nothing is missing.
  const isToldOf = missing.length > 0 || (isMore && denied.length > 0);
  const isTold = isToldOf && !cues.has("compare") && !asksElse(tokens, enough);
  return {
    lacks: isTold ? [...new Set(missing)].map((lack) => ({ service: null, lack })) : [],
    asksIfEnough: enough && (others.length === 0 || RELIES_ON_MICROSOFT.test(said)),
    hasMore: others.some(({ span }) => isWaySetUp(span, tokens)) && !asksElse(tokens, false),
    without: isTold && isMore ? denied.map(({ meaning }) => meaning.topic) : [],
  };
}

/** What people tell of their own setup is short; a pasted text has all words. */
const LONGEST = 60;

/** One of these is in all that is looked for; many messages have none, and are looked at no further. */
function mayTell(tokens: readonly Token[], cues: ReadonlySet<Cue>): boolean {
  return cues.has("zones") || tokens.some(({ word }) => TELLING.has(word));
}
const BESIDE: ReadonlySet<Topic> = new Set<Topic>(["backup", "recovery-objectives"]);
const RELIES_ON_MICROSOFT = /\b(microsoft|azure|ms) (will|would|ll|should)\b/;

type Way = Found<"topic">;

/** Of those that lie within another the longer: "failover group". */
function waysIn(spans: Parts["spans"]): Way[] {
  const found = withKind(spans, "topic");
  return found.filter(({ span }) => !found.some((other) => isWithin(span, other.span)));
}

/** "Cosmos DB multi-region without backups" has more than one region; "not multi-region" has not. */
function hasSeveralRegions(said: string): boolean {
  return SEVERAL_REGIONS.test(said) && !NOT_SEVERAL.test(said);
}

const SEVERAL_REGIONS = /\b(multi|multiple|two|2|three|3|several|both) region\b/;
const NOT_SEVERAL =
  /\b(no|not|without|t|never|lacks?|need|want)( (a|any|in|use|using|have|run|set up|yet))* (multi|multiple|two|2) region\b/;

/** "Without replicas but geo backup", "is geo-restore enough": backups are all that there is. */
function besidesBackups(said: string, had: readonly Way[], denied: readonly Way[]): Lack[] {
  if (ONLY_SNAPSHOTS.test(said)) return [];
  const isHad = had.some(({ meaning }) => meaning.topic === "backup");
  const isAll = denied.some(({ meaning }) => !BESIDE.has(meaning.topic)) ? HAD.test(said) : ENOUGH.test(said);
  return isHad && isAll ? ["all-but-backup"] : [];
}

const HAD = /\b(but|have|has|got|with|use|using)\b/;
const ENOUGH = /\b(enough|sufficient|adequate|suffices?)\b/;

function lacksIn(said: string, denied: readonly Way[], cues: ReadonlySet<Cue>, tokens: readonly Token[]): Lack[] {
  const isAll = [NOTHING_ELSE, ONE_REGION, ONE_PLACE, ONLY_LOCAL_COPIES].some((pattern) => pattern.test(said));
  if (isAll && !OTHER_COPIES.test(said)) return ["everything"];
  if (ONLY_BACKUPS.test(said)) return ["all-but-backup"];
  if (ONLY_SNAPSHOTS.test(said)) return ["all-but-snapshots"];
  const ways = denied.map((way) => lackOf(way, tokens)).filter((lack) => lack !== "recovery-objectives");
  const local: Lack[] = LOCAL_COPIES.test(said) && !OTHER_COPIES.test(said) ? ["all-but-local-copies"] : [];
  const zones: Lack[] = cues.has("zones") && local.length === 0 ? ["all-but-zones"] : [];
  return [...ways, ...local, ...zones];
}

/** "Object replication" by its name says nothing of GRS, which copies too. */
function lackOf({ span, meaning }: Way, tokens: readonly Token[]): Lack {
  return wordAt(span.start, tokens) === "object" ? "object-replication" : meaning.topic;
}

/** "ZRS in Doha, nothing else", "that's all we have", "not protected". */
const NOTHING_ELSE =
  /\b(nothing (else|more|set up|in place|configured|enabled)|no (dr|bcdr|redundancy|protection)|no copy (elsewhere|anywhere)|(that|this) (s|is) (all|it) (we|i) (have|got)|not (protected|redundant|copied) (at all|anywhere|elsewhere))\b/;

const THINGS =
  "(region|site|copy|vault|workspace|server|cluster|instance|account|namespace|gateway|hub|factory|registry|store|cache|environment|deployment)";

/** "Single region", "only in one region", "no second vault"; but "survives a single region failure", "a single region write". */
const ONE_REGION = new RegExp(
  `\\bsingle region\\b(?! (write|fail|failure|outage|loss|down|pair|dies|goes))|\\b(only|just)( \\w+){0,2} (one|1|single) ${THINGS}\\b|\\b(one|1|single) ${THINGS} only\\b|\\bno (second|other|secondary|another) ${THINGS}\\b`,
);

/** "Our cluster runs only in Doha"; but "works only in paired regions". */
const ONE_PLACE =
  /\b(run|is|are|re|s|live|sit|stand|deployed|hosted) (only|just) in (?!(a |the |some |most |few )?(pair|region|preview|certain))/;

const ONLY = "(only|just|nothing but|nothing except|merely|solely)";
const HAVE =
  "( (have|has|got|use|using|do|make|take|run|on|in|with|is|it|s|a|the|our|its|some|daily|nightly|weekly|azure|native|automated|automatic|usual|normal|regular|plain|sql|built))*";

/** "Just ZRS", "we only have LRS", "LRS only". */
const ONLY_LOCAL_COPIES = new RegExp(`\\b${ONLY}${HAVE} (lrs|zrs|locally redundant)\\b|\\b(lrs|zrs) (only|alone)\\b`);

/** "We only have daily backups", "just backups", "backups only". */
const ONLY_BACKUPS = new RegExp(`\\b${ONLY}${HAVE} backups?\\b|\\bbackups? (only|alone)\\b`);

/** They are no Azure Backup. */
const ONLY_SNAPSHOTS = new RegExp(`\\b${ONLY}${HAVE} snapshots?\\b|\\bsnapshots? (only|alone)\\b`);

/** Where they are named in a statement, that is what the account has. */
const LOCAL_COPIES = /\b(lrs|zrs|locally redundant|local redundancy)\b/;
const OTHER_COPIES =
  /\b(ra ?)?(grs|gzrs|ragrs|ragzrs)\b|\b(to|from|or|than|vs|versus) (an? )?(lrs|zrs)\b|\b(change|convert|switch|migrate|upgrade|downgrade)\b/;

/** Whether a question is asked besides: "SQL without a failover group, how do I fail over". */
function asksElse(tokens: readonly Token[], isOnTheSetUp: boolean): boolean {
  const thoughts = thoughtsOf(tokens).map((thought) => thought.map(({ word }) => word));
  const isAbout = (thought: readonly string[]) =>
    isOnEnough(thought) || thought.some((word) => OF_A_LOSS.has(word)) || SUPPOSED.test(thought.join(" "));
  const isExplained = isOnTheSetUp || thoughts.some(isAbout);
  const isMarked = tokens.some(({ asked }) => asked) && !isExplained;
  return isMarked || thoughts.some((thought) => asks(thought) && !isAbout(thought));
}

function asks(thought: readonly string[]): boolean {
  const opening = thought.find((word) => !OPENINGS.has(word)) ?? "";
  return QUESTION_OPENINGS.has(opening) || thought.some((word) => QUESTIONS.has(word));
}

const TELLING = anyOf(
  WORDS_OF_DENIAL,
  WORDS_OF_SETTING_UP,
  OF_SAFETY,
  "only just merely solely alone single one 1 nothing all lrs zrs locally local",
);

const OPENINGS = anyOf(COORDINATORS, "now ok okay well yes no hi hello");
const QUESTIONS = anyOf(
  QUESTION_WORDS,
  "if whether suppose supposing list show tell explain give compare need want option alternative possible way",
);
/** "What if we have no failover group". */
const SUPPOSED =
  /\b(what|how about|and|but|so) (if|when) (we|i|you|they|there|it) (\w+ )?(have|has|had|use|run|is|are|s|got|set up|don|doesn|do|did|didn|isn)\b/;
const OF_A_LOSS = anyOf("lose loses lost losing gone happen happens happened survive");
