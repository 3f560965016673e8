/** Where a cue counts: some say something in their place only, and some are but a part of a longer phrase. */
import { wordSet } from "../knowledge/normalise";
import type { Cue } from "../knowledge/schema";
import { startOfClause } from "./clauses";
import type { Lexicon } from "./lexicon";
import { isWithin, type SpansOf } from "./spans";
import type { Span } from "./spot";
import { endsThought, isUnbroken, startOfThought, wordAt, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  AUXILIARY_VERBS,
  anyOf,
  DETERMINERS,
  EXCEPTIVE_WORDS,
  FORMS_OF_BE,
  NEGATED_AUXILIARIES,
  PLURAL_PRONOUNS,
  PRONOUNS_OF_THINGS,
  UNITS_OF_TIME,
  VERBS_OF_LOSING,
} from "./word-classes";

/** @param spansOf where the cues of the message are */
export function counts(cue: Cue, span: Span, spansOf: SpansOf, tokens: readonly Token[], lexicon: Lexicon): boolean {
  if (cue === "list" && spansOf("nonpaired").length === 0 && asksForTheMeaning(span, tokens)) return false;
  if (cue === "list" && (isRelative(span, tokens) || isGiver(span, tokens) || asksForText(span, tokens))) return false;
  if (cue === "must" && isToldOn(span, tokens)) return false;
  if (cue === "list" && isMeasure(span, tokens)) return false;
  // "List the regions without a pair, it is for the risk register"
  if ((CONDITIONS.has(cue) || cue === "reason") && isOfAnotherClause(span, spansOf, tokens)) return false;
  return isInPlace(cue, span, tokens, lexicon) && !isPartOfAPhrase(cue, span, spansOf);
}

/** "I have to explain region pairs": what has to be done is no more than telling of them. */
function isToldOn({ end }: Span, tokens: readonly Token[]): boolean {
  const next = tokens.slice(end, end + 2).find(({ word }) => !ADVERBS.has(word));
  return TELLING.has(next?.word ?? "");
}

const ADVERBS = wordSet("now quickly soon briefly also first to");
const TELLING = wordSet(
  "explain present write teach know tell document report describe show brief understand learn justify convince answer say define talk draw summarise summarize note mention clarify attach submit deliver send list enumerate print file forward compile collect gather provide",
);

/** What tells one list from another. */
const CONDITIONS: ReadonlySet<Cue> = new Set(["nothing", "nonpaired", "needs", "worthless"]);

/** "Nothing works without pairs, they say. List the services that need none": the clause that asks for a list decides. */
function isOfAnotherClause(span: Span, spansOf: SpansOf, tokens: readonly Token[]): boolean {
  const clauseOf = ({ start }: Span) => startOfThought(start, tokens);
  const lists = new Set(spansOf("list", "services").map(clauseOf));
  const isInAList = (condition: Span) => lists.has(clauseOf(condition));
  return !isInAList(span) && spansOf(...CONDITIONS).some(isInAList);
}

/** "I mean" asks for no meaning, "nothing to do with pairs" is not nothing. */
function isPartOfAPhrase(cue: Cue, span: Span, spansOf: SpansOf): boolean {
  const isPartOf = (...cues: readonly Cue[]) => spansOf(...cues).some((other) => isWithin(span, other));
  // "No product in mind" asks in general.
  // "Nothing about pairs" lacks nothing.
  // "Services that lose nothing"
  if (cue === "nothing") return isPartOf("nonpaired", "define", "not", "works");
  if (cue === "worthless") return isPartOf("works", "nonpaired");
  // "Our service desk asks"
  if (cue === "services") return isPartOf("define", "circumstances");
  // "Good morning, Region Guide"
  if (cue === "regions") return isPartOf("greeting");
  // "Need all of them"
  if (cue === "must") return isPartOf("list");
  // "Who decides to fail over to the pair" asks for nobody who made the pairs.
  if (cue === "who-chose") return spansOf("switching").length > 0;
  if (cue === "define" && isPartOf("follow")) return true;
  return (cue === "define" || cue === "reason") && isPartOf("correction", "works", "circumstances");
}

/**
 * "and" makes a follow-up at the start of a message only ("and Cosmos DB?"), not between two names; "there" is a place
 * at the end of a clause ("Cosmos DB there"), not in "is there a way".
 */
function isInPlace(cue: Cue, span: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  if (cue === "follow") return opens(span, tokens, lexicon) || isWholeOpening(span, tokens);
  if (cue === "correction" && tokens[span.start]?.word === "no" && span.end - span.start === 1) {
    const next = tokens[span.end];
    return opens(span, tokens, lexicon) && (next?.breakBefore || DETERMINERS.has(next?.word ?? ""));
  }
  if (cue === "worthless") return !isOfARegion(span, tokens);
  // "Never mind the money, who switches" puts one thing aside, "never mind" all.
  if (cue === "anew" && tokens[span.start]?.word === "never") {
    const next = tokens[span.end];
    return next === undefined || next.breakBefore || PRONOUNS_OF_THINGS.has(next.word);
  }
  // "Nothing but two regions"
  if (cue === "nothing") return !BUT.has(wordAt(span.end, tokens)) || tokens[span.end]?.breakBefore === true;
  if (cue === "zones") return !isExam(span, tokens) && !NO_ZONES.has(wordAt(span.start - 1, tokens));
  // "Premium shares too?", but not "too expensive".
  if (cue === "likewise" && tokens[span.start]?.word === "too") return endsThought(span.end, tokens);
  if (cue !== "same-place") return true;
  const after = tokens[span.end];
  return (!after || after.breakBefore) && !EXISTS.has(wordAt(span.start - 1, tokens));
}

