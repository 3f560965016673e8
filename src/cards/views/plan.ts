import type { AnswerOf, ServiceView } from "../../answer/answer";
import type { Assessment } from "../../answer/assess";
import type { Service } from "../../knowledge/schema";
import { KIND, OUTCOME_SHOWN } from "../list-words";
import { TOPIC } from "../verdict-words";
import { type Button, type Detail, type Item, MOST_BUTTONS, type Tone, type View } from "../view";
import { words } from "../words";
import { rowAsItIs } from "./as-it-is";
import { betweenRegions, wayOf } from "./between-regions";
import { aboutTheBest, bestOption } from "./option";
import { EMPTY_VIEW, fit, item, keptBy, named, oneLine, open, settingName, TABLE, tap, tellingApart } from "./parts";
import { isOnBuilding, isOnLacking, isOutOfTier, regionOf, type Seen, tierWords, verdictOf } from "./verdict";

/** Several services: a row each, the verdict in colour and word, the best option and its page. */
export function planView(answer: AnswerOf<"plan">): View {
  const { views, topic, left, assumed, absent } = answer;
  const settings = views[0]?.assessments.map(({ setting }) => settingName(setting)).filter((name) => name !== "") ?? [];
  const names = views.map(({ service }) => service.shortName);
  return {
    ...EMPTY_VIEW,
    title: [titleOf(answer), ...(settings.length > 0 ? [words.list(settings)] : [])].join(" · "),
    lead: [topic ? `${TOPIC[topic]}.` : "", leadOf(answer), differenceOf(views), restOf(answer)]
      .filter(Boolean)
      .join(" "),
    notice: [
      ...(absent.length > 0 ? [words.planAbsent(absent.map(({ shortName }) => shortName))] : []),
      ...(left.length > 0 ? [words.planLeft(left.map(({ shortName }) => shortName))] : []),
      ...assumed.map(({ service, others }) =>
        words.assumed(
          service.name,
          others.map(({ name }) => name),
        ),
      ),
    ].join(" "),
    sections: [{ heading: "", items: views.flatMap((view) => rows(view, answer)) }],
    foot: words.sources(oldest(views, "dated"), oldest(views, "checked")),
    buttons: buttonsOf(answer),
    summary: oneLine(`${words.list(names)}${settings.length > 0 ? ` in ${words.list(settings)}` : ""}`),
  };
}

function titleOf({ views, left, narrowed }: AnswerOf<"plan">): string {
  const count = views.length + left.length;
  return narrowed && !narrowed.isNone ? words.planPart(count, narrowed.whole.length) : words.planTitle(count);
}

function leadOf({ narrowed }: AnswerOf<"plan">): string {
  if (!narrowed) return words.planLead;
  const what = [
    ...(narrowed.outcome ? [OUTCOME_SHOWN[narrowed.outcome]] : []),
    ...(narrowed.kinds.length > 0 ? [words.list(narrowed.kinds.map((kind) => KIND[kind]))] : []),
  ].join("; ");
  return narrowed.isNone ? words.planNone(what) : words.planOnly(what);
}

/** "Traffic Manager vs Front Door": two that people mix up are told apart. */
function differenceOf([a, b, ...more]: readonly ServiceView[]): string {
  if (!a || !b || more.length > 0) return "";
  const from = (one: ServiceView, other: ServiceView) =>
    one.service.neighbours.find(({ service }) => service === other.service.id);
  const [ofB, ofA] = [from(a, b), from(b, a)];
  if (ofB) return tellingApart(b.service.shortName, ofB.difference);
  return ofA ? tellingApart(a.service.shortName, ofA.difference) : "";
}

/** Where not all rows can have a button the worst ones have theirs: there most is to be read. */
function buttonsOf(answer: AnswerOf<"plan">): Button[] {
  const { views, assumed, regions, topic } = answer;
  const meaning = { regions: regions.map(({ id }) => id), topic, ...keptBy(answer) };
  const others = assumed.flatMap(({ others }) => others);
  const taps = (services: readonly Service[]) =>
    services.map(({ id, shortName }) => tap(shortName, { services: [id], ...meaning }));
  const isFull = 1 + others.length + views.length + PERSON > MOST_BUTTONS;
  const shown = isFull ? [...views].sort((a, b) => severity(b) - severity(a)) : views;
  return fit([
    open(words.openPage, TABLE),
    ...wholeAgain(answer, meaning),
    ...taps(others),
    ...taps(shown.map(({ service }) => service)),
  ]);
}

