/** A small knowledge and the pages that agree with it, both made up; a test changes one of the two. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Docs } from "../../../src/knowledge/check/docs";
import { CUES } from "../../../src/knowledge/cues";
import type { Knowledge, KnowledgeFile } from "../../../src/knowledge/knowledge";
import { formatFaults, parseKnowledge } from "../../../src/knowledge/parse";
import { TOPICS } from "../../../src/knowledge/topics";

const GUIDES = "https://learn.microsoft.com/azure/reliability";

type Fields = Record<string, unknown>;

function service(id: string, name: string, fields: Fields): Fields {
  const source = `${GUIDES}/reliability-${id}`;
  return {
    id,
    name,
    shortName: name.replace("Azure ", ""),
    kinds: ["compute"],
    aliases: [name],
    verdict: { kind: "nothing-built-in", nonpaired: "Nothing.", paired: "Nothing.", source },
    links: [{ title: "The guide", url: source }],
    sources: { dated: "2026-03-01", checked: "2026-04-01" },
    ...fields,
  };
}

function capability(id: string, tableRow: string, guide: string, fields: Fields): Fields {
  const source = `${GUIDES}/reliability-${guide}#${id}`;
  return { id, name: tableRow, tableRow, topics: ["failover"], summary: "It copies.", source, ...fields };
}

const verdict = (kind: string, guide: string) => ({
  kind,
  nonpaired: "Short.",
  paired: "Short.",
  source: `${GUIDES}/reliability-${guide}`,
});

const SERVICES = [
  service("azure-alpha", "Azure Alpha", {
    table: { name: "Azure Alpha (old and new)", tab: "built-in" },
    verdict: verdict("some-regions", "alpha"),
    capabilities: [
      capability("geo-copying", "Geo-copying", "alpha", { paired: true, nonpaired: true, limits: "listed-regions" }),
      capability("keeping", "Keeping", "alpha", { paired: true, nonpaired: false }),
    ],
    links: [{ title: "The guide", url: `${GUIDES}/reliability-alpha`, dated: "2026-03-01" }],
  }),
  service("azure-beta", "Azure Beta", {
    table: { name: "Azure Beta", tab: "none" },
    verdict: verdict("nothing-built-in", "beta"),
    links: [
      { title: "The guide", url: `${GUIDES}/reliability-beta?tabs=x#whats-new-in-beta` },
      { title: "Elsewhere", url: "https://learn.microsoft.com/azure/beta/overview", dated: "2020-01-01" },
    ],
  }),
  service("azure-gamma", "Azure Gamma", {
    table: { name: "Azure Gamma", tab: "built-in" },
    verdict: verdict("works-anywhere", "gamma"),
    capabilities: [
      capability("mirror", "Mirror", "gamma", { paired: true, nonpaired: true, limits: "needs-other-services" }),
    ],
    links: [{ title: "The guide", url: `${GUIDES}/reliability-gamma` }],
  }),
  service("azure-delta", "Azure Delta", {
    verdict: verdict("nothing-built-in", "alpha"),
    links: [{ title: "Beside the table", url: "https://learn.microsoft.com/azure/delta/overview" }],
  }),
];

function region(id: string, name: string, pair: string | null, pairing: string, fields: Fields = {}): Fields {
  const rest = { geography: "Nowhere", continent: "Europe", zones: true, restricted: false, aliases: [] };
  return { id, name, pair, pairing, ...rest, ...fields };
}

const REGIONS = {
  sources: {
    list: `${GUIDES}/regions-list`,
    pairs: `${GUIDES}/regions-paired`,
    access: "https://learn.microsoft.com/troubleshoot/azure/general/region-access-request-process",
    dated: "2026-03-01",
    checked: "2026-04-01",
  },
  regions: [
    region("northland", "North Land", "southland", "mutual", { location: "Upper Town" }),
    region("southland", "South Land", "northland", "mutual", { zones: false, restricted: true }),
    region("eastland", "East Land", "northland", "one-way"),
    region("farland", "Far Land", null, "none"),
    region("coldland", "Cold Land", "hiddenland", "mutual"),
    region("hiddenland", "Hidden Land", "coldland", "mutual", { zones: null, restricted: true }),
  ],
  places: [],
};

const WITHOUT_REGION = {
  places: [{ name: "Emptyland", aliases: [], cities: [] }],
  doubtful: [],
};

const CONCEPTS = {
  concepts: [
    {
      id: "pairs",
      title: "Pairs",
      answer: "Two regions.",
      cues: ["region pairs"],
      links: [{ title: "Pairs", url: `${GUIDES}/regions-paired#pairs-in-one-direction-asymmetrical` }],
      checked: "2026-04-01",
    },
  ],
};

const VOCABULARY = {
  forms: {},
  fillers: ["the"],
  stopWords: ["a"],
  cues: Object.fromEntries(CUES.map((cue) => [cue, [cue]])),
  topics: Object.fromEntries(TOPICS.map((topic) => [topic, [topic]])),
  areas: {},
  kinds: { compute: ["compute"] },
  ordinals: [["first"]],
  otherTopics: ["price"],
  otherProducts: [],
  servicesAsTopics: {},
};

/** The knowledge files as a folder would have them. */
export function knowledgeFiles(): KnowledgeFile[] {
  const named: Array<[string, unknown]> = [
    ["regions.json", REGIONS],
    ["places-without-region.json", WITHOUT_REGION],
    ["concepts.json", CONCEPTS],
    ["vocabulary.json", VOCABULARY],
    ...SERVICES.map((fields): [string, unknown] => [`services/${fields["id"]}.json`, fields]),
  ];
  return named.map(([name, value]) => ({ name, text: JSON.stringify(value) }));
}

