/** Answer → what logs and scripts are told: ids and figures. */
import type { Answer } from "./answer/answer";
import type { Decision } from "./responder";

export function decisionOf(answer: Answer): Decision {
  const common = {
    confidence: Math.round(answer.confidence * 1000) / 1000,
    candidates: answer.candidates,
    regions: answer.regions.map(({ id }) => id),
  };
  const none = { services: [], ...common };
  switch (answer.kind) {
    case "answer":
      return { kind: answer.kind, services: [answer.view.service.id], capability: answer.topic, ...common };
    case "plan": {
      const services = [...answer.views.map(({ service }) => service), ...answer.left].map(({ id }) => id);
      return { kind: answer.kind, services, capability: answer.topic, ...common };
    }
    case "catalog": {
      const listed = answer.items.map((item) => (item.kind === "region" ? item.region.id : item.service.id));
      return { kind: answer.kind, listed, ...none };
    }
    case "concept":
      return { kind: answer.kind, concept: answer.concept.id, ...none };
    case "decline":
      return { kind: answer.kind, reason: answer.reason, ...none };
    case "help":
      return { kind: answer.kind, ...none, regions: [] };
    case "region":
    case "disambiguate":
      return { kind: answer.kind, ...none };
  }
}
