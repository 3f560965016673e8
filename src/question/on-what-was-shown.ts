/** What is to be shown of the plan or the list before: "only the red ones", "and in Poland?", "back to the whole list". */
import { type Catalog, isOfRegions } from "./catalogs";
import { candidates } from "./changed-plan";
import type { ConversationContext } from "./context";
import { LONGEST_PICK } from "./lengths";
import { NOTHING_LIKELY } from "./likely";
import type { Narrowing, SharedOutcome } from "./narrowing";
import type { Query } from "./query";
import type { Shown } from "./shown";

/** @returns the plan or the list before with what is to be shown of it, or null where the message is about something else */
export function onWhatWasShown(query: Query, context: ConversationContext): Query | null {
  const { catalog } = context;
  if (catalog !== null) return isOfRegions(catalog) ? null : ofTheList(query, context, catalog);
  const whole = context.shown ? context.shown.whole : context.services;
  return query.narrowing && whole.length > 1 ? ofThePlan(query, query.narrowing, context, whole) : null;
}

function ofThePlan(
  query: Query,
  { outcome, kinds, whole, isChosen }: Narrowing,
  context: ConversationContext,
  services: readonly string[],
): Query | null {
  const before = context.shown;
  const isElsewhere = query.regions.length > 0 && outcome === null && kinds.length === 0;
  // In another place "the red ones" may be others; behind one row it is that row that is moved.
  const isMoved = isElsewhere && before !== null && context.choices.length === context.services.length;
  if (isElsewhere ? !isMoved : whole ? before === null : !isChosen) return null;
  const shown = {
    outcome: whole || isMoved ? null : (outcome ?? before?.outcome ?? null),
    kinds: whole ? [] : kinds.length > 0 ? [...kinds] : (before?.kinds ?? []),
    without: [],
    whole: [...services],
    regions: [],
  };
  return { ...placed(query, context.regions, context), services: candidates(services), order: services, shown };
}

function ofTheList(query: Query, context: ConversationContext, catalog: Catalog): Query | null {
  const before = context.shown;
  const left = leftOut(query);
  if (!before || (!query.narrowing && left.length === 0)) return null;
  const { outcome, kinds, whole, isChosen } = query.narrowing ?? NOTHING_NARROWED;
  // "Storage" by itself is a service, but where kinds were chosen before.
  const isOne = kinds.length > 0 && !isChosen && before.kinds.length === 0;
  const isNarrowed = before.kinds.length + before.without.length > 0;
  if (isOne || (whole && !isNarrowed)) return null;
  const shown: Shown = {
    outcome: null,
    kinds: whole ? [] : kinds.length > 0 ? [...kinds] : before.kinds,
    without: whole ? [] : [...before.without, ...left],
    whole: [],
    regions: [],
  };
  const list = outcome === null ? catalog : LIST_OF[outcome];
  const there = placed(query, before.regions, context);
  const asked = list === "needs-a-pair" ? { ...there, cues: new Set([...there.cues, "needs" as const]) } : there;
  return { ...asked, services: [], order: [], catalog: list, topics: context.topic ? [context.topic] : [], shown };
}

const NOTHING_NARROWED: Narrowing = { outcome: null, kinds: [], whole: false, isChosen: false };

const LIST_OF: Record<SharedOutcome, Catalog> = {
  fails: "nothing-built-in",
  works: "works-without-pairs",
  "nothing-built-in": "nothing-built-in",
  "needs-a-pair": "needs-a-pair",
  "works-without-pairs": "works-without-pairs",
  "fails-over-without-you": "fails-over-without-you",
  "you-fail-over": "you-fail-over",
};

/** "Without Cosmos" */
function leftOut({ changes, mentioned, topics, regions, length }: Query): readonly string[] {
  const isAll = mentioned.length > 0 && mentioned.every((service) => changes.left.includes(service));
  return isAll && topics.length + regions.length === 0 && length <= LONGEST_PICK ? changes.left : [];
}

/** What the message says without any doubt, in the regions of before where it names none. */
function placed(query: Query, regions: readonly string[], { targets, pairing }: ConversationContext): Query {
  const isMoved = query.regions.length > 0;
  return {
    ...query,
    unclear: [],
    guesses: [],
    ofAKind: false,
    generic: false,
    kinds: [],
    regions: isMoved ? query.regions : regions,
    targets: isMoved ? query.targets : targets,
    topics: [],
    concepts: [],
    cues: new Set(pairing && !isMoved ? [pairing] : []),
    otherTopic: false,
    everyday: false,
    otherProducts: [],
    productsBeside: [],
    denied: [],
    unknownWords: 0,
    leaning: null,
    likely: NOTHING_LIKELY,
    nothingAsked: null,
  };
}
