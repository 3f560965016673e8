/** What is asked of a region, where that is not its pair: said first, also that we do not know it. */
import type { AnswerOf, OnRegion } from "../../answer/answer";
import { listFor } from "../../answer/targets";
import type { Knowledge } from "../../knowledge/knowledge";
import type { Region } from "../../knowledge/schema";
import { CATALOG_BUTTON } from "../list-words";
import type { Button, View } from "../view";
import { words } from "../words";
import { open, tap } from "./parts";

type Verdict = NonNullable<View["verdict"]>;
type Asked = AnswerOf<"region">;

/** @returns null where the pair is what was asked about */
export function askedVerdict({ asked, pairs }: Asked, knowledge: Knowledge): Verdict | null {
  const [only, ...others] = pairs;
  if (asked === null || !only) return null;
  if (asked === "zones" || asked === "access") return others.length > 0 ? null : known(asked, only.region);
  return unknown(asked, others.length > 0 ? null : only.region, knowledge);
}

function known(asked: "zones" | "access", region: Region): Verdict {
  if (asked === "zones") {
    const has = region.zones === null ? "unknown" : region.zones ? "yes" : "no";
    return { sentence: words.zones.ofTheRegion[has], ...words.zones.has[has] };
  }
  const { open, restricted } = words.onRegion.access;
  return region.restricted ? { tone: "warning", ...restricted } : { tone: "good", ...open };
}

function unknown(asked: Exclude<OnRegion, "zones" | "access">, region: Region | null, knowledge: Knowledge): Verdict {
  const { word, sentence } = words.onRegion[asked];
  const tone = "accent";
  if (typeof sentence !== "string") return { word, tone, sentence: sentence(knowledge.regionSources.dated) };
  const lists = asked === "ranking" && region ? listedTargets(region, knowledge) : [];
  const listed = lists.length > 0 && region ? words.onRegion.listed(region.name, lists) : "";
  return { word, tone, sentence: [sentence, listed].filter(Boolean).join(" ") };
}

/** "Monitor Logs to UAE North": of these services not every region can be the second one. */
function listedTargets(region: Region, knowledge: Knowledge): string[] {
  return knowledge.services.flatMap(({ shortName, capabilities }) => {
    const all = capabilities.flatMap((capability) => listFor(capability, region, knowledge) ?? []);
    // What joins the regions has a list of its own there; the regions themselves are free.
    const lists = all.filter(({ kind }) => kind !== "homes");
    const names = new Set(lists.flatMap(({ regions }) => regions.map(({ name }) => name)));
    return lists.length > 0 ? [words.onRegion.target(shortName, [...names])] : [];
  });
}

const LATENCY = "https://learn.microsoft.com/azure/networking/azure-network-latency";
const ZONE_SUPPORT = "https://learn.microsoft.com/azure/reliability/availability-zones-service-support";

/** Where what we do not know stands, or what we know instead. */
export function waysOn({ asked, pairs }: Asked): Button[] {
  const regions = pairs.map(({ region }) => region.id);
  if (asked === "distance") return [open("Latency between regions", LATENCY)];
  if (asked === "ranking") return [open("Latency between regions", LATENCY), listed("works-here", regions)];
  if (asked === "zones-of-services") return [open("Zone support by service", ZONE_SUPPORT)];
  if (asked === "ranking-of-services") return [listed("works-here", regions), listed("works-not-here", regions)];
  return [];
}

function listed(catalog: "works-here" | "works-not-here", regions: string[]): Button {
  return tap(CATALOG_BUTTON[catalog], { catalog, regions });
}
