/** Of a plan the services that are to be shown: "only the red ones", "only databases". */
import type { Index } from "../knowledge/indexed";
import { KINDS } from "../knowledge/kinds";
import { fold } from "../knowledge/normalise";
import type { Kind, Service, Topic } from "../knowledge/schema";
import type { SharedOutcome } from "../question/narrowing";
import type { Candidate, Query } from "../question/query";
import { listAnswer } from "./about-lists";
import type { Answer, CatalogGroup } from "./answer";
import { isOfKinds } from "./kinds-of-services";
import { servicesOn } from "./listed";
import { plan, viewOf } from "./outcomes";

/** @returns the plan or the list before, narrowed; null where nothing of the sort is asked for */
export function shownPart(query: Query, index: Index): Answer | null {
  const { shown, catalog } = query;
  if (!shown) return null;
  const kinds = kindsSaid(shown.kinds, index);
  if (catalog) return listAnswer(catalog, query, index, { left: shown.without, kinds });
  const whole = query.services.flatMap(({ service }) => index.service(service) ?? []);
  const isShown = shownBy(shown.outcome, kinds, query, index);
  const some = whole.filter(isShown);
  if (some.length === whole.length && shown.outcome === null && kinds.length === 0) return plan(query, index);
  const services: Candidate[] = (some.length > 0 ? some : whole).map(({ id }) => ({ service: id, confidence: 1 }));
  // Of those that fail over by themselves each row says who does.
  const topics: readonly Topic[] = ON_FAILOVER.has(shown.outcome) ? ["microsoft-managed-failover"] : [];
  return plan({ ...query, services, topics }, index, {
    outcome: shown.outcome,
    kinds,
    whole,
    isNone: some.length === 0,
  });
}

const ON_FAILOVER: ReadonlySet<SharedOutcome | null> = new Set(["fails-over-without-you", "you-fail-over"] as const);

function kindsSaid(words: readonly string[], { knowledge }: Index): readonly Kind[] {
  const said = new Set(words.map(fold));
  return KINDS.filter((kind) => knowledge.vocabulary.kinds[kind]?.some((name) => said.has(fold(name))));
}

function shownBy(outcome: SharedOutcome | null, kinds: readonly Kind[], query: Query, index: Index) {
  const isSo = outcome === null ? () => true : hasOutcome(outcome, query, index);
  return (service: Service) => isSo(service) && (kinds.length === 0 || isOfKinds(service, kinds));
}

function hasOutcome(outcome: SharedOutcome, query: Query, index: Index): (service: Service) => boolean {
  const on = (list: Parameters<typeof servicesOn>[0], isMeant: (group: CatalogGroup) => boolean = () => true) => {
    const groupOf = servicesOn(list, query, index);
    return (service: Service) => {
      const group = groupOf(service);
      return group !== null && isMeant(group);
    };
  };
  const isHere = query.regions.length > 0;
  // By Microsoft's table what is tied to no region has nothing that works without a pair, and stands all the same.
  const [works, isGlobal] = [on(isHere ? "works-here" : "works-without-pairs"), on("not-regional")];
  const survives = (service: Service) => (works(service) || isGlobal(service)) && !isOutOfTier(service, query, index);
  switch (outcome) {
    case "works":
      return survives;
    case "fails":
      return (service) => !survives(service);
    case "nothing-built-in":
      return isHere ? (service) => !survives(service) : on("nothing-built-in");
    // Whom Microsoft moves as a last resort is not one to rely on it.
    case "fails-over-without-you":
      return on(outcome, (group) => group !== "you-or-microsoft");
    default:
      return on(outcome);
  }
}

/** "Service Bus Standard" is red, whatever Premium can do; so is a part that the service's ways don't cover. */
function isOutOfTier(service: Service, query: Query, index: Index): boolean {
  return viewOf(service, query, index).assessments.some(
    ({ tiers, works, notCovered }) => notCovered.length > 0 || (tiers.length > 0 && works.length === 0),
  );
}