function wholeAgain({ narrowed }: AnswerOf<"plan">, meaning: Parameters<typeof tap>[1]): Button[] {
  if (!narrowed || narrowed.isNone) return [];
  const services = narrowed.whole.map(({ id }) => id);
  return [tap(words.planWhole(services.length), { ...meaning, services })];
}

function restOf({ views, assumed }: AnswerOf<"plan">): string {
  const buttons = 1 + assumed.flatMap(({ others }) => others).length + views.length;
  return buttons > MOST_BUTTONS ? words.planRest : "";
}

/** The last button may be the one that asks a person. */
const PERSON = 1;

function severity({ service, assessments }: ServiceView): number {
  return Math.max(...assessments.map((assessment) => SEVERITY.indexOf(verdictOf({ service, assessment }).tone)));
}

const SEVERITY: readonly Tone[] = ["good", "accent", "warning", "attention"];

/** One row where all regions come to the same, else one a region. */
function rows({ service, assessments: all }: ServiceView, answer: AnswerOf<"plan">): Item[] {
  const { views, topic, topics, told, targets } = answer;
  // What the service could do from there is no concern of those who copy there.
  const assessments = all.filter(({ setting }) => !targets.some(({ id }) => id === regionOf(setting)?.id));
  // Teams takes 28 kB: of many rows each says less.
  const isLong = views.length * assessments.length > MOST_FULL_ROWS;
  const wordOf = (assessment: Assessment) => verdictOf({ service, assessment }).word;
  const same = new Set(assessments.map(wordOf)).size <= 1;
  return (same ? assessments.slice(0, 1) : assessments).map((assessment) => {
    const { word, tone } = verdictOf({ service, assessment });
    const best = bestOption(service, assessment, topic);
    const where = same ? "" : ` · ${settingName(assessment.setting)}`;
    const { retired } = service;
    return item({
      title: `${named(service.shortName, service, told)}${where}`,
      text: (retired ? words.beingRetired(word) : word).toUpperCase(),
      details: [
        ...subjectOf({ service, assessment }),
        { label: best.title || bestLabel(service, assessment), value: best.text },
        ...wayThere(service, assessment, answer),
        ...aboutTheBest(assessment, topics, isLong),
        ...(retired ? [{ label: words.mind, value: retired.text }] : []),
      ],
      link: best.link,
      tone: retired && tone === "good" ? "warning" : tone,
    });
  });
}

const MOST_FULL_ROWS = 12;

/** "From Qatar Central to UAE North: no, that is not its pair." */
function wayThere(service: Service, assessment: Assessment, { targets, topic }: AnswerOf<"plan">): Detail[] {
  const from = regionOf(assessment.setting);
  const value = from ? betweenRegions(service, assessment, wayOf([from], targets), topic) : "";
  return value === "" ? [] : [{ label: words.wayThere, value }];
}

/** A part that is not covered has nothing of what is best for the whole. */
function bestLabel({ shortName }: Service, { notCovered }: Assessment): string {
  return notCovered.length > 0 ? words.itself(shortName) : words.best;
}

/** What the word of the row is about, where that is not the whole service. */
function subjectOf(seen: Seen): Detail[] {
  const { notCovered, tiers, lacking, onlyBuilt } = seen.assessment;
  if (notCovered.length > 0) return notCovered.map(({ text }) => ({ label: words.notCovered, value: text }));
  if (tiers.length > 0) {
    const { not, own } = tierWords(seen.assessment);
    const label = isOutOfTier(seen) ? not : own;
    return tiers.map(({ text }) => ({ label, value: text }));
  }
  const names = lacking.map(({ capability }) => capability.name);
  const asItIs = rowAsItIs(seen.assessment);
  if (asItIs !== null) return [{ label: words.asItIs.label, value: asItIs }];
  if (isOnLacking(seen)) return [{ label: words.worksNot[seen.assessment.setting.kind], value: words.list(names) }];
  return onlyBuilt && isOnBuilding(seen) ? [{ label: words.asked, value: TOPIC[onlyBuilt.topic] }] : [];
}

/** The weakest date speaks for the card. */
function oldest(views: readonly ServiceView[], field: "dated" | "checked"): string {
  return views.map(({ service }) => service.sources[field]).sort()[0] ?? "";
}
