/** Answer → what the next turn of the conversation may refer to. */
import type { Answer, AnswerOf } from "./answer/answer";
import type { Concept, Topic } from "./knowledge/schema";
import { isTierId, serviceOfTier } from "./knowledge/tiers";
import { isAwaited } from "./question/chosen-by-words";
import type { ConversationContext } from "./question/context";
import { lacksAfter } from "./question/kept-lacks";
import type { Query } from "./question/query";
import type { Shown } from "./question/shown";

/** Small talk and what was not understood leave the conversation where it was. */
export function contextAfter(
  answer: Answer,
  query: Query,
  before: ConversationContext | undefined,
  now: number,
): ConversationContext | undefined {
  const fresh = {
    at: now,
    services: [],
    regions: answer.regions.map(({ id }) => id),
    targets: answer.targets.map(({ id }) => id),
    topic: null,
    choices: [],
    passed: false,
    catalog: null,
    shown: null,
    edited: false,
    areas: [],
    aboutRegions: false,
    pairing: pairingOf(query),
    told: [...query.told],
    tiers: before?.tiers ?? [],
    lacks: before?.lacks ?? [],
    recent: before?.recent ?? [],
    subject: null,
    concept: null,
  };
  const recent = (services: readonly string[]) =>
    [...fresh.recent.filter((id) => !services.includes(id)), ...services].slice(-MOST_RECENT);
  switch (answer.kind) {
    case "answer": {
      const services = [answer.view.service.id];
      const tiers = tiersAfter(services, query, before);
      return {
        ...fresh,
        services,
        tiers,
        lacks: lacksAfter(services, query, fresh.lacks),
        topic: answer.topic,
        // "Back to the whole list", after a row of it.
        shown: before?.catalog ? null : (before?.shown ?? null),
        choices: before?.choices ?? [],
        recent: recent(services),
      };
    }
    case "plan": {
      const services = answer.views.map(({ service }) => service.id);
      const tiers = tiersAfter(services, query, before);
      const lacks = lacksAfter(services, query, fresh.lacks);
      const shown = shownOfPlan(answer);
      const edited = answer.narrowed ? (before?.edited ?? false) : isEdited(services, before);
      return {
        ...fresh,
        services,
        tiers,
        lacks,
        shown,
        edited,
        choices: services,
        topic: answer.topic,
        recent: recent(services),
      };
    }
    case "disambiguate": {
      const choices = answer.choices.map(({ id }) => id);
      // "We only have backups for SQL", then "the database"
      return { ...fresh, choices, lacks: lacksAfter(choices, query, fresh.lacks), topic: answer.topic };
    }
    case "region":
      // "Does Microsoft fail over for us in Qatar", then "for storage"
      return { ...fresh, topic: query.topics.find((topic) => ASKED_OF_ANY.has(topic)) ?? null, aboutRegions: true };
    case "catalog": {
      const choices = answer.items.flatMap((item) => (item.kind === "service" ? [item.service.id] : []));
      const subject = answer.catalog === "nonpaired-regions" ? "nonpaired" : null;
      return {
        ...fresh,
        ...placesAfter(fresh, before),
        choices,
        catalog: answer.catalog,
        shown: shownOfList(answer),
        topic: answer.topic,
        areas: [...answer.areas],
        subject,
      };
    }
    case "decline":
      if (answer.reason !== "other-topic") return isOnThatPlace(query, before) ? fresh : passedBy(before);
      return afterOtherMatter(
        answer.nearest.map(({ id }) => id),
        fresh,
        before,
      );
    case "concept":
      return {
        ...(passedBy(before) ?? fresh),
        at: now,
        regions: fresh.regions.length > 0 ? fresh.regions : (before?.regions ?? []),
        topic: topicAfter(answer.concept, before),
        subject: subjectOf(answer.concept),
        concept: answer.concept.id,
      };
    case "help":
      return passedBy(before);
  }
}

