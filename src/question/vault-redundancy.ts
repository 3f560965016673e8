/** "A vault with GRS": of what a name may mean only that which keeps backups has a storage redundancy to choose. */
import { wordSet } from "../knowledge/normalise";
import type { Topic } from "../knowledge/schema";
import type { Lexicon } from "./lexicon";
import type { Settled } from "./means";
import type { Candidate } from "./query";
import type { Token } from "./tokens";

const REDUNDANCIES = wordSet("lrs zrs grs gzrs ragrs");

/** "Recovery Services vault GRS", "backup in an LRS vault". */
export function settledByRedundancy(
  open: Settled,
  topics: readonly Topic[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): Settled {
  const isSaid = topics.includes("geo-redundant-storage") || tokens.some(({ word }) => REDUNDANCIES.has(word));
  if (!isSaid || open.unclear.length === 0) return open;
  const keeper = (candidates: readonly Candidate[]) =>
    candidates.find(({ service }) => lexicon.means.get(service) === "backup");
  return {
    settled: [...open.settled, ...open.unclear.flatMap((candidates) => keeper(candidates) ?? [])],
    unclear: open.unclear.filter((candidates) => keeper(candidates) === undefined),
  };
}
