/** Words of ours that name a thing of somebody's own: the region of a table, the pair of brackets in code. */
import { wordSet } from "../knowledge/normalise";
import { saysWhatIsAsked } from "./meaning";
import type { Span } from "./spot";
import type { Token } from "./tokens";
import { DATA_FIELDS } from "./word-classes";

/** @returns the signs but for single words that name a thing of somebody's own: "the region column", "c.region" */
export function withoutNamesOfData(signs: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  const data = new Set(tokens.flatMap((token, at) => (isData(at, tokens) ? [token.canonical] : [])));
  if (data.size === 0) return signs;
  const isOne = ({ start, end }: Span) => end - start === 1 && data.has(tokens[start]?.canonical ?? "");
  return signs.filter((sign) => !(isOne(sign) && sign.meanings.every(saysWhatIsAsked)));
}

/** "Field region", "the column called region", "region filter", "GROUP BY region", "sales per region". */
function isData(at: number, tokens: readonly Token[]): boolean {
  const token = tokens[at];
  if (!token) return false;
  // "Standard_GZRS" is Azure's own.
  if (token.code) return !REDUNDANCIES.has(token.word);
  if (token.canonical !== "region") return false;
  const after = tokens[at + 1];
  return isBehindAField(at, tokens) || (after?.breakBefore === false && DATA_FIELDS.has(after.word));
}

const REDUNDANCIES = wordSet("grs gzrs ragrs ragzrs");

function isBehindAField(at: number, tokens: readonly Token[]): boolean {
  const [first = "", second = "", third = ""] = [1, 2, 3].map((back) => tokens[at - back]?.word);
  const isAField = (word: string) => DATA_FIELDS.has(word) || FIGURES.has(word);
  if (isAField(first)) return true;
  if (!LEADS_TO_FIELD.has(first)) return false;
  return isAField(second) || ORDERS.has(second) || (LEADS_TO_FIELD.has(second) && ORDERS.has(third));
}

const LEADS_TO_FIELD = wordSet("called named is for on per by list equals as");
const ORDERS = wordSet(
  "group grouped order ordered sort sorted partition partitioned index indexed split aggregate pivot",
);
const FIGURES = wordSet("sales revenue turnover");
