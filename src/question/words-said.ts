/** The words of a message, without those that it denies. */
import type { Lexicon } from "./lexicon";
import type { Found } from "./spans";
import type { Span } from "./spot";
import { wordAt } from "./thoughts";
import type { Token } from "./tokens";
import { DETERMINERS, NO_ANSWERS } from "./word-classes";

/** What a denial leaves: of "the database one, not the instance" the database. A misspelt word counts as what it may mean. */
export function wordsSaid(tokens: readonly Token[], cues: ReadonlyArray<Found<"cue">>, lexicon: Lexicon): string[] {
  const isDenial = ({ span, meaning }: Found<"cue">) => meaning.cue === "not" && !isAnAnswer(span, tokens);
  const denials = cues.flatMap((cue) => (isDenial(cue) ? [cue.span.start] : []));
  let denied = false;
  return tokens.flatMap(({ word, canonical, breakBefore, strange }, i) => {
    denied = denials.includes(i) || (denied && !breakBefore);
    if (denied) return [];
    // "Lose" is a word of the language, and no misspelt "logs".
    if (!strange || lexicon.isKnown(canonical) || lexicon.isStopWord(word)) return [canonical];
    return lexicon.spelling.similar(word).map((similar) => lexicon.canonical(similar.word));
  });
}

/** "No the database", asked which was meant, denies nothing of what follows. */
function isAnAnswer({ start, end }: Span, tokens: readonly Token[]): boolean {
  return start === 0 && end === 1 && NO_ANSWERS.has(wordAt(0, tokens)) && DETERMINERS.has(wordAt(1, tokens));
}
