/** "The other way round", "swap primary and secondary", "make Dubai primary": which of two regions copies to the other. */
import { placesOf } from "./spans";
import type { Span } from "./spot";
import type { Token } from "./tokens";
import {
  ADDITIVE_ADVERBS,
  anyOf,
  DETERMINERS,
  FORMS_OF_BE,
  FORMS_OF_DO,
  LIST_CONJUNCTIONS,
  MODAL_VERBS,
  PERSONAL_PRONOUNS,
  POLITE_WORDS,
  PRIMARY_ROLES,
  PRONOUNS_OF_THINGS,
} from "./word-classes";

/** The two change places, or one of them becomes the one that is copied from. */
export type WayRound = { readonly kind: "swapped" } | { readonly kind: "from"; readonly region: string };

type Named = Span & { readonly name: { readonly kind: string } };
type Place = Span & { readonly name: { readonly kind: "region"; readonly regions: readonly string[] } };

/** "And does it work just the same in the opposite direction" */
const LONGEST = 12;

/** @returns null where the message says anything else: "swap Redis for Cosmos DB", "swap slots", "how do I flip it" */
export function wayRound(chosen: readonly (Named | Place)[], tokens: readonly Token[]): WayRound | null {
  if (tokens.length === 0 || tokens.length > LONGEST || !tokens.some(({ word }) => SIGNS.has(word))) return null;
  const places = chosen.filter(isPlace);
  const said = rest(places, tokens);
  if (isPrimary(said) && places.length === 1) {
    const [region, ...others] = places[0]?.name.regions ?? [];
    return region !== undefined && others.length === 0 ? { kind: "from", region } : null;
  }
  // "Key Vault the other way round"
  const isOther = isMadeOf(rest(chosen, tokens).replace(OTHER_WAYS, " "), AROUND) && OTHER_WAYS.test(said);
  const isTurned = SWAPS.test(said) && isMadeOf(said.replace(SWAPS, " "), AROUND);
  return isOther || isTurned ? { kind: "swapped" } : null;
}

function isPlace(span: Named | Place): span is Place {
  return span.name.kind === "region";
}

/** The words that stand beside these names. */
function rest(names: readonly Span[], tokens: readonly Token[]): string {
  const named = placesOf(names);
  return tokens.flatMap(({ word }, at) => (named.has(at) ? [] : [word])).join(" ");
}

function isMadeOf(said: string, some: ReadonlySet<string>): boolean {
  return said.split(" ").every((word) => word === "" || some.has(word));
}

const OTHER_WAYS =
  /\bvice ?versa\b|\bconversely\b|\b(other|opposite|reverse|reversed|wrong) (way|direction|order)( (round|around|about))?\b|\bbackwards\b/;
const SWAPS =
  /\b(swap|swapped|switch|switched|flip|flipped|reverse|reversed|invert|inverted|exchange|exchanged|(turn|turned)(?=.* (round|around)\b))( (round|around|over))?\b/;

const ROLES =
  "primary primarys secondary secondaries main source target standby backup dr failover recovery production prod active passive role";
const FILLERS = anyOf(
  ADDITIVE_ADVERBS,
  DETERMINERS,
  FORMS_OF_BE,
  FORMS_OF_DO,
  LIST_CONJUNCTIONS,
  MODAL_VERBS,
  PERSONAL_PRONOUNS,
  POLITE_WORDS,
  PRONOUNS_OF_THINGS,
  "no sorry so ok okay but then now just what if about how it s same be let lets us with as in",
);
const AROUND = anyOf(
  FILLERS,
  `${ROLES} region site location place side direction order two both round around work works possible true mean meant want wanted go goes have has got need`,
);

/** "Make Dubai primary", "and if Dubai is the primary region", "from Dubai then". */
function isPrimary(said: string): boolean {
  const words = said.split(" ");
  const isNamed = words.some((word) => PRIMARIES.has(word)) && isMadeOf(said, AROUND_PRIMARY);
  return isNamed || FROM_THERE.test(said);
}

/** One of these is in each; most messages have none, and are looked at no further. */
const SIGNS = anyOf(
  PRIMARY_ROLES,
  "active from viceversa versa conversely way direction order backwards swap swapped switch switched flip flipped reverse reversed invert inverted exchange exchanged turn turned",
);

const PRIMARIES = anyOf(PRIMARY_ROLES, "active");
const AROUND_PRIMARY = anyOf(
  FILLERS,
  PRIMARIES,
  "make makes making becomes became become put set use instead one say region site location suppose supposing",
);
const FROM_THERE = /^((and|so|ok|okay|then|what|how|about|but|or) )*from( (then|instead|now|please))?$/;
