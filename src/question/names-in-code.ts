/** A word in code ("WEBSITE_TIME_ZONE") that is spelt as a name. */
import { isEnglish } from "./english";
import type { NameSpan } from "./name-span";
import type { Span } from "./spot";
import type { Token } from "./tokens";

/** "Functions: what is WEBSITE_TIME_ZONE": a word in code names a service only where nothing else does. */
export function withoutCode(named: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const isCode = ({ start, end }: Span) => {
    const token = tokens[start];
    return end - start === 1 && token?.code === true && isEnglish(token.plain);
  };
  const isOther = (span: NameSpan) => span.name.kind === "service" && !isCode(span);
  return named.some(isOther) ? named.filter((span) => isOther(span) || span.name.kind !== "service") : named;
}
