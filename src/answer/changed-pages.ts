/** Whether Microsoft has changed a page since our files were written from it. */
import {
  type Citation,
  citationOfTargets,
  citationsOfConcept,
  citationsOfRegions,
  citationsOfService,
} from "../knowledge/citations";
import type { Knowledge } from "../knowledge/knowledge";
import { pageOf } from "../knowledge/links";
import type { ChangedPage, Service } from "../knowledge/schema";
import type { Answer, ServiceView } from "./answer";

/**
 * @param answer decided
 * @param knowledge with the pages that the last check found newer than one of our files
 * @returns those behind what this answer shows and newer than what it was written from, the newest first
 */
export function changedBehind(answer: Answer, knowledge: Knowledge): ChangedPage[] {
  if (knowledge.pagesChanged.length === 0) return [];
  const citations = citationsBehind(answer, knowledge);
  return knowledge.pagesChanged
    .filter(({ page, dated }) => citations.some((one) => one.dated < dated && pageOf(one.address) === page))
    .sort((a, b) => b.dated.localeCompare(a.dated));
}

/** The other outcomes state nothing, or a list of names that no single page stands behind. */
function citationsBehind(answer: Answer, knowledge: Knowledge): Citation[] {
  switch (answer.kind) {
    case "answer":
      return [...citationsOfViews([answer.view], knowledge), ...citationsOfPairs(answer, knowledge)];
    case "plan":
      return [...citationsOfViews(answer.views, knowledge), ...citationsOfPairs(answer, knowledge)];
    case "region":
      return citationsOfPairs(answer, knowledge);
    case "concept":
      return [...citationsOfConcept(answer.concept), ...citationsOfPairs(answer, knowledge)];
    case "catalog":
    case "disambiguate":
    case "decline":
    case "help":
      return [];
  }
}

/** With a region named, whether it has a pair is part of the answer. */
function citationsOfPairs({ regions }: Answer, { regionSources }: Knowledge): Citation[] {
  return regions.length > 0 ? citationsOfRegions(regionSources) : [];
}

function citationsOfViews(views: readonly ServiceView[], knowledge: Knowledge): Citation[] {
  return views.flatMap(({ service, members }) => [
    ...citationsOfService(service),
    ...citationsOfLists(service, knowledge),
    ...citationsOfViews(members, knowledge),
  ]);
}

function citationsOfLists({ capabilities }: Service, { targets }: Knowledge): Citation[] {
  return targets.filter(({ id }) => capabilities.some((one) => one.targets === id)).map(citationOfTargets);
}
