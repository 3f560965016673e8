import type { AnswerOf, ServiceView } from "../../answer/answer";
import type { Assessment, CapabilityRow, Setting } from "../../answer/assess";
import type { Service, Topic } from "../../knowledge/schema";
import { TOPIC } from "../verdict-words";
import type { Button, Item, Section, View } from "../view";
import { words } from "../words";
import { verdictOnAsked } from "./asked-first";
import { betweenRegions, wayOf } from "./between-regions";
import { concernedVerdict, concernPages, isOnZonesAlone } from "./concern";
import {
  capabilityItem,
  designItem,
  EMPTY_VIEW,
  fit,
  item,
  keptBy,
  named,
  oneLine,
  open,
  settingName,
  tap,
} from "./parts";
import { isOutOfTier, regionOf, tierWords, verdictOf, wholeVerdict } from "./verdict";
import { isOn, whoStartsItems } from "./who-starts";

/** One service, the verdict first; what follows is for the one who reads on. */
export function answerView(answer: AnswerOf<"answer">, nameOf: (service: string) => string): View {
  const { service, assessments } = answer.view;
  const [first, ...more] = assessments;
  if (!first) return EMPTY_VIEW;
  const others = more.filter((other) => !isOnlyATarget(other, first, answer));
  const where = assessments.map(({ setting }) => settingName(setting)).filter((name) => name !== "");
  const verdict = concernedVerdict({ service, assessment: first }, answer);
  const family = {
    heading: words.members,
    items: answer.view.members.map((member) => memberItem(member, answer.topic)),
  };
  const sections = [family, ...sectionsOf(service, first, others, answer.topic, nameOf)].filter(
    ({ items }) => items.length > 0,
  );
  const linked = new Set(sections.flatMap(({ items }) => items.flatMap(({ link }) => link?.url ?? [])));
  return {
    ...EMPTY_VIEW,
    title: [named(service.name, service, answer.told), where.length > 0 ? where[0] : null].filter(Boolean).join(" · "),
    verdict,
    lead: leadOf(answer, first),
    notice: service.retired?.text ?? "",
    sections,
    pages: [...concernPages(answer), ...service.links.slice(1)].filter(({ url }) => !linked.has(url)),
    foot: words.sources(service.sources.dated, service.sources.checked),
    buttons: buttonsOf(answer, first, nameOf),
    summary: oneLine(
      `${service.shortName}${where[0] ? ` in ${where[0]}` : ""}: ${verdict.word.toLowerCase()}. ${verdict.sentence}`,
    ),
  };
}

/**
 * "Restore it in Sweden": what the service does from there would read as the answer. Only what Microsoft says of that very
 * region counts ("cannot be the second one"), and that the region was heard.
 */
function isOnlyATarget(other: Assessment, first: Assessment, answer: AnswerOf<"answer">): boolean {
  const { setting, outcome, works, worksNot } = other;
  const isTarget = answer.targets.some(({ id }) => id === regionOf(setting)?.id);
  if (!isTarget || [...works, ...worksNot].some(({ exception }) => exception !== null)) return false;
  return (
    outcome === "with-pair" ||
    betweenRegions(answer.view.service, first, wayOf(answer.regions, answer.targets), answer.topic) !== ""
  );
}

/** Of a part that is not covered stands first what the service itself can do. */
function leadOf(answer: AnswerOf<"answer">, first: Assessment): string {
  const { service } = answer.view;
  if (first.notCovered.length > 0 || isOnZonesAlone(answer) || verdictOnAsked(answer.view, answer.topic)) {
    const { word, sentence } = wholeVerdict({ service, assessment: first });
    return `**${words.itself(service.shortName)}:** ${word}. ${sentence}`;
  }
  if (first.asItIs?.kind === "lacking" && first.tiers.length === 0) {
    const { word, sentence } = wholeVerdict({ service, assessment: first });
    return `**${words.asItIs.canBe}:** ${word}. ${sentence}`;
  }
  if (isOutOfTier({ service, assessment: first })) {
    const { word, sentence } = wholeVerdict({ service, assessment: first });
    return `**${tierWords(first).others}:** ${word}. ${sentence}`;
  }
  return first.setting.kind === "open"
    ? `**${words.withAPair}:** ${service.verdict.paired}`
    : answer.compared
      ? ""
      : betweenRegions(service, first, wayOf(answer.regions, answer.targets), answer.topic);
}

function sectionsOf(
  service: Service,
  assessment: Assessment,
  others: readonly Assessment[],
  topic: Topic | null,
  nameOf: (service: string) => string,
): Section[] {
  const { setting } = assessment;
  const leading = topic ? topicSection(service, assessment, topic) : null;
  const isLeft = (topics: readonly Topic[]) => topic === null || !isOn(topics, topic);
  const works = assessment.works.filter(({ capability }) => isLeft(capability.topics));
  const worksNot = assessment.worksNot.filter(({ capability }) => isLeft(capability.topics));
  const designs = assessment.designs.filter(({ topics }) => isLeft(topics));
  return [
    ...(leading ? [leading] : []),
    { heading: words.elsewhere, items: others.map((other) => elsewhereItem(service, other)) },
    { heading: words.works[setting.kind], items: works.map((row) => capabilityItem(row)) },
    { heading: words.build, items: designs.map((design) => designItem(design)) },
    ...[tierWords(assessment).not, words.onlyElsewhere, words.worksNot[setting.kind], words.notListedHere].map(
      (heading) => ({
        heading,
        items: worksNot.filter((row) => whyNot(row, assessment) === heading).map((row) => capabilityItem(row)),
      }),
    ),
    { heading: words.mind, items: assessment.cautions.map(({ text, source }) => linked(text, source)) },
    { heading: words.changed, items: service.changed.map(({ text, source }) => linked(text, source)) },
    {
      heading: words.tellApart,
      items: service.neighbours.map((other) => neighbourItem(nameOf(other.service), other.difference)),
    },
  ];
}

