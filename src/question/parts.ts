/** The parts of a message: its words, the phrases that stand in it, and the names that these make. */
import { isCareless } from "./careless";
import type { Lexicon } from "./lexicon";
import type { Meaning } from "./meaning";
import { chooseNames, type Names } from "./names";
import { type NoRegion, withoutNoRegions } from "./no-regions";
import { withoutDeniedNames } from "./no-sql";
import { withOnesNamed } from "./ones";
import { withoutNamesOfData } from "./other-senses";
import { placesWithoutRegion } from "./places-without-region";
import { respell } from "./respell";
import { withSharedPlaces } from "./shared-places";
import { cuesIn, isWithin } from "./spans";
import { withSplitVerbs } from "./split-verbs";
import { type Span, spot } from "./spot";
import { type ToldTiers, tiersIn } from "./tiers";
import { type Token, tokenise } from "./tokens";

export type Parts = {
  readonly tokens: readonly Token[];
  readonly spans: readonly Span[];
  readonly names: Names;
  /** What was found besides names. */
  readonly signs: readonly Span[];
  /** Tiers of services that were named. */
  readonly tiers: ToldTiers;
  /** Names that are built as those of regions, and are none; places where there is none. */
  readonly noRegions: readonly NoRegion[];
};

/** @param text any string, mentions already taken out */
export function partsOf(text: string, lexicon: Lexicon): Parts {
  const { tokens: typed, noRegions } = withoutNoRegions(tokenise(text, lexicon), lexicon);
  const careless = isCareless(typed);
  const tokens = withSharedPlaces(withOnesNamed(respell(typed, lexicon, careless), lexicon), lexicon);
  const spans = withSplitVerbs(withoutDeniedNames(spot(tokens, lexicon), tokens), tokens, lexicon);
  const names = chooseNames(spans, tokens, lexicon, careless);
  const tiers = tiersIn(tokens, names.chosen, lexicon);
  // "Standard SKU" names a tier: it asks for no SKU.
  const isATier = (span: Span) => tiers.places.size > 0 && isMadeOf(span, tiers.places);
  const signs = withoutEnclosed(spans.filter((span) => !names.covers(span) && !isATier(span)));
  const isNamed = names.services.length + names.unclear.length > 0;
  const places = placesWithoutRegion(tokens, spans, names, lexicon);
  const all = places.length > 0 ? [...noRegions, ...places] : noRegions;
  return { tokens, spans, names, signs: isNamed ? withoutNamesOfData(signs, tokens) : signs, tiers, noRegions: all };
}

function isMadeOf({ start, end }: Span, places: ReadonlySet<number>): boolean {
  for (let at = start; at < end; at += 1) if (!places.has(at)) return false;
  return true;
}

/**
 * "geo zone redundant" is one subject: the "zone redundant" within it is none of its own, nor is the "copy" of a "copy
 * activity" a word on regions.
 */
function withoutEnclosed(signs: readonly Span[]): Span[] {
  const withKinds = (kinds: readonly Meaning["kind"][]) =>
    signs.filter(({ meanings }) => meanings.some(({ kind }) => kinds.includes(kind)));
  const [subjects, others] = [withKinds(["topic", "concept"]), withKinds(["other-topic", "everyday"])];
  // "Microsoft's job" is no job.
  const wider = [...subjects, ...withKinds(["cue"]).filter((sign) => !isGoingOn(sign))];
  // "Who is the backup for Ahmed" holds all of the subject, and is about people.
  const isOfASubject = (sign: Span) =>
    subjects.some((it) => it.start < sign.end && sign.start < it.end && (it === sign || !isWithin(it, sign)));
  // "What is the twin city of Warsaw" asks for no pair.
  const lives = withKinds(["everyday"]);
  const smallTalk = cuesIn(signs)("thanks", "help", "greeting", "circumstances");
  return signs.filter((sign) => {
    const is = (kind: Meaning["kind"]) => sign.meanings.some((meaning) => meaning.kind === kind);
    // The "time differ" of "recovery time differs".
    if (is("everyday") && isOfASubject(sign)) return false;
    // "Thanks and have a nice weekend" is on no weekend.
    if (is("everyday") && smallTalk.some((other) => isWithin(sign, other))) return false;
    const enclosing = is("other-topic") ? wider : is("concept") ? [...subjects, ...lives] : others;
    return !enclosing.some((other) => isWithin(sign, other));
  });
}

/** "Which SKU", which is one of the matter before; by itself it is a SKU. */
function isGoingOn({ meanings }: Span): boolean {
  return meanings.some((it) => it.kind === "cue" && it.cue === "go-on");
}
