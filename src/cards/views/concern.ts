/** What a card on services says on top: that zones are no second region, that a copy may leave the country. */
import type { Answer, AnswerOf } from "../../answer/answer";
import { inGeographyOf } from "../../answer/geography";
import type { Region } from "../../knowledge/schema";
import type { Link } from "../view";
import { words } from "../words";
import { verdictOnAsked, verdictOnNeeds } from "./asked-first";
import { residencyLines } from "./borders";
import { type Seen, type Verdict, verdictOf } from "./verdict";

type OnServices = AnswerOf<"answer"> | AnswerOf<"plan">;

/** "ACR zone redundancy protects from region loss, true?": a green word would read as "yes". */
export function concernedVerdict(seen: Seen, answer: AnswerOf<"answer">): Verdict {
  const { view, topic } = answer;
  const onNeeds = answer.concern === "tier" ? verdictOnNeeds(view, topic) : null;
  if (!isOnZonesAlone(answer)) return onNeeds ?? verdictOnAsked(view, topic) ?? verdictOf(seen);
  return { word: words.zones.enough, tone: "warning", sentence: words.zones.no };
}

/** Of a way, a part or a tier that is named beside zones the card tells; what is tied to no region is not lost with one. */
export function isOnZonesAlone({ concern, topic, view }: AnswerOf<"answer">): boolean {
  const [first] = view.assessments;
  const isWhole = first !== undefined && first.notCovered.length + first.tiers.length === 0;
  return concern === "zones" && topic === null && isWhole && first.outcome !== "not-regional";
}

/** Of the region that is named, for the rest in general. */
export function concernNotice(answer: Answer, all: readonly Region[]): string {
  if (answer.kind !== "answer" && answer.kind !== "plan" && answer.kind !== "region") return "";
  if (answer.concern === "zones") return isSaid(answer) ? "" : words.zones.no;
  if (answer.concern !== "residency" || answer.regions.length > MOST_REGIONS) return "";
  const lines = residencyLines(answer.regions.map((region) => ({ region, inGeography: inGeographyOf(region, all) })));
  return lines.length > 0 ? lines.join(" ") : words.residency.general;
}

/** "Data must stay in the US" names nine. */
const MOST_REGIONS = 3;

/** The card of a region has it beside its zones. */
function isSaid(answer: Answer): boolean {
  return answer.kind === "region" || (answer.kind === "answer" && isOnZonesAlone(answer));
}

export function concernPages({ concern }: OnServices): Link[] {
  return concern === null || concern === "tier" ? [] : [PAGES[concern]];
}

const RELIABILITY = "https://learn.microsoft.com/azure/reliability";
const PAGES = {
  zones: {
    title: words.zones.page,
    url: `${RELIABILITY}/availability-zones-overview#availability-zone-architectural-guidance`,
  },
  residency: { title: "Reliability and sovereignty", url: `${RELIABILITY}/concept-reliability-sovereignty` },
} as const;
