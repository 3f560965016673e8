import type { Cue, Topic } from "../knowledge/schema";

/** What a phrase says. A shared name lists the services that it may mean, the likeliest first. */
export type Meaning =
  | {
      readonly kind: "service";
      readonly services: readonly string[];
      /** Counts only in capitals or standing by itself: an ordinary word too. */
      readonly ordinary?: true;
      /** An ordinary word that counts in the plural only: "topics", but not "the topic". */
      readonly plural?: true;
      /** Counts only where no other service is named. */
      readonly generic?: true;
    }
  | { readonly kind: "other-product"; readonly name: string }
  | {
      readonly kind: "region";
      readonly regions: readonly string[];
      /** A city or a country, which people speak of for other reasons too. */
      readonly place?: true;
      /** "sea" is short for Southeast Asia, and a word. */
      readonly ordinary?: true;
    }
  | {
      /** A city or a country without a region. */
      readonly kind: "other-place";
      /** Where its whole country has none, as the card writes it: "Riyadh (Saudi Arabia)". */
      readonly shown?: string;
      /** Where its country has some in other places: "Germany". */
      readonly geography?: string;
      /** "Jordan" is a name too. */
      readonly doubtful?: true;
    }
  | { readonly kind: "area"; readonly area: string }
  | { readonly kind: "topic"; readonly topic: Topic }
  | { readonly kind: "concept"; readonly concept: string }
  | { readonly kind: "cue"; readonly cue: Cue }
  | { readonly kind: "ordinal"; readonly ordinal: number }
  | { readonly kind: "other-topic"; readonly service: string | null }
  | { readonly kind: "everyday" };

/** Says what is asked of a subject: a way to survive, or a cue. */
export function saysWhatIsAsked({ kind }: Meaning): boolean {
  return kind === "cue" || kind === "topic";
}