/** "Services that survive losing an unpaired region" lose nothing. */
function isOfARegion({ start, end }: Span, tokens: readonly Token[]): boolean {
  if (!VERBS_OF_LOSING.has(wordAt(start, tokens))) return false;
  const lost = tokens.slice(end, end + BEFORE_THE_LOST);
  const region = lost.findIndex(({ canonical }) => canonical === "region");
  // "What will I lose in an unpaired region"
  return region >= 0 && lost.slice(0, region + 1).every(({ word, breakBefore }) => !breakBefore && word !== "in");
}

/** "a whole unpaired region". */
const BEFORE_THE_LOST = 4;

/** "DR in regions which have no pair" asks for no list by its "which". */
function isRelative({ start, end }: Span, tokens: readonly Token[]): boolean {
  const [before, which] = [tokens[start - 1], tokens[start]];
  const isWhich = end - start === 1 && which?.word === "which" && !which.breakBefore;
  return isWhich && before !== undefined && (before.canonical === "region" || before.canonical === "service");
}

/** "What does pairing give me" asks for no list, "what services can you give me" does. */
function isGiver({ start, end }: Span, tokens: readonly Token[]): boolean {
  if (end - start !== 2 || tokens[start]?.word !== "give") return false;
  const opening = startOfClause(start, tokens);
  const verb = ASKED.has(wordAt(opening, tokens)) ? opening + 1 : opening;
  return AUXILIARY_VERBS.has(wordAt(verb, tokens)) && tokens[verb + 1]?.word !== "you" && verb + 1 < start;
}

/** "How many kilometres" counts nothing that is listed. */
function isMeasure({ start, end }: Span, tokens: readonly Token[]): boolean {
  return tokens[start]?.word === "how" && MEASURES.has(wordAt(end, tokens));
}

const MEASURES = anyOf(UNITS_OF_TIME, "km kilometer kilometers kilometre kilometres mile miles copy copies time times");

/** "Give me two lines", "send me the short version". */
function asksForText({ start, end }: Span, tokens: readonly Token[]): boolean {
  if (!HANDS_OVER.has(wordAt(start, tokens))) return false;
  const rest = tokens.slice(end, end + BEFORE_A_TEXT);
  const text = rest.findIndex(({ word }) => TEXTS.has(word));
  return text >= 0 && isUnbroken(rest.slice(0, text + 1));
}

/** "a very short" */
const BEFORE_A_TEXT = 4;
const HANDS_OVER: ReadonlySet<string> = new Set(["give", "send", "write", "need", "want"]);
const TEXTS = wordSet(
  "line lines sentence sentences word words paragraph explanation summary definition version gist idea hint difference",
);

const ASKED: ReadonlySet<string> = new Set(["what", "how", "so"]);

/** "Paired regions, what are they", "what are the pairs for"; but of those without a pair it asks which. */
function asksForTheMeaning({ start, end }: Span, tokens: readonly Token[]): boolean {
  if (tokens[start]?.word !== "what") return false;
  const next = tokens.findIndex(({ breakBefore }, i) => i >= end && breakBefore);
  if (tokens[start + 1]?.word !== "are") return saysWhatPairsAre(tokens.slice(start, next < 0 ? undefined : next));
  const rest = wordsBetween(end, next < 0 ? tokens.length : next, tokens);
  const isGoodFor = rest.some((word, i) => word === "good" && rest[i + 1] === "for");
  return isGoodFor || rest.at(-1) === "for" || MEANT.has(rest[0] ?? "");
}

/** "Know what region pairs are", "what a paired region is by tomorrow". */
function saysWhatPairsAre(clause: readonly Token[]): boolean {
  return clause.some(({ canonical }, i) => {
    const [verb, next] = clause.slice(i + 1, i + 3);
    return canonical === "pair" && FORMS_OF_BE.has(verb?.word ?? "") && (!next || BEHIND_A_MEANING.has(next.word));
  });
}

const BEHIND_A_MEANING = wordSet("by for and about before at exactly really");

const MEANT = anyOf(PLURAL_PRONOUNS, "both");

const BUT = anyOf(EXCEPTIVE_WORDS, "else more other");

/** A "landing zone" is none of a region. */
const NO_ZONES = wordSet("landing time comfort danger security parking");

/** "AZ-305" is an exam, "AZ 2" a zone. */
function isExam({ start, end }: Span, tokens: readonly Token[]): boolean {
  return tokens[start]?.word === "az" && EXAM_NUMBER.test(wordAt(end, tokens));
}

const EXAM_NUMBER = /^\d{3}$/;

const EXISTS = anyOf(FORMS_OF_BE, NEGATED_AUXILIARIES);

/** At the start, or after words that say nothing: "I see. And the disks?" */
function opens({ start }: Span, tokens: readonly Token[], lexicon: Lexicon): boolean {
  return (
    start <= 1 || (start <= LONGEST_OPENING && tokens.slice(0, start).every(({ word }) => lexicon.isStopWord(word)))
  );
}

const LONGEST_OPENING = 4;

/** "They have a second site; same question for Doha": so many words follow up in any clause that they begin. */
function isWholeOpening({ start, end }: Span, tokens: readonly Token[]): boolean {
  return end - start >= WORDS_OF_AN_OPENING && tokens[start]?.breakBefore === true;
}

const WORDS_OF_AN_OPENING = 3;
