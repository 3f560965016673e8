import type { AnswerOf } from "../../answer/answer";
import type { Knowledge } from "../../knowledge/knowledge";
import type { Region } from "../../knowledge/schema";
import { CATALOG_BUTTON } from "../list-words";
import type { Button, View } from "../view";
import { words } from "../words";
import { EMPTY_VIEW, fit, item, keptBy, oneLine, open, TABLE, tap } from "./parts";

/** Three questions that show what the bot is for; a tap carries their meaning. */
const STARTERS: readonly Button[] = [
  tap("Event Grid without pairs", { services: ["azure-event-grid"], topic: "geo-replication", pairing: "nonpaired" }),
  tap("AKS, SQL and Key Vault in Qatar", {
    services: ["azure-kubernetes-service", "azure-sql-database", "azure-key-vault"],
    regions: ["qatarcentral"],
  }),
  tap("Is Poland Central paired?", { regions: ["polandcentral"] }),
];

/** Two or more services fit: buttons, the likeliest first, that keep the region and the topic. */
export function askBackView(answer: AnswerOf<"disambiguate">): View {
  const { choices, regions, topic, together } = answer;
  const names = choices.map(({ shortName }) => shortName);
  const meaning = { regions: regions.map(({ id }) => id), topic, ...keptBy(answer) };
  const all = tap(words.askBack.together.all(choices.length), { services: choices.map(({ id }) => id), ...meaning });
  const { title } = together ? words.askBack.together : words.askBack;
  return {
    ...EMPTY_VIEW,
    title,
    lead: together ? words.askBack.together.lead(names) : words.askBack.lead,
    sections: [
      {
        heading: "",
        items: choices.map(({ name, verdict }, i) => item({ title: `${i + 1} · ${name}`, text: verdict.nonpaired })),
      },
    ],
    buttons: fit([
      ...choices.map(({ id, shortName }) => tap(shortName, { services: [id], ...meaning })),
      ...(together ? [all] : []),
    ]),
    summary: `${title} ${words.either(together ? [...names, all.title.toLowerCase()] : names)}?`.replace("??", "?"),
  };
}

/** Beside the way on that every card without an answer has. */
const MOST_NEAR = 4;

/** Nothing fits, or the matter is another: said plainly, with the nearest and Microsoft's own list. */
export function declineView(answer: AnswerOf<"decline">, { regionSources }: Knowledge): View {
  const { nearest, regions, lists } = answer;
  const isOnNoRegion = isOnANoRegion(answer);
  const texts = textsOf(answer);
  const inItsCountry = isOnAPlace(answer) ? answer.unknown.cities.flatMap(({ regions: there }) => there) : [];
  const nearby = isOnNoRegion ? answer.unknown.regions.flatMap(({ near }) => near) : inItsCountry;
  const title = declineTitle(answer);
  const near = [
    ...nearby.slice(0, MOST_NEAR).map(({ id, name }) => tap(name, { regions: [id] })),
    ...nearest.map(({ id, shortName }) =>
      tap(shortName, { services: [id], regions: regions.map((region) => region.id) }),
    ),
  ];
  return {
    ...EMPTY_VIEW,
    title,
    lead: texts.lead,
    buttons: fit([
      ...near,
      ...(near.length > 0 ? [] : lists.map((catalog) => tap(CATALOG_BUTTON[catalog], { catalog }))),
      open(words.decline.microsoftsList, isOnNoRegion || isOnAPlace(answer) ? regionSources.list : TABLE),
      ...(near.length > 0 ? [] : STARTERS.slice(0, 2)),
      tap(words.askAnother, { help: true }),
    ]),
    summary: oneLine(`${title}. ${texts.lead}`),
  };
}

/** "Is East US 3 paired". */
function isOnANoRegion({ reason, unknown }: AnswerOf<"decline">): boolean {
  return reason === "no-match" && unknown.regions.length > 0;
}

function namesOf(regions: readonly Region[]): string[] {
  return regions.map(({ name }) => name);
}

/** "Is there a region in Kuwait" */
function isOnAPlace(answer: AnswerOf<"decline">): boolean {
  const { reason, unknown } = answer;
  const isElse = unknown.products.length > 0 || isOnANoRegion(answer) || isForAList(answer);
  return reason === "no-match" && unknown.places.length + unknown.cities.length > 0 && !isElse;
}

/** "Which services are cheapest": the lists that there are say more than two examples of questions. */
function isForAList(answer: AnswerOf<"decline">): boolean {
  const { reason, lists, nearest } = answer;
  return reason === "no-match" && lists.length > 0 && nearest.length === 0 && !isOnANoRegion(answer);
}

function textsOf(answer: AnswerOf<"decline">): { readonly lead: string } {
  if (isOnANoRegion(answer)) return words.decline.noRegion;
  const [city] = answer.unknown.cities;
  if (isOnAPlace(answer) && city) return { lead: words.unknown.city(city.name, city.geography, namesOf(city.regions)) };
  if (isOnAPlace(answer)) return words.decline.noPlace;
  return isForAList(answer) ? words.decline.noList : words.decline[answer.reason];
}

function declineTitle(answer: AnswerOf<"decline">): string {
  const { reason, nearest, unknown } = answer;
  if (isForAList(answer)) return words.decline.noList.title;
  const [city] = unknown.cities;
  if (isOnAPlace(answer) && city) return words.decline.noCity(city.name);
  if (isOnAPlace(answer)) return words.decline.noPlace.title(unknown.places.slice(0, 3));
  const names = [...unknown.products, ...unknown.regions.map(({ name }) => name)];
  if (reason === "no-match" && names.length > 0) return words.decline.unknown(names.slice(0, 3));
  const { title } = words.decline[reason];
  return typeof title === "string" ? title : title(nearest[0]?.shortName ?? "that service");
}

/** A greeting or "what can you do": what it knows, with three questions to tap. */
export function helpView(greeting: AnswerOf<"help">["greeting"] | "welcome", knowledge: Knowledge): View {
  const { title, lead } = words.help[greeting];
  const { services, regions } = knowledge;
  const brief = greeting === "thanks" || greeting === "more" || greeting === "source" || greeting === "one-place";
  return {
    ...EMPTY_VIEW,
    title,
    lead,
    sections: brief
      ? []
      : [
          {
            heading: "",
            items: [
              item({ text: words.help.know(services.length, regions.length) }),
              item({ text: words.help.how }),
              item({ text: words.help.try }),
            ],
          },
        ],
    buttons: fit([
      ...STARTERS,
      tap(words.nonpairedRegions, { catalog: "nonpaired-regions" }),
      open(words.decline.microsoftsList, TABLE),
    ]),
    summary: oneLine(`${title}. ${lead}`),
  };
}

/** The one honest sentence for what nobody expected. */
export function unexpectedView(): View {
  const { title, lead } = words.unexpected;
  return {
    ...EMPTY_VIEW,
    title,
    lead,
    buttons: [open(words.decline.microsoftsList, TABLE)],
    summary: `${title}. ${lead}`,
  };
}
