/** Names that a message tells of before it asks about another: "We also run Batch. Does Site Recovery work from Milan?" */
import { type NameSpan, servicesAmong, servicesOf } from "./name-span";
import { isIn, questionsAmong, type Sentence, sentencesOf } from "./sentences";
import { cuesIn } from "./spans";
import type { Span } from "./spot";
import { endsThought, restOfThought, wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import {
  anyOf,
  DETERMINERS,
  FORMS_OF_BE,
  FORMS_OF_HAVE,
  PERSONAL_PRONOUNS,
  POSSESSIVES,
  PREPOSITIONS_OF_BELONGING,
  PREPOSITIONS_OF_MEANS,
  PRONOUNS_OF_THINGS,
} from "./word-classes";

/**
 * Where the last sentences ask, and name services themselves, what only the sentences before them name is background.
 * @param meant the names that the message means, in order
 */
export function withoutBackground(
  meant: readonly NameSpan[],
  spans: readonly Span[],
  tokens: readonly Token[],
  means: ReadonlyMap<string, unknown>,
): readonly NameSpan[] {
  const services = servicesAmong(meant);
  if (services.length === 0) return meant;
  if (isToldBehindAList(services, spans, tokens)) return meant.filter(({ name }) => name.kind !== "service");
  if (services.length < 2) return meant;
  const sentences = sentencesOf(tokens);
  const first = questionsAmong(sentences, tokens).find((question) => services.some((span) => isIn(span, question)));
  if (!first || tokens.slice(first.start).some(({ word }) => ALL_OF_THEM.has(word))) return meant;
  if (isLikened(first, tokens) || asksOfTheRest(first.start, tokens) || isOneMore(first, services)) return meant;
  if (isAddedTo(first, services, tokens) || services.some((span) => isIn(span, first) && usesIt(span, tokens)))
    return meant;
  const asked = new Set(services.filter(({ start }) => start >= first.start).flatMap(servicesOf));
  // "Our VMs run the shop in Madrid. Site Recovery to where?" asks about the VMs.
  const areMeans = [...asked].every((id) => means.has(id));
  const isEnd = (span: NameSpan) => areMeans && servicesOf(span).every((id) => RECOVERED.has(id));
  const isTold = (span: NameSpan) =>
    sentences.some((it) => it.end <= first.start && isIn(span, it) && isTelling(it, services)) &&
    !isFirstOfAList(span, first, services, tokens);
  const isAside = (span: NameSpan) =>
    isTold(span) && !servicesOf(span).some((id) => asked.has(id)) && !isComeBackTo(span, first, tokens) && !isEnd(span);
  return meant.filter((span) => span.name.kind !== "service" || !isAside(span));
}

const RECOVERED: ReadonlySet<string> = new Set(["azure-virtual-machines"]);

/** "Which services have nothing built in? We'd use Front Door on top": of one service it is told behind the list. */
function isToldBehindAList(services: readonly NameSpan[], spans: readonly Span[], tokens: readonly Token[]): boolean {
  const [only, ...others] = services;
  if (!only || others.length > 0) return false;
  const sentences = sentencesOf(tokens);
  const its = sentences.find((sentence) => isIn(only, sentence));
  const first = sentences[0];
  if (!its || !first || its === first || !isTelling(its, services)) return false;
  if (questionsAmong([its], tokens).length > 0) return false;
  const said = cuesIn(spans.filter((span) => isIn(span, first)));
  const isOfMany = said("services").some(({ end }) => tokens[end - 1]?.plain.endsWith("s"));
  return isOfMany && said("list").length > 0 && said("nothing", "needs", "nonpaired").length > 0;
}

/** "What about the queues behind them" asks about what was told, too. */
const ALL_OF_THEM: ReadonlySet<string> = new Set([
  "them",
  "they",
  "their",
  "these",
  "both",
  "all",
  "each",
  "too",
  "also",
]);

/** "Cosmos DB multi-region writes, and the rest simply twice?", "… and for the compute just deploy twice". */
export function asksOfTheRest(from: number, tokens: readonly Token[]): boolean {
  const rest = tokens.slice(from).map(({ word }) => word);
  return THE_REST.test(rest.join(" "));
}

const THE_REST =
  /\b(the (rest|other|remaining)|everything else|all (two|three|four|five)|and for the (rest|compute|app|web|front|back|data|database|storage|other)|the (first|last|former|other) (two|three) (and|in|if|when|is|are|do|survive)) ?\b/;

/** "I'm told Notification Hubs can. And SignalR? And Bot Service?": the same is asked of one more. */
function isOneMore(question: Sentence, services: readonly NameSpan[]): boolean {
  const named = services.filter((span) => isIn(span, question));
  const [only] = named;
  return named.length === 1 && only?.start === question.start + 1 && only.end === question.end;
}

/** "All I read about IoT Hub says 'pair'. Is it as bad for Event Grid?": likened to what was told. */
function isLikened({ start, end }: Sentence, tokens: readonly Token[]): boolean {
  const asked = wordsBetween(start, end, tokens);
  return LIKENED.test(asked.join(" "));
}

const LIKENED =
  /\b(it|this|that|thing|story|situation|picture) (just |really |about )?(as \w{2,15}|equally \w{2,15}) (for|with|in|on|at)\b/;

/** "DR for it, and for Web PubSub?", "how do the new one and SignalR fare": the first is what was told. */
function isAddedTo({ start }: Sentence, services: readonly NameSpan[], tokens: readonly Token[]): boolean {
  const named = services.find((span) => span.start >= start)?.start ?? start;
  const before = wordsBetween(start, named, tokens);
  const and = before.lastIndexOf("and");
  const isNext = and > 0 && before.slice(and + 1).every((word) => BEHIND_AND.has(word));
  return isNext && before.slice(0, and).some((word) => BACK.has(word));
}

const BEHIND_AND = anyOf(DETERMINERS, PREPOSITIONS_OF_BELONGING, "with to also azure about what");
const BACK = anyOf(PRONOUNS_OF_THINGS, "its one latter former");

/** "We come in by Bastion; can I reach the VMs with it": with what was told. */
export function usesIt({ end }: NameSpan, tokens: readonly Token[]): boolean {
  const rest = restOfThought(end, tokens).map(({ word }) => word);
  return rest.some((word, i) => USES.has(word) && PRONOUNS_OF_THINGS.has(rest[i + 1] ?? ""));
}

const USES = anyOf(PREPOSITIONS_OF_MEANS, "through thru over using use behind without");

/** "VM Image Builder makes the images. DR for Batch and the builder?": by the last word of its name. */
export function isComeBackTo(name: NameSpan, asked: Sentence, tokens: readonly Token[]): boolean {
  const last = tokens[name.end - 1]?.word;
  if (name.end - name.start < 2) return false;
  const said = wordsBetween(asked.start, asked.end, tokens);
  return said.some((word, i) => word === last && said[i - 1] === "the");
}

/** "DR for Event Grid; Functions; Cosmos DB?" is one list; but "we run Batch. Event Grid?" tells of Batch. */
function isFirstOfAList(name: NameSpan, question: Sentence, services: readonly NameSpan[], tokens: readonly Token[]) {
  const isHead = tokens[name.end]?.pause === "end" && !tokens.slice(0, name.start).some(({ word }) => TELLS.has(word));
  const isItem = (start: number) => services.some((span) => span.start === start && endsThought(span.end, tokens));
  return isHead && isItem(name.end) && isItem(question.start);
}

const TELLS = anyOf(PERSONAL_PRONOUNS, POSSESSIVES, FORMS_OF_BE, FORMS_OF_HAVE, "it he she run runs use uses");

/** "Notification Hubs; Event Grid; …" is a list and tells nothing. */
function isTelling(sentence: Sentence, services: readonly NameSpan[]): boolean {
  const named = services.filter((span) => isIn(span, sentence)).reduce((sum, { start, end }) => sum + end - start, 0);
  return sentence.end - sentence.start - named >= WORDS_OF_A_STATEMENT;
}

const WORDS_OF_A_STATEMENT = 2;
