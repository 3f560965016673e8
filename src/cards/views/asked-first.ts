/** "Can we promise RPO 0", "will Microsoft move it for us": a green word of the service would read as "yes". */
import type { ServiceView } from "../../answer/answer";
import type { Assessment, CapabilityRow } from "../../answer/assess";
import type { Topic } from "../../knowledge/schema";
import { STARTED_BY, TOPIC, VERDICT } from "../verdict-words";
import { words } from "../words";
import { lowerFirst, whoStarts } from "./parts";
import type { Verdict } from "./verdict";
import { isOn } from "./who-starts";

/**
 * What is lost, how long it takes or who starts it, of the best way that works here; null where something else is
 * asked, or where nothing works and the service's own verdict says so.
 */
export function verdictOnAsked({ service, assessments, members }: ServiceView, topic: Topic | null): Verdict | null {
  const [first] = assessments;
  if (!first || topic === null) return null;
  if (members.length > 0) return WHO.has(topic) ? onFamily(members) : null;
  if (!isOfTheWhole(first)) return null;
  if (topic === FIGURES) return onFigures(first.works[0]);
  // "Does Azure restart our cluster elsewhere": what stands there already was set up by its owner.
  return WHO.has(topic) && !service.verdict.ownSetUp ? onWho(first.works.find(startsSomething)) : null;
}

const FIGURES: Topic = "recovery-objectives";
const WHO: ReadonlySet<Topic> = new Set<Topic>(["microsoft-managed-failover", "customer-managed-failover"]);

/** A part or a tier has words of its own, and so has "nothing built in". */
function isOfTheWhole({ notCovered, tiers, outcome, lacking, asItIs }: Assessment): boolean {
  const { tone } = VERDICT[outcome];
  // "What do we lose" of those who lack it is no question on its figures.
  if (asItIs !== null) return false;
  return notCovered.length + tiers.length + lacking.length === 0 && tone !== "attention" && outcome !== "not-regional";
}

/** "Which tier do I need": what the ways that work there need; null where that is not all there is to say. */
export function verdictOnNeeds({ assessments: [first], members }: ServiceView, topic: Topic | null): Verdict | null {
  if (!first || members.length > 0 || !isOfTheWhole(first)) return null;
  const asked = first.works.filter(({ capability }) => topic === null || isOn(capability.topics, topic));
  const needing = asked.flatMap(({ capability: { name, needs } }) => (needs.length > 0 ? [{ name, needs }] : []));
  if (needing.length === 0) return null;
  const sentence = needing.map(({ name, needs }) => `${name}: ${needs.map(lowerFirst).join("; ")}.`).join(" ");
  return { word: words.whatItNeeds, tone: "accent", sentence };
}

function onFigures(row: CapabilityRow | undefined): Verdict | null {
  if (!row) return null;
  const { name, rpo, rto } = row.capability;
  const [lost, time] = [rpo, rto].map((figure) => (figure === undefined ? undefined : lowerFirst(figure)));
  return { word: TOPIC[FIGURES], tone: "accent", sentence: words.whatIsLost(name, lost, time) };
}

/** Of the best way; who starts the others stands below. */
function onWho(best: CapabilityRow | undefined): Verdict | null {
  const failover = best?.capability.failover;
  if (!best || !failover) return null;
  const sentence = `${best.capability.name}: ${lowerFirst(whoStarts(failover))}`;
  return { sentence, ...STARTED_BY[failover.by] };
}

/** "Will Microsoft fail over our storage accounts": kind by kind; of those where nothing works, that nobody does. */
function onFamily(members: readonly ServiceView[]): Verdict | null {
  const found = members.map(({ service, assessments: [own] }) => ({
    name: service.shortName,
    by: own?.works.find(startsSomething)?.capability.failover?.by ?? null,
  }));
  const agents = [...new Set(found.map(({ by }) => by))].sort((a, b) => Number(a === null) - Number(b === null));
  const starting = agents.flatMap((by) => by ?? []);
  const [first] = starting;
  if (!first) return null;
  const namesOf = (by: (typeof agents)[number]) =>
    words.list(found.filter((it) => it.by === by).map(({ name }) => name));
  const sentence = agents.map((by) => words.whoStarts.of(namesOf(by), words.whoStarts.ofKind[by ?? "none"])).join(" ");
  return { sentence, ...(starting.length === 1 ? STARTED_BY[first] : VERDICT.varies) };
}

/** A tool that only copies has nothing to start. */
function startsSomething({ capability: { failover, topics } }: CapabilityRow): boolean {
  return failover !== undefined && failover.by !== "none" && isOn(topics, "microsoft-managed-failover");
}
