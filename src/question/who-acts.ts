/** Who does what is asked about: Microsoft, or we ourselves. */
import { wordSet } from "../knowledge/normalise";
import type { Topic } from "../knowledge/schema";
import { startOfClause } from "./clauses";
import type { Found } from "./spans";
import { wordsBetween } from "./thoughts";
import type { Token } from "./tokens";
import { AUXILIARY_VERBS, anyOf, NOBODY_PRONOUNS, REFLEXIVE_PRONOUNS } from "./word-classes";

/** "Is the failover managed by Microsoft", "initiate the account failover ourselves": who does it is what is asked. */
export function byAgent({ span, meaning }: Found<"topic">, tokens: readonly Token[]): Topic {
  // "Can fail over to UAE North" is "can Microsoft fail over" without Microsoft, which is a word that may be left out.
  if (meaning.topic === "microsoft-managed-failover" && !isOfAnAgent(span, tokens)) return "failover";
  if (meaning.topic !== "failover" && meaning.topic !== "customer-managed-failover") return meaning.topic;
  const start = startOfClause(span.start, tokens);
  const next = tokens.findIndex(({ pause }, i) => i >= span.end && pause === "end");
  const sentence = wordsBetween(start, next < 0 ? tokens.length : next, tokens);
  const isMicrosofts = sentence.some((word, i) => isAgent(word, sentence[i - 1], sentence[i + 1]));
  // "Nobody here wants to do it by hand: does Microsoft …"
  if (isMicrosofts && NOBODY_PRONOUNS.has(sentence[0] ?? "")) return "microsoft-managed-failover";
  if (meaning.topic !== "failover") return meaning.topic;
  const isOurs = sentence.some((word) => OURSELVES.has(word)) || OURS.test(tokens.map(({ word }) => word).join(" "));
  if (isOurs === isMicrosofts) return "failover";
  return isOurs ? "customer-managed-failover" : "microsoft-managed-failover";
}

function isOfAnAgent({ start, end }: Found<"topic">["span"], tokens: readonly Token[]): boolean {
  return tokens.slice(start, end).some(({ word, canonical }) => AGENTS.has(word) || AGENTS.has(canonical));
}

const AGENTS = wordSet(
  "microsoft ms redmond azure who service platform managed initiated automatically automatic itself themselves",
);

/** "Would Microsoft move Key Vault to its pair without us?" */
export function orMicrosoftMoves(topics: Topic[], tokens: readonly Token[]): Topic[] {
  if (topics.length > 0) return topics;
  const text = tokens.map(({ word }) => word).join(" ");
  const isAsked = (tokens.some(({ word }) => MICROSOFT.has(word)) && MOVES.test(text)) || BY_ITSELF.test(text);
  return isAsked ? ["microsoft-managed-failover"] : topics;
}

/** "Will Azure automatically move my VMs", "are the VMs moved to another region by themselves". */
const BY_ITSELF =
  /\b(does|doe|do|will|would|can) azure (automatically |itself )?(move|relocate|bring|switch|restart|shift|transfer)\b|\bautomatically (moved?|relocated?|switch(ed)?|restart(ed)?|shift(ed)?)\b|\b(moved?|relocated?|switch(ed)?|restart(ed)?|shift(ed)?)( \w+){0,5} (automatically|by (itself|themselves?))\b/;

const MOVES =
  /\b(does|doe|do|will|would|can|could|did|should) ((someone|somebody|anyone|anybody) at )?(microsoft|ms|redmond)( itself| ever| also)? (move|switch|bring|take|relocate|transfer|shift|carry|press|push)\b|\b(is|be) it (microsoft|ms) (that|who)\b|\b(moved|brought|switched|rescued) by (microsoft|ms)\b|\b(does|doe|do|will|would|can|could) (microsoft|ms) (step in|do (it|this|that)\b|do (by )?itself|do on its own|act)\b|\b(microsoft|ms) s (call|decision) or\b|\b(our|my) (call|decision) or (microsoft|ms)\b/;

/** "By Microsoft", "does Microsoft", "Microsoft itself", "Microsoft starts", "does the platform"; but "does Azure Files". */
function isAgent(word: string, before: string | undefined, behind: string | undefined): boolean {
  if (word === "azure") return DOES.has(before ?? "") && behind === "fail";
  const isFirst = before === "the" ? PROVIDERS.has(word) : DOES.has(before ?? "");
  return (MICROSOFT.has(word) && (isFirst || STARTS.has(behind ?? ""))) || (PROVIDERS.has(word) && isFirst);
}

const MICROSOFT = wordSet("microsoft ms redmond");
const PROVIDERS = wordSet("platform provider vendor");
const OURSELVES = anyOf(REFLEXIVE_PRONOUNS, "manually hand");
/** "Can we as owners kick off", "how do I start one", "a button that the customers can press", "at a moment of our own choosing". */
const OURS = new RegExp(
  [
    "\\b(owners?|customers?|admins?|users?|tenants?|engineers?|operators?|people|team|ops|dbas?|staff) (can |could |may |must |want |wants |want to |to )?(press|start|trigger|kick|initiate|force|invoke|launch|do|run|pull|flip|decide)\\b",
    "\\b(as|by) (the |an |a |our )?(account )?(owner|customer|admin|user|tenant)s?\\b",
    "\\b(moment|time) of (our|my) own|(on|by) (our|my) own\\b",
    "\\b(press|start|trigger|initiate|force|do|run) .{0,40}\\bthemselve",
    "\\b(t|not|never|cannot) (want to )?wait for (microsoft|ms|redmond)\\b",
    "\\bwithout (waiting for |asking |calling |help (of|from|by) )?(microsoft|ms)\\b",
  ].join("|"),
);
const DOES = anyOf(AUXILIARY_VERBS, "by that");
const STARTS = wordSet(
  "itself start starts starting trigger triggers do does doing run runs initiate initiates declare declares manage manages",
);
