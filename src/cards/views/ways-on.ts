/** Buttons that do not depend on what the card says: the way back, the menu, a person to ask. */
import type { Answer, AnswerOf } from "../../answer/answer";
import { addressOf, type Contact } from "../../contact";
import type { TapMeaning } from "../../question/tap";
import { type Button, MOST_BUTTONS, type View } from "../view";
import { words } from "../words";
import { keptBy, open, tap } from "./parts";

/** Buttons beside each other; what is beyond them goes into the menu of the card (platform.md: one to three). */
const MOST_PRIMARY = 3;

/** Cards whose buttons are the point: none of them is hidden in a menu. */
const ALL_BUTTONS_SHOW: ReadonlySet<Answer["kind"]> = new Set(["disambiguate", "decline", "help"]);

/** Cards that are no answer yet, so that a person need not be asked. */
const WITHOUT_PERSON: ReadonlySet<Answer["kind"]> = new Set(["disambiguate", "help"]);

/**
 * Gives every button of a question back and of a plan the way back to it, and an answer that came from one the
 * button that goes there: where a tap replaces the card, the choices would be lost otherwise.
 * @param back what the tapped button carried; null for typed questions
 */
export function withWayBack(view: View, answer: Answer, back: TapMeaning | null): View {
  const way = meaningOf(answer) ?? back;
  if (!way) return view;
  const buttons = view.buttons.map((button) =>
    button.kind === "tap" ? { ...button, tap: Object.assign({}, button.tap, { back: way }) } : button,
  );
  return { ...view, buttons: back ? secondButton(backButton(back), buttons) : buttons };
}

/** The tap that draws this card again, for the two kinds that people come back to. */
function meaningOf(answer: Answer): Partial<TapMeaning> | null {
  if (answer.kind !== "disambiguate" && answer.kind !== "plan") return null;
  const { topic } = answer;
  const regions = idsOf(answer.regions);
  const kept = keptBy(answer);
  if (answer.kind === "disambiguate") {
    const choices = [idsOf(answer.choices)];
    return answer.together
      ? { regions, topic, choices, together: true, ...kept }
      : { regions, topic, choices, ...kept };
  }
  const readAs = new Map(answer.assumed.map(({ service, others }) => [service.id, idsOf([service, ...others])]));
  const all = idsOf([...answer.views.map(({ service }) => service), ...answer.left]);
  // One list for each row, so that the rows keep their order.
  return { regions, topic, choices: all.map((id) => readAs.get(id) ?? [id]), pairing: pairingOf(answer), ...kept };
}

/** The kind of region that was asked about, where no region was named. */
function pairingOf(answer: AnswerOf<"plan">): TapMeaning["pairing"] {
  const setting = answer.views[0]?.assessments[0]?.setting;
  return setting && setting.kind !== "open" && setting.region === null ? setting.kind : null;
}

function idsOf(things: ReadonlyArray<{ readonly id: string }>): string[] {
  return things.map(({ id }) => id);
}

function backButton(back: TapMeaning): Button {
  return tap(back.services.length > 0 || back.choices.length > 1 ? words.back.overview : words.back.choices, back);
}

/** Behind the first, which leads to Microsoft's page; the last gives way where there are too many. */
function secondButton(button: Button, buttons: readonly Button[]): Button[] {
  return [...buttons.slice(0, 1), button, ...buttons.slice(1)].slice(0, MOST_BUTTONS);
}

/**
 * Adds "Ask a person" as the last button.
 * @param question the words that go along, foreign
 */
export function withPerson(view: View, kind: Answer["kind"], contact: Contact | undefined, question: string): View {
  if (!contact || WITHOUT_PERSON.has(kind)) return view;
  const button = open(words.askPerson, addressOf(contact, words.questionForPerson, question));
  return { ...view, buttons: [...view.buttons.slice(0, MOST_BUTTONS - 1), button] };
}

/** Puts what is beyond the first three buttons into the card's menu. */
export function withMenu(view: View, kind: Answer["kind"]): View {
  if (ALL_BUTTONS_SHOW.has(kind)) return view;
  return {
    ...view,
    buttons: view.buttons.map((button, i) => (i < MOST_PRIMARY ? button : { inMenu: true, ...button })),
  };
}

/** Only what works without the bot. */
export function linksOnly(view: View): View {
  return { ...view, buttons: view.buttons.filter(({ kind }) => kind === "open") };
}