/** Of the plan before some stay, and others came or left; what changes no row leaves it edited. */
function isEdited(services: readonly string[], before: ConversationContext | undefined): boolean {
  const plan = before?.shown && before.shown.whole.length > 0 ? before.shown.whole : (before?.services ?? []);
  if (!before || plan.length < 2) return false;
  const kept = services.filter((id) => plan.includes(id)).length;
  const isSame = kept === services.length && kept === plan.length;
  return isSame ? before.edited : kept === services.length || kept === plan.length;
}

function shownOfPlan({ narrowed }: AnswerOf<"plan">): Shown | null {
  if (!narrowed) return null;
  const { outcome, kinds, whole } = narrowed;
  return { outcome, kinds: [...kinds], without: [], whole: whole.map(({ id }) => id), regions: [] };
}

function shownOfList({ kinds, without, regions }: AnswerOf<"catalog">): Shown {
  const ids = (all: ReadonlyArray<{ readonly id: string }>) => all.map(({ id }) => id);
  return { outcome: null, kinds: [...kinds], without: ids(without), whole: [], regions: ids(regions) };
}

/** A question back waits for one turn that does not answer it; behind a second one "keys" is no answer to it any more. */
function passedBy(before: ConversationContext | undefined): ConversationContext | undefined {
  if (!before || !isAwaited(before)) return before;
  return before.passed ? { ...before, choices: [] } : { ...before, passed: true };
}

/** Of the services that were answered those of the answer, of all others those of before. */
function tiersAfter(services: readonly string[], { told }: Query, before: ConversationContext | undefined): string[] {
  const isAnswered = (id: string) => services.includes(serviceOfTier(id));
  const ofOthers = (before?.tiers ?? []).filter((id) => !isAnswered(id));
  return [...ofOthers, ...told.filter((id) => isTierId(id) && isAnswered(id))].slice(-MOST_TIERS);
}

/** More are told of in no conversation, and the state has to stay small. */
const MOST_TIERS = 40;

/** "Our Synapse in Doha", or "is my data safe in Qatar", is declined; "and Data Factory there?" is about Doha. */
function isOnThatPlace({ otherProducts, regions, everyday }: Query, before: ConversationContext | undefined): boolean {
  return (otherProducts.length > 0 || before === undefined) && regions.length > 0 && !everyday;
}

/** Of every way to survive. */
const ASKED_OF_ANY: ReadonlySet<Topic> = new Set<Topic>([
  "microsoft-managed-failover",
  "customer-managed-failover",
  "recovery-objectives",
]);

/** "What does it cost" is declined; "and Event Grid?" is about the region of before all the same. */
function afterOtherMatter(
  services: readonly string[],
  fresh: ConversationContext,
  before: ConversationContext | undefined,
): ConversationContext {
  return { ...fresh, services: [...services], choices: [...services], ...placesAfter(fresh, before) };
}

type Places = Pick<ConversationContext, "regions" | "targets">;

function placesAfter(fresh: Places, before: Places | undefined): Places {
  const { regions, targets } = fresh.regions.length > 0 ? fresh : (before ?? fresh);
  return { regions, targets };
}

/** The first sign of a concept is its subject. */
function subjectOf({ signs }: Concept): ConversationContext["subject"] {
  const subject = signs[0]?.[0];
  return subject === "paired" || subject === "nonpaired" ? subject : null;
}

/** "What are RPO and RTO", then "what are they for IoT Hub": the only way that the concept is about. */
function topicAfter({ topics }: Concept, before: ConversationContext | undefined): ConversationContext["topic"] {
  const [only = null, ...others] = topics;
  return others.length === 0 ? (only ?? before?.topic ?? null) : (before?.topic ?? null);
}

function pairingOf({ cues }: Query): ConversationContext["pairing"] {
  if (cues.has("nonpaired")) return "nonpaired";
  return cues.has("in-a-pair") ? "paired" : null;
}

/** Enough for "both of them", however often one was named again. */
const MOST_RECENT = 4;
