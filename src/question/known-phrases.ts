/** Each phrase of the knowledge, in all the ways in which it may stand in a message. */
import type { Knowledge } from "../knowledge/knowledge";
import { isEnglish } from "./english";
import { GrowingTree } from "./growing-tree";
import type { Meaning } from "./meaning";
import type { KeptPhrases } from "./phrase-tree";
import { allPhrases } from "./phrases";
import { BRANDS, WordKinds } from "./word-kinds";

/** Joined names shorter than this would be found inside ordinary sentences ("is c" for "isc"). */
const SHORTEST_JOINED = 6;
/** Names that were typed apart, or together, are looked for up to this length. */
export const LONGEST_JOINED = 26;

/** @returns the tree of all that can be recognised, written out */
export function keepPhrases(knowledge: Knowledge): KeptPhrases {
  const tree = new GrowingTree();
  const kinds = new WordKinds(knowledge.vocabulary);
  for (const [phrase, meaning] of allPhrases(knowledge)) {
    const path = asKept(kinds.allOf(phrase), meaning, kinds);
    tree.add(path, meaning);
    if (isName(meaning)) addOtherForms(path, meaning, tree, kinds);
  }
  return tree.kept();
}

function isName({ kind }: Meaning): boolean {
  return kind === "service" || kind === "region" || kind === "other-product";
}

function isGeneric(meaning: Meaning): boolean {
  return meaning.kind === "service" && meaning.generic === true;
}

function asKept(all: readonly string[], meaning: Meaning, kinds: WordKinds): readonly string[] {
  return isGeneric(meaning) && isABrandsWord(all) ? all : withoutFillers(all, isName(meaning), kinds);
}

/** "az sql", "databricks" for "Azure Databricks", "eventgrid", "us east2". */
function addOtherForms(path: readonly string[], meaning: Meaning, tree: GrowingTree, kinds: WordKinds): void {
  // "az" is no other form of "azure" everywhere: an AZ is a zone too.
  if (path[0] === "azure") tree.add(["az", ...path.slice(1)], meaning);
  const [brand, word] = path;
  const isCut = path.length === 2 && word !== undefined && kinds.isFiller(brand ?? "") && !kinds.isTopicWord(word);
  if (meaning.kind === "service" && isCut && !isGeneric(meaning)) tree.add([word], { ...meaning, ordinary: true });
  const joined = path.join("");
  if (path.length > 1 && joined.length >= SHORTEST_JOINED && joined.length <= LONGEST_JOINED) {
    tree.add([joined], meaning);
  }
  const last = path.slice(-2).join("");
  if (path.length > 2 && /\d$/.test(last)) tree.add([...path.slice(0, -2), last], meaning);
}

/** "SQL Azure" without Azure would be all of SQL, "Microsoft managed" without Microsoft whatever is managed. */
function withoutFillers(all: readonly string[], isAName: boolean, kinds: WordKinds): readonly string[] {
  const isLast = (i: number) => !isAName && i === all.length - 1;
  const kept = all.filter((word, i) => !kinds.isFiller(word) || (i === 0 && needsAzure(all, kinds)) || isLast(i));
  const isCutToOne = kept.length === 1 && all.length > 1;
  const saysLess = isCutToOne && (!isAName || kept[0] === all[0]);
  // "Azure to Azure replication" without Azure would be found in "how to replicate".
  const saysNothing = kept.length > 1 && kept.every((word) => kinds.isStopWord(word) || kinds.isTopicWord(word));
  return kept.length === 0 || saysLess || saysNothing ? all : kept;
}

/** "Azure Files" without Azure would be found in every sentence about files. */
function needsAzure(all: readonly string[], kinds: WordKinds): boolean {
  const [, word] = all;
  return isABrandsWord(all) && word !== undefined && (isEnglish(word) || kinds.isTopicWord(word));
}

/** "Azure AI": without its brand it would be anything. */
function isABrandsWord([brand, word, ...more]: readonly string[]): boolean {
  return BRANDS.has(brand ?? "") && word !== undefined && more.length === 0;
}