/** What was asked about stands first: what works, then what one builds, then what needs a pair. */
function topicSection(service: Service, assessment: Assessment, topic: Topic): Section {
  const suits = ({ topics }: { topics: readonly Topic[] }) => isOn(topics, topic);
  const items = [
    ...assessment.works.filter(({ capability }) => suits(capability)).map((row) => capabilityItem(row)),
    ...assessment.designs
      .filter(suits)
      .map((design) => designItem(design, `${design.name} (${words.buildYourself.toLowerCase()})`)),
    ...assessment.worksNot
      .filter(({ capability }) => suits(capability))
      .map((row) => capabilityItem(row, `${row.capability.name} (${midSentence(whyNot(row, assessment))})`)),
  ];
  // A family has said it kind by kind.
  const isFamily = service.members.length > 0;
  const first = isFamily ? [] : whoStartsItems(assessment, topic);
  if (first.length + items.length > 0 || isFamily) return { heading: TOPIC[topic], items: [...first, ...items] };
  const nothing = words.nothingOnTopic(midSentence(TOPIC[topic]), service.shortName);
  return { heading: TOPIC[topic], items: [item({ text: nothing })] };
}

/** A list of regions is another reason than a missing pair. */
function whyNot(row: CapabilityRow, assessment: Assessment): string {
  const { setting } = assessment;
  if (!row.inTier) return tierWords(assessment).not;
  if (!row.reaches) return words.onlyElsewhere;
  return row.targets !== null || row.exception !== null ? words.notListedHere : words.worksNot[setting.kind];
}

function midSentence(topic: string): string {
  return /^[A-Z]{2}/.test(topic) ? topic : topic[0]?.toLowerCase() + topic.slice(1);
}

function elsewhereItem(service: Service, assessment: Assessment): Item {
  const { word, sentence, tone } = verdictOf({ service, assessment });
  return item({ title: settingName(assessment.setting), text: `${word}. ${sentence}`, tone });
}

function memberItem(member: ServiceView, topic: Topic | null): Item {
  const { service, assessments } = member;
  const [assessment] = assessments;
  if (!assessment) return item({ text: service.name });
  const { word, sentence, tone } = verdictOnAsked(member, topic) ?? verdictOf({ service, assessment });
  const url = service.links[0]?.url ?? service.verdict.source;
  return item({
    title: `${service.shortName}: ${word.toLowerCase()}`,
    text: sentence,
    link: { title: words.page, url },
    tone,
  });
}

/** The name once: most of the sentences begin with it. */
function neighbourItem(name: string, difference: string): Item {
  return item({ title: difference.startsWith(name) ? "" : name, text: difference });
}

function linked(text: string, url: string): Item {
  return item({ text, link: { title: words.page, url } });
}

function buttonsOf(answer: AnswerOf<"answer">, first: Assessment, nameOf: (service: string) => string): Button[] {
  const { service } = answer.view;
  const [guide] = service.links;
  const replacement = service.retired?.replacement;
  return fit([
    ...(guide ? [open(words.openPage, guide.url)] : []),
    ...(replacement ? [tap(nameOf(replacement), { services: [replacement], ...placesOf(answer) })] : []),
    ...answer.view.members
      .slice(0, 5)
      .map(({ service: { id, shortName } }) => tap(shortName, { services: [id], ...placesOf(answer) })),
    ...otherSetting(first.setting).map(({ title, pairing }) =>
      tap(title, { services: [service.id], topic: answer.topic, pairing, ...keptBy(answer) }),
    ),
    ...neighbourButtons(answer, first.setting, nameOf),
  ]);
}

/** To the nearest neighbour, both side by side, and to the next one. */
function neighbourButtons(answer: AnswerOf<"answer">, setting: Setting, nameOf: (service: string) => string): Button[] {
  const { service } = answer.view;
  const { topic } = answer;
  const { regions, ...targets } = placesOf(answer);
  const pairing = regions.length === 0 && setting.kind !== "open" ? setting.kind : null;
  const [nearest, ...others] = service.neighbours
    .slice(0, 2)
    .map(({ service: id }) => tap(nameOf(id), { regions, topic, services: [id], ...targets }));
  const [first] = service.neighbours;
  if (!nearest || !first) return [];
  const both = { regions, topic, services: [service.id, first.service], pairing, ...targets };
  return [nearest, tap(words.compareWith(nearest.title), both), ...others];
}

function otherSetting(setting: Setting): Array<{ title: string; pairing: "paired" | "nonpaired" }> {
  const paired = { title: words.otherRegion.paired, pairing: "paired" } as const;
  const nonpaired = { title: words.otherRegion.nonpaired, pairing: "nonpaired" } as const;
  return setting.kind === "paired" ? [nonpaired] : [paired];
}

function placesOf(answer: AnswerOf<"answer">): { regions: string[]; targets?: string[] } {
  const regions = answer.regions.map(({ id }) => id);
  return answer.targets.length > 0 ? { regions, targets: answer.targets.map(({ id }) => id) } : { regions };
}
