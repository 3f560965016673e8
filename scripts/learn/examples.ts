/** Golden questions → examples: what the weights see of each, and what is right. */
import type { Knowledge } from "../../src/knowledge/knowledge";
import { TOPICS } from "../../src/knowledge/topics";
import type { Catalog } from "../../src/question/catalogs";
import { readContext } from "../../src/question/context";
import { featuresBefore, featuresOf } from "../../src/question/features";
import { type Sort, seenIn } from "../../src/question/items";
import { Lexicon } from "../../src/question/lexicon";
import { CONCEPT, LIST, LISTS_ON_PAIRS, UNLEARNT } from "../../src/question/likely-subject";
import { featuresOfName, namedIn } from "../../src/question/name-features";
import { partsOf } from "../../src/question/parts";
import { REPLY_KINDS, type ReplyKind } from "../../src/question/reply-kinds";
import type { Context, Responder } from "../../src/responder";
import type { Golden, Outcome } from "../../test/questions/golden";
import { type Example, exampleOf } from "./logistic";

/** Whether a service that is named is meant, 0 or 1; of questions that name several. */
export function serviceExamplesOf(goldens: readonly Golden[], knowledge: Knowledge): Example[] {
  return nameExamplesOf(goldens, knowledge, { sort: "service", least: 2 }, ({ kind, services }) =>
    kind === "answer" || kind === "plan" ? services : undefined,
  );
}

/** Whether a region that is named is meant, 0 or 1. */
export function regionExamplesOf(goldens: readonly Golden[], knowledge: Knowledge): Example[] {
  const isPlaced = ({ kind }: Outcome) => kind !== "decline" && kind !== "help" && kind !== "catalog";
  return nameExamplesOf(goldens, knowledge, { sort: "region", least: 1 }, (expect) =>
    isPlaced(expect) ? expect.regions : undefined,
  );
}

/**
 * @param wanted what sort of names, and how many a question must have at least
 * @param meantIn the ids that are meant; undefined where the question teaches nothing. More right replies than one neither.
 */
function nameExamplesOf(
  goldens: readonly Golden[],
  knowledge: Knowledge,
  { sort, least }: { readonly sort: Sort; readonly least: number },
  meantIn: (expect: Outcome) => readonly string[] | undefined,
): Example[] {
  const lexicon = new Lexicon(knowledge);
  return goldens.flatMap(({ text, expect, or = [] }) => {
    const meant = or.length === 0 ? meantIn(expect) : undefined;
    if (meant === undefined) return [];
    const parts = partsOf(text, lexicon);
    const seen = seenIn(parts);
    const named = namedIn(seen.items, sort);
    if (named.length < least) return [];
    return named.map((name) =>
      exampleOf(featuresOfName(name, seen), name.ids.some((id) => meant.includes(id)) ? 1 : 0),
    );
  });
}

/** The turns of a conversation go through the bot, since what was said before counts. */
export function kindExamplesOf(goldens: readonly Golden[], knowledge: Knowledge, responder: Responder): Example[] {
  const lexicon = new Lexicon(knowledge);
  const contexts = new Map<string, Context | undefined>();
  return goldens.map(({ text, conversation, file, expect }) => {
    const key = conversation === undefined ? undefined : `${file} ${conversation}`;
    const before = key === undefined ? undefined : contexts.get(key);
    if (key !== undefined) contexts.set(key, responder.respond({ kind: "text", text }, before, 0).context);
    const parts = partsOf(text, lexicon);
    const { all, counts } = featuresOf(parts, seenIn(parts));
    const features = [...all, ...featuresBefore(readContext(before, 0), counts)];
    return exampleOf(features, REPLY_KINDS.indexOf(replyKindOf(expect)));
  });
}

/** Lists that enough questions ask for, and all general questions. */
export function subjectsOf({ concepts }: Knowledge): string[] {
  const lists = LISTS_ON_PAIRS.filter((catalog) => catalog !== UNLEARNT);
  return [...lists.map((list) => LIST + list), ...concepts.map(({ id }) => CONCEPT + id)];
}

/** What is asked about: of questions on a list or in general. */
export function subjectExamplesOf(
  goldens: readonly Golden[],
  subjects: readonly string[],
  knowledge: Knowledge,
  responder: Responder,
): Example[] {
  const lists = wholeLists(responder);
  return examplesOf(goldens, knowledge, ({ expect }) =>
    subjects.indexOf(expect.kind === "concept" ? `${CONCEPT}${expect.concept}` : `${LIST}${listOf(expect, lists)}`),
  );
}

/** Each list with the ids that stand on it, as a button brings it. */
function wholeLists(responder: Responder): ReadonlyMap<Catalog, readonly string[]> {
  const listed = (catalog: Catalog) =>
    responder.respond({ kind: "tap", data: { tap: { catalog } } }, undefined, 0).reply.decision.listed ?? [];
  return new Map(LISTS_ON_PAIRS.map((catalog) => [catalog, listed(catalog)]));
}

/** The one list that has all that should stand on it, and nothing that should not; excluded regions may be of elsewhere. */
function listOf({ includes = [], excludes = [] }: Outcome, lists: ReadonlyMap<Catalog, readonly string[]>) {
  const fits = [...lists].filter(([, ids]) => includes.length > 0 && includes.every((id) => ids.includes(id)));
  const strict = fits.filter(([, ids]) => !excludes.some((id) => ids.includes(id)));
  const [only, ...others] = strict.length > 0 ? strict : fits;
  return others.length === 0 ? (only?.[0] ?? null) : null;
}

/** Which way to survive leads, of questions on services that have one plainly. */
export function topicExamplesOf(goldens: readonly Golden[], knowledge: Knowledge): Example[] {
  const names: readonly string[] = TOPICS;
  const isOne = ({ expect, or = [] }: Golden) =>
    or.length === 0 && (expect.kind === "answer" || expect.kind === "plan");
  return examplesOf(goldens, knowledge, (golden) =>
    isOne(golden) ? names.indexOf(golden.expect.capability ?? "") : -1,
  );
}

/** @param outcomeOf -1 where a question teaches nothing */
function examplesOf(
  goldens: readonly Golden[],
  knowledge: Knowledge,
  outcomeOf: (golden: Golden) => number,
): Example[] {
  const lexicon = new Lexicon(knowledge);
  return goldens.flatMap((golden) => {
    const outcome = outcomeOf(golden);
    if (outcome < 0) return [];
    const parts = partsOf(golden.text, lexicon);
    return [exampleOf(featuresOf(parts, seenIn(parts)).all, outcome)];
  });
}

export function replyKindOf({ kind, reason }: Pick<Outcome, "kind" | "reason">): ReplyKind {
  if (kind === "decline") return reason === "other-topic" ? "other-topic" : "no-match";
  return kind;
}
