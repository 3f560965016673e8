import type { Answer, AnswerOf } from "../../answer/answer";
import { changedBehind } from "../../answer/changed-pages";
import type { Index } from "../../knowledge/indexed";
import type { View } from "../view";
import { words } from "../words";
import { answerView } from "./answer";
import { conceptView } from "./concept";
import { concernNotice } from "./concern";
import { catalogView } from "./lists";
import { planView } from "./plan";
import { regionView } from "./region";
import { askBackView, declineView, helpView } from "./talk";

type Views = { readonly [K in Answer["kind"]]: (answer: AnswerOf<K>, index: Index) => View };

const VIEWS: Views = {
  answer: (answer, index) => answerView(answer, (id) => index.service(id)?.shortName ?? id),
  plan: (answer) => planView(answer),
  region: (answer, index) => regionView(answer, index.knowledge),
  catalog: (answer, index) => catalogView(answer, index.knowledge),
  concept: (answer) => conceptView(answer),
  disambiguate: (answer) => askBackView(answer),
  decline: (answer, index) => declineView(answer, index.knowledge),
  help: ({ greeting }, index) => helpView(greeting, index.knowledge),
};

/** More would push what the card is about off the screen. */
const MOST_CHANGED = 3;

/** All the words of an answer, still without a form. */
export function viewOf<K extends Answer["kind"]>(answer: AnswerOf<K> & { readonly kind: K }, index: Index): View {
  const view = VIEWS[answer.kind](answer, index);
  const notice = [concernNotice(answer, index.knowledge.regions), view.notice].filter(Boolean).join(" ");
  return { ...view, notice: withUnknown(notice, answer), changed: changedOf(answer, index) };
}

/** What was named beside the answer and is unknown; a card that declines says it in its title. */
function withUnknown(notice: string, { kind, unknown, regions }: Answer): string {
  if (kind === "decline" || kind === "help") return notice;
  const near = unknown.regions.flatMap((region) => region.near.map(({ name }) => name));
  return [
    unknown.products.length > 0 ? words.unknown.products(unknown.products) : "",
    unknown.regions.length > 0 ? words.unknown.regions(unknown.regions.map(({ name }) => name)) : "",
    near.length > 0 ? words.unknown.nearest([...new Set(near)].slice(0, MOST_NEAR)) : "",
    unknown.places.length > 0 ? words.unknown.places(unknown.places) : "",
    ...unknown.cities.map(({ name, geography, regions: there }) =>
      words.unknown.city(
        name,
        geography,
        there.map((region) => region.name),
      ),
    ),
    unknown.regions.length + unknown.places.length + unknown.cities.length > 0 && regions.length === 0
      ? words.unknown.anywhere
      : "",
    notice,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

const MOST_NEAR = 4;

function changedOf(answer: Answer, { knowledge }: Index): View["changed"] {
  const all = changedBehind(answer, knowledge);
  const pages = all.slice(0, MOST_CHANGED).map(({ title, page, dated }) => ({ title, url: page, dated }));
  return { pages, more: all.length - pages.length };
}
