/** What people say that they do not have, or only have: "without object replication", "just ZRS", "single region". */
import type { Cue, Topic } from "../knowledge/schema";
import { asksIfEnough, isOnEnough, OF_SAFETY } from "./asks-if-enough";
import type { Lack, OwnLack } from "./lacks";
import type { Parts } from "./parts";
import { type Found, isWithin, withKind } from "./spans";
import { thoughtsOf } from "./thoughts";
import type { Token } from "./tokens";
import { isWayDenied, isWaySetUp, WORDS_OF_DENIAL, WORDS_OF_SETTING_UP } from "./ways-denied";
import { anyOf, COORDINATORS, QUESTION_OPENINGS, QUESTION_WORDS } from "./word-classes";

export type OwnSetUp = {
  readonly lacks: readonly OwnLack[];
  /** "Are we protected?": what is, not what could be. */
  readonly asksIfEnough: boolean;
  /** "We have a failover group now": what was missing is no more. */
  readonly hasMore: boolean;
};

const NOTHING_SAID: OwnSetUp = { lacks: [], asksIfEnough: false, hasMore: false };

/** @param cues what the message asks: zones by themselves are told of there */
export function ownSetUp({ tokens, spans }: Parts, cues: ReadonlySet<Cue>): OwnSetUp {
  if (tokens.length === 0 || tokens.length > LONGEST || !mayTell(tokens, cues)) return NOTHING_SAID;
  const said = tokens.map(({ word, breakBefore }) => (breakBefore ? `| ${word}` : word)).join(" ");
  const ways = waysIn(spans);
  const denied = ways.filter(({ span }) => isWayDenied(span, tokens));
  // "We have backups, no replicas" keeps the backups.
  const others = ways.filter((way) => !denied.includes(way) && !BESIDE.has(way.meaning.topic));
  const enough = asksIfEnough(tokens);
  const isOpen = others.length === 0 && !(cues.has("compare") || asksElse(tokens, enough));
  const missing = isOpen ? lacksIn(said, denied, cues) : [];
  return {
    lacks: [...new Set(missing)].map((lack) => ({ service: null, lack })),
    asksIfEnough: enough && (others.length === 0 || RELIES_ON_MICROSOFT.test(said)),
    hasMore: !asksElse(tokens, false) && others.some(({ span }) => isWaySetUp(span, tokens)),
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

/** Of those that lie within another the longer: "failover group". */
function waysIn(spans: Parts["spans"]): Found<"topic">[] {
  const found = withKind(spans, "topic");
  return found.filter(({ span }) => !found.some((other) => isWithin(span, other.span)));
}

function lacksIn(said: string, denied: ReadonlyArray<Found<"topic">>, cues: ReadonlySet<Cue>): Lack[] {
  const isAll = [NOTHING_ELSE, ONE_REGION, ONE_PLACE, ONLY_LOCAL_COPIES].some((pattern) => pattern.test(said));
  if (isAll && !OTHER_COPIES.test(said)) return ["everything"];
  if (ONLY_BACKUPS.test(said)) return ["all-but-backup"];
  const ways = denied.map(({ meaning }) => meaning.topic).filter((topic) => topic !== "recovery-objectives");
  const local: Lack[] = LOCAL_COPIES.test(said) && !OTHER_COPIES.test(said) ? ["all-but-local-copies"] : [];
  const zones: Lack[] = cues.has("zones") && local.length === 0 ? ["all-but-zones"] : [];
  return [...ways, ...local, ...zones];
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
const ONLY_BACKUPS = new RegExp(`\\b${ONLY}${HAVE} (backup|snapshot)s?\\b|\\b(backup|snapshot)s? (only|alone)\\b`);

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
