/** Names that may be but words: ordinary ones beside a town, and those in code. */
import { isEnglish } from "./english";
import type { NameSpan } from "./name-span";
import type { Span } from "./spot";
import type { Token } from "./tokens";
import { BRANDS } from "./word-kinds";

/** "The front door in Milan": all services by ordinary words, none by its brand. */
export function isHomely(meant: readonly NameSpan[], tokens: readonly Token[]): boolean {
  return meant.every((span) => span.name.kind !== "service" || isOrdinary(span, tokens));
}

function isOrdinary({ start, end }: NameSpan, tokens: readonly Token[]): boolean {
  return tokens.slice(start, end).every(({ raw, plain }) => raw === plain && isEnglish(plain) && !BRANDS.has(plain));
}

/** "Functions: what is WEBSITE_TIME_ZONE": a word in code names a service only where nothing else does. */
export function withoutCode(named: readonly NameSpan[], tokens: readonly Token[]): readonly NameSpan[] {
  const isCode = ({ start, end }: Span) => {
    const token = tokens[start];
    return end - start === 1 && token?.code === true && isEnglish(token.plain);
  };
  const isOther = (span: NameSpan) => span.name.kind === "service" && !isCode(span);
  return named.some(isOther) ? named.filter((span) => isOther(span) || span.name.kind !== "service") : named;
}
