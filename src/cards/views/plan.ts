import type { AnswerOf, ServiceView } from "../../answer/answer";
import type { Topic } from "../../knowledge/schema";
import type { Item, View } from "../view";
import { TOPIC, words } from "../words";
import {
  bestOption,
  EMPTY_VIEW,
  fit,
  item,
  oneLine,
  open,
  settingName,
  TABLE,
  tap,
  verdictOf,
  whoFailsOver,
} from "./parts";

/** Several services: a row each, the verdict in colour and word, the best option and its page. */
export function planView(answer: AnswerOf<"plan">): View {
  const { views, topic, left, assumed } = answer;
  const settings = views[0]?.assessments.map(({ setting }) => settingName(setting)).filter((name) => name !== "") ?? [];
  const regions = answer.regions.map(({ id }) => id);
  const names = views.map(({ service }) => service.shortName);
  return {
    ...EMPTY_VIEW,
    title: [words.planTitle(views.length + left.length), ...(settings.length > 0 ? [words.list(settings)] : [])].join(
      " · ",
    ),
    lead: topic ? `${TOPIC[topic]}. ${words.planLead}` : words.planLead,
    notice: [
      ...(left.length > 0 ? [words.planLeft(left.map(({ shortName }) => shortName))] : []),
      ...assumed.map(({ service, others }) =>
        words.assumed(
          service.name,
          others.map(({ name }) => name),
        ),
      ),
    ].join(" "),
    sections: [{ heading: "", items: views.flatMap((view) => rows(view, topic)) }],
    foot: words.sources(oldest(views, "dated"), oldest(views, "checked")),
    buttons: fit([
      open(words.openPage, TABLE),
      ...assumed.flatMap(({ others }) =>
        others.map(({ id, shortName }) => tap(shortName, { services: [id], regions, topic })),
      ),
      ...views.map(({ service }) => tap(service.shortName, { services: [service.id], regions, topic })),
    ]),
    summary: oneLine(`${words.list(names)}${settings.length > 0 ? ` in ${words.list(settings)}` : ""}`),
  };
}

/** One row where all regions come to the same, else one a region. */
function rows(view: ServiceView, topic: Topic | null): Item[] {
  const { service, assessments } = view;
  const same = new Set(assessments.map(({ outcome }) => outcome)).size <= 1;
  return (same ? assessments.slice(0, 1) : assessments).map((assessment) => {
    const { word, tone } = verdictOf({ service, assessment });
    const best = bestOption(service, assessment, topic);
    const where = same ? "" : ` · ${settingName(assessment.setting)}`;
    return item({
      title: `${service.shortName}${where}`,
      text: word.toUpperCase(),
      details: [{ label: words.best, value: best.text }, ...whoFailsOver(assessment, topic)],
      link: best.link,
      tone,
    });
  });
}

/** The weakest date speaks for the card. */
function oldest(views: readonly ServiceView[], field: "dated" | "checked"): string {
  return views.map(({ service }) => service.sources[field]).sort()[0] ?? "";
}
