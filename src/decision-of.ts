/** Answer → what logs and scripts are told: ids and figures. */
import type { Answer } from "./answer/answer";
import type { Decision } from "./responder";

export function decisionOf(answer: Answer): Decision {
  const common = {
    confidence: Math.round(answer.confidence * 1000) / 1000,
    candidates: answer.candidates,
    regions: answer.regions.map(({ id }) => id),
    services: [] as string[],
  };
  switch (answer.kind) {
    case "answer":
      return { ...common, kind: answer.kind, services: [answer.view.service.id], capability: answer.topic };
    case "plan": {
      const services = [...answer.views.map(({ service }) => service), ...answer.left].map(({ id }) => id);
      return { ...common, kind: answer.kind, services, capability: answer.topic };
    }
    case "catalog": {
      const listed = answer.items.map((item) => (item.kind === "region" ? item.region.id : item.service.id));
      return { ...common, kind: answer.kind, listed };
    }
    case "concept":
      return { ...common, kind: answer.kind, concept: answer.concept.id };
    case "decline":
      return { ...common, kind: answer.kind, reason: answer.reason };
    case "help":
      return { ...common, kind: answer.kind, regions: [] };
    case "region":
    case "disambiguate":
      return { ...common, kind: answer.kind };
  }
}
