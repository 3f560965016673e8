/** "DR in Doha, primary in Dubai", "Milan primary, Frankfurt DR": where one region is called primary, the others are targets. */
import type { Names } from "./names";
import type { Span } from "./spot";
import { ROLES } from "./take-over";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { anyOf, DETERMINERS, FORMS_OF_BE, MODAL_VERBS, PREPOSITIONS_INSIDE, PRIMARY_ROLES } from "./word-classes";

type Place = Span & { readonly name: Extract<Names["chosen"][number]["name"], { readonly kind: "region" }> };

/** @returns the regions that are called primary where another one has the other role; most messages have no such word */
export function calledPrimary({ chosen }: Pick<Names, "chosen">, tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  const isBoth = tokens.some(({ word }) => PRIMARY_ROLES.has(word)) && tokens.some(({ word }) => ROLES.has(word));
  if (!isBoth) return found;
  const places = chosen.filter(isPlace);
  tokens.forEach(({ word }, at) => {
    const place = PRIMARY_ROLES.has(word) && places.length > 1 ? placeCalled(at, places, tokens) : undefined;
    for (const region of place?.name.regions ?? []) found.add(region);
  });
  return found;
}

function isPlace(span: Names["chosen"][number]): span is Place {
  return span.name.kind === "region";
}

function placeCalled(at: number, places: readonly Place[], tokens: readonly Token[]): Place | undefined {
  const behind = placeBehind(at, places, tokens);
  const before = placeBefore(at, places, tokens);
  if (!behind || !before) return behind ?? before;
  // "Milan primary Madrid secondary", but "secondary Madrid primary Milan"
  return ROLES.has(wordAt(behind.end, tokens)) ? before : behind;
}

/** "Primary in Dubai", "the primary region will be Dubai". */
function placeBehind(at: number, places: readonly Place[], tokens: readonly Token[]): Place | undefined {
  let next = at + 1;
  while (BETWEEN.has(wordAt(next, tokens)) && !tokens[next]?.breakBefore) next += 1;
  return tokens[next]?.breakBefore ? undefined : places.find(({ start }) => start === next);
}

/** "Milan primary", "Milan is the primary". */
function placeBefore(at: number, places: readonly Place[], tokens: readonly Token[]): Place | undefined {
  let end = at;
  while (IS_THE.has(wordAt(end - 1, tokens)) && !tokens[end]?.breakBefore) end -= 1;
  return tokens[end]?.breakBefore ? undefined : places.find((place) => place.end === end);
}

const BETWEEN = anyOf(FORMS_OF_BE, MODAL_VERBS, DETERMINERS, PREPOSITIONS_INSIDE, "at be region site location now");
const IS_THE = anyOf(FORMS_OF_BE, MODAL_VERBS, DETERMINERS, "as be");