/** @throws Error with the faults, so that a slip in this file is seen at once */
export function madeUpKnowledge(): Knowledge {
  const result = parseKnowledge(knowledgeFiles());
  if (result.kind === "faults") throw new Error(formatFaults(result.faults));
  return result.knowledge;
}

const YES = ':::image type="content" source="media/icon-checkmark.svg" alt-text="Yes" border="false":::';
const RESTRICTED = ':::image type="content" source="media/icon-region-restricted.svg" alt-text="Ask first":::';

function page(date: string, body: string): string {
  return `---\ntitle: Made up\nms.topic: reference\nms.date: ${date}\n---\n\n${body}\n`;
}

const TABLE = `# Made-up services

## The list

# [Built in](#tab/built-in)

| Service | Multiregion support type | Paired regions | Nonpaired regions | Description |
|-|-|-|-|-|
| <img src="a.svg" alt="A" /> [Azure Alpha (old and new)](./reliability-alpha.md) | [Geo-copying](./reliability-alpha.md#geo-copying) | ${YES} <sub>2</sub> | ${YES} <sub>2</sub> | Copies.<br />Twice. |
| <img src="a.svg" alt="A" /> [Azure Alpha (old and new)](./reliability-alpha.md) | [Keeping](./reliability-alpha.md#keeping) | ${YES} | | Keeps. |
| Azure Gamma | Mirror | ${YES} <sub>1</sub> | ${YES} <sub>1</sub> | Mirrors. |

# [Nothing](#tab/no-built-in)

These have nothing:

- <img src="b.svg" alt="B" /> [Azure Beta](./reliability-beta.md)

---

<sub>1</sub> You might have to set up multiple Azure services for it.

<sub>2</sub> Only some region combinations are possible.

## More

- [Another page](./overview.md)`;

const LIST = `## Legend

| Symbol | Meaning |
|---|---|
| ${RESTRICTED} | Ask first |

#### [All](#tab/all)

| Region | Availability zone support | Paired region | Physical location | Geography | Programmatic name |
|---|---|---|---|---|---|
| North Land | ${YES} | ${RESTRICTED} South Land | Upper Town | Nowhere | northland |
| ${RESTRICTED} South Land | | North Land | n/a | Nowhere | southland |
| East Land | ${YES} | North Land | Right Town | Nowhere | eastland |
| Far Land | ${YES} | N/A | Far Town | Nowhere | farland |
| Cold Land | ${YES} | Hidden Land | Ice Town | Nowhere | coldland |

#### [Europe](#tab/europe)

| Region | Availability zone support | Paired region | Physical location | Geography | Programmatic name |
|---|---|---|---|---|---|
| Far Land | ${YES} | N/A | Far Town | Nowhere | farland |`;

const PAIRS = `| Region | Paired region |
|--|--|
| North Land | South Land |
| ${RESTRICTED} South Land | North Land |
| East Land | North Land |
| Far Land | N/A |
| Cold Land | Hidden Land |`;

const PAIRS_PAGE = `## Pairs in one direction (asymmetrical)

- East Land is paired with North Land, but not the other way.
- Cloud Land of another cloud is paired with East Land.

## All

[!INCLUDE [pairs](includes/paired-regions-include.md)]`;

const NONPAIRED = "| Europe | Asia |\n|--|--|\n| Far Land | |";

/** Pages that agree with the knowledge, by path below articles/reliability. */
export function madeUpPages(): Map<string, string> {
  return new Map([
    ["regions-multiregion-support.md", page("02/01/2026", TABLE)],
    ["regions-list.md", page("2/1/2026", LIST)],
    ["regions-paired.md", page("02/01/2026", PAIRS_PAGE)],
    ["includes/paired-regions-include.md", page("02/01/2026", PAIRS)],
    ["includes/nonpaired-regions-include.md", page("02/01/2026", NONPAIRED)],
    ["reliability-alpha.md", page("03/01/2026", "## Geo-copying\n\n[!INCLUDE [rest](./includes/alpha/rest.md)]")],
    ["includes/alpha/rest.md", page("08/01/2026", '<a id="keeping"></a>\n\nKept.')],
    ["reliability-beta.md", page("02/01/2026", "## What's new in *Beta*?")],
    ["reliability-gamma.md", page("02/01/2026", "## `Mirror`")],
  ]);
}

/** The pages as load.ts would hand them over. */
export function madeUpDocs(
  pages: ReadonlyMap<string, string> = madeUpPages(),
  redirects: Record<string, string> = {},
): Docs {
  return { pages, redirects: new Map(Object.entries(redirects)), unread: [] };
}

/** Writes files below a folder, making the folders that they need. */
export function writeFiles(folder: string, files: Iterable<readonly [string, string]>): void {
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
