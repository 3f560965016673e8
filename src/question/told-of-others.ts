/** "IoT Hub over MQTT and Event Grid topics": a part of one service, said of another. */
import type { Lexicon } from "./lexicon";
import { type NameSpan, servicesOf } from "./name-span";
import type { Parts } from "./parts";
import { wordAt } from "./thoughts";
import { anyOf, PREPOSITIONS_OF_MEANS } from "./word-classes";

/** @returns ids of the parts and former names in these words, without those that are only said of another service */
export function toldInPlace(words: readonly string[], parts: Parts, { telling }: Lexicon): readonly string[] {
  const all = telling.in(words);
  if (all.length === 0) return all;
  const { tokens, names } = parts;
  const elsewhere = tokens.flatMap(({ canonical }, at) => (nameBefore(at, parts) ? [{ at, canonical }] : []));
  return all.filter((id) => {
    const service = telling.serviceOf(id);
    // "AKS with Application Insights and Log Analytics": the part is a name of nothing else.
    const isItsOwn = (at: number) =>
      names.chosen.some(
        (span) => isNameOf(service, span) && servicesOf(span).length === 1 && at >= span.start && at < span.end,
      );
    const isNamedBeside = (at: number) =>
      names.chosen.some((span) => isNameOf(service, span) && (at < span.start || at >= span.end));
    const isOfOther = ({ at, canonical }: (typeof elsewhere)[number]) =>
      isNamedBeside(at) &&
      !isItsOwn(at) &&
      !isNameOf(service, nameBefore(at, parts)) &&
      !telling.in(words.filter((word) => word !== canonical)).includes(id);
    return !elsewhere.some(isOfOther);
  });
}

/** "IoT Hub over …", "IoT Hub …". */
function nameBefore(at: number, { tokens, names }: Parts): NameSpan | undefined {
  const end = WITH.has(wordAt(at - 1, tokens)) ? at - 1 : at;
  const isJoined = tokens[end]?.breakBefore === false;
  return isJoined ? names.chosen.find((span) => span.end === end && span.name.kind === "service") : undefined;
}

function isNameOf(service: string | undefined, span: NameSpan | undefined): boolean {
  return service !== undefined && span !== undefined && servicesOf(span).includes(service);
}

const WITH = anyOf(PREPOSITIONS_OF_MEANS, "over with using speaking talking");
