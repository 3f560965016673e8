/** How likely a word is to be typed here, before one looks at the letters: in times typed among the tuned questions. */
import { isEnglish } from "./english";
import { TYPED_WORDS } from "./typed-words";

/** Never typed so far: a word that we know is likelier than a common one, and that than any other of the language. */
const KNOWN = 0.3;
const COMMON = 0.1;
const RARE = 0.02;

const TIMES_TYPED: ReadonlyMap<string, number> = new Map(
  TYPED_WORDS.flatMap(([count, words]) => words.split(" ").map((word): [string, number] => [word, count])),
);

/** All words that were typed, as they were typed. */
export const TYPED: readonly string[] = [...TIMES_TYPED.keys()];

export type Kind = "known" | "common" | "rare";

/** @param word as it is typed, not folded */
export function likelihood(word: string, kind: Kind): number {
  const unseen = kind === "known" ? KNOWN : kind === "common" ? COMMON : RARE;
  return (TIMES_TYPED.get(word) ?? 0) + unseen;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Words of the language that differ from this one in one letter. */
export function rareNeighbours(word: string): string[] {
  const found: string[] = [];
  for (let i = 0; i < word.length; i += 1) {
    const [before, after] = [word.slice(0, i), word.slice(i + 1)];
    for (const letter of LETTERS) {
      const other = before + letter + after;
      if (other !== word && isEnglish(other)) found.push(other);
    }
  }
  return found;
}
