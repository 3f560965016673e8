/** Words that a message has in code: "c.region", "backup_date", "--replicas=0". They name a thing of somebody's own. */
import { fold, openCamelCase, rawWords } from "../knowledge/normalise";

/**
 * Each finds a stretch of code; its first group, or all of it, are the words. What may begin within a long word is held to
 * some forty letters, or a text of one word would take its length squared.
 */
const CODE: readonly RegExp[] = [
  // "backup_date"
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]+_(?:[\p{L}\p{N}]+_?)*/gu,
  // "c.region", "item().region"; but not "portal.azure.com", nor a full stop without a blank before a capital
  /(?<=[\p{Ll}\p{N})\]]\.)\p{Ll}[\p{L}\p{N}]*(?![\p{L}\p{N}]|\.com|\.net)/gu,
  // "regionId"
  /(?<![\p{L}\p{N}])\p{Ll}{3,}\p{Lu}[\p{L}\p{N}]*/gu,
  // "SendToRegion", "context.Deployment.Region"; but "MultiRegion" is asked for
  /(?<![\p{L}\p{N}])(?!Multi|Cross|Second|Pair|Primary|Other)(?:\p{Lu}\p{Ll}+){1,2}Regions?(?!\p{L})/gu,
  /(?<=\p{L}\.\p{L}{1,40}\.)(\p{L}{1,40})/gu,
  // "failover: false"
  /(?<![\p{L}\p{N}_])([\p{L}\p{N}_]+):\s?(?:true|false)(?!\p{L})/gu,
  // "region-south"
  /(region)-(?:north|south|east|west|central)/giu,
  // ['region'], ("region")
  /[[(]\s*["'`]([\p{L}\p{N}_-]+)["'`]/gu,
  // {region: 1}
  /\{\s*["'`]?([\p{L}\p{N}_]+)["'`]?\s*:/gu,
  // "region = 'emea'", "region=north", "region ne 'x'"; "RPO = 0" is asked for
  /((?:region|location|replica)[\p{L}\p{N}_]{0,40})(?:[=!]=?=?["'`\p{L}\p{N}(]|\s{0,3}(?:[=!]=?=?|\b(?:eq|ne|equals|StringIn|StringContains)\b)\s{0,3}["'`(\d])/giu,
  // "region:emea", "user:region:42"; "DR:AKS" is none
  /(?<![\p{L}\p{N}_])((?:region|location):(?=["'`\p{L}\p{N}])|(?:[\p{L}\p{N}_]{1,40}:){2,9}(?=["'`\p{L}\p{N}]))/giu,
  // "--replicas"
  /(?<=\s|^)--(\p{L}[\p{L}\p{N}-]+)/gu,
  // "/regionId", "backup/2024/01/x.bak"
  /(?<=\s|^)(\/\p{L}[\p{L}\p{N}/=_-]*)/gu,
  /(?<=\s|^)([^\s/]+\/(?:[^\s/]+\/)*[^\s/]*\d[^\s/]*\/\S+)/gu,
  // "#region", "#endregion"
  /#(\p{L}{3,40})/gu,
  // "X-Region"
  /(?<![\p{L}\p{N}])X-\p{L}+/gu,
  // 'orders-replicate-prod', named db-failover-password
  /["'`]([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+)["'`]/gu,
  /\b(?:named|called)\s+([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+)/gu,
];

/** Each of the above needs one of these; most messages have none, and are spared nineteen searches. */
const PERHAPS_CODE = /[_:[({=\-/#]|\.\p{L}|\p{Ll}\p{Lu}|\b(?:eq|ne|equals)\b/u;

const NONE: ReadonlySet<string> = new Set();

/** @returns the words, folded; each is one wherever else it stands in the message */
export function codeWords(text: string): ReadonlySet<string> {
  if (!PERHAPS_CODE.test(text)) return NONE;
  const stretches = CODE.flatMap((pattern) => [...text.matchAll(pattern)].map(([all, group]) => group ?? all));
  const words = stretches.flatMap((code) => rawWords(code.replaceAll("_", " ")));
  // Of "regionId" all of it, too: it may be read as "region" misspelt.
  return new Set(words.flatMap((word) => [word, ...openCamelCase(word)]).map(fold));
}
